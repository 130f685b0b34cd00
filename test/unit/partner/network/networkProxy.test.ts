import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import * as tls from 'node:tls';
import type { FailureKind } from '../../../../src/partner/error.ts';
import { openNetwork } from '../../../../src/partner/network/openNetwork.ts';
import { usualPatience } from '../../../../src/partner/network/patience.ts';
import type { NetworkSettings } from '../../../../src/partner/network/settings.ts';
import type { Reply } from '../../../../src/partner/send.ts';
import { basic, type ConnectProxy, startConnectProxy } from '../../../partner-api/connectProxy.ts';
import type { PartnerApi } from '../../../partner-api/partnerApi.ts';
import { type Identity, privateAuthority } from '../../../partner-api/privateAuthority.ts';
import { SocksProxy } from '../../../partner-api/socksProxy.ts';
import { startPartnerApi } from '../../../partner-api/startPartnerApi.ts';
import { tenant } from '../../sample/sampleAsk.ts';
import { failing } from '../failing.ts';
import { networkSet, withoutProxiesOfThisComputer } from './networkSet.ts';

const token = 'a-token-that-no-proxy-may-read';
const credentials = 'ada:pass word';
/** No name, since it is too long for one, so that nobody is asked for it. */
const nameless = `${'x'.repeat(64)}.invalid`;

