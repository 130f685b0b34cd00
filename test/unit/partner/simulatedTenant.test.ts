import assert from 'node:assert/strict';
import { setTimeout as after } from 'node:timers/promises';
import { Explorer } from '../../../src/listing/explorer.ts';
import { LoadingAll } from '../../../src/listing/loadingAll.ts';
import { isJsonObject } from '../../../src/partner/json.ts';
import { openPartnerCenter } from '../../../src/partner/network/openPartnerCenter.ts';
import type { Reply, Send } from '../../../src/partner/send.ts';
import { everything } from '../../../src/query/query.ts';
import { paced } from '../../partner-api/paced.ts';
import { simulatedTenant, sizesOf } from '../../partner-api/simulatedTenant.ts';
import { startPartnerApi } from '../../partner-api/startPartnerApi.ts';

const { signal } = new AbortController();
const collection = 'http://127.0.0.1:1/v1.0/engagements/referrals';
const now = new Date('2026-03-15T10:30:00Z');

const ask = (send: Send, url = collection): Promise<Reply> => send({ url, headers: {}, signal });

async function jsonOf(send: Send, url?: string): Promise<Readonly<Record<string, unknown>>> {
	const { status, body } = await ask(send, url);
	const json: unknown = JSON.parse(new TextDecoder().decode(body));
	assert.ok(status === 200 && isJsonObject(json), `${status}`);
	return json;
}

const rowsOf = ({ value }: Readonly<Record<string, unknown>>) =>
	Array.isArray(value) ? value.filter(isJsonObject) : [];

/** The page that a link leads to, whatever host it names. */
function nextOf({ '@odata.nextLink': link }: Readonly<Record<string, unknown>>): string | undefined {
	return typeof link === 'string' ? collection + new URL(link).search : undefined;
}

describe('a simulated tenant', () => {
	it('has as many referrals as it should, spread as in the sample', () => {
		for (const size of [0, 1, 100, 12_345, 1_000_000])
			assert.equal(
				sizesOf(size).reduce((sum, pair) => sum + pair.size, 0),
				size,
			);
		assert.ok(sizesOf(1_000_000).filter(({ size }) => size > 30_000).length >= 6);
	});

	it('has over all pages every referral once, each to be had by its id, newest first', async () => {
		const send = simulatedTenant(2345, now);
		const found = new Map<unknown, unknown>();
		let before = '9';
		for (let url: string | undefined = collection; url; ) {
			const page = await jsonOf(send, url);
			for (const row of rowsOf(page)) {
				assert.ok(`${row['createdDateTime']}` < before);
				before = `${row['createdDateTime']}`;
				found.set(row['id'], row);
			}
			url = nextOf(page);
		}
		assert.equal(found.size, 2345);
		for (const [id, row] of [...found].filter((_, index) => index % 97 === 0))
			assert.deepEqual(await jsonOf(send, `${collection}/${id}`), row);
	});

	it('has of each pair what it says, also the last page of a million', async () => {
		const send = simulatedTenant(1_000_000, now);
		for (const { status, substatus, size } of sizesOf(1_000_000).filter((pair) => pair.size > 0)) {
			const url = `${collection}?$filter=status eq '${status}' and substatus eq '${substatus}'`;
			const [first] = rowsOf(await jsonOf(send, url));
			const [last] = rowsOf(await jsonOf(send, `${url}&$orderby=createdDateTime asc`));
			assert.deepEqual([first?.['status'], last?.['substatus']], [status, substatus]);
			const places = [first, last].map((row) => Number.parseInt(`${row?.['id']}`.slice(-12), 16));
			assert.equal((places[1] ?? 0) - (places[0] ?? 0) + 1, size);
		}
	});

	it('refuses what it cannot do, and what is not there', async () => {
		const send = simulatedTenant(10, now);
		assert.equal((await ask(send, `${collection}?$filter=direction eq 'Incoming'`)).status, 400);
		assert.equal((await ask(send, `${collection}?$select=id`)).status, 400);
		assert.equal((await ask(send, `${collection}/00000000-a000-4a00-8000-00000000000b`)).status, 404);
	});

	it('is loaded as a whole over HTTP, although the service throttles', async () => {
		// Long enough for four that are sent at once to be there at once, however busy the machine is.
		const send = paced(simulatedTenant(1500, now), { latency: 150, mostAtOnce: 3, retryAfter: 0.2 });
		await using api = await startPartnerApi({ send });
		let loading: LoadingAll | undefined;
		const { client, close } = openPartnerCenter({
			endpoint: api.endpoint,
			token: async () => api.token,
			log: () => {},
			wait: (milliseconds) => after(milliseconds),
			paused: () => loading?.slowDown(),
		});
		const explorer = new Explorer(client, everything, () => {}, now.getTime());
		const listings = explorer.pairs.map((group) => explorer.listing(group));
		const mayGoOn = async () => false;
		loading = new LoadingAll(listings, {
			stop: signal,
			progressed: () => {},
			elsewhere: 0,
			ceiling: Infinity,
			mayGoOn,
		});
		await loading.run();
		assert.ok(loading.complete);
		assert.deepEqual(
			listings.map(({ rows }) => rows.length),
			sizesOf(1500).map(({ size }) => size),
		);
		assert.ok(api.requests.some(({ status }) => status === 429));
		await close();
	});
});

describe('a paced service', () => {
	it('refuses what is too much in a second, and says when to come again', async () => {
		const send = paced(simulatedTenant(10, now), { mostPerSecond: 2, retryAfter: 7 });
		const replies = [await ask(send), await ask(send), await ask(send)];
		assert.deepEqual(
			replies.map(({ status, headers }) => [status, headers['retry-after']]),
			[
				[200, undefined],
				[200, undefined],
				[429, '7'],
			],
		);
	});
});
