import * as vscode from 'vscode';
import { failureText } from '../../editor/failureText.ts';
import type { Listing } from '../../listing/listing.ts';
import { relatedListing } from '../../listing/relatedListing.ts';
import type { Received } from '../../partner/referral.ts';
import type { ReferralsClient } from '../../partner/referralsClient.ts';
import { labelOf } from '../../referral/label.ts';
import { descriptionOf } from '../../referral/rowText.ts';
import { oneLine } from '../../text/oneLine.ts';
import type { Related, RelatedReferral } from '../messages.ts';

/** The other referrals of the engagement that a details page shows one of. */
export class RelatedReferrals {
	readonly #tell: (related: Related) => void;
	#listing: Listing | undefined;
	#id = '';

	/** @param tell tells the page */
	constructor(tell: (related: Related) => void) {
		this.#tell = tell;
	}

	/** Fetches them, unless they are there. */
	async ask(client: ReferralsClient, { referral }: Received): Promise<void> {
		const { id, engagementId } = referral;
		if (!engagementId) return;
		this.#id = id;
		this.#listing ??= relatedListing(client, engagementId, () => this.#changed());
		await (this.#listing.state === 'failed' ? this.#listing.retry() : this.#listing.loadMore());
		// Those that are there already change nothing, but the page may have forgotten them.
		this.#changed();
	}

	/** One of those that were told. */
	find(id: string): Received | undefined {
		return this.#listing?.find(id);
	}

	/** Stops, and forgets what was found. */
	forget(): void {
		this.#listing?.dispose();
		this.#listing = undefined;
	}

	#changed(): void {
		if (this.#listing) this.#tell(this.#relatedIn(this.#listing));
	}

	#relatedIn({ state, failure, rows, complete }: Listing): Related {
		if (failure) return { state: 'failed', text: failureText(failure, vscode.env.language).sentence };
		if (state !== 'ready') return { state: 'loading' };
		const others = rows.filter(({ referral }) => referral.id !== this.#id);
		return { state: 'ready', referrals: others.map(textOf), more: !complete };
	}
}

function textOf({ referral }: Received): RelatedReferral {
	const reader = { locale: vscode.env.language, now: Date.now() };
	const pair = [referral.status, referral.substatus].filter((word) => word).join(' › ');
	return {
		id: referral.id,
		label: labelOf(referral),
		description: [oneLine(pair), descriptionOf(referral, reader)].filter((text) => text).join(' · '),
	};
}
