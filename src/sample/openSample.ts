import { endpointAt } from '../partner/endpoint.ts';
import type { OpenClient } from '../partner/network/openPartnerCenter.ts';
import { ReferralsClient } from '../partner/referralsClient.ts';
import { identified } from '../partner/sending/identified.ts';
import { logged } from '../partner/sending/logged.ts';
import { Scheduler, type SchedulerOptions } from '../partner/sending/scheduler.ts';
import { colleagues } from './invent/people.ts';
import { LivingTenant } from './life/livingTenant.ts';
import { sampleSend } from './service/send.ts';

interface SampleOptions extends SchedulerOptions {
	/** Takes one line for each request. */
	readonly log: (line: string) => void;
	/** From one thing that happens in the tenant to the next, in milliseconds, where it isn't the usual time. */
	readonly pace?: number;
}

/** So that somebody who looks around for a minute and refreshes sees that something has happened. */
const usualPace = 20_000;

/** The real client on the invented tenant, which answers in memory as the service would, and lives while it is open. */
export function openSample({ log, pace = usualPace, ...options }: SampleOptions): SampleConnection {
	const endpoint = endpointAt('https://api.partner.microsoft.com/v1.0/engagements');
	const scheduler = new Scheduler(options);
	const tenant = new LivingTenant({ now: options.now ?? Date.now, pace });
	const send = scheduler.wrap(identified(logged(sampleSend(tenant), log)));
	const client = new ReferralsClient(send, endpoint);
	return { client, scheduler, account: somebody(), close: async () => scheduler.close() };
}

interface SampleConnection extends OpenClient {
	/** Who is signed in there: somebody who works for the invented organisation. */
	readonly account: { readonly id: string; readonly label: string };
}

function somebody(): SampleConnection['account'] {
	const [[, , mail]] = colleagues;
	return { id: 'sample', label: mail };
}
