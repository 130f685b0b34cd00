import type { Send } from '../../src/partner/send.ts';
import { type SampleTenant, sampleTenant } from '../../src/sample/invent/tenant.ts';
import { sampleSend } from '../../src/sample/service/send.ts';
import { PartnerApi } from './partnerApi.ts';
import type { Identity } from './privateAuthority.ts';

interface PartnerApiOptions {
	/** The referrals to serve; the invented tenant as of now unless given. */
	readonly tenant?: SampleTenant;
	/** What answers, instead of a tenant. */
	readonly send?: Send;
	/** The token to ask for. */
	readonly token?: string;
	/** The port to listen on; one that is free unless given. */
	readonly port?: number;
	/** The certificate to serve https: with; plain http: unless given. */
	readonly identity?: Identity;
	/** Host, and port if any, where hostile links and redirects lead; one that exists nowhere unless given. */
	readonly elsewhere?: string;
}

/** Starts a referral service on loopback. Close it, or declare it with `await using`. */
export async function startPartnerApi(options: PartnerApiOptions = {}): Promise<PartnerApi> {
	const {
		token = 'sample-token',
		port = 0,
		elsewhere,
		identity,
		send = sampleSend(options.tenant ?? sampleTenant(new Date())),
	} = options;
	const api = new PartnerApi(send, token, elsewhere, identity);
	await api.start(port);
	return api;
}
