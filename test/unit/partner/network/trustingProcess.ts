// Asks once at the address given, in a process whose environment says whom to trust; prints the status or the failure.
import { argv } from 'node:process';
import { asPartnerError } from '../../../../src/partner/error.ts';
import { openNetwork } from '../../../../src/partner/network/openNetwork.ts';
import { networkSet } from './networkSet.ts';

const [url = '', transport, systemCertificates] = argv.slice(2);
const network = openNetwork({
	settings: networkSet({
		transport: transport === 'editor' ? 'editor' : 'undici',
		systemCertificates: systemCertificates === 'true',
	}),
	fetch: globalThis.fetch,
});
const { signal } = new AbortController();
try {
	console.log((await network.send({ url, headers: {}, signal })).status);
} catch (error) {
	console.log(asPartnerError(error).kind);
} finally {
	await network.close();
}
