/** What comes sooner after the last time may come of it, in milliseconds. */
const echo = 1_000;
/** The longest that something is kept from being done again, in milliseconds. */
const longest = 60_000;

/**
 * Does something when it's asked to: at once, but ever less often when doing it makes it be asked for again. With some
 * settings the editor tells of a change each time that it is asked for a session, so that looking would feed itself.
 */
export class Calm {
	readonly #act: () => Promise<void>;
	#pause = 0;
	#doneAt = 0;
	#timer: NodeJS.Timeout | undefined;
	#isDoing = false;
	#isAskedAgain = false;

	constructor(act: () => Promise<void>) {
		this.#act = act;
	}

	run(): void {
		if (this.#isDoing) this.#isAskedAgain = true;
		if (this.#isDoing || this.#timer) return;
		const since = Date.now() - this.#doneAt;
		this.#pause = since < echo ? Math.min(2 * this.#pause || 250, longest) : 0;
		if (this.#pause === 0) this.#do();
		else this.#timer = setTimeout(() => this.#do(), this.#pause);
	}

	/** What was done has found something: what comes next is no echo of it. */
	found(): void {
		this.#pause = 0;
		this.#doneAt = 0;
	}

	dispose(): void {
		clearTimeout(this.#timer);
	}

	#do(): void {
		this.#timer = undefined;
		this.#isDoing = true;
		this.#isAskedAgain = false;
		const done = () => {
			this.#isDoing = false;
			this.#doneAt = Date.now();
			if (this.#isAskedAgain) this.run();
		};
		this.#act().then(done, done);
	}
}
