import type { ListedReferral } from '../../../src/listing/arranging/listed.ts';
import { endpointAt } from '../../../src/partner/endpoint.ts';
import { ReferralsClient } from '../../../src/partner/referralsClient.ts';
import { simulatedTenant } from '../../partner-api/simulatedTenant.ts';
import { loaded } from '../loaded.ts';

/** So many rows, loaded as the product loads them. */
export async function loadedRows(count: number): Promise<readonly ListedReferral[]> {
	const endpoint = endpointAt('https://api.partner.microsoft.com/v1.0/engagements');
	const { session } = await loaded(new ReferralsClient(simulatedTenant(count), endpoint));
	return [...session.store.all()];
}
