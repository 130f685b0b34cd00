import * as vscode from 'vscode';
import type { Browsing } from '../../listing/browsing.ts';
import type { Freshness } from '../../listing/watching/freshness.ts';
import { Presence, type Surface } from '../../listing/watching/presence.ts';
import { Watch } from '../../listing/watching/watch.ts';
import { systemClock } from '../../referral/clock.ts';

/** Looks for changes while this window has the focus. Of all windows of a user only one has, so that many cost what one does. */
export class WatchInWindow implements vscode.Disposable {
	readonly #presence: Presence;
	readonly #watch: Watch;

	/** @param changed it is other than before how fresh what is shown is */
	constructor(browsing: Browsing, onDidPause: vscode.Event<number>, changed: () => void) {
		this.#presence = new Presence({
			get focused() {
				return vscode.window.state.focused;
			},
			onDidChange: vscode.window.onDidChangeWindowState,
		});
		this.#watch = new Watch(browsing, {
			...{ clock: systemClock(globalThis), random: Math.random },
			...{ presence: this.#presence, onDidPause },
		});
		this.#watch.onDidChange(changed);
	}

	get freshness(): Freshness {
		return this.#watch.freshness;
	}

	/** @returns what ends that it counts */
	shownIn(surface: Surface): vscode.Disposable {
		return vscode.Disposable.from(this.#presence.add(surface));
	}

	resume(): void {
		this.#watch.resume();
	}

	dispose(): void {
		this.#watch.dispose();
		this.#presence.dispose();
	}
}
