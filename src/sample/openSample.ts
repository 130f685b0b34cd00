import { endpointAt } from '../partner/endpoint.ts';
import type { OpenClient } from '../partner/network/openPartnerCenter.ts';
import { ReferralsClient } from '../partner/referralsClient.ts';
import { identified } from '../partner/sending/identified.ts';
import { logged } from '../partner/sending/logged.ts';
import { Scheduler, type SchedulerOptions } from '../partner/sending/scheduler.ts';
import { sampleTenant } from './invent/tenant.ts';
import { sampleSend } from './service/send.ts';

interface SampleOptions extends SchedulerOptions {
	/** Takes one line for each request. */
	readonly log: (line: string) => void;
}

/** The real client on the invented tenant, which answers in memory as the service would. */
export function openSample({ log, ...options }: SampleOptions): OpenClient {
	const endpoint = endpointAt('https://api.partner.microsoft.com/v1.0/engagements');
	const scheduler = new Scheduler(options);
	const send = scheduler.wrap(identified(logged(sampleSend(sampleTenant(new Date())), log)));
	return { client: new ReferralsClient(send, endpoint), scheduler, close: async () => scheduler.close() };
}
