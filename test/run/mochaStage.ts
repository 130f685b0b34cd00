import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { repository } from '../workbench/repository.ts';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';
import { command } from './command.ts';
import type { Counts } from './counts.ts';
import { type MochaRun, mochaRunAsEnv } from './mochaRun.ts';

/** What people asked of mocha on the command line. */
export interface MochaWishes extends Pick<MochaRun, 'grep' | 'bail' | 'timeout'> {
	/** Test files, as paths from the repository; none means all. */
	readonly files: readonly string[];
}

interface MochaStage extends Pick<MochaRun, 'timeout' | 'jobs'> {
	readonly folder: 'unit' | 'host' | 'ui';
	/** The script that runs mocha, somewhere. */
	readonly script: string;
	/** Its mocha has no terminal to print on. */
	readonly remote?: boolean;
	/** The names of the test files, where the stage isn't for all of the folder. */
	readonly only?: readonly string[];
	/** What else the script finds in its environment. */
	readonly env?: NodeJS.ProcessEnv;
}

/** Runs the test files of a folder, in a process of their own. A run that ends without a result is one failure. */
export async function mochaStage(
	{ folder, script, remote, only, env, ...stage }: MochaStage,
	wishes: MochaWishes,
): Promise<Counts> {
	const files = filesOf(folder, only, wishes.files);
	if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 };
	const scratch = new TemporaryFolder('results').path;
	const report = join(scratch, 'report.txt');
	const results = join(scratch, 'results.json');
	const run = {
		...stage,
		...wishes,
		files,
		results,
		color: process.stdout.isTTY,
		...(remote ? { report } : {}),
	};
	const ok = await command(process.execPath, [script], { ...mochaRunAsEnv(run), ...env });
	if (existsSync(report)) process.stdout.write(readFileSync(report));
	return countsIn(results, ok);
}

function filesOf(folder: string, only: readonly string[] = ['**/*'], wanted: readonly string[]): string[] {
	const all = globSync(
		only.map((name) => `test/${folder}/${name}.test.ts`),
		{ cwd: repository },
	).sort();
	const chosen = wanted.length ? all.filter((file) => wanted.includes(file)) : all;
	return chosen.map((file) => join(repository, file));
}

function countsIn(results: string, ok: boolean): Counts {
	if (!existsSync(results)) {
		console.error('The tests ended before they were counted, which is a failure.');
		return { passed: 0, failed: 1, skipped: 0 };
	}
	const counts: Counts = JSON.parse(readFileSync(results, 'utf8'));
	return ok || counts.failed ? counts : { ...counts, failed: 1 };
}
