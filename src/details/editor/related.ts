import * as vscode from 'vscode';
import { failureText } from '../../editor/failureText.ts';
import { presenting } from '../../editor/presenting.ts';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Feed } from '../../listing/feed.ts';
import { relatedFeed } from '../../listing/related.ts';
import type { Session } from '../../listing/session.ts';
import { engagementOf } from '../../referral/sides/engagement.ts';
import type { RelatedOf, RelatedReferral } from '../messages.ts';
import type { Sides } from './sides.ts';

/** The other referrals of the engagement of one, once the page asks for them. */
export class RelatedReferrals {
	readonly #session: Session;
	readonly #of: ListedReferral;
	readonly #end = new AbortController();
	readonly #sides: Sides;
	readonly #feed: Feed;

	/** @param changed hears that the service has said which there are, or why not */
	constructor(session: Session, of: ListedReferral, sides: Sides, changed: () => void) {
		this.#session = session;
		this.#of = of;
		this.#sides = sides;
		this.#feed = relatedFeed(session, of.referral.engagementId ?? '', {
			signal: this.#end.signal,
			now: Date.now,
			changed,
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
		return this.#others().some(({ referral }) => referral.id === id);
	}

	/** As the page shows them. @param own the newest state of the one that they are related to */
	told(own: ListedReferral): RelatedOf {
		const { state, failure, complete } = this.#feed;
		const { id } = this.#of.referral;
		const referrals = this.#others().map((other) => this.#textOf(own, other));
		const text = failure ? failureText(failure, vscode.env.language).sentence : '';
		const known = failure ? 'failed' : state === 'ready' ? 'ready' : 'loading';
		return { id, related: { state: known, failure: text, referrals, more: known === 'ready' && !complete } };
	}

	/** Stops what is going on, and forgets what was found. */
	dispose(): void {
		this.#end.abort();
	}

	/** Of the newest states, those that are of the engagement: as the service lists them, then what else is known. */
	#others(): readonly ListedReferral[] {
		const { store } = this.#session;
		const { referral } = this.#of;
		const engagement = engagementOf(referral);
		const listed = [...this.#feed.ids].flatMap((id) => store.get(id) ?? []);
		return [...new Set([...listed, ...store.siblingsOf(referral)])].filter(
			(other) => other.referral.id !== referral.id && engagementOf(other.referral) === engagement,
		);
	}

	#textOf(own: ListedReferral, other: ListedReferral): RelatedReferral {
		const presenter = presenting();
		return {
			...this.#sides.beside(own, other),
			label: presenter.label(other.referral),
			expiry: presenter.expiry(other.referral),
		};
	}
}
