import type { ReferralsClient } from '../partner/referralsClient.ts';

/** A way to somebody's referrals, which whoever asked for it closes. */
export interface Connection {
	readonly source: 'sample' | 'partnerCenter';
	/** Who is signed in; nobody on the sample. */
	readonly account?: string;
	readonly client: ReferralsClient;
	close(): Promise<void>;
}
