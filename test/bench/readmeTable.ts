// npm run bench:readme -- FILE
// Puts the figures of a file that `npm run bench -- --json FILE` has written into the README.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { repository } from '../workbench/repository.ts';
import { type Report, reportText } from './report.ts';
import { withTable } from './withTable.ts';

const [, , file] = process.argv;
if (!file) throw new Error('Which file? npm run bench:readme -- FILE');
const report: Report = JSON.parse(await readFile(file, 'utf8'));
const readme = join(repository, 'README.md');
await writeFile(readme, withTable(await readFile(readme, 'utf8'), reportText(report)));
