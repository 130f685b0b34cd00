import type { TableAround } from './around.ts';

/** How long a slice may be before others have their turn, in milliseconds: with what is done at a time, a frame is never missed. */
const longestSlice = 5;

/** Long work, done in slices. It ends with a signal, whose reason is then thrown. */
export class Turns {
	readonly #around: Pick<TableAround, 'rest' | 'elapsed'>;
	readonly #signal: AbortSignal;
	#began: number;

	constructor(around: Pick<TableAround, 'rest' | 'elapsed'>, signal: AbortSignal) {
		this.#around = around;
		this.#signal = signal;
		this.#began = around.elapsed();
	}

	/** Does so many things, some at a time. @param step so many that they take far less than a slice */
	async each(count: number, step: number, work: (from: number, to: number) => void): Promise<void> {
		for (let from = 0; from < count; from += step) {
			work(from, Math.min(count, from + step));
			if (this.#around.elapsed() - this.#began >= longestSlice) await this.rest();
		}
	}

	/** Lets others have their turn. */
	async rest(): Promise<void> {
		await this.#around.rest();
		this.#signal.throwIfAborted();
		this.#began = this.#around.elapsed();
	}
}
