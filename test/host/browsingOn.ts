import { presenting } from '../../src/editor/presenting.ts';
import { Browsing } from '../../src/listing/browsing.ts';
import { Sessions } from '../../src/listing/sessions.ts';
import { openPartnerCenter } from '../../src/partner/network/openPartnerCenter.ts';
import { ActiveQuery } from '../../src/query/activeQuery.ts';
import { everything } from '../../src/query/query.ts';
import { ReferralsTree } from '../../src/tree/referralsTree.ts';
import type { PartnerApi } from '../partner-api/partnerApi.ts';

/** Browses a service over HTTP, without ever waiting before it tries again. */
export function browsingOn(api: PartnerApi): Browsing {
	const sessions = new Sessions(async () => ({
		source: 'partnerCenter',
		...openPartnerCenter({
			endpoint: api.endpoint,
			token: async () => api.token,
			log: () => {},
			wait: async () => {},
			paused: () => {},
		}),
	}));
	const query = new ActiveQuery({ read: async () => everything, write: () => {} });
	return new Browsing(sessions, query, Date.now);
}

/** The tree of what is browsed. */
export function treeOf(browsing: Browsing, fetchesAhead: () => boolean = () => false): ReferralsTree {
	return new ReferralsTree(browsing, fetchesAhead, presenting());
}
