import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startConnectProxy } from '../partner-api/connectProxy.ts';
import { privateAuthority } from '../partner-api/privateAuthority.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';
import { useWindow } from './harness.ts';
import { installed } from './installed.ts';

const token = 'a-token-that-no-proxy-may-read';
const folder = new TemporaryFolder('authority');
const authority = await privateAuthority();
const certificate = join(folder.path, 'authority.pem');
writeFileSync(certificate, authority.certificate);

// Only the proxy leads there; what is on this computer is never asked for by one.
const host = 'api.fabrikam.test';
const api = await startPartnerApi({ token, identity: await authority.issue(host) });
const endpoint = api.endpoint.replace(api.origin, `https://${host}`);
const proxy = await startConnectProxy({
	credentials: 'ada:secret',
	leadsTo: Number(new URL(api.origin).port),
});
const deadProxy = 'http://ada:secret@127.0.0.1:65535';

describe("behind a company's proxy, with a certificate of its own authority", () => {
	const code = useWindow({
		extensions: [installed.partnerReferrals, installed.microsoftAccounts],
		settings: { 'partnerReferrals.endpoint': endpoint, 'http.proxy': proxy.addressWithCredentials },
		env: {
			PARTNER_REFERRALS_TEST_TOKEN: token,
			NODE_EXTRA_CA_CERTS: certificate,
			...{ NO_PROXY: '', no_proxy: '', HTTPS_PROXY: '', https_proxy: '', HTTP_PROXY: '', http_proxy: '' },
		},
	});
	after(async () => {
		await Promise.all([api.close(), proxy.close()]);
		folder.remove();
	});
	const tree = () => code().tree('Referrals');

	it('one signs in and browses, and the proxy reads nothing', async () => {
		await code().openContainer('Partner Referrals');
		await code().page.getByRole('button', { name: 'Sign In', exact: true }).click();
		await code().dialog.answer(/wants to sign in using Microsoft/, 'Allow');
		await code().agree();
		await tree().expand(/^Pending/);
		await tree()
			.row(/^Pending.*100\+/)
			.waitFor();
		assert.equal(api.listRequests().length, 1);
		assert.ok(proxy.tunnels.length > 0);
		assert.deepEqual(new Set(proxy.tunnels), new Set([`${host}:443`]));
		assert.ok(!proxy.read.includes(token) && !proxy.read.includes('Bearer'));
	});

	it('one is told in place when the proxy is gone, and keeps the rows', async () => {
		await code().setSettings({ 'http.proxy': deadProxy, 'partnerReferrals.network': 'undici' });
		api.forgetRequests();
		await tree().inlineAction(/^Pending/, 'Refresh');
		await tree().reveal(/^The proxy cannot be reached/);
		await code().screenshot('proxy gone');
		await tree().reveal(/, New, Pending/);
		assert.equal(api.requests.length, 0);
	});

	it('one goes on at Retry once the setting is right again, without a reload', async () => {
		await code().setSettings({
			'http.proxy': proxy.addressWithCredentials,
			'partnerReferrals.network': null,
		});
		await (await tree().reveal(/^The proxy cannot be reached/)).click();
		await tree()
			.row(/^The proxy cannot be reached/)
			.waitFor({ state: 'detached' });
		await tree().reveal(/, New, Pending/);
		assert.ok(api.listRequests().length > 0);
	});

	it('nothing of the proxy or the token is in the log', async () => {
		await code().palette.run('Partner Referrals: Show Log');
		const log = code().page.locator('.output-view .view-lines');
		await log.filter({ hasText: 'proxyUnreachable ECONNREFUSED' }).waitFor();
		assert.doesNotMatch((await log.textContent()) ?? '', /secret|a-token-that/);
	});
});
