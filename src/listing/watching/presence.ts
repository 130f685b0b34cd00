import { Emitter, type Event, type Subscription } from '../emitter.ts';

/** What shows what is being browsed, such as a view. */
export interface Surface {
	/** Whether it is in sight. */
	readonly visible: boolean;
	/** When somebody was at work in it last, in milliseconds since 1970. */
	readonly touched: number;
	/** It came into sight, or left it. */
	readonly onDidChange: Event<unknown>;
}

/** Whether somebody is at the window. */
export interface Focus {
	readonly focused: boolean;
	readonly onDidChange: Event<unknown>;
}

/** Knows whether somebody may be looking: the window has the focus, and something in it shows what is being browsed. */
export class Presence {
	readonly #focus: Focus;
	/** With what lets go of each. */
	readonly #surfaces = new Map<Surface, Subscription>();
	readonly #changes = new Emitter<void>();
	readonly #subscription: Subscription;

	/** Somebody may have come or left. */
	readonly onDidChange = this.#changes.event;

	constructor(focus: Focus) {
		this.#focus = focus;
		this.#subscription = focus.onDidChange(() => this.#changes.fire());
	}

	get present(): boolean {
		return this.#focus.focused && [...this.#surfaces.keys()].some(({ visible }) => visible);
	}

	/** When somebody was last at work in what is shown, in milliseconds since 1970. */
	get touched(): number {
		return Math.max(0, ...[...this.#surfaces.keys()].map(({ touched }) => touched));
	}

	/** From now on, counts another surface, until that is disposed of. */
	add(surface: Surface): Subscription {
		this.#surfaces.set(
			surface,
			surface.onDidChange(() => this.#changes.fire()),
		);
		this.#changes.fire();
		return { dispose: () => this.#remove(surface) };
	}

	dispose(): void {
		this.#changes.dispose();
		this.#subscription.dispose();
		for (const surface of this.#surfaces.keys()) this.#remove(surface);
	}

	#remove(surface: Surface): void {
		this.#surfaces.get(surface)?.dispose();
		if (this.#surfaces.delete(surface)) this.#changes.fire();
	}
}
