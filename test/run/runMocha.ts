import Mocha from 'mocha';
import { CountingReporter } from './CountingReporter.ts';
import type { MochaRun } from './mochaRun.ts';

/** Runs test files in this process. @returns how many failed */
export async function runMocha({ files, results, report, ...options }: MochaRun): Promise<number> {
	const mocha = new Mocha({
		...options,
		parallel: options.jobs !== undefined,
		forbidOnly: Boolean(process.env['CI']),
		reporter: CountingReporter,
		reporterOptions: { results, report },
	});
	for (const file of files) mocha.addFile(file);
	if (options.jobs === undefined) await mocha.loadFilesAsync();
	return new Promise((resolve) => {
		mocha.run(resolve);
	});
}
