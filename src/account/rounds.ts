/** Does something once at a time: asked for meanwhile, once more; and while it's held up, as soon as it is no longer. */
export class Rounds {
	readonly #act: () => Promise<void>;
	readonly #isHeldUp: () => boolean;
	#isAsked = false;
	#running: Promise<void> | undefined;

	/** @param act may reject, which means that it came to nothing */
	constructor(act: () => Promise<void>, isHeldUp: () => boolean) {
		this.#act = act;
		this.#isHeldUp = isHeldUp;
	}

	/** Resolves when it has been done, or is held up. Never rejects. */
	run(): Promise<void> {
		this.#isAsked = true;
		return this.goOn();
	}

	/** Does what was asked for while it was held up. */
	goOn(): Promise<void> {
		this.#running ??= this.#whileAsked().finally(() => {
			this.#running = undefined;
			return this.#isAsked && !this.#isHeldUp() ? this.goOn() : undefined;
		});
		return this.#running;
	}

	async #whileAsked(): Promise<void> {
		while (this.#isAsked && !this.#isHeldUp()) {
			this.#isAsked = false;
			await this.#act().catch(() => {});
		}
	}
}
