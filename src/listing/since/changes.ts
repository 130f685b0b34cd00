import { Emitter, type Subscription } from '../emitter.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import type { Follower, Surroundings } from './follower.ts';
import type { Mark } from './seen.ts';

/**
 * What is new or has changed since the user of the current session looked last. With the session ends all that is known of it
 * here; what was seen in the sample is known for as long as the sample is explored.
 */
export class Changes {
	readonly #sessions: Sessions;
	readonly #prepare: () => Promise<Surroundings>;
	readonly #changes = new Emitter<ReadonlySet<string>>();
	readonly #subscription: Subscription;
	#session: Session | undefined;
	/** Undefined until its code is loaded, and it is known what was seen before. */
	#follower: Follower | undefined;
	#prepared: Promise<Surroundings> | undefined;
	#writing: Promise<unknown> = Promise.resolve();

	/** Ids of referrals of which the mark is another one now; empty where those are of another session, or none. */
	readonly onDidChange = this.#changes.event;

	/** @param prepare is called when there is a session, for the first one only */
	constructor(sessions: Sessions, prepare: () => Promise<Surroundings>) {
		this.#sessions = sessions;
		this.#prepare = prepare;
		this.#subscription = sessions.onDidChange(() => this.#follow());
	}

	/** Why a referral is marked; undefined for one that isn't. */
	markOf(id: string): Mark | undefined {
		return this.#follower?.markOf(id);
	}

	/** How many of the loaded referrals are marked. */
	get count(): number {
		return this.#follower?.count ?? 0;
	}

	/** The user has seen some. */
	saw(ids: Iterable<string>): void {
		this.#follower?.saw(ids);
	}

	/** Looks at what other windows have seen meanwhile; never rejects. */
	look(): Promise<void> | undefined {
		return this.#follower?.look();
	}

	/** Begins anew with what is loaded, as where nothing was ever seen before; what wasn't written is not. */
	startOver(): void {
		const before = this.#follower;
		before?.forget();
		this.#follower = undefined;
		this.#session = undefined;
		this.#follow();
		if (before) this.#changes.fire(new Set(before.marks.keys()));
	}

	/** Resolves when what was seen is written; never rejects. */
	async end(): Promise<void> {
		this.#subscription.dispose();
		this.#changes.dispose();
		this.#session = undefined;
		this.#leave();
		await this.#writing;
	}

	#follow(): void {
		const { current } = this.#sessions;
		if (current === this.#session) return;
		this.#session = current;
		this.#leave();
		this.#changes.fire(new Set());
		if (current) this.#begin(current).catch(() => {});
	}

	#leave(): void {
		this.#writing = Promise.all([this.#writing, this.#follower?.end()]);
		this.#follower = undefined;
	}

	async #begin(session: Session): Promise<void> {
		const { Follower, shelfWithText } = await import('./follower.ts');
		this.#prepared ??= this.#prepare();
		const around = await this.#prepared;
		// The same account may begin again before it is written what it has seen.
		await this.#writing;
		const shelf = await shelfWithText(session, around);
		// Somebody else may look by now.
		if (this.#session !== session || session.signal.aborted || this.#follower) return;
		const told = (ids: ReadonlySet<string>) => this.#changes.fire(ids);
		this.#follower = new Follower(session, around, shelf, told);
		this.#changes.fire(new Set(this.#follower.marks.keys()));
	}
}
