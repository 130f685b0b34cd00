import type { ListedReferral } from '../arranging/listed.ts';
import { type Before, Comparing, type Digest, withWhatIsSame } from './comparing.ts';
import { createdOf, type Facts, factsOf, type Watched, watched } from './facts.ts';
import { type Memory, sinceIn } from './kept.ts';
import { type Entry, Outbox } from './outbox.ts';

/** Why a referral is marked: it is new, or other than it was seen last; without fields, only its date of update is. */
export type Mark =
	| { readonly kind: 'new'; readonly now: Facts }
	| {
			readonly kind: 'changed';
			readonly fields: readonly Watched[];
			readonly before: Before;
			readonly now: Facts;
	  };

/** What `Seen` stands on. */
interface Ground {
	/** Undefined where nothing is kept. */
	readonly digest?: Digest | undefined;
	readonly memory: Memory;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

const day = 86_400_000;
/** Services write the same date with more or fewer digits; in milliseconds. */
const sameDate = 1000;
/**
 * What the user of one account has seen, and what is new or has changed since. The first time ever, nothing is: what comes
 * is what there was. Later a referral is new that nobody knows, and that was created after somebody had looked last.
 */
export class Seen {
	readonly #ground: Ground;
	readonly #comparing: Comparing;
	readonly #entries = new Map<string, Entry>();
	readonly #marks = new Map<string, Mark>();
	readonly #outbox: Outbox;
	#memory: Memory;
	#since: number;
	#isFirst: boolean;
	#looked: number;

	constructor(ground: Ground) {
		this.#ground = ground;
		this.#comparing = new Comparing(ground.digest);
		this.#outbox = new Outbox(this.#comparing, () => this.today);
		this.#memory = ground.memory;
		this.#isFirst = ground.memory.looked === undefined;
		this.#looked = ground.now();
		this.#since = sinceIn(ground.memory, this.#looked);
	}

	/** By id. */
	get marks(): ReadonlyMap<string, Mark> {
		return this.#marks;
	}

	/** Whether something is to be written. */
	get isUnwritten(): boolean {
		return !this.#outbox.isEmpty;
	}

	/** States have come. @returns the ids of which the mark is another one */
	meet(states: readonly ListedReferral[]): ReadonlySet<string> {
		if (states.length === 0) return new Set();
		this.#looked = Math.max(this.#looked, this.#ground.now());
		if (this.#isFirst) this.#begin(states);
		return new Set(states.filter((state) => this.#meet(state)).map(({ id }) => id));
	}

	/** The user has seen what there is of these. @returns the ids that were marked */
	saw(ids: Iterable<string>): ReadonlySet<string> {
		const marked = new Set<string>();
		for (const id of [...ids]) {
			const entry = this.#entries.get(id);
			const mark = this.#marks.get(id);
			if (!entry || !mark) continue;
			this.#marks.delete(id);
			entry.isNew = false;
			entry.seen = mark.now;
			entry.hashes = undefined;
			this.#outbox.add(id, entry);
			marked.add(id);
		}
		return marked;
	}

	/** A referral is no longer there. @returns whether it was marked */
	drop(id: string): boolean {
		return this.#marks.delete(id);
	}

	/** Makes the hashes of what is to be written, some at a time, since they take time. @returns whether there are more */
	prepare(most: number): boolean {
		return this.#outbox.prepare(this.#memory, most);
	}

	/**
	 * Takes in what another window has written.
	 * @returns what is to be written instead, with what came here; undefined once that is there. And the ids of which the mark is
	 * another one
	 */
	merge(there: Memory): { readonly memory: Memory | undefined; readonly told: Set<string> } {
		const told = this.#adopt(there);
		const entries = this.#outbox.merged(there);
		const looked = Math.max(there.looked ?? 0, Math.min(this.#looked, this.#ground.now()));
		return { memory: entries && { looked, entries }, told };
	}

	/** The day that it is, since 1970. */
	get today(): number {
		return Math.max(0, Math.floor(this.#ground.now() / day));
	}

	/** The clock here may be behind that of the service. */
	#begin(states: readonly ListedReferral[]): void {
		this.#isFirst = false;
		for (const state of states) {
			const dates = [createdOf(state.sent.referral), factsOf(state).updated];
			for (const date of dates) if (date > this.#since) this.#since = date;
		}
	}

	#meet(state: ListedReferral): boolean {
		const { id } = state;
		const now = factsOf(state);
		const known = this.#entries.get(id);
		const entry = known ?? this.#recalled(id) ?? this.#unknown(state, now);
		if (!known) this.#entries.set(id, entry);
		return this.#remark(id, entry, now);
	}

	#recalled(id: string): Entry | undefined {
		const key = this.#comparing.keyOf(id);
		const kept = this.#memory.entries.get(key);
		if (!kept) return undefined;
		const entry = { key, seen: { ...kept, texts: {} }, isNew: kept.isNew, hashes: kept.hashes };
		if (kept.day < this.today) this.#outbox.add(id, entry);
		return entry;
	}

	#unknown({ id, sent }: ListedReferral, now: Facts): Entry {
		const isNew = createdOf(sent.referral) > this.#since;
		const entry = { key: this.#comparing.keyOf(id), seen: now, isNew };
		this.#outbox.add(id, entry);
		return entry;
	}

	#remark(id: string, entry: Entry, now: Facts): boolean {
		this.#catchUp(entry);
		const before = this.#marks.get(id);
		const mark = this.#markFor(id, entry, now);
		if (mark) this.#marks.set(id, mark);
		else this.#marks.delete(id);
		return before !== undefined || mark !== undefined;
	}

	#markFor(id: string, entry: Entry, now: Facts): Mark | undefined {
		if (entry.isNew) return { kind: 'new', now };
		const { seen } = entry;
		if (seen === now || now.updated < seen.updated - sameDate) return undefined;
		const fields = this.#comparing.changed(id, seen, now);
		const isChanged = fields.length > 0 || now.updated > seen.updated + sameDate;
		entry.seen = this.#comparing.withEmpty(id, withWhatIsSame(seen, now, fields), fields);
		if (isChanged) return { kind: 'changed', fields, before: entry.seen, now };
		if (watched.some((field) => seen.texts[field] === '' && entry.seen.texts[field] !== '')) {
			entry.hashes = undefined;
			this.#outbox.add(id, entry);
		}
		return undefined;
	}

	/** What another window has seen later than this one, is seen. @returns whether it was other than here */
	#catchUp(entry: Entry): boolean {
		const there = this.#memory.entries.get(entry.key);
		if (!there || there.isNew || !(entry.isNew || there.updated > entry.seen.updated)) return false;
		entry.isNew = false;
		entry.seen = { ...there, texts: {} };
		entry.hashes = there.hashes;
		return true;
	}

	#adopt(there: Memory): Set<string> {
		this.#memory = there;
		const told = new Set<string>();
		for (const [id, mark] of [...this.#marks]) {
			const entry = this.#entries.get(id);
			if (!entry || !this.#catchUp(entry)) continue;
			this.#remark(id, entry, mark.now);
			told.add(id);
		}
		return told;
	}
}
