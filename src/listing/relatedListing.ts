import type { ReferralsClient } from '../partner/referralsClient.ts';
import { odataFor } from '../query/odata/odata.ts';
import { everything } from '../query/query.ts';
import type { Group } from '../referral/group.ts';
import { Listing } from './listing.ts';

/**
 * The referrals of one engagement, newest first, whatever their status; nothing is requested yet.
 * @param changed hears of every change of the listing's state
 */
export function relatedListing(client: ReferralsClient, engagementId: string, changed: () => void): Listing {
	const options = odataFor({ ...everything, engagementId }, {}, Date.now());
	return new Listing(client, related(engagementId), options, changed);
}

function related(engagementId: string): Group {
	return {
		kind: 'group',
		key: 'related',
		holds: (referral) => (referral.engagementId ?? engagementId).toLowerCase() === engagementId.toLowerCase(),
	};
}
