import * as vscode from 'vscode';
import { isFiltered } from '../query/query.ts';
import { isOf } from '../query/team/ofTeam.ts';
import { badgeOf } from './badge.ts';
import type { Surroundings } from './referralsView.ts';
import { wordsAround } from './wordsAround.ts';

/** What is longer, a timer takes for nothing; in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** Keeps the words around the tree, the badge, and the context keys that menus go by. */
export class Describing implements vscode.Disposable {
	readonly #view: vscode.TreeView<string>;
	readonly #around: Surroundings;
	readonly #context = new Map<string, unknown>();
	#pausedUntil = 0;
	#pauseEnds: NodeJS.Timeout | undefined;

	constructor(view: vscode.TreeView<string>, around: Surroundings) {
		this.#view = view;
		this.#around = around;
	}

	/** The service has asked for a pause, until so many milliseconds since 1970; 0 for none any more. */
	pause(until: number): void {
		this.#pausedUntil = until;
		clearTimeout(this.#pauseEnds);
		const left = Math.min(until - Date.now(), longestTimer);
		if (left > 0) this.#pauseEnds = setTimeout(() => this.pause(until), left);
		this.describe();
	}

	/** What is browsed may be something else. */
	describe(): void {
		const { sessions, query, needsSignIn } = this.#around.browsing;
		this.#setContext('state', sessions.state);
		this.#setContext('filtered', isFiltered(query.value) || query.value.sort !== 'newest');
		this.#setContext('mine', isOf(query.value, sessions.current?.mail));
		this.#setContext('needsSignIn', needsSignIn);
		this.#setContext('changes', this.#around.changes.count > 0);
		this.#setContext('refreshStopped', this.#around.fresh.freshness?.stopped !== undefined);
		this.#setContext('canGoBack', query.history.canGoBack);
		this.#say();
	}

	#say(): void {
		const { browsing, changes, fresh, badge } = this.#around;
		const around = { pausedUntil: this.#pausedUntil, freshness: fresh.freshness };
		const now = Date.now();
		Object.assign(this.#view, wordsAround(browsing, around, now), {
			badge: badgeOf(browsing.exploration, badge() ?? 'off', now, changes.count),
		});
	}

	/** Only what has changed, since the editor looks at all its menus after each. */
	#setContext(key: string, value: unknown): void {
		if (this.#context.get(key) === value) return;
		this.#context.set(key, value);
		void vscode.commands.executeCommand('setContext', `partnerReferrals.${key}`, value);
	}

	dispose(): void {
		clearTimeout(this.#pauseEnds);
	}
}
