interface Sleeper {
	readonly until: number;
	readonly wake: () => void;
}

/** A clock that stands still until it is told to go on; those who wait wake at their moment, in its order. */
export class VirtualTime {
	#now = 0;
	readonly #sleepers = new Set<Sleeper>();

	readonly now = (): number => this.#now;

	readonly wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
		new Promise((resolve, reject) => {
			const sleeper = { until: this.#now + milliseconds, wake: resolve };
			this.#sleepers.add(sleeper);
			signal.addEventListener('abort', () => {
				this.#sleepers.delete(sleeper);
				reject(signal.reason);
			});
		});

	/** How many wait for their moment. */
	get sleepers(): number {
		return this.#sleepers.size;
	}

	/** When the next one wakes. */
	get next(): number | undefined {
		const [first] = [...this.#sleepers].sort((one, other) => one.until - other.until);
		return first?.until;
	}

	/** Lets time go by, as far as a moment, and wakes whoever waits for less. */
	async goTo(moment: number): Promise<void> {
		for (let next = this.next; next !== undefined && next <= moment; next = this.next) {
			this.#now = Math.max(this.#now, next);
			for (const sleeper of [...this.#sleepers].filter(({ until }) => until <= this.#now)) {
				this.#sleepers.delete(sleeper);
				sleeper.wake();
			}
			await turn();
		}
		this.#now = Math.max(this.#now, moment);
	}
}

/** Lets everything happen that needs no more than a turn. */
export async function turn(): Promise<void> {
	for (let step = 0; step < 20; step++) await undefined;
}