describe('the network behind a proxy', () => {
	withoutProxiesOfThisComputer();
	const trusted = tls.getCACertificates('default');
	let service: PartnerApi;
	let plainService: PartnerApi;
	let known: Identity;
	let unknown: Identity;
	let proxy: ConnectProxy;

	before(async () => {
		const authority = await privateAuthority();
		known = await authority.issue('127.0.0.1', 'localhost');
		unknown = await (await privateAuthority('Somebody Else')).issue('127.0.0.1', 'localhost');
		tls.setDefaultCACertificates([...trusted, authority.certificate]);
		service = await startPartnerApi({ tenant, token, identity: known });
		plainService = await startPartnerApi({ tenant, token });
	});
	after(async () => {
		tls.setDefaultCACertificates(trusted);
		await Promise.all([service.close(), plainService.close()]);
	});
	beforeEach(() => {
		service.forgetRequests();
		plainService.forgetRequests();
	});
	afterEach(() => proxy.close());

	/** Asks once, by a network of its own. */
	async function ask(settings: Partial<NetworkSettings>, api = service): Promise<Reply> {
		const network = openNetwork({ settings: networkSet(settings) });
		try {
			return await network.send({
				url: `${api.endpoint}/referrals`,
				headers: { authorization: `Bearer ${token}` },
				signal: new AbortController().signal,
			});
		} finally {
			await network.close();
		}
	}

	/** That one request went through the proxy, which could not read it. */
	function assertTunnelled(api = service): void {
		assert.deepEqual(proxy.tunnels, [new URL(api.origin).host]);
		assert.equal(api.requests.length, 1);
	}

	const schemes = ['http:', 'https:'] as const;
	for (const scheme of schemes)
		describe(`of ${scheme}`, () => {
			const start = async (options: Parameters<typeof startConnectProxy>[0] = {}): Promise<void> => {
				proxy = await startConnectProxy({ ...(scheme === 'https:' ? { identity: known } : {}), ...options });
			};

			it('goes by tunnel, in which the proxy reads nothing', async () => {
				await start();
				assert.equal((await ask({ proxy: proxy.address })).status, 200);
				assertTunnelled();
				assert.ok(proxy.read.startsWith('CONNECT '));
				assert.doesNotMatch(proxy.read, /Bearer|referrals/);
				assert.ok(!proxy.read.includes(token));
			});
			it('goes by tunnel to an http: address, too', async () => {
				await start();
				assert.equal((await ask({ proxy: proxy.address }, plainService)).status, 200);
				assertTunnelled(plainService);
			});
			it('gives the credentials that stand in the address', async () => {
				await start({ credentials });
				assert.equal((await ask({ proxy: proxy.addressWithCredentials })).status, 200);
				assertTunnelled();
				assert.equal(service.requests[0]?.headers['proxy-authorization'], undefined);
			});
			it('gives what http.proxyAuthorization says', async () => {
				await start({ credentials });
				const settings = { proxy: proxy.address, proxyAuthorization: basic(credentials) };
				assert.equal((await ask(settings)).status, 200);
				assertTunnelled();
				assert.equal(service.requests[0]?.headers['proxy-authorization'], undefined);
			});
			it('is told that credentials are missing', async () => {
				await start({ credentials });
				const error = await failing('proxySignIn', () => ask({ proxy: proxy.address }));
				assert.equal(error.facts.code, 'PROXY_407');
				assert.equal(service.requests.length, 0);
				assert.ok(!proxy.read.includes(token));
			});
			it('is told that credentials are wrong', async () => {
				await start({ credentials });
				const wrong = proxy.address.replace('//', '//ada:other@');
				await failing('proxySignIn', () => ask({ proxy: wrong }));
			});
			const refusals: readonly (readonly [string, FailureKind, string])[] = [
				['HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n', 'proxyRefused', 'PROXY_403'],
				['HTTP/1.1 502 Bad Gateway\r\n\r\n<html>Not in our list</html>', 'proxyRefused', 'PROXY_502'],
				['', 'proxyUnreachable', 'UND_ERR_SOCKET'],
				['220 mail.example ESMTP ready\r\n', 'proxyUnreachable', 'HTTPParserError'],
			];
			for (const [answer, kind, code] of refusals)
				it(`is told, as ${kind}, that it ${answer ? `says ${answer.slice(0, 12).trim()}` : 'hangs up'}`, async () => {
					await start({ instead: (socket) => socket.end(answer) });
					const error = await failing(kind, () => ask({ proxy: proxy.address }));
					assert.equal(error.facts.code, code);
				});
			it('is told that the service behind it is not trusted, whatever holds for the proxy', async () => {
				await start();
				await using stranger = await startPartnerApi({ tenant, token, identity: unknown });
				for (const proxyStrictSSL of [true, false]) {
					const settings = { proxy: proxy.address, proxyStrictSSL };
					const error = await failing('untrusted', () => ask(settings, stranger));
					assert.equal(error.facts.code, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE');
				}
				assert.equal(stranger.requests.length, 0);
			});
			it('does not wait for ever when it says nothing', async () => {
				await start({ instead: () => {} });
				const patience = { ...usualPatience, tunnel: 1 };
				const network = openNetwork({ settings: networkSet({ proxy: proxy.address }), patience });
				const { signal } = new AbortController();
				const asked = () => network.send({ url: service.endpoint, headers: {}, signal });
				const error = await failing('proxyUnreachable', asked);
				assert.equal(error.facts.code, 'UND_ERR_HEADERS_TIMEOUT');
				await network.close();
			});
			it('hangs up when cancelled while it says nothing', async () => {
				const arrived = Promise.withResolvers<void>();
				await start({ instead: () => arrived.resolve() });
				const network = openNetwork({ settings: networkSet({ proxy: proxy.address }) });
				const controller = new AbortController();
				const asked = network.send({ url: service.endpoint, headers: {}, signal: controller.signal });
				const rejected = assert.rejects(asked, /^Error: left$/);
				await arrived.promise;
				controller.abort(new Error('left'));
				await rejected;
				await network.close();
				await proxy.left();
			});
		});

	describe('of https: whose certificate nobody knows', () => {
		beforeEach(async () => {
			proxy = await startConnectProxy({ identity: unknown });
		});

		it('refuses it', async () => {
			const error = await failing('proxyUntrusted', () => ask({ proxy: proxy.address }));
			assert.equal(error.facts.code, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE');
			assert.equal(proxy.read, '');
		});
		it('takes it when http.proxyStrictSSL is off', async () => {
			assert.equal((await ask({ proxy: proxy.address, proxyStrictSSL: false })).status, 200);
			assertTunnelled();
		});
		it('refuses one for another name', async () => {
			await proxy.close();
			const other = await (await privateAuthority()).issue('proxy.example');
			proxy = await startConnectProxy({ identity: other });
			await failing('proxyUntrusted', () => ask({ proxy: proxy.address }));
		});
	});

	describe('finds it', () => {
		beforeEach(async () => {
			proxy = await startConnectProxy();
		});
		const host = () => new URL(service.origin).host;
		const closed = 'http://127.0.0.1:9';

		const cases: Readonly<
			Record<
				string,
				() => { env?: Readonly<Record<string, string>>; set?: Partial<NetworkSettings>; used: boolean }
			>
		> = {
			'in the settings': () => ({ set: { proxy: proxy.address }, used: true }),
			'in the settings before the environment': () => ({
				set: { proxy: proxy.address },
				env: { HTTPS_PROXY: closed },
				used: true,
			}),
			'in HTTPS_PROXY': () => ({ env: { HTTPS_PROXY: proxy.address }, used: true }),
			'in https_proxy': () => ({ env: { https_proxy: proxy.address }, used: true }),
			'in HTTP_PROXY when there is no HTTPS_PROXY': () => ({
				env: { HTTP_PROXY: proxy.address },
				used: true,
			}),
			'in HTTPS_PROXY before HTTP_PROXY': () => ({
				env: { HTTPS_PROXY: proxy.address, HTTP_PROXY: closed },
				used: true,
			}),
			'without a scheme': () => ({ env: { HTTPS_PROXY: proxy.address.replace('http://', '') }, used: true }),
			'not, when http.proxySupport is off': () => ({
				set: { proxy: proxy.address, proxySupport: 'off' },
				env: { HTTPS_PROXY: proxy.address },
				used: false,
			}),
			'not, for a host of http.noProxy': () => ({
				set: { proxy: proxy.address, noProxy: ['example.com', '127.0.0.1'] },
				used: false,
			}),
			'not, for a host and port of http.noProxy': () => ({
				set: { proxy: proxy.address, noProxy: [host()] },
				used: false,
			}),
			'for a host that http.noProxy does not name': () => ({
				set: { proxy: proxy.address, noProxy: ['example.com', '127.0.0.1:1'] },
				used: true,
			}),
			'not, for a host of NO_PROXY': () => ({
				env: { HTTPS_PROXY: proxy.address, NO_PROXY: 'example.com,127.0.0.1' },
				used: false,
			}),
			'in the settings, but not for a host of NO_PROXY': () => ({
				set: { proxy: proxy.address },
				env: { NO_PROXY: '127.0.0.1' },
				used: false,
			}),
			'when http.noProxy is set, whatever NO_PROXY says': () => ({
				set: { proxy: proxy.address, noProxy: ['example.com'] },
				env: { NO_PROXY: '*' },
				used: true,
			}),
		};
		for (const [name, situation] of Object.entries(cases))
			it(name, async () => {
				const { env = {}, set = {}, used } = situation();
				Object.assign(process.env, env);
				assert.equal((await ask(set)).status, 200);
				assert.equal(proxy.tunnels.length, used ? 1 : 0);
			});

		for (const address of ['socks4://127.0.0.1:1080', 'ftp://127.0.0.1', 'http://', 'http://a b', '://'])
			it(`not, in an address such as ${address}`, async () => {
				await failing('proxyUnusable', () => ask({ proxy: address }));
				assert.equal(service.requests.length, 0);
			});
		it('nowhere, when nobody listens', async () => {
			const error = await failing('proxyUnreachable', () => ask({ proxy: closed }));
			assert.equal(error.facts.code, 'ECONNREFUSED');
		});
		it('nowhere, when its name is unknown', async () => {
			await failing('proxyUnreachable', () => ask({ proxy: `http://${nameless}:8080` }));
		});
	});

	for (const password of ['p@ss', 'a:b', '100%', '%zz', '%ff', 'ünï', '%41'])
		it(`understands the password ${password}, put into the address as it is`, async () => {
			const expected = password === '%41' ? 'A' : password;
			proxy = await startConnectProxy({ credentials: `ada:${expected}` });
			const address = proxy.address.replace('//', `//ada:${password.replace('@', '%40')}@`);
			assert.equal((await ask({ proxy: address })).status, 200);
		});

	describe('of SOCKS', () => {
		beforeEach(async () => {
			proxy = await startConnectProxy(); // to be closed
		});
		for (const scheme of ['socks:', 'socks5:', 'socks5h:'])
			it(`goes by ${scheme}`, async () => {
				await using socks = new SocksProxy(Number(new URL(service.origin).port));
				const address = (await socks.start()).replace('socks5:', scheme);
				assert.equal((await ask({ proxy: address })).status, 200);
				assert.equal(socks.connected, 1);
			});
		it('is told that it is not there', async () => {
			const error = await failing('proxyUnreachable', () => ask({ proxy: 'socks5://127.0.0.1:65535' }));
			assert.equal(error.facts.code, 'ECONNREFUSED');
		});
		it('is told that the service behind it is not trusted', async () => {
			await using stranger = await startPartnerApi({ tenant, token, identity: unknown });
			await using socks = new SocksProxy(Number(new URL(stranger.origin).port));
			const address = await socks.start();
			await failing('untrusted', () => ask({ proxy: address, proxyStrictSSL: false }, stranger));
			assert.equal(stranger.requests.length, 0);
		});
		it('is told that it refuses', async () => {
			await using socks = new SocksProxy(0, { greeting: Uint8Array.of(5, 255) });
			const address = await socks.start();
			await failing('proxySignIn', () => ask({ proxy: address }));
		});
		it('reads no more than it may from behind it', async () => {
			await using socks = new SocksProxy(Number(new URL(service.origin).port));
			const address = await socks.start();
			service.failNext('tooLarge');
			await failing('tooLarge', () => ask({ proxy: address }));
		});
	});

	describe('and without one', () => {
		let odd: Server;
		beforeEach(async () => {
			proxy = await startConnectProxy();
		});

		it('cannot reach a service that hangs up before any TLS', async () => {
			odd = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
			await once(odd, 'listening');
			const address = odd.address();
			assert.ok(typeof address === 'object' && address);
			const network = openNetwork({ settings: networkSet({}) });
			const { signal } = new AbortController();
			const url = `https://127.0.0.1:${address.port}/`;
			await failing('unreachable', () => network.send({ url, headers: {}, signal }));
			await network.close();
			odd.close();
		});
		it('does not find a name that nobody has', async () => {
			const network = openNetwork({ settings: networkSet({}) });
			const { signal } = new AbortController();
			await failing('nameUnknown', () => network.send({ url: `https://${nameless}/`, headers: {}, signal }));
			await network.close();
		});
	});
});
