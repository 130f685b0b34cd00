import { watched } from './facts.ts';

/** Of a referral as it was seen last, all that is on disk: nothing that tells what it is, or whose. */
export interface Kept {
	/** The state that was seen, by the service's `updatedDateTime`, in milliseconds since 1970; NaN when it had none. */
	readonly updated: number;
	/** On which day it was loaded last, since 1970: those that weren't for long go first. */
	readonly day: number;
	readonly isWhole: boolean;
	/** Whether it is new, and nobody has looked at it. */
	readonly isNew: boolean;
	/** The salted hashes of the watched fields, one behind the other. */
	readonly hashes: string;
}

/** All that is kept for one account. */
export interface Memory {
	/** When somebody looked last, in milliseconds since 1970; undefined when nobody ever did. */
	readonly looked: number | undefined;
	/** By the salted hash of the referral's id. */
	readonly entries: ReadonlyMap<string, Kept>;
}

/** The letters of the hash of an id: 96 bits, so that no two ids meet. */
export const keyLength = 16;
/**
 * Those of the hash of a field: 24 bits. A value that could be guessed can't be tested without the salt; and with it, one out of
 * some 17 million others has the same hash, by which a change is missed in no more cases than that.
 */
export const hashLength = 4;

/** How many referrals are kept: with some 60 bytes each, a bit more than a megabyte. */
export const mostKept = 20_000;
/** For how many days one is kept that is never loaded. */
export const longestKept = 400;
/** What is longer was not written here, in bytes. */
export const longestMemory = 4 * 2 ** 20;

const title = 'partner-referrals seen 1';
const none: Memory = { looked: undefined, entries: new Map() };
const radix = 36;

const line = new RegExp(
	`^([\\w-]{${keyLength}}) ([0-9a-z]{1,11}|-) ([0-9a-z]{1,6}) ([nw]*|-) ([\\w-]{${hashLength * watched.length}})$`,
);

/** Reads what was kept, which may be anything: what isn't as it is written here counts as nothing. */
export function readMemory(text: string): Memory {
	if (text.length > longestMemory) return none;
	const [head = '', ...lines] = text.split('\n');
	const looked = head.startsWith(`${title} `) ? numberIn(head.slice(title.length + 1)) : Number.NaN;
	if (Number.isNaN(looked)) return none;
	const entries = new Map<string, Kept>();
	for (const each of lines.slice(0, mostKept)) {
		const [, key = '', updated = '', day = '', flags = '', hashes = ''] = line.exec(each) ?? [];
		if (key === '') continue;
		const [isNew, isWhole] = [flags.includes('n'), flags.includes('w')];
		entries.set(key, { updated: numberIn(updated), day: numberIn(day), isNew, isWhole, hashes });
	}
	return { looked, entries };
}

/**
 * Writes down what is kept, as of a day since 1970: of too many those that were loaded last, of a day's the new ones, and those
 * that came first, as groups come before others that are over.
 */
export function memoryText({ looked = 0, entries }: Memory, today: number): string {
	const recent = [...entries].filter(([, { day }]) => today - day <= longestKept);
	const kept = recent.length > mostKept ? recent.toSorted(byNeed).slice(0, mostKept) : recent;
	// A day to come was written while the clock was wrong, and would be the last one for years.
	const lines = kept.map(([key, entry]) => lineOf(key, { ...entry, day: Math.min(entry.day, today) }));
	return [`${title} ${looked.toString(radix)}`, ...lines].join('\n');
}

/**
 * What is kept of a referral when two windows have written of it: what somebody has seen counts more than that it is new, and
 * of two states that were seen, the later one.
 */
export function joined(there: Kept | undefined, mine: Kept): Kept {
	if (!there) return mine;
	const day = Math.max(there.day, mine.day);
	if (there.isNew !== mine.isNew) return { ...(there.isNew ? mine : there), day };
	return { ...(there.updated > mine.updated ? there : mine), day };
}

/**
 * Since when what nobody knows is new, in milliseconds since 1970. Where the clock was put back since, or was wrong before, the dates of
 * the service tell what had come by then.
 */
export function sinceIn({ looked, entries }: Memory, now: number): number {
	if (looked === undefined || looked <= now) return looked ?? now;
	let latest = now;
	for (const { updated } of entries.values()) if (updated <= looked && updated > latest) latest = updated;
	return latest;
}

/** Whether two say the same of a referral. */
export function areSame(one: Kept, other: Kept): boolean {
	return (
		Object.is(one.updated, other.updated) &&
		one.day === other.day &&
		one.isNew === other.isNew &&
		one.isWhole === other.isWhole &&
		one.hashes === other.hashes
	);
}

function byNeed([, one]: readonly [string, Kept], [, other]: readonly [string, Kept]): number {
	return other.day - one.day || Number(other.isNew) - Number(one.isNew);
}

function lineOf(key: string, { updated, day, isNew, isWhole, hashes }: Kept): string {
	const flags = `${isNew ? 'n' : ''}${isWhole ? 'w' : ''}`;
	const at = updated >= 0 ? updated.toString(radix) : '-';
	return [key, at, day.toString(radix), flags || '-', hashes].join(' ');
}

/** NaN for what is no number, or more than an instant can be. */
function numberIn(text: string): number {
	const number = /^[0-9a-z]{1,11}$/.test(text) ? Number.parseInt(text, radix) : Number.NaN;
	return number <= 8.64e15 ? number : Number.NaN;
}
