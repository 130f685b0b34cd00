import { unlessAborted } from '../partner/unlessAborted.ts';

/** Lets one in at a time, in the order in which they came; whoever comes in looks anew at what there is to do. */
export class Door {
	readonly #end: AbortSignal;
	#last: Promise<unknown> = Promise.resolve();
	#inside: AbortController | undefined;

	/** @param end closes it for good: whoever is inside is told, and nobody else gets in */
	constructor(end: AbortSignal) {
		this.#end = end;
	}

	/**
	 * Rejects with what the work rejects with, or with the reason of the end or the stop.
	 * @param stop gives up, also while waiting for whoever is inside
	 */
	pass<T>(work: (signal: AbortSignal) => Promise<T>, stop?: AbortSignal): Promise<T> {
		const ends = stop ? [this.#end, stop] : [this.#end];
		const turn = this.#last.then(() => this.#enter(work, ends));
		this.#last = turn.catch(() => {});
		return stop ? unlessAborted(turn, stop) : turn;
	}

	/** Sends away whoever is inside, for a reason that `wasSentAway` knows. */
	sendAway(): void {
		this.#inside?.abort(sentAway);
	}

	async #enter<T>(work: (signal: AbortSignal) => Promise<T>, ends: readonly AbortSignal[]): Promise<T> {
		for (const end of ends) end.throwIfAborted();
		const inside = new AbortController();
		this.#inside = inside;
		const signal = AbortSignal.any([inside.signal, ...ends]);
		try {
			return await unlessAborted(work(signal), signal);
		} finally {
			this.#inside = undefined;
		}
	}
}

const sentAway = new Error('Somebody else goes first.');

/** Whether somebody was sent away from inside, rather than failed. */
export function wasSentAway(error: unknown): boolean {
	return error === sentAway;
}
