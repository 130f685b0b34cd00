import { endpointAt } from '../partner/endpoint.ts';
import { identified } from '../partner/identified.ts';
import { logged } from '../partner/logged.ts';
import { ReferralsClient } from '../partner/referralsClient.ts';
import { sampleTenant } from './invent/tenant.ts';
import { sampleSend } from './service/send.ts';

/** The real client on the invented tenant, which answers in memory as the service would. */
export function openSample(log: (line: string) => void): ReferralsClient {
	const endpoint = endpointAt('https://api.partner.microsoft.com/v1.0/engagements');
	return new ReferralsClient(identified(logged(sampleSend(sampleTenant(new Date())), log)), endpoint);
}
