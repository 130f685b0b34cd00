import type { Exploration } from '../../src/listing/exploration.ts';
import type { ReferralsClient } from '../../src/partner/referralsClient.ts';
import { exploring } from '../partner-api/exploring.ts';
import { loadAll } from '../partner-api/loadAll.ts';

/** Loads all that a service has, as the command does. @returns the exploration, which holds it */
export async function loaded(client: ReferralsClient): Promise<Exploration> {
	const exploration = exploring(client);
	await loadAll(exploration.pairFeeds);
	return exploration;
}
