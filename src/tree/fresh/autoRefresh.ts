import * as vscode from 'vscode';
import type { Browsing } from '../../listing/browsing.ts';
import type { Freshness } from '../../listing/watching/freshness.ts';
import type { Surface } from '../../listing/watching/presence.ts';
import type { WatchInWindow } from './watchInWindow.ts';

/** What refreshing by itself needs around it. */
interface Surroundings {
	readonly browsing: Browsing;
	readonly settings: () => { readonly autoRefresh: boolean };
	/** The service asked for a pause, until so many milliseconds since 1970. */
	readonly onDidPause: vscode.Event<number>;
}

/** Shows what has changed by itself, where the user wants that; for everybody else not even its code is loaded. */
export class AutoRefresh implements vscode.Disposable {
	readonly #around: Surroundings;
	/** How to make what shows, each with what ends that it counts. */
	readonly #surfaces = new Map<() => Surface, { dispose(): void } | undefined>();
	readonly #changes = new vscode.EventEmitter<void>();
	readonly #subscriptions: readonly { dispose(): void }[];
	#wanted: boolean | undefined;
	#making: object | undefined;
	#watching: WatchInWindow | undefined;

	readonly onDidChange = this.#changes.event;

	constructor(around: Surroundings) {
		this.#around = around;
		this.#subscriptions = [
			around.browsing.onDidChange(() => this.#begin()),
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration('partnerReferrals.autoRefresh')) this.#settingChanged();
			}),
		];
	}

	/** Undefined while nothing is refreshed by itself. */
	get freshness(): Freshness | undefined {
		return this.#watching?.freshness;
	}

	/** Something shows what is being browsed, until that is disposed of. @param surface made once it matters who sees it */
	shownIn(surface: () => Surface): vscode.Disposable {
		this.#surfaces.set(surface, this.#watching?.shownIn(surface()));
		return new vscode.Disposable(() => {
			this.#surfaces.get(surface)?.dispose();
			this.#surfaces.delete(surface);
		});
	}

	/** Goes on after it has stopped. */
	resume(): void {
		this.#watching?.resume();
	}

	dispose(): void {
		for (const subscription of this.#subscriptions) subscription.dispose();
		this.#end();
		this.#changes.dispose();
	}

	get #isWanted(): boolean {
		this.#wanted ??= this.#around.settings().autoRefresh;
		return this.#wanted;
	}

	#settingChanged(): void {
		this.#wanted = undefined;
		this.#begin();
		if (this.#isWanted) return;
		this.#end();
		this.#changes.fire();
	}

	#begin(): void {
		const { browsing, onDidPause } = this.#around;
		if (this.#making || !browsing.exploration || !this.#isWanted) return;
		const making = {};
		this.#making = making;
		void import('./watchInWindow.ts').then(({ WatchInWindow }) => {
			// Meanwhile it may have been switched off, and on again.
			if (this.#making !== making) return;
			const watching = new WatchInWindow(browsing, onDidPause, () => this.#changes.fire());
			for (const surface of this.#surfaces.keys()) this.#surfaces.set(surface, watching.shownIn(surface()));
			this.#watching = watching;
		});
	}

	#end(): void {
		this.#making = undefined;
		this.#watching?.dispose();
		this.#watching = undefined;
	}
}
