import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SampleReferral } from '../../../../src/sample/invent/sampleReferral.ts';
import { sampleTenant } from '../../../../src/sample/invent/tenant.ts';
import { ask, askAll, filtered, idsOf, now, tenant } from '../sampleAsk.ts';

const pending = filtered("status eq 'New' and substatus eq 'Pending'");

describe('pages of the sample service', () => {
	describe('hold at most 100 rows and count only themselves', () => {
		const sized = (rest: string, sizes: readonly number[]) =>
			it(`${rest}: ${sizes.join(', ')}`, async () => {
				const found: number[] = [];
				for (let next: string | undefined = rest; next !== undefined; ) {
					const { body } = await ask(next);
					assert.equal(body['@odata.count'], body.value.length);
					found.push(body.value.length);
					next = continuation(body['@odata.nextLink']);
				}
				assert.deepEqual(found, sizes);
			});

		sized('', Array(25).fill(100));
		sized('/', Array(25).fill(100));
		sized(pending, [...Array(7).fill(100), 60]);
		sized(filtered("substatus eq 'Expired'"), [100]);
		sized(filtered("substatus eq 'Declined'"), [2]);
		sized(filtered("status eq 'Closed' and substatus eq 'Declined'"), [0]);
		sized('?$top=0', [0]);
		sized('?$top=1', [1]);
		sized('?$top=100', [100]);
		sized('?$top=101', [100, 1]);
		sized('?$top=250', [100, 100, 50]);
		sized('?$top=999999', Array(25).fill(100));
		sized(`${filtered("substatus eq 'Expired'")}&$top=30`, [30]);
	});

	describe('chained, visit every row exactly once', () => {
		for (const rest of ['', '?$orderby=createdDateTime', '?$orderby=updatedDateTime desc', '?$select=id']) {
			it(rest === '' ? 'without options' : rest, async () => {
				const ids = idsOf(await askAll(rest));
				assert.deepEqual([...ids].sort(), [...idsOf(tenant.referrals)].sort());
			});
		}
		it('and keep to filter, order and properties', async () => {
			const rows = await askAll(
				`${pending}&$orderby=createdDateTime%20desc&$select=id,substatus,createdDateTime`,
			);
			assert.equal(rows.length, 760);
			for (const row of rows) {
				assert.deepEqual(Object.keys(row).sort(), ['createdDateTime', 'id', 'substatus']);
				assert.equal(row.substatus, 'Pending');
			}
			assert.deepEqual(rows, inOrder(rows, 'createdDateTime', -1));
		});
	});

	describe('are in the order asked for', () => {
		for (const by of ['createdDateTime', 'updatedDateTime'] as const) {
			it(`${by}, ascending when not said`, async () => {
				const expected = idsOf(inOrder(tenant.referrals, by, 1));
				assert.deepEqual(idsOf(await askAll(`?$orderby=${by}`)), expected);
				assert.deepEqual(idsOf(await askAll(`?$orderby=${by}%20asc`)), expected);
			});
			it(`${by} desc`, async () => {
				const expected = idsOf(inOrder(tenant.referrals, by, -1));
				assert.deepEqual(idsOf(await askAll(`?$orderby=${by}%20desc`)), expected);
				assert.deepEqual(idsOf(await askAll(`?$orderby=${by}+desc`)), expected);
			});
		}
		it('which is no useful one when none is asked for', async () => {
			const rows = await askAll('');
			assert.notDeepEqual(rows.slice(0, 50), inOrder(rows.slice(0, 50), 'createdDateTime', 1));
			assert.notDeepEqual(rows.slice(0, 50), inOrder(rows.slice(0, 50), 'createdDateTime', -1));
		});
	});

	describe('have next links as the service writes them', () => {
		it('plain http, without /engagements, with nothing but a token, escaped in lower case', async () => {
			const { body } = await ask(`${pending}&$orderby=createdDateTime%20desc`);
			const link = body['@odata.nextLink'] ?? assert.fail();
			const [start, token = ''] = link.split('=');
			assert.equal(start, 'http://api.partner.microsoft.com/v1.0/referrals?$skiptoken');
			assert.match(token, /^(?:[A-Za-z0-9]|%2b|%2f)+$/);
			assert.match(token, /%2b/);
			assert.match(token, /%2f/);
			assert.equal(decodeURIComponent(token).length, 832);
		});
		it('on the host that was asked, port included', async () => {
			const { sampleSend } = await import('../../../../src/sample/service/send.ts');
			const url = 'http://127.0.0.1:4711/v1.0/engagements/referrals';
			const reply = await sampleSend(tenant)({ url, headers: {}, signal: AbortSignal.any([]) });
			const text = new TextDecoder().decode(reply.body);
			assert.match(text, /"@odata\.nextLink":"http:\/\/127\.0\.0\.1:4711\/v1\.0\/referrals\?/);
		});
		it('whose token tells nothing and is different on every page', async () => {
			const tokens = new Set<string>();
			for (let next: string | undefined = pending; next !== undefined; ) {
				next = continuation((await ask(next)).body['@odata.nextLink']);
				tokens.add(next ?? '');
			}
			assert.equal(tokens.size, 8);
			const readable = [...tokens].map((token) => atob(decodeURIComponent(token.slice(12))));
			assert.ok(readable.every((text) => !/pending|filter|status/i.test(text)));
			assert.equal(new Set(readable.map((text) => text.slice(0, 4))).size, 8);
		});
		it('the same for the same question', async () => {
			assert.deepEqual((await ask(pending)).body, (await ask(pending)).body);
		});
		it('which still lead on when the tenant was made anew, as after a restart', async () => {
			const next = continuation((await ask(pending)).body['@odata.nextLink']) ?? assert.fail();
			const again = await ask(next, sampleTenant(now));
			assert.deepEqual(idsOf(again.body.value), idsOf((await ask(next)).body.value));
		});
		it('also for very long and for very strange filters', async () => {
			const filter = `${"status eq 'New' and ".repeat(60)}substatus eq 'Pending'`;
			assert.equal((await askAll(filtered(filter))).length, 760);
			assert.equal((await askAll(`?$filter=status eq 'New'%20and%20substatus+eq+'Pending'`)).length, 760);
		});
	});

	describe('are refused for a token', () => {
		const spoilt = (name: string, spoil: (query: string) => string) =>
			it(name, async () => {
				const query = continuation((await ask(pending)).body['@odata.nextLink']) ?? assert.fail();
				const { status, body } = await ask(spoil(query));
				assert.equal(status, 400);
				assert.equal(body.error?.target, '$skiptoken');
			});

		spoilt('that is empty', () => '?$skiptoken=');
		spoilt('that is garbage', () => '?$skiptoken=garbage');
		spoilt('that was cut', (query) => query.slice(0, -8));
		spoilt('that was extended', (query) => `${query}AAAA`);
		spoilt('with one character changed', (query) =>
			query.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
		);
		spoilt('decoded and not encoded again, so that + is a space', (query) => decodeURIComponent(query));
		spoilt('encoded twice', (query) => query.replaceAll('%2', '%252'));
		spoilt('beside a filter', (query) => `${query}&$filter=status eq 'New'`);
		spoilt('beside an order', (query) => `${query}&$orderby=createdDateTime`);

		it('of which any one character is changed', async () => {
			const query = continuation((await ask(pending)).body['@odata.nextLink']) ?? assert.fail();
			const token = decodeURIComponent(query.slice('?$skiptoken='.length));
			const place = fc.nat(token.length - 1);
			const letter = fc.constantFrom(...'ABCxyz019+/');
			await fc.assert(
				fc.asyncProperty(place, letter, async (at, put) => {
					fc.pre(token[at] !== put);
					const changed = encodeURIComponent(token.slice(0, at) + put + token.slice(at + 1));
					assert.equal((await ask(`?$skiptoken=${changed}`)).status, 400);
				}),
				{ seed: 7, numRuns: 200 },
			);
		});
		it('but not for upper-case escapes', async () => {
			const query = continuation((await ask(pending)).body['@odata.nextLink']) ?? assert.fail();
			const upper = query.replaceAll(/%2[bf]/g, (escaped) => escaped.toUpperCase());
			assert.equal((await ask(upper)).status, 200);
		});
	});
});

function continuation(link: string | undefined): string | undefined {
	return link?.slice(link.indexOf('?'));
}

/** In order of time, rows of one instant as they were. */
function inOrder(
	rows: readonly SampleReferral[],
	by: 'createdDateTime' | 'updatedDateTime',
	sign: 1 | -1,
): readonly SampleReferral[] {
	const key = (row: SampleReferral) => {
		const [whole = '', fraction = ''] = row[by].replace('Z', '').split('.');
		return `${whole}.${fraction.padEnd(7, '0')}`;
	};
	return rows.toSorted((one, other) => sign * key(one).localeCompare(key(other), 'en'));
}
