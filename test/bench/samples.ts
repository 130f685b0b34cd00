/** What was measured in alternating runs: ours, and the limit that it is held against. */
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

/** A figure with what its samples come to. */
export interface Result extends Figure {
	readonly spread: { readonly ours: Spread; readonly limit?: Spread };
	/** Of the medians; absent without samples of a limit. */
	readonly ratio?: Spread;
	/** Whether the aim was met. */
	readonly met: boolean;
}

export function resultOf(figure: Figure): Result {
	const { samples, aim } = figure;
	const ours = spreadOf(samples.ours);
	if (samples.limit.length === 0) return { ...figure, spread: { ours }, met: ours.median <= aim };
	const limit = spreadOf(samples.limit);
	const ratio = ratioOf(samples, ours.median / limit.median);
	return { ...figure, spread: { ours, limit }, ratio, met: ratio.median <= aim };
}

/** The ratio of the medians, and how far the middle half of the ratios of the rounds reaches. */
function ratioOf({ ours, limit }: Figure['samples'], median: number): Spread {
	const rounds = ours.flatMap((each, round) => each / (limit[round] ?? Number.NaN)).filter(Number.isFinite);
	return { ...spreadOf(rounds), median };
}

function spreadOf(sample: readonly number[]): Spread {
	const sorted = sample.toSorted((one, other) => one - other);
	return { median: at(sorted, 0.5), lower: at(sorted, 0.25), upper: at(sorted, 0.75) };
}

function at(sorted: readonly number[], share: number): number {
	const place = (sorted.length - 1) * share;
	const [below = Number.NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
	return below + (above - below) * (place - Math.floor(place));
}
