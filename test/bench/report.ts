import type { Result, Spread } from './samples.ts';

/** What was measured on, and how; a ratio holds on other machines, the numbers behind it don't. */
interface Circumstances {
	readonly processor: string;
	readonly memory: string;
	readonly node: string;
	readonly vsCode: string;
	readonly date: string;
}

/** What a run of the benchmark found, as `--json` keeps it. */
export interface Report {
	readonly circumstances: Circumstances;
	readonly method: string;
	readonly results: readonly Result[];
}

/** How all of it is measured. */
export const method =
	'Ours and the limit take turns in one run; a figure is the median of the rounds, and in brackets stands where their middle half lies.';

/** A report as people read it, in Markdown. */
export function reportText({ circumstances, method: how, results }: Report): string {
	const { processor, memory, node, vsCode, date } = circumstances;
	return [
		'| Figure | Ours | Limit | Ratio | Aim | |',
		'|---|---|---|---|---|---|',
		...results.map(rowOf),
		'',
		how,
		`Measured on ${date}: ${processor}, ${memory}, Node ${node}, VS Code ${vsCode}.`,
	].join('\n');
}

function rowOf({ id, ours, limit, aim, unit, spread, ratio, met }: Result): string {
	const cells = [
		`\`${id}\``,
		`${ours}: ${measured(spread.ours, unit)}`,
		spread.limit ? `${limit}: ${measured(spread.limit, unit)}` : limit,
		ratio ? withHalf(ratio, twoDigits) : '',
		ratio ? `≤ ${aim}` : `≤ ${aim} ${unit}`,
		met ? 'met' : '**missed**',
	];
	return `| ${cells.join(' | ')} |`;
}

function measured(spread: Spread, unit: string): string {
	return `${withHalf(spread, threeDigits)} ${unit}`;
}

/** A spread that is none, as of bytes or requests, is one number. */
function withHalf({ median, lower, upper }: Spread, text: (value: number) => string): string {
	if (lower === upper) return text(median);
	return `${text(median)} (${text(lower)}–${text(upper)})`;
}

function twoDigits(value: number): string {
	return value.toFixed(2);
}

function threeDigits(value: number): string {
	return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}
