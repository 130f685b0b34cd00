import { setTimeout as after } from 'node:timers/promises';
import { type OpenClient, openPartnerCenter } from '../../src/partner/network/openPartnerCenter.ts';
import type { ServiceProcess } from './serviceProcess.ts';

/** The product's own client, as it is in the editor. */
export function openClient({ endpoint, token }: Pick<ServiceProcess, 'endpoint' | 'token'>): OpenClient {
	return openPartnerCenter({
		endpoint,
		token: async () => token,
		log: () => {},
		wait: (milliseconds, signal) => after(milliseconds, undefined, { signal }),
		paused: () => {},
	});
}
