import { wide } from './arranging/partition.ts';
import { Emitter } from './emitter.ts';
import type { Exploration } from './exploration.ts';
import type { Depth, Feed } from './feed.ts';

/** What reading again has found to be other than before, as ids. */
export interface Difference {
	readonly added: ReadonlySet<string>;
	/** What the product reads of it is other. */
	readonly changed: ReadonlySet<string>;
	/** It stands in another branch. */
	readonly moved: ReadonlySet<string>;
	/** It is in none of the lists any more, although all that the query finds was read to the end. */
	readonly gone: ReadonlySet<string>;
}

/** How to read again. */
export interface RefreshWishes {
	readonly depth: Depth;
	/** Ends it when aborted; what was loaded before stays. */
	readonly stop: AbortSignal;
	/** Hears how many of the feeds are done. */
	readonly progressed?: (done: number, all: number) => void;
}

/** Reading again has begun, or ended with everything read anew, or with less than that. */
export type Reading = 'begun' | 'all' | 'some';

/** Reads again what has come, one feed after the other so as not to press the service, and never twice at once. */
export class Refreshing {
	readonly #exploration: Exploration;
	readonly #readings = new Emitter<Reading>();
	#underWay: Promise<Difference> | undefined;
	#running = 0;

	readonly onDidRead = this.#readings.event;

	constructor(exploration: Exploration) {
		this.#exploration = exploration;
	}

	get busy(): boolean {
		return this.#underWay !== undefined;
	}

	/** Whether anything is being read again, be it all or some of it. */
	get active(): boolean {
		return this.#running > 0;
	}

	/** What there is to read again. */
	get feeds(): readonly Feed[] {
		return this.#exploration.feeds.filter(({ state }) => state !== 'idle');
	}

	/** Reads everything again. While that goes on, whoever asks again waits for that instead. */
	run(wishes: RefreshWishes): Promise<Difference> {
		this.#underWay ??= this.runOn(this.feeds, wishes).finally(() => {
			this.#underWay = undefined;
		});
		return this.#underWay;
	}

	/** Reads some of it again. @returns what is other than before */
	async runOn(feeds: readonly Feed[], wishes: RefreshWishes): Promise<Difference> {
		const all = this.feeds.every((feed) => feeds.includes(feed));
		this.#running += 1;
		this.#readings.fire('begun');
		try {
			return await this.#readAgain(feeds, wishes);
		} finally {
			this.#running -= 1;
			const whole = all && wishes.depth === 'shown' && !wishes.stop.aborted;
			this.#readings.fire(whole && feeds.every(({ failure }) => !failure) ? 'all' : 'some');
		}
	}

	async #readAgain(feeds: readonly Feed[], { depth, stop, progressed }: RefreshWishes): Promise<Difference> {
		const exploration = this.#exploration;
		const { signal, session } = exploration;
		const before = placesIn(exploration);
		const told = new Set<string>();
		// Rather than keeping all states of before, with the pages that they stand in.
		const hearing = session.store.onDidChange((change) => {
			for (const id of change.keys()) told.add(id);
		});
		for (const [done, feed] of feeds.entries()) {
			if (stop.aborted || signal.aborted) break;
			progressed?.(done, feeds.length);
			await feed.refresh(depth, stop);
		}
		hearing.dispose();
		if (signal.aborted) return none;
		const whole = depth === 'shown' && !stop.aborted && isWhole(exploration);
		const difference = differenceOf(before, placesIn(exploration), told, whole);
		session.store.tidy();
		return difference;
	}
}

const none: Difference = { added: new Set(), changed: new Set(), moved: new Set(), gone: new Set() };

/** In which branch each referral of the lists is shown; undefined where it isn't. */
type Places = ReadonlyMap<string, string | undefined>;

function placesIn({ arrangement, feeds, session }: Exploration): Places {
	const places = new Map<string, string | undefined>();
	for (const { ids } of feeds) for (const id of ids) if (session.store.get(id)) places.set(id, undefined);
	for (const { key, rows, lens } of arrangement.values())
		if (!lens) for (const { id } of rows) places.set(id, key);
	return places;
}

/** Whether all that the query finds has come; a feed that failed may have moved on meanwhile. */
function isWhole({ feeds, partitions }: Exploration): boolean {
	if (feeds.some(({ failure }) => failure)) return false;
	const ended = new Set(feeds.filter(({ complete }) => complete).map(({ partition }) => partition.key));
	return ended.has(wide) || partitions.every(({ key }) => key === wide || ended.has(key));
}

function differenceOf(before: Places, after: Places, told: ReadonlySet<string>, whole: boolean): Difference {
	const [added, changed, moved] = [new Set<string>(), new Set<string>(), new Set<string>()];
	for (const [id, branch] of after) {
		const stood = before.get(id);
		if (!before.has(id)) added.add(id);
		else if (told.has(id)) changed.add(id);
		if (stood !== undefined && branch !== undefined && stood !== branch) moved.add(id);
	}
	const missing = [...before.keys()].filter((id) => !after.has(id));
	return { added, changed, moved, gone: new Set(whole ? missing : []) };
}
