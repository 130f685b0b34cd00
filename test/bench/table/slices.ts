/** Sees for how long work that is done in slices holds everybody else up. */
export class Slices {
	#began = performance.now();
	#longest = 0;

	/** The longest slice since it was last asked, in milliseconds; the one that goes on ends with this. */
	takeLongest(): number {
		this.#end();
		const longest = this.#longest;
		this.#longest = 0;
		return longest;
	}

	/** Lets others have their turn, as the product does. */
	rest = async (): Promise<void> => {
		this.#end();
		await new Promise<void>((resolve) => setImmediate(resolve));
		this.#began = performance.now();
	};

	#end(): void {
		const now = performance.now();
		this.#longest = Math.max(this.#longest, now - this.#began);
		this.#began = now;
	}
}
