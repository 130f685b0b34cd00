// npm run bench:readme -- FILE: puts the figures that `npm run bench -- --json FILE` has written into the README.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { repository } from '../workbench/repository.ts';
import { type Report, reportText } from './report.ts';
import { withFigures } from './withFigures.ts';

const [file] = process.argv.slice(2);
if (!file) {
	console.error('Say which file has the figures: npm run bench:readme -- FILE');
	process.exit(1);
}
const report: Report = JSON.parse(readFileSync(file, 'utf8'));
const readme = join(repository, 'README.md');
writeFileSync(readme, withFigures(readFileSync(readme, 'utf8'), reportText(report)));
