import process from 'node:process';

/** What one run of mocha is to do; handed from process to process, and into the extension host, in a variable. */
export interface MochaRun {
	readonly files: readonly string[];
	/** Where the counts are written, as JSON. */
	readonly results: string;
	/** Where what people read is written, when the process has no terminal. */
	readonly report?: string;
	readonly timeout?: number;
	readonly grep?: string;
	readonly bail?: boolean;
	readonly color?: boolean;
	/** How many files at once, each in a process of its own; one after the other in this process when not said. */
	readonly jobs?: number;
}

const VARIABLE = 'PARTNER_REFERRALS_MOCHA';

export function mochaRunAsEnv(run: MochaRun): Record<string, string> {
	return { [VARIABLE]: JSON.stringify(run) };
}

export function mochaRunFromEnv(): MochaRun {
	const text = process.env[VARIABLE];
	if (!text) throw new Error('Start the tests with: npm test');
	return JSON.parse(text);
}
