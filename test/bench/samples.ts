/** What was measured, ours and the limit that it is held against in alternating runs. */
export interface Figure {
	readonly id: string;
	/** What was measured of ours, and of the limit. */
	readonly ours: string;
	readonly limit: string;
	/** The most that the ratio of the medians should be; without samples of a limit, the most that ours should be. */
	readonly aim: number;
	/** What the samples count: `ms`, `KB`, `MB`, `requests`. */
	readonly unit: string;
	readonly samples: { readonly ours: readonly number[]; readonly limit: readonly number[] };
}

/** The middle of a sample, and how far its middle half reaches. */
export interface Spread {
	readonly median: number;
	readonly lower: number;
	readonly upper: number;
}

export function spreadOf(sample: readonly number[]): Spread {
	const sorted = sample.toSorted((one, other) => one - other);
	return { median: at(sorted, 0.5), lower: at(sorted, 0.25), upper: at(sorted, 0.75) };
}

function at(sorted: readonly number[], share: number): number {
	const place = (sorted.length - 1) * share;
	const [below = Number.NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
	return below + (above - below) * (place - Math.floor(place));
}
