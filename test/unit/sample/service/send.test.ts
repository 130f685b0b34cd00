import assert from 'node:assert/strict';
import { sampleSend } from '../../../../src/sample/service/send.ts';
import { ask, collection, tenant } from '../sampleAsk.ts';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const send = sampleSend(tenant);
const first = tenant.referrals[0] ?? assert.fail();
const { signal } = new AbortController();

describe('the sample service', () => {
	describe('answers the list', () => {
		it('with its context, over http', async () => {
			const { status, body } = await ask('');
			assert.equal(status, 200);
			assert.equal(body['@odata.context'], 'http://api.partner.microsoft.com/v1.0/$metadata#Referrals');
		});
		it('with rows as the tenant has them, without eTag', async () => {
			const { body } = await ask('');
			assert.deepEqual(body.value[0], JSON.parse(JSON.stringify(first)));
			assert.ok(body.value.every((row) => !('eTag' in row)));
		});
		for (const url of [
			'https://api.partner.microsoft.com/v1.0/referrals',
			'http://127.0.0.1:1/referrals',
			'https://elsewhere.example/a/b/referrals/',
		]) {
			it(`at ${url}`, async () => {
				assert.equal((await send({ url, headers: {}, signal })).status, 200);
			});
		}
	});

	describe('answers one referral', () => {
		it('with a context of its own, misspelt, and an eTag in quotes', async () => {
			const { status, body } = await ask(`/${first.id}`);
			const { '@odata.context': context, eTag, ...rest } = body;
			assert.equal(status, 200);
			assert.match(context, /\/engagments\/\$metadata#Referrals\/\$entity$/);
			assert.match(String(eTag), /^".+"$/);
			assert.deepEqual(rest, JSON.parse(JSON.stringify(first)));
		});
		it('with the same eTag every time, and another for another', async () => {
			const eTags = [first, first, tenant.referrals[1] ?? first].map(async ({ id }) => {
				return (await ask(`/${id}`)).body['eTag'];
			});
			const [one, same, other] = await Promise.all(eTags);
			assert.equal(one, same);
			assert.notEqual(one, other);
		});
		it('but no options with it', async () => {
			assert.equal((await ask(`/${first.id}?$expand=team`)).status, 400);
		});
	});

	describe('answers 404 to', () => {
		const missing = (rest: string) =>
			it(rest, async () => {
				const { status, body } = await ask(rest);
				assert.equal(status, 404);
				assert.equal(body.error?.code, 'itemNotFound');
				assert.notEqual(body.error?.message, '');
			});

		missing('/00000000-0000-0000-0000-000000000000');
		missing('/none');
		missing('/%');
		missing('s');
		missing('/none?$filter=x');
		missing(`/${first.id}/`);
		missing(`/${first.id}/team`);
		missing(`('${first.id}')`);
	});

	describe('answers 400 to', () => {
		const refused = (rest: string, target: string) =>
			it(rest.slice(0, 60), async () => {
				const { status, body } = await ask(rest);
				assert.equal(status, 400);
				assert.equal(body.error?.code, 'invalidRequest');
				assert.equal(body.error?.target, target);
				assert.ok((body.error?.message.length ?? 0) <= 1024);
				assert.equal(body.error?.innerError?.code, 'badArgument');
			});

		refused('?$skip=100', '$skip');
		refused('?$count=true', '$count');
		refused('?$expand=team', '$expand');
		refused('?$search=x', '$search');
		refused('?$apply=x', '$apply');
		refused('?$Filter=x', '$Filter');
		refused('?filter=x', 'filter');
		refused('?pagesize=50', 'pagesize');
		refused('?api-version=1', 'api-version');
		refused('?$top', '$top');
		refused('?$top=', '$top');
		refused('?$top=-1', '$top');
		refused('?$top=ten', '$top');
		refused('?$top=1.5', '$top');
		refused('?$top=1&$top=1', '$top');
		refused('?$orderby=', '$orderby');
		refused('?$orderby=name', '$orderby');
		refused('?$orderby=details/dealValue desc', '$orderby');
		refused('?$orderby=createdDateTime descending', '$orderby');
		refused('?$orderby=createdDateTime DESC', '$orderby');
		refused('?$orderby=createdDateTime,updatedDateTime', '$orderby');
		refused('?$select=', '$select');
		refused('?$select=*', '$select');
		refused('?$select=id,nonsense', '$select');
		refused('?$select=customerProfile/name', '$select');
		refused('?$filter=%', 'query');
		refused('?$filter=%ff', 'query');
		refused(`?$filter=${'x'.repeat(3_000)} eq 'y'`, '$filter');
		refused(`?$filter=${'x'.repeat(20_000)}`, 'query');
	});

	it('takes $ also when it is escaped, and ignores what follows a #', async () => {
		const { status, body } = await ask("?%24filter=status%20eq%20'Paused'&%24orderby=createdDateTime#x&y");
		assert.equal(status, 200);
		assert.equal(body.value.length, 5);
	});

	it('answers an address that is none with 400', async () => {
		assert.equal((await send({ url: 'referrals', headers: {}, signal })).status, 400);
	});

	describe('sends headers', () => {
		it('a request-id of its own for every answer, failures included', async () => {
			const ids = [await ask(''), await ask(''), await ask('?$skip=1'), await ask('/none')].map(
				({ headers }) => headers['request-id'] ?? '',
			);
			assert.equal(new Set(ids).size, 4);
			assert.ok(ids.every((id) => guid.test(id)));
		});
		it('the client-request-id that was sent, and none when none was', async () => {
			const headers = { 'client-request-id': 'abc' };
			const reply = await send({ url: collection, headers, signal });
			assert.equal(reply.headers['client-request-id'], 'abc');
			assert.equal('client-request-id' in (await ask('')).headers, false);
		});
		it('a timestamp and a content type', async () => {
			const { headers } = await ask('');
			assert.ok(Math.abs(Date.parse(headers['timestamp'] ?? '') - Date.now()) < 5_000);
			assert.match(headers['content-type'] ?? '', /^application\/json; odata\.metadata=minimal/);
		});
	});

	it('rejects with the reason of an aborted signal', async () => {
		const reason = new Error('no longer wanted');
		const ask = { url: collection, headers: {}, signal: AbortSignal.abort(reason) };
		await assert.rejects(send(ask), reason);
	});
});
