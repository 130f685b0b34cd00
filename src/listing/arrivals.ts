import type { Received, Referral } from '../partner/referral.ts';
import type { ServedSort } from '../query/query.ts';
import { compareInstants, instantIn } from '../referral/instant.ts';
import { pairKeyOf } from '../referral/pair.ts';
import { type Partition, wide } from './arranging/partition.ts';
import type { Feed } from './feed.ts';
import type { Judge } from './fitsQuery.ts';
import type { Holder } from './store.ts';

/** What taking something in needs to know. */
interface Around {
	readonly feeds: readonly Feed[];
	/** Whether a referral is what the query asks for. */
	readonly judge: Judge;
	/** What is known of a referral so far. */
	readonly stateOf: (id: string) => { readonly referral: Referral } | undefined;
}

/** What taking something in came to. */
interface Taken {
	/** Whether rows are there that weren't: what was shown before, the store tells of. */
	readonly arrived: boolean;
	/** Whether something may belong here, which only the service can tell. */
	readonly unsure: boolean;
}

/** A feed that a row may stand beside, as long as its pages are those of then. */
interface Beside {
	readonly feed: Feed;
	readonly reading: object;
}

/**
 * Referrals that came as changes, whatever was asked for, and are shown with what feeds have: those alone that a feed would
 * have, were it read anew. What would stand behind the last row that has come isn't among them, since nothing is known of
 * the rows between, and "Load more" will bring it; nor is what can't be judged here. Once a feed is read anew, it has them.
 */
export class Arrivals implements Holder {
	/** As a part of the query that no branch is filled from, so that rows of it are put among those of others by their order. */
	readonly partition: Partition = { key: 'arrivals' };
	readonly complete = false;
	readonly pages = 0;
	readonly #sort: ServedSort;
	readonly #beside = new Map<string, readonly Beside[]>();

	constructor(sort: ServedSort) {
		this.#sort = sort;
	}

	get ids(): Iterable<string> {
		return this.#beside.keys();
	}

	/** Whether they go before what feeds have: what was updated stands elsewhere in an order by updates. */
	get first(): boolean {
		return this.#sort === 'lastUpdated' || this.#sort === 'firstUpdated';
	}

	held(): Iterable<string> {
		return this.ids;
	}

	has(id: string): boolean {
		return this.#beside.has(id);
	}

	/** To be called before the store has these states, since it is told by the states of before how far a feed has come. */
	take(states: readonly Received[], around: Around): Taken {
		const reaches = reachesOf(this.#sort, around);
		const taken = states.map(({ referral }) => this.#takeOne(referral, around, reaches(referral)));
		return { arrived: taken.some(({ arrived }) => arrived), unsure: taken.some(({ unsure }) => unsure) };
	}

	/** @param reached the feeds that would have it */
	#takeOne(referral: Referral, { feeds, judge, stateOf }: Around, reached: readonly Feed[]): Taken {
		const { id } = referral;
		const having = feeds.filter(({ ids }) => ids.has(id));
		const before = this.#beside.get(id) ?? [];
		const isShown = having.length + before.length > 0;
		const isKnown = isShown && stateOf(id)?.referral.updatedDateTime === referral.updatedDateTime;
		if (isKnown || (!isShown && reached.length === 0)) return { arrived: false, unsure: false };
		const fits = judge(referral);
		const unsure = fits === undefined;
		// Also of what a feed has that it has left, which may be read anew alone.
		const lacking = fits ? reached.filter((feed) => !having.includes(feed)) : [];
		const misplaced = this.first && pairKeyOf(referral) !== undefined ? having : [];
		const beside = [...lacking, ...misplaced].map((feed) => ({ feed, reading: feed.reading }));
		if (beside.length === 0) return { arrived: false, unsure };
		const others = before.filter(({ feed }) => !beside.some((each) => each.feed === feed));
		this.#beside.set(id, [...others, ...beside]);
		return { arrived: !isShown, unsure };
	}

	/** Lets go of what feeds would have by now. @returns whether there was anything */
	forgetOutlived(): boolean {
		const before = this.#beside.size;
		for (const [id, beside] of this.#beside)
			if (beside.every(({ feed, reading }) => feed.reading !== reading)) this.#beside.delete(id);
		return this.#beside.size < before;
	}

	/** At the end. */
	clear(): void {
		this.#beside.clear();
	}
}

/** Finds the feeds among whose rows a referral would stand. */
function reachesOf(sort: ServedSort, { feeds, stateOf }: Around): (referral: Referral) => readonly Feed[] {
	const date = sort === 'newest' || sort === 'oldest' ? 'createdDateTime' : 'updatedDateTime';
	const ends = new Map(
		feeds.map((feed) => {
			const dates = feed.complete ? [] : datesIn(feed, (id) => stateOf(id)?.referral[date]);
			return [feed, date === 'createdDateTime' ? dates.at(-1) : earliest(dates)];
		}),
	);
	const reaches = (feed: Feed, own: string | undefined) => {
		if (feed.complete) return true;
		const end = ends.get(feed);
		// What has just been updated is the last of all in that order.
		if (sort === 'firstUpdated' || end === undefined || !isInstant(own)) return false;
		const order = compareInstants(own, end);
		return sort === 'oldest' ? order <= 0 : order >= 0;
	};
	return (referral) => {
		const keys = [pairKeyOf(referral), wide];
		return feeds.filter((feed) => keys.includes(feed.partition.key) && reaches(feed, referral[date]));
	};
}

function datesIn({ ids }: Feed, dateOf: (id: string) => string | undefined): readonly string[] {
	return [...ids].map(dateOf).filter(isInstant);
}

/** Rows that were updated since they came are not what tells how far a feed has come. */
function earliest(dates: readonly string[]): string | undefined {
	let first = dates[0];
	for (const date of dates) if (compareInstants(date, first) < 0) first = date;
	return first;
}

function isInstant(text: string | undefined): text is string {
	return text !== undefined && instantIn(text) !== undefined;
}
