import type { Ask, Reply, Send } from '../send.ts';

/** One ask on its way: it waits, it is under way, it settles. It settles once, and at once when it is aborted. */
export class Turn {
	/** What becomes of the ask. */
	readonly answer: Promise<Reply>;
	readonly #send: Send;
	readonly #ask: Ask;
	readonly #left: (turn: Turn) => void;
	readonly #settle: PromiseWithResolvers<Reply>;
	/** The send's own signal, since it is also given up when everything ends. */
	readonly #controller = new AbortController();
	readonly #abort = () => this.giveUp(this.#ask.signal.reason);
	#settled = false;

	/** @param left hears that it has settled */
	constructor(send: Send, ask: Ask, left: (turn: Turn) => void) {
		this.#send = send;
		this.#ask = ask;
		this.#left = left;
		this.#settle = Promise.withResolvers();
		this.answer = this.#settle.promise;
		ask.signal.addEventListener('abort', this.#abort);
	}

	/** Whether no person waits for it. */
	get background(): boolean {
		return this.#ask.background === true;
	}

	/** Sends. What comes after it was given up is for nobody. @returns the reply, even then */
	async run(): Promise<Reply> {
		return this.#send({ ...this.#ask, signal: this.#controller.signal });
	}

	resolve(reply: Reply): void {
		if (this.#settles()) this.#settle.resolve(reply);
		this.#left(this);
	}

	reject(reason: unknown): void {
		if (this.#settles()) this.#settle.reject(reason);
		this.#left(this);
	}

	/** Rejects it whatever it is doing, and ends that. */
	giveUp(reason: unknown): void {
		this.reject(reason);
		this.#controller.abort(reason);
	}

	#settles(): boolean {
		const settles = !this.#settled;
		this.#settled = true;
		this.#ask.signal.removeEventListener('abort', this.#abort);
		return settles;
	}
}
