import assert from 'node:assert/strict';
import { PartnerError } from '../../../../src/partner/error.ts';
import { identified } from '../../../../src/partner/sending/identified.ts';
import { failing } from '../failing.ts';
import { FakeSend, replied } from '../fakeSend.ts';

const { signal } = new AbortController();
const ask = { url: 'https://api.partner.microsoft.com/', headers: { accept: '*/*' }, signal };

describe('an identified send', () => {
	it('gives every request an id of its own', async () => {
		const inner = new FakeSend(() => replied({}));
		const send = identified(inner.send);
		for (let count = 0; count < 20; count++) await send(ask);
		const ids = inner.asks.map(({ headers }) => headers['client-request-id'] ?? '');
		for (const id of ids) assert.match(id, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
		assert.equal(new Set(ids).size, 20);
		assert.equal(inner.asks[0]?.headers['accept'], '*/*');
	});

	it('tells the id with a reply that does not', async () => {
		const inner = new FakeSend(() => replied({}, 503, { 'request-id': 'r1' }));
		const { headers, status } = await identified(inner.send)(ask);
		assert.equal(status, 503);
		assert.deepEqual(headers, {
			'request-id': 'r1',
			'client-request-id': inner.asks[0]?.headers['client-request-id'],
		});
	});

	it('tells the id of what never arrived', async () => {
		const inner = new FakeSend(() => new PartnerError('interrupted', { code: 'ECONNRESET' }));
		const { facts } = await failing('interrupted', () => identified(inner.send)(ask));
		const id = inner.asks[0]?.headers['client-request-id'];
		assert.deepEqual(facts, { code: 'ECONNRESET', clientRequestId: id });
	});

	it("leaves the service's own word", async () => {
		const inner = new FakeSend(() => replied({}, 200, { 'client-request-id': 'theirs' }));
		assert.equal((await identified(inner.send)(ask)).headers['client-request-id'], 'theirs');
	});
});
