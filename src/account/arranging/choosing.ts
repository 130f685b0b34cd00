import type { ArrangingChoice } from './choice.ts';

/** How rows are to be arranged, of which nothing is loaded before the first session begins. */
export class Choosing {
	readonly #make: () => Promise<ArrangingChoice>;
	readonly #changed: () => void;
	#making: Promise<ArrangingChoice> | undefined;
	#made: ArrangingChoice | undefined;

	/** @param changed hears that rows are to be arranged otherwise */
	constructor(make: () => Promise<ArrangingChoice>, changed: () => void) {
		this.#make = make;
		this.#changed = changed;
	}

	/** Undefined before it is opened, as long as there can be no rows. */
	get now(): ArrangingChoice | undefined {
		return this.#made;
	}

	open(): Promise<ArrangingChoice> {
		this.#making ??= this.#make().then(
			(choice) => {
				choice.onDidChange(this.#changed);
				this.#made = choice;
				return choice;
			},
			(error: unknown) => {
				this.#making = undefined;
				throw error;
			},
		);
		return this.#making;
	}

	dispose(): void {
		void this.#making?.then(
			(choice) => choice.dispose(),
			() => {},
		);
	}
}
