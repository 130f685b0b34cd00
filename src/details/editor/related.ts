import * as vscode from 'vscode';
import { failureText } from '../../editor/failureText.ts';
import type { Subscription } from '../../listing/emitter.ts';
import type { Feed } from '../../listing/feed.ts';
import type { ListedReferral } from '../../listing/listed.ts';
import { relatedFeed } from '../../listing/related.ts';
import type { Session } from '../../listing/session.ts';
import { labelOf } from '../../referral/label.ts';
import { descriptionOf } from '../../referral/rowText.ts';
import { oneLine } from '../../text/oneLine.ts';
import type { RelatedOf, RelatedReferral } from '../messages.ts';

/** The other referrals of the engagement of one, once the page asks for them. */
export class RelatedReferrals {
	readonly #session: Session;
	readonly #of: ListedReferral;
	readonly #end = new AbortController();
	readonly #feed: Feed;
	readonly #changes: Subscription;

	/** @param changed hears that others are known, or why they aren't */
	constructor(session: Session, of: ListedReferral, changed: () => void) {
		this.#session = session;
		this.#of = of;
		this.#feed = relatedFeed(session, of.referral.engagementId ?? '', {
			signal: this.#end.signal,
			now: Date.now,
			changed,
		});
		this.#changes = session.store.onDidChange((change) => {
			if ([...change.keys()].some((id) => this.has(id))) changed();
		});
	}

	/** Fetches them, unless they are there. */
	ask(): Promise<void> {
		const { state } = this.#feed;
		if (state === 'ready') return Promise.resolve();
		return state === 'failed' ? this.#feed.retry() : this.#feed.loadMore();
	}

	/** Whether one is among them. */
	has(id: string): boolean {
		return this.#feed.ids.has(id);
	}

	/** As the page shows them. */
	get told(): RelatedOf {
		const { state, failure, complete } = this.#feed;
		const { id } = this.#of.referral;
		if (failure)
			return { id, related: { state: 'failed', text: failureText(failure, vscode.env.language).sentence } };
		if (state !== 'ready') return { id, related: { state: 'loading' } };
		return { id, related: { state, referrals: this.#others().map(textOf), more: !complete } };
	}

	/** Stops what is going on, and forgets what was found. */
	dispose(): void {
		this.#end.abort();
		this.#changes.dispose();
	}

	/** Of the newest states, those that are of the engagement. */
	#others(): readonly ListedReferral[] {
		const { id, engagementId } = this.#of.referral;
		return [...this.#feed.ids].flatMap((each) => {
			const state = this.#session.store.get(each);
			return state && each !== id && isOf(state, engagementId) ? state : [];
		});
	}
}

function isOf({ referral }: ListedReferral, engagementId: string | undefined): boolean {
	return referral.engagementId?.toLowerCase() === engagementId?.toLowerCase();
}

function textOf({ referral }: ListedReferral): RelatedReferral {
	const reader = { locale: vscode.env.language, now: Date.now() };
	const pair = [referral.status, referral.substatus].filter((word) => word).join(' › ');
	return {
		id: referral.id,
		label: labelOf(referral),
		description: [oneLine(pair), descriptionOf(referral, reader)].filter((text) => text).join(' · '),
	};
}
