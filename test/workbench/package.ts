// npm run package: the extension as people get it. The same commit gives the same bytes, whoever makes it and wherever.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { repository } from './repository.ts';
import { withOneMode } from './withOneMode.ts';

const out = join('dist', 'partner-referrals.vsix');
const flags = [
	'--no-dependencies',
	'--allow-missing-repository',
	'--no-rewrite-relative-links',
	'--out',
	out,
];

/** The oldest time that a zip file can hold, for a folder that isn't a repository. */
const NO_TIME = '315532800';

const { status } = spawnSync(process.execPath, ['node_modules/@vscode/vsce/vsce', 'package', ...flags], {
	cwd: repository,
	stdio: 'inherit',
	// A zip file has local times, and its files stand there in the order of a language.
	env: { ...process.env, SOURCE_DATE_EPOCH: timeOfCommit(), TZ: 'UTC', LC_ALL: 'C' },
});
if (status !== 0) process.exit(status ?? 1);
const vsix = join(repository, out);
writeFileSync(vsix, withOneMode(readFileSync(vsix)));

/** In seconds. */
function timeOfCommit(): string {
	const given = process.env['SOURCE_DATE_EPOCH'];
	if (given) return given;
	const { stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: repository, encoding: 'utf8' });
	return stdout?.trim() || NO_TIME;
}
