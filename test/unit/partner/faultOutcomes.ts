import type { FailureKind } from '../../../src/partner/error.ts';

/** What becomes of a request that a fault strikes. */
export interface Expectation {
	/** As what it is told when it strikes every attempt at a page; empty when the page comes all the same. */
	readonly kinds: readonly FailureKind[];
	/** The same for a further page, and for a single referral. */
	readonly further: readonly FailureKind[];
	readonly one: readonly FailureKind[];
	/** How many requests one question may cost at the most. */
	readonly attempts: number;
	/** Which rows there are on a page that comes, and how many that can't be read. */
	readonly rows: (ids: readonly string[]) => readonly string[];
	readonly unreadable: number;
	/** Where a page that comes leads: on, to the end, or to a problem. */
	readonly leadsTo: 'on' | 'end' | FailureKind;
	readonly hangs?: true;
	/** Takes so much time or memory that once is enough. */
	readonly heavy?: true;
	/** Where it differs on the second page. */
	readonly onPage2?: Expectation;
}

type Kinds = FailureKind | readonly FailureKind[];

const listed = (kinds: Kinds): readonly FailureKind[] => (typeof kinds === 'string' ? [kinds] : kinds);

/** Nobody notices. */
export const harmless: Expectation = {
	kinds: [],
	further: [],
	one: [],
	attempts: 1,
	rows: (ids) => ids,
	unreadable: 0,
	leadsTo: 'on',
};

/** No answer at all, until the user or the clock loses patience. */
export const hangs: Expectation = { ...harmless, hangs: true };

/** It fails, at once or after having been retried. */
export function fails(
	kinds: Kinds,
	attempts = 1,
	{ further = kinds, one = kinds }: { further?: Kinds; one?: Kinds } = {},
): Expectation {
	return { ...harmless, kinds: listed(kinds), further: listed(further), one: listed(one), attempts };
}

/** It fails because no list is in it, which is no failure of a single referral. */
export function failsAsList(kind: FailureKind): Expectation {
	return { ...fails(kind), one: [] };
}

export function throttled(attempts: number): Expectation {
	return fails('throttled', attempts);
}

/** A token that is refused is renewed once. */
export function renewed(kind: FailureKind): Expectation {
	return fails(kind, 2);
}

/** The page comes with other rows. */
export function rows(change: Expectation['rows'], unreadable = 0): Expectation {
	return { ...harmless, rows: change, unreadable };
}

/** The page comes and doesn't lead on. */
export function leads(
	to: 'end' | FailureKind,
	change: Expectation['rows'] = harmless.rows,
	one: Kinds = [],
	unreadable = 0,
): Expectation {
	return { ...rows(change, unreadable), leadsTo: to, one: listed(one) };
}

export function heavy(expectation: Expectation): Expectation {
	return { ...expectation, heavy: true };
}

/** What is there in the end, as far as a page or its failure decides it. */
export interface Outcome {
	readonly ids: readonly string[];
	readonly unreadable: number;
	/** Empty when the list came to its end. */
	readonly kinds: readonly FailureKind[];
}

/** What a walk through all pages ends with when a fault strikes one of them, once or each time. */
export function outcomeOf(
	expectation: Expectation,
	pages: readonly (readonly string[])[],
	struck: number,
	always: boolean,
): Outcome {
	const before = pages.slice(0, struck).flat();
	const { kinds, further, attempts, rows, unreadable, leadsTo } =
		struck === 1 ? (expectation.onPage2 ?? expectation) : expectation;
	const failure = struck === 0 ? kinds : further;
	if (failure.length > 0 && (attempts === 1 || always)) return { ids: before, unreadable: 0, kinds: failure };
	if (failure.length > 0) return { ids: pages.flat(), unreadable: 0, kinds: [] };
	const ids = [...before, ...rows(pages[struck] ?? [])];
	if (leadsTo === 'on') return { ids: [...ids, ...pages.slice(struck + 1).flat()], unreadable, kinds: [] };
	return { ids, unreadable, kinds: leadsTo === 'end' ? [] : [leadsTo] };
}
