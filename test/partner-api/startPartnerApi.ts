import { sampleSend } from '../../src/sample/sampleSend.ts';
import { type SampleTenant, sampleTenant } from '../../src/sample/sampleTenant.ts';
import { PartnerApi } from './partnerApi.ts';

interface PartnerApiOptions {
	/** The referrals to serve; the invented tenant as of now unless given. */
	readonly tenant?: SampleTenant;
	/** The token to ask for. */
	readonly token?: string;
	/** The port to listen on; one that is free unless given. */
	readonly port?: number;
}

/** Starts a referral service on loopback. Close it, or declare it with `await using`. */
export async function startPartnerApi(options: PartnerApiOptions = {}): Promise<PartnerApi> {
	const { tenant = sampleTenant(new Date()), token = 'sample-token', port = 0 } = options;
	const api = new PartnerApi(sampleSend(tenant), token);
	await api.start(port);
	return api;
}
