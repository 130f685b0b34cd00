import assert from 'node:assert/strict';
import * as tls from 'node:tls';
import { ProxyAgent, fetch as undiciFetch } from 'undici';
import type { Fetch } from '../../../../src/partner/network/byEditor.ts';
import type { Network } from '../../../../src/partner/network/network.ts';
import { openNetwork } from '../../../../src/partner/network/openNetwork.ts';
import { type NetworkSettings, usualNetworkSettings } from '../../../../src/partner/network/settings.ts';
import type { Reply } from '../../../../src/partner/send.ts';
import { type ConnectProxy, startConnectProxy } from '../../../partner-api/connectProxy.ts';
import type { PartnerApi } from '../../../partner-api/partnerApi.ts';
import { privateAuthority } from '../../../partner-api/privateAuthority.ts';
import { startPartnerApi } from '../../../partner-api/startPartnerApi.ts';
import { tenant } from '../../sample/sampleAsk.ts';
import { failing } from '../failing.ts';
import { withoutProxiesOfThisComputer } from './networkSet.ts';

/** Where nobody listens, on a port that fetch doesn't hold for a bad one. */
const nowhere = 'http://127.0.0.1:65535';

describe('when the settings change, the network', () => {
	withoutProxiesOfThisComputer();
	const trusted = tls.getCACertificates('default');
	let service: PartnerApi;
	let proxies: readonly [ConnectProxy, ConnectProxy];
	let network: Network;
	let settings: NetworkSettings;
	let lines: string[];
	/** The proxy that the editor alone knows: it leads to the service, whatever is asked for. */
	let hidden: ConnectProxy;
	let byHidden: ProxyAgent;
	let fetched: number;

	const editorsFetch: Fetch = (input, init) => {
		fetched++;
		return fetchBy(byHidden, String(input), init);
	};
	const set = (changed: Partial<NetworkSettings>) => {
		settings = { ...settings, ...changed };
	};
	const ask = (url = `${service.endpoint}/referrals`): Promise<Reply> =>
		network.send({
			url,
			headers: { authorization: `Bearer ${service.token}` },
			signal: new AbortController().signal,
		});

	before(async () => {
		const authority = await privateAuthority();
		tls.setDefaultCACertificates([...trusted, authority.certificate]);
		service = await startPartnerApi({ tenant, identity: await authority.issue('127.0.0.1') });
	});
	after(async () => {
		tls.setDefaultCACertificates(trusted);
		await service.close();
	});
	beforeEach(async () => {
		proxies = [await startConnectProxy(), await startConnectProxy()];
		hidden = await startConnectProxy({ leadsTo: Number(new URL(service.origin).port) });
		byHidden = new ProxyAgent(hidden.address);
		service.forgetRequests();
		service.clearFaults();
		[settings, lines, fetched] = [{ ...usualNetworkSettings, transport: 'undici' }, [], 0];
		network = openNetwork({
			// A new object each time, as the editor gives.
			settings: () => ({ ...settings }),
			fetch: editorsFetch,
			log: (line) => lines.push(line),
		});
	});
	afterEach(async () => {
		await network.close();
		await byHidden.destroy();
		await Promise.all([...proxies, hidden].map((proxy) => proxy.close()));
	});

	it('goes by the new proxy with the next request, and leaves the old one', async () => {
		set({ proxy: proxies[0].address });
		await ask();
		assert.ok(proxies[0].connections > 0);
		set({ proxy: proxies[1].address });
		await ask();
		assert.deepEqual([proxies[0].tunnels.length, proxies[1].tunnels.length], [1, 1]);
		await proxies[0].left();
	});

	it('keeps its connections while nothing changes', async () => {
		set({ proxy: proxies[0].address });
		for (let time = 0; time < 20; time++) await ask();
		assert.ok(proxies[0].tunnels.length < 5, `${proxies[0].tunnels.length} tunnels`);
	});

	it('lets what is under way finish by the old proxy, and only then leaves it', async () => {
		set({ proxy: proxies[0].address });
		service.failNext('late');
		const late = ask();
		await service.requested(1);
		set({ proxy: proxies[1].address });
		assert.equal((await ask()).status, 200);
		assert.equal((await late).status, 200);
		assert.deepEqual([proxies[0].tunnels.length, proxies[1].tunnels.length], [1, 1]);
		await proxies[0].left();
	});

	it('fails at a proxy that is not there, and gets through once it is set right', async () => {
		set({ proxy: nowhere });
		await failing('proxyUnreachable', () => ask());
		set({ proxy: 'socks4://127.0.0.1' });
		await failing('proxyUnusable', () => ask());
		set({ proxy: proxies[0].address });
		assert.equal((await ask()).status, 200);
	});

	it('leaves the proxy when there shall be none any more', async () => {
		set({ proxy: proxies[0].address });
		await ask();
		set({ proxySupport: 'off' });
		await ask();
		assert.equal(proxies[0].tunnels.length, 1);
		await proxies[0].left();
	});

	it("takes the editor's fetch when told so, and back", async () => {
		set({ transport: 'editor' });
		await ask();
		assert.deepEqual([fetched, hidden.tunnels.length], [1, 1]);
		set({ transport: 'undici' });
		await ask();
		assert.equal(fetched, 1);
	});

	describe('on auto, with a proxy that the editor alone knows, ', () => {
		const unreachable = `${nowhere.replace('http:', 'https:')}/v1.0/engagements/referrals`;
		beforeEach(() => set({ transport: 'auto' }));

		it("takes the editor's fetch where nothing else gets through, and says so once", async () => {
			for (let time = 0; time < 3; time++) assert.equal((await ask(unreachable)).status, 200);
			assert.equal(fetched, 3);
			assert.equal(hidden.tunnels[0], '127.0.0.1:65535');
			assert.ok(!hidden.read.includes(service.token));
			assert.deepEqual(lines, [
				"Network: the editor's fetch from now on, since undici failed: connectionRefused ECONNREFUSED",
			]);
		});
		it('leaves it alone where undici gets through', async () => {
			for (let time = 0; time < 3; time++) await ask();
			assert.deepEqual([fetched, lines], [0, []]);
		});
		it('starts over with undici when a setting changed', async () => {
			await ask(unreachable);
			set({ noProxy: ['example.com'] });
			await ask();
			assert.equal(fetched, 1);
		});
		it('tells how undici failed when the editor fails, too, and spares it then', async () => {
			await hidden.close();
			for (let time = 0; time < 3; time++) {
				const error = await failing('connectionRefused', () => ask(unreachable));
				assert.equal(error.facts.code, 'ECONNREFUSED');
			}
			assert.deepEqual([fetched, lines], [1, []]);
			hidden = await startConnectProxy();
		});
	});

	it('sends nothing once it is closed', async () => {
		await ask();
		await network.close();
		await failing('interrupted', () => ask());
		assert.equal(service.requests.length, 1);
	});
});

/** A fetch that goes by a proxy of its own, as the editor's does with a PAC file. */
async function fetchBy(dispatcher: ProxyAgent, url: string, init: Parameters<Fetch>[1]): Promise<Response> {
	const headers = Object.entries(init?.headers ?? {});
	const { redirect = 'follow', signal = null } = init ?? {};
	const answer = await undiciFetch(url, { headers, redirect, signal, dispatcher });
	return new Response(Buffer.from(await answer.arrayBuffer()), {
		status: answer.status,
		headers: [...answer.headers],
	});
}
