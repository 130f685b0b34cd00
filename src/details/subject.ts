import type { ListedReferral } from '../listing/arranging/listed.ts';
import type { Subscription } from '../listing/emitter.ts';
import type { Session } from '../listing/session.ts';
import type { Sessions } from '../listing/sessions.ts';
import type { StoreChange } from '../listing/store.ts';
import { asPartnerError, type PartnerError } from '../partner/error.ts';
import { SessionEnded } from '../partner/sessionEnded.ts';

/** What a subject needs of the world. */
export interface SubjectWishes {
	readonly sessions: Pick<Sessions, 'opened'>;
	/** What is known of it is something else now, or what it waits for. */
	changed(): void;
}

/**
 * The referral that a page is about: the newest state that its session knows of it, and what became of asking the service
 * for all of it. It belongs to one session; one that comes back by its id alone, to the first that there is.
 */
export class Subject {
	readonly #wishes: SubjectWishes;
	#id: string;
	#session: Session | undefined;
	#state: ListedReferral | undefined;
	#failure: PartnerError | undefined;
	/** From the beginning, because a page asks as soon as it is there. */
	#asking: AbortController | undefined = new AbortController();
	#ties: readonly Subscription[] = [];
	#isOver = false;

	constructor(id: string, session: Session | undefined, wishes: SubjectWishes) {
		this.#id = id;
		this.#wishes = wishes;
		if (session) this.#join(session);
	}

	get id(): string {
		return this.#id;
	}

	/** Undefined while it waits for one. */
	get session(): Session | undefined {
		return this.#session;
	}

	/** The newest that is known; of what the service no longer has, the last. */
	get state(): ListedReferral | undefined {
		// Where nothing differs, the store says nothing; but the page that the one before stood in may go.
		this.#state = this.#session?.store.get(this.#id) ?? this.#state;
		return this.#state;
	}

	/** Why the service did not say more. */
	get failure(): PartnerError | undefined {
		return this.#failure;
	}

	/** Whether the session still knows of it, so that only more of it can't be had. */
	get isListed(): boolean {
		return this.#session?.store.get(this.#id) !== undefined;
	}

	/** Whether the service is being asked. */
	get busy(): boolean {
		return this.#asking !== undefined;
	}

	/** Turns to a referral, and asks for all of it unless that is known already. */
	show(id: string, session: Session): void {
		const isOther = id !== this.#id || session !== this.#session;
		if (isOther) this.#turnTo(id, session);
		if (isOther || (!this.busy && !this.#state?.origin.whole)) void this.refresh();
	}

	/** Asks the service; the last one to ask wins. Never rejects. */
	async refresh(): Promise<void> {
		if (this.#isOver) return;
		this.#asking?.abort();
		const asking = new AbortController();
		this.#asking = asking;
		this.#wishes.changed();
		const failure = await this.#ask(asking.signal).then(() => undefined, failureIn);
		if (asking !== this.#asking) return;
		this.#asking = undefined;
		this.#failure = failure;
		this.#wishes.changed();
	}

	/** The session has ended: waits for the next one, as if it had come back by its id. */
	startOver(): Promise<void> {
		this.#leave();
		this.#session = undefined;
		this.#state = undefined;
		this.#failure = undefined;
		return this.refresh();
	}

	/** Stops what is going on; nothing changes any more. */
	dispose(): void {
		this.#isOver = true;
		this.#asking?.abort();
		this.#asking = undefined;
		this.#leave();
	}

	async #ask(signal: AbortSignal): Promise<void> {
		const session = this.#session ?? (await this.#wishes.sessions.opened());
		signal.throwIfAborted();
		if (!this.#session) this.#join(session);
		const answer = await session.byId(this.#id, signal);
		signal.throwIfAborted();
		// The same, in the service's own letters.
		if (answer.id !== this.#id) this.#turnTo(answer.id, session);
	}

	#turnTo(id: string, session: Session): void {
		this.#id = id;
		this.#failure = undefined;
		this.#join(session);
	}

	#join(session: Session): void {
		this.#leave();
		this.#session = session;
		this.#ties = [session.store.pin(this.#id), session.store.onDidChange((change) => this.#hear(change))];
		this.#state = session.store.get(this.#id);
	}

	#leave(): void {
		for (const tie of this.#ties) tie.dispose();
		this.#ties = [];
	}

	#hear(change: StoreChange): void {
		if (!change.has(this.#id)) return;
		const before = this.#state;
		this.#state = this.#session?.store.get(this.#id) ?? before;
		// Lists leave fields out, which would go from the page.
		const isLess = before?.origin.whole && !this.#state?.origin.whole;
		if (isLess && !this.busy) void this.refresh();
		else this.#wishes.changed();
	}
}

/** Whoever is gone needs no failure. */
function failureIn(error: unknown): PartnerError | undefined {
	return error instanceof SessionEnded ? undefined : asPartnerError(error);
}
