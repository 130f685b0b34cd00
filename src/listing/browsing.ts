import type { FailureKind } from '../partner/error.ts';
import type { ActiveQuery } from '../query/activeQuery.ts';
import type { Query, Sort } from '../query/query.ts';
import type { Arranging } from './arranging/arranging.ts';
import { Emitter, type Subscription } from './emitter.ts';
import type { Exploration, ExplorationChange } from './exploration.ts';
import { failuresIn, retryFailed } from './failures.ts';
import type { Sessions } from './sessions.ts';

const wantsSignIn: readonly FailureKind[] = ['signedOut', 'challenged', 'mfaNeeded', 'mfaMissing'];

/** What is being browsed: the current session by the active query. All of it is only in memory. */
export class Browsing {
	readonly sessions: Sessions;
	readonly query: ActiveQuery;
	readonly #now: () => number;
	readonly #arranging: (() => Arranging | undefined) | undefined;
	readonly #changes = new Emitter<ExplorationChange>();
	readonly #subscription: Subscription;
	#exploration: Exploration | undefined;

	/** Where something changed; with undefined, anywhere, another session or query included. */
	readonly onDidChange = this.#changes.event;

	/** @param arranging how the user wants what has come to be arranged; by status unless given */
	constructor(
		sessions: Sessions,
		query: ActiveQuery,
		now: () => number,
		arranging?: () => Arranging | undefined,
	) {
		this.sessions = sessions;
		this.query = query;
		this.#now = now;
		this.#arranging = arranging;
		this.#subscription = sessions.onDidChange(() => this.#explore());
	}

	/** Undefined while there is no session. */
	get exploration(): Exploration | undefined {
		return this.#exploration;
	}

	/** Whether something waits for the user to sign in again. */
	get needsSignIn(): boolean {
		const failures = this.#exploration ? failuresIn(this.#exploration) : [];
		return failures.some(({ kind }) => wantsSignIn.includes(kind));
	}

	/** Whether a sign-in without a second factor won't do. */
	get needsSecondFactor(): boolean {
		const failures = this.#exploration ? failuresIn(this.#exploration) : [];
		return failures.some(({ kind }) => kind === 'mfaNeeded' || kind === 'mfaMissing');
	}

	/** Connects if nobody did yet; requests no referrals, asks the user nothing and never rejects. */
	async open(): Promise<Exploration | undefined> {
		await this.query.recall();
		await this.sessions.open();
		this.#exploreOnce();
		return this.#exploration;
	}

	/** The same for what cannot do without: rejects with the failure, or `signedOut`. */
	async opened(): Promise<Exploration> {
		await this.query.recall();
		await this.sessions.opened();
		this.#exploreOnce();
		return this.#exploration ?? this.opened();
	}

	/** Looks with another query, dropping what the one before had found. */
	search(query: Query): void {
		this.query.change(query);
		this.#explore();
	}

	/** Puts what has come into another order, of those for which the service is asked in the same way. */
	sortBy(sort: Sort): void {
		this.query.change({ ...this.query.value, sort });
		this.#exploration?.sortBy(sort);
	}

	/** Shows what has come in other words, as when it is masked; nothing is asked for. */
	showAnew(): void {
		if (this.#exploration) this.#exploration.rearrange();
		else this.#changes.fire(undefined);
	}

	/** Goes on where the sign-in had stopped it. */
	async signedInAgain(): Promise<void> {
		if (this.#exploration) await retryFailed(this.#exploration, [...wantsSignIn, 'forbidden']);
		else this.sessions.end();
	}

	dispose(): void {
		this.#subscription.dispose();
		this.#exploration?.end();
		this.#changes.dispose();
	}

	#exploreOnce(): void {
		if (this.#exploration?.session !== this.sessions.current) this.#explore();
	}

	#explore(): void {
		const { current } = this.sessions;
		this.#exploration?.end();
		this.#exploration = undefined;
		// Whoever looked for a session alone, such as a link, may have come before the query is known.
		if (this.query.known) this.#exploration = current?.explore(this.query.value, this.#now, this.#arranging);
		else if (current) void this.query.recall().then(() => this.#exploreOnce());
		this.#exploration?.onDidChange((change) => this.#changes.fire(change));
		current?.store.tidy();
		this.#changes.fire(undefined);
	}
}
