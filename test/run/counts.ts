/** The outcome of tests, in numbers. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

export function sum(all: readonly Counts[]): Counts {
	const total = (key: keyof Counts) => all.reduce((subtotal, counts) => subtotal + counts[key], 0);
	return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}
