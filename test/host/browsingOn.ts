import { openPartnerCenter } from '../../src/partner/network/openPartnerCenter.ts';
import { Browsing } from '../../src/tree/browsing.ts';
import type { PartnerApi } from '../partner-api/partnerApi.ts';

/** Browses a service over HTTP, without ever waiting before it tries again. */
export function browsingOn(api: PartnerApi): Browsing {
	return new Browsing(async () => ({
		source: 'partnerCenter',
		...openPartnerCenter({
			endpoint: api.endpoint,
			token: async () => api.token,
			log: () => {},
			wait: async () => {},
			paused: () => {},
		}),
	}));
}
