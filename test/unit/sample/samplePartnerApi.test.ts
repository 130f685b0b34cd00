import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type FaultName, faults } from '../../partner-api/faults.ts';
import type { PartnerApi } from '../../partner-api/partnerApi.ts';
import { startPartnerApi } from '../../partner-api/startPartnerApi.ts';
import { type SampleBody, tenant } from './sampleAsk.ts';

const names = Object.keys(faults).filter(isFault);

describe('the partner API on loopback', () => {
	let api: PartnerApi;
	beforeEach(async () => {
		api = await startPartnerApi({ tenant });
	});
	afterEach(() => api.close());

	const get = (rest = '', init: RequestInit = {}) =>
		fetch(`${api.endpoint}/referrals${rest}`, {
			redirect: 'manual',
			...init,
			headers: { authorization: `Bearer ${api.token}`, ...init.headers },
		});
	const page = async (rest = '') => {
		const body: SampleBody = await (await get(rest)).json();
		return body;
	};

	describe('serves the sample tenant', () => {
		it('page by page, to a client that keeps to its endpoint', async () => {
			const ids = new Set<string>();
			for (let rest: string | undefined = "?$filter=status eq 'Closed'"; rest !== undefined; ) {
				const body: SampleBody = await page(rest);
				for (const { id } of body.value) {
					ids.add(id);
				}
				const link: string | undefined = body['@odata.nextLink'];
				rest = link?.slice(link.indexOf('?'));
			}
			assert.equal(ids.size, 926);
		});
		it('and one referral', async () => {
			const id = tenant.referrals[3]?.id ?? '';
			assert.equal((await page(`/${id}`))['id'], id);
		});
		it('but not where its next links point', async () => {
			const link = (await page())['@odata.nextLink'] ?? '';
			assert.ok(link.startsWith(`${api.origin}/v1.0/referrals?$skiptoken=`), link);
			const reply = await fetch(link, { headers: { authorization: `Bearer ${api.token}` } });
			assert.equal(reply.status, 404);
		});
		it('with the documented 400', async () => {
			const reply = await get('?$skip=1');
			const body: SampleBody = await reply.json();
			assert.equal(reply.status, 400);
			assert.equal(body.error?.code, 'invalidRequest');
		});
	});

	describe('asks for its token', () => {
		const rejected = (name: string, headers: () => Readonly<Record<string, string>>) =>
			it(name, async () => {
				const reply = await fetch(`${api.endpoint}/referrals`, { headers: headers() });
				const body: SampleBody = await reply.json();
				assert.equal(reply.status, 401);
				assert.equal(body.error?.code, 'unauthenticated');
				assert.match(reply.headers.get('www-authenticate') ?? '', /^Bearer /);
			});

		rejected('without one', () => ({}));
		rejected('with another', () => ({ authorization: 'Bearer other' }));
		rejected('with another scheme', () => ({ authorization: `Basic ${api.token}` }));
		rejected('with a longer one', () => ({ authorization: `Bearer ${api.token}x` }));
		it('until it expires', async () => {
			const old = api.token;
			api.token = 'fresh';
			assert.equal((await get('', { headers: { authorization: `Bearer ${old}` } })).status, 401);
			assert.equal((await get()).status, 200);
		});
	});

	describe('takes GET for JSON alone', () => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']) {
			it(`${method}: 405`, async () => assert.equal((await get('', { method })).status, 405));
		}
		it('Accept text/html: 406', async () => {
			assert.equal((await get('', { headers: { accept: 'text/html' } })).status, 406);
		});
	});

	describe('remembers', () => {
		it('method, address as it was on the wire, headers, status and kind', async () => {
			const path = '/v1.0/engagements/referrals?$filter=x%2by%2FZ+a%20b';
			const { port } = new URL(api.origin);
			const headers = { authorization: `Bearer ${api.token}`, 'X-Odd': ['a', 'b'] };
			const [response] = await once(
				httpRequest({ host: '127.0.0.1', port, path, headers }).end(),
				'response',
			);
			response.resume();
			const [request] = api.requests;
			assert.equal(request?.method, 'GET');
			assert.equal(request.url, path);
			assert.equal(request.headers['x-odd'], 'a, b');
			assert.equal(request.status, 400);
			assert.equal(request.kind, 'list');
			assert.equal(await request.ended, 'whole');
		});
		it('which requests were for the list', async () => {
			await Promise.all([get('/none'), get('?$top=1'), get('x')].map(async (each) => (await each).text()));
			assert.deepEqual(
				api.listRequests().map(({ url }) => url),
				['/v1.0/engagements/referrals?$top=1'],
			);
			assert.deepEqual(api.requests.map(({ kind }) => kind).sort(), ['list', 'one', 'other']);
		});
		it('refused requests as well, until told to forget', async () => {
			await (await fetch(`${api.endpoint}/referrals`)).text();
			assert.equal(api.requests[0]?.status, 401);
			api.forgetRequests();
			assert.equal(api.requests.length, 0);
		});
		it('that the client hung up', async () => {
			api.failNext('stall');
			const controller = new AbortController();
			const reply = get('', { signal: controller.signal });
			await api.requested(1);
			controller.abort();
			await assert.rejects(reply);
			assert.equal(await api.requests[0]?.ended, 'cut short');
			assert.equal(api.requests[0]?.status, undefined);
		});
	});

	describe('fails as told', () => {
		it('for the next request only', async () => {
			api.failNext('status500');
			assert.equal((await get()).status, 500);
			assert.equal((await get()).status, 200);
			assert.deepEqual(
				api.requests.map(({ fault }) => fault),
				['status500', undefined],
			);
		});
		it('for the next n, then for the next planned', async () => {
			api.failNext('status503', { times: 2 });
			api.failNext('status404');
			const found = [await get(), await get(), await get(), await get()].map(({ status }) => status);
			assert.deepEqual(found, [503, 503, 404, 200]);
		});
		it('only for requests that match', async () => {
			api.failNext('status500', { when: ({ url }) => url.includes('Pending') });
			assert.equal((await get("?$filter=substatus eq 'Won'")).status, 200);
			assert.equal((await get("?$filter=substatus eq 'Pending'")).status, 500);
		});
		it('not for requests without the token', async () => {
			api.failNext('html');
			assert.equal((await fetch(`${api.endpoint}/referrals`)).status, 401);
			assert.match(await (await get()).text(), /^<!DOCTYPE html>/);
		});
		it('unless told to forget it', async () => {
			api.failNext('status500', { times: 10 });
			api.clearFaults();
			assert.equal((await get()).status, 200);
		});
	});

	describe('plays statuses', () => {
		// Fetch refuses a proxy's 407 before anybody sees it.
		const byStatus = names.filter((name) => /^status\d/.test(name) && name !== 'status407');
		for (const name of byStatus) {
			it(`${name} with that status`, async () => {
				api.failNext(name);
				assert.equal((await get()).status, Number(name.slice('status'.length, 'status'.length + 3)));
			});
		}
		it('status429 with a wait and without the usual body', async () => {
			api.failNext('status429');
			const reply = await get();
			const body: SampleBody = await reply.json();
			assert.equal(reply.headers.get('retry-after'), '1');
			assert.equal(body.error, undefined);
		});
		it('status401Claims with a claims challenge', async () => {
			api.failNext('status401Claims');
			const challenge = (await get()).headers.get('www-authenticate') ?? '';
			const [, claims = ''] = /error="insufficient_claims", claims="([^"]+)"/.exec(challenge) ?? [];
			assert.ok('access_token' in JSON.parse(atob(claims)));
		});
	});

	describe('plays connections', () => {
		for (const name of ['redirect', 'redirectSameHost', 'redirectPermanent'] as const) {
			it(`${name} with a location`, async () => {
				api.failNext(name);
				const reply = await get();
				assert.ok([302, 307, 308].includes(reply.status));
				assert.ok(URL.canParse(reply.headers.get('location') ?? ''));
			});
		}
		for (const name of ['reset', 'hangUp', 'notHttp', 'hugeHeaders'] as const) {
			it(`${name}: no answer at all`, async () => {
				api.failNext(name);
				await assert.rejects(get(), TypeError);
				assert.equal((await get()).status, 200);
			});
		}
		for (const name of ['resetInBody', 'hangUpInBody', 'badChunk', 'brokenGzip'] as const) {
			it(`${name}: an answer that breaks off`, async () => {
				api.failNext(name);
				const reply = await get();
				assert.equal(reply.status, 200);
				await assert.rejects(reply.text(), TypeError);
			});
		}
		for (const name of ['stall', 'stallInBody'] as const) {
			it(`${name}: silence, until the client gives up`, async () => {
				api.failNext(name);
				const reading = get('', { signal: AbortSignal.timeout(200) }).then((reply) => reply.text());
				await assert.rejects(reading, { name: 'TimeoutError' });
				assert.equal(await api.requests[0]?.ended, 'cut short');
			});
		}
		for (const name of [
			'late',
			'drip',
			'earlyHints',
			'gzip',
			'brotli',
			'noContentType',
			'utf8Bom',
		] as const) {
			it(`${name}: in the end the regular page`, async () => {
				const regular = await page();
				api.failNext(name);
				assert.deepEqual(await page(), regular);
			});
		}
		for (const name of [
			...([
				'html',
				'htmlSaidToBeJson',
				'empty',
				'blank',
				'truncated',
				'missingComma',
				'trailingComma',
			] as const),
			...(['trailingText', 'twice', 'utf16', 'lengthTooSmall', 'truncatedGzip'] as const),
		]) {
			it(`${name}: no JSON`, async () => {
				api.failNext(name);
				const text = await (await get()).text();
				assert.throws(() => JSON.parse(text), SyntaxError);
			});
		}
		it('notUtf8: JSON to a forgiving decoder only', async () => {
			api.failNext('notUtf8');
			const bytes = await (await get()).arrayBuffer();
			assert.throws(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes), TypeError);
			assert.equal(JSON.parse(new TextDecoder().decode(bytes)).value.length, 100);
		});
		it('wrongShape: JSON that is no page', async () => {
			api.failNext('wrongShape');
			assert.ok(Array.isArray(await page()));
		});
		it('rowNull, rowText, rowEmpty: 100 rows, one of which is none', async () => {
			for (const name of ['rowNull', 'rowText', 'rowEmpty'] as const) {
				api.failNext(name);
				const { value } = await page();
				assert.equal(value.length, 100);
				assert.equal(value.filter((row) => typeof row?.id === 'string').length, 99);
			}
		});
		it('rowTwice: a row twice', async () => {
			api.failNext('rowTwice');
			const { value } = await page();
			assert.equal(value[2]?.id, value[3]?.id);
		});
	});

	describe('plays links', () => {
		for (const name of names.filter((name) => name.endsWith('NextLink') || name.startsWith('nextLink'))) {
			it(`${name}: another link, the same rows`, async () => {
				const regular = await page();
				api.failNext(name);
				const spoilt = await page();
				assert.notEqual(spoilt['@odata.nextLink'], regular['@odata.nextLink']);
				assert.deepEqual(spoilt.value, regular.value);
			});
		}
		it('foreignNextLink also on a last page', async () => {
			api.failNext('foreignNextLink');
			assert.match((await page('?$top=1'))['@odata.nextLink'] ?? '', /^https:\/\/referrals\.example\//);
		});
		it('repeatingToken: a page that is its own next', async () => {
			api.failNext('repeatingToken', { times: 9 });
			const first = continuation(await page());
			assert.equal(continuation(await page(first)), first);
		});
		it('emptyPageWithLink: nothing, and more of it', async () => {
			api.failNext('emptyPageWithLink');
			const body = await page();
			assert.deepEqual(body.value, []);
			assert.ok('@odata.nextLink' in body);
		});
		it('rejectedToken: a link that the service itself refuses', async () => {
			api.failNext('rejectedToken');
			assert.equal((await get(continuation(await page()))).status, 400);
		});
	});

	it('plays every fault on any request without breaking', async function () {
		this.timeout(20_000);
		const tryOut = async (name: FaultName) => {
			api.failNext(name, { times: 2, when: ({ headers }) => headers['x-fault'] === name });
			const signal = AbortSignal.timeout(name.startsWith('stall') ? 300 : 8_000);
			const init = { signal, headers: { 'x-fault': name } };
			await Promise.all(['/none', '?$filter=x'].map((rest) => get(rest, init).then(drain, () => {})));
		};
		await Promise.all(names.map(tryOut));
		assert.ok(api.requests.every(({ fault }) => fault !== undefined));
		assert.equal((await get()).status, 200);
	});

	it('comes back at the same address', async () => {
		const { origin } = api;
		await (await get()).text();
		await api.close();
		await assert.rejects(get(), TypeError);
		await api.start();
		assert.equal(api.origin, origin);
		assert.equal((await get()).status, 200);
		assert.equal(api.requests.length, 2);
	});

	it('can be closed twice, and by leaving its scope', async () => {
		let origin = '';
		{
			await using scoped = await startPartnerApi({ tenant });
			origin = scoped.origin;
			await scoped.close();
		}
		await assert.rejects(fetch(origin), TypeError);
	});

	it('starts by hand', async function () {
		this.timeout(10_000);
		const main = fileURLToPath(new URL('../../partner-api/main.ts', import.meta.url));
		const child = spawn(process.execPath, [main], { stdio: ['pipe', 'pipe', 'inherit'] });
		try {
			const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
			const [, address = ''] = /^endpoint +(http:\S+)$/.exec((await lines.next()).value ?? '') ?? [];
			const [, token = ''] = /^token +(\S+)$/.exec((await lines.next()).value ?? '') ?? [];
			child.stdin.write('status503 1\nrequests\n');
			await lines.next();
			const headers = { authorization: `Bearer ${token}` };
			assert.equal((await fetch(`${address}/referrals`, { headers })).status, 503);
		} finally {
			child.kill();
		}
	});
});

function isFault(name: string): name is FaultName {
	return Object.hasOwn(faults, name);
}

function continuation(body: SampleBody): string {
	const link = body['@odata.nextLink'] ?? '';
	return link.slice(link.indexOf('?'));
}

/** Reads an answer as far as it can be read. */
async function drain(reply: Response): Promise<void> {
	await reply.arrayBuffer().catch(() => {});
}
