import {
	type CellName,
	cellNames,
	headerOf,
	lastHeader,
	lettersOf,
	type NumberedName,
	numberedHeader,
	otherHeaders,
} from './columns.ts';

/** A column of a file: its header as it is written, and what stands below it; nothing where only the portal fills it. */
export interface Slot {
	readonly header: string;
	readonly cell?: CellName;
	readonly numbered?: { readonly name: NumberedName; readonly place: number };
}

/** How many columns there have to be for what a deal has several of. */
export type Needed = Readonly<Record<NumberedName, number>>;

/** The headers that Partner Center's documentation has, in its order. */
export function documentedHeaders(): readonly string[] {
	const first = [numberedHeader('solution', 0), numberedHeader('member', 0)];
	return [...cellNames.map(headerOf), ...first, lastHeader];
}

/** Whether headers are those of a file that the portal reads deals by. */
export function isBulkLayout(headers: readonly string[]): boolean {
	const cells = headers.map((header) => slotOf(header).cell);
	return cells.includes('referralId') && cells.includes('dealName');
}

/**
 * The columns of a file with these headers, which are read however they are spaced, and written as they are; with as many for
 * solutions and members as are needed, each behind those of its kind.
 */
export function slotsFor(headers: readonly string[], needed: Needed): readonly Slot[] {
	const slots = headers.map(slotOf);
	return withPlaces(withPlaces(slots, 'solution', needed.solution), 'member', needed.member);
}

function withPlaces(slots: readonly Slot[], name: NumberedName, count: number): readonly Slot[] {
	const isOf = ({ numbered }: Slot) => numbered?.name === name;
	const known = new Set(slots.filter(isOf).map(({ numbered }) => numbered?.place));
	const last = slots.findLastIndex(isOf);
	const missing = Array.from({ length: count }, (_, place) => place).filter((place) => !known.has(place));
	const added = missing.map((place) => ({ header: numberedHeader(name, place), numbered: { name, place } }));
	return slots.toSpliced(last < 0 ? slots.length : last + 1, 0, ...added);
}

function slotOf(header: string): Slot {
	const letters = lettersOf(header);
	const cell = cells().get(letters);
	if (cell) return { header, cell };
	const [, kind, place] = /^(solution|teammember)([1-9]\d?)$/.exec(letters) ?? [];
	if (kind === undefined) return { header };
	const name = kind === 'solution' ? 'solution' : 'member';
	return { header, numbered: { name, place: Number(place) - 1 } };
}

/** By what is the same in all spellings of their headers. */
function cells(): ReadonlyMap<string, CellName> {
	const own = cellNames.map((name) => [lettersOf(headerOf(name)), name] as const);
	return new Map<string, CellName>([...otherHeaders, ...own]);
}
