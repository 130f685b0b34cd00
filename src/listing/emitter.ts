/** What ends a subscription; ending it again does nothing. */
export interface Subscription {
	dispose(): void;
}

/** Takes who wants to hear; the editor's own events are such, too. */
export type Event<T> = (listener: (value: T) => unknown) => Subscription;

/** Tells listeners, in the order in which they came; one that leaves meanwhile hears nothing more. */
export class Emitter<T> {
	readonly #listeners = new Set<{ readonly hear: (value: T) => unknown }>();

	readonly event: Event<T> = (hear) => {
		const listener = { hear };
		this.#listeners.add(listener);
		return { dispose: () => this.#listeners.delete(listener) };
	};

	fire(value: T): void {
		for (const listener of [...this.#listeners]) if (this.#listeners.has(listener)) listener.hear(value);
	}

	/** Lets go of everybody. */
	dispose(): void {
		this.#listeners.clear();
	}
}
