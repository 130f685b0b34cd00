import { appendFileSync, writeFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';
import type { Counts } from './counts.ts';

/** Mocha's spec reporter, which also writes the counts to a file, for the process that adds them up. */
export class CountingReporter extends Mocha.reporters.Spec {
	constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
		const { results, report }: { results: string; report?: string } = options.reporterOptions;
		// Mocha prints through this function so that a test may replace console.log.
		if (report) Mocha.reporters.Base.consoleLog = (...args) => appendFileSync(report, `${format(...args)}\n`);
		super(runner, options);
		runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
			const { passes, failures, pending } = this.stats;
			const counts: Counts = { passed: passes, failed: failures, skipped: pending };
			writeFileSync(results, JSON.stringify(counts));
		});
	}
}
