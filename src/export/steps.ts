import type { Entry, ExportFormat } from './format.ts';

/** A piece of an export, small enough that making it doesn't hold anybody up. */
export interface ExportStep {
	/** What comes next in the file; may be empty. */
	readonly text: string;
	/** How many entries are written with it. */
	readonly done: number;
}

const mostEntries = 100;

/**
 * In UTF-16 code units. Larger strings get memory of their own each, which is only freed when all memory is looked
 * through: 100,000 referrals then left more than 100 MB of it behind.
 */
const enoughText = 32_768;

/** The text of a file, step by step. Each entry's JSON is read once in a row, since reading it may cost something. */
export function* exportSteps<Element extends Entry>(
	entries: readonly Element[],
	format: ExportFormat<Element>,
): Generator<ExportStep> {
	if (format.survey) yield* surveying(entries, format.survey);
	let text = format.head();
	for (const [index, entry] of entries.entries()) {
		text += format.row(entry);
		const done = index + 1;
		if (text.length < enoughText && done % mostEntries > 0) continue;
		yield { text, done };
		text = '';
	}
	yield { text, done: entries.length };
}

function* surveying<Element extends Entry>(
	entries: readonly Element[],
	survey: (entry: Element) => void,
): Generator<ExportStep> {
	for (const [index, entry] of entries.entries()) {
		survey(entry);
		if (index % mostEntries === 0) yield { text: '', done: 0 };
	}
}
