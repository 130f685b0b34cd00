import assert from 'node:assert/strict';
import { jsonLinesExport } from '../../../src/export/jsonLines.ts';
import { exportSteps } from '../../../src/export/steps.ts';
import { ListedReferral } from '../../../src/listing/arranging/listed.ts';
import { endpointAt } from '../../../src/partner/endpoint.ts';
import { pageOf, readPage } from '../../../src/partner/page.ts';
import { ReferralsClient } from '../../../src/partner/referralsClient.ts';
import { jsonText } from '../../../src/referral/jsonText.ts';

const sent = [
	'{"id":"r1","big":12345678901234567890,"far":1e400,"near":0.1000000000000000055}',
	'{"id":"r2","zero":-0.0,"price":1.50,"10":1,"2":2,"a":1,"a":2}',
	'{"big":12345678901234567890}',
];
const body = Buffer.from(`{"value":[ ${sent.join(' , ')} ]}`);
const endpoint = endpointAt('https://api.partner.microsoft.com/v1.0/engagements/referrals');

async function entries(isPacked: boolean) {
	const url = endpoint.collection;
	const page = pageOf(await readPage(body), body, url, endpoint);
	if (isPacked) {
		page.kept?.pack({});
		const before = page.kept?.element(0);
		while (page.kept?.element(0) === before) await new Promise((done) => setTimeout(done, 5));
	}
	return page.entries.map((entry) =>
		entry.kind === 'received' ? new ListedReferral(entry, { whole: false }) : entry,
	);
}

describe('everything that was sent', () => {
	for (const isPacked of [false, true])
		it(`is in JSON Lines as it came, out of a page that is ${isPacked ? '' : 'not '}packed`, async () => {
			const text = [...exportSteps(await entries(isPacked), jsonLinesExport())].map((step) => step.text);
			assert.deepEqual(text.join('').trimEnd().split('\n'), sent);
		});

	it('is in a document as it came', async () => {
		const [first] = await entries(true);
		assert.ok(first?.kind === 'received');
		const shown = jsonText(first.json, first.text);
		assert.match(shown, /^\{\n {2}"id": "r1",\n {2}"big": 12345678901234567890,\n {2}"far": 1e400,/);
		assert.match(shown, /"near": 0\.1000000000000000055\n\}\n$/);
	});

	it('is so, too, of a referral that was asked for by its id', async () => {
		const one = Buffer.from(`\ufeff${sent[0]}`);
		const client = new ReferralsClient(async () => ({ status: 200, headers: {}, body: one }), endpoint);
		const { json, text } = await client.byId('r1', new AbortController().signal);
		assert.match(jsonText(json, text), /^\{\n {2}"id": "r1",\n {2}"big": 12345678901234567890,/);
	});
});
