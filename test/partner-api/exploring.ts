import { Exploration } from '../../src/listing/exploration.ts';
import { Session } from '../../src/listing/session.ts';
import type { ReferralsClient } from '../../src/partner/referralsClient.ts';
import { everything, type Query } from '../../src/query/query.ts';

/** What a query finds by a client, in a session of its own. */
export function exploring(
	client: ReferralsClient,
	query: Query = everything,
	now: () => number = Date.now,
): Exploration {
	const session = new Session({ source: 'partnerCenter', client, close: async () => {} });
	return new Exploration(session, query, now);
}
