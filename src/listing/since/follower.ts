import type { Clock } from '../../referral/clock.ts';
import type { ListedReferral } from '../arranging/listed.ts';
import type { Subscription } from '../emitter.ts';
import type { Session } from '../session.ts';
import type { StoreChange } from '../store.ts';
import { Keeping, type Shelf } from './keeping.ts';
import { readMemory } from './kept.ts';
import { type Mark, Seen } from './seen.ts';
import { shownMark } from './shownMark.ts';

/** What following a session stands on. */
export interface Surroundings {
	readonly clock: Clock;
	/** Where what a session's user sees is kept; undefined where nothing is. May reject. */
	shelfFor(session: Session): Promise<Shelf | undefined>;
	/** The referrals that the user looks at: whatever comes of them is seen. */
	looksAt(): readonly string[];
}

/** Follows what comes in one session, from when it is known what was seen before. */
export class Follower {
	readonly #session: Session;
	readonly #looksAt: () => readonly string[];
	readonly #told: (ids: ReadonlySet<string>) => void;
	readonly #seen: Seen;
	readonly #keeping: Keeping | undefined;
	readonly #subscription: Subscription;

	/** @param shelf with what is on it; undefined where nothing is kept */
	constructor(
		session: Session,
		around: Surroundings,
		shelf: { readonly shelf: Shelf; readonly text: string } | undefined,
		told: (ids: ReadonlySet<string>) => void,
	) {
		this.#session = session;
		const { clock } = around;
		this.#looksAt = () => around.looksAt();
		this.#told = told;
		const memory = readMemory(shelf?.text ?? '');
		this.#seen = new Seen({ digest: shelf?.shelf.digest, memory, now: () => clock.now() });
		this.#keeping = shelf && new Keeping(this.#seen, shelf.shelf, clock, told);
		this.#subscription = session.store.onDidChange((change) => this.#hear(change));
		this.#meet([...session.store.all()]);
		this.#keeping?.soon();
	}

	/** By id. */
	get marks(): ReadonlyMap<string, Mark> {
		return this.#seen.marks;
	}

	/** Why one is marked, as it is shown; undefined for one that isn't. */
	markOf(id: string): Mark | undefined {
		const mark = this.marks.get(id);
		const { mask } = this.#session.masking;
		return mark && mask ? shownMark(mark, mask) : mark;
	}

	/** How many of them are of what is loaded: the store forgets what nothing shows any more, and tells nobody. */
	get count(): number {
		return [...this.marks.keys()].filter((id) => this.#session.store.get(id)).length;
	}

	saw(ids: Iterable<string>): void {
		this.#tell(this.#seen.saw(ids));
	}

	async look(): Promise<void> {
		await this.#keeping?.look();
	}

	/** Writes what is left to write, and follows no more. */
	async end(): Promise<void> {
		this.#subscription.dispose();
		await this.#keeping?.end();
	}

	/** Writes nothing any more, and follows no more. */
	forget(): void {
		this.#subscription.dispose();
		this.#keeping?.stop();
	}

	#hear(change: StoreChange): void {
		const { store } = this.#session;
		const ids = [...change.keys()];
		for (const id of ids) if (!store.get(id)) this.#seen.drop(id);
		this.#tell(this.#meet(ids.flatMap((id) => store.get(id) ?? [])));
	}

	#meet(states: readonly ListedReferral[]): ReadonlySet<string> {
		const told = this.#seen.meet(states);
		this.#seen.saw(this.#looksAt());
		return told;
	}

	#tell(ids: ReadonlySet<string>): void {
		if (ids.size > 0) this.#told(ids);
		this.#keeping?.soon();
	}
}

/** What is on the shelf of a session; undefined where there is none. Where that can't be told, it is better left as it is. */
export async function shelfWithText(
	session: Session,
	around: Surroundings,
): Promise<{ readonly shelf: Shelf; readonly text: string } | undefined> {
	try {
		const shelf = await around.shelfFor(session);
		return shelf && { shelf, text: await shelf.read() };
	} catch {
		return undefined;
	}
}
