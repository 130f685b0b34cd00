import type { ReferralsClient } from '../partner/referralsClient.ts';

/** A way to somebody's referrals, which whoever asked for it closes. */
export interface Connection {
	readonly source: 'sample' | 'partnerCenter';
	readonly client: ReferralsClient;
	close(): Promise<void>;
}
