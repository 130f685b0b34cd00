import assert from 'node:assert/strict';
import fc from 'fast-check';
import { groupingBy } from '../../../src/listing/arranging/groupings.ts';
import type { Exploration } from '../../../src/listing/exploration.ts';
import type { Received } from '../../../src/partner/referral.ts';
import { asksLoadedOnly } from '../../../src/query/asksLoadedOnly.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { sampleSend } from '../../../src/sample/service/send.ts';
import { FakeSend, replied } from '../partner/fakeSend.ts';
import { matches, matchesLoaded } from '../query/matches.ts';
import { findable, rows } from '../query/queries.ts';
import { received } from '../received.ts';
import { now, tenant } from '../sample/sampleAsk.ts';
import { branchIn, exploringOn, feedIn, idsIn, loadWhole } from './exploring.ts';

const host = 'api.partner.microsoft.com';
const time = now.getTime(); // 2026-03-15T10:30:00Z
const dealOf = (dealValue: unknown, currency?: unknown) => ({ details: { dealValue, currency } });
const needing = (requirements: object) => ({ details: { requirements } });

describe('a referral, by the conditions on loaded rows,', () => {
	const says = (found: boolean) => (query: Partial<Query>, json: object) =>
		it(`${JSON.stringify(query)} ${found ? 'is' : "isn't"} ${JSON.stringify(json)}`, () => {
			const whole = { ...everything, ...query };
			assert.ok(asksLoadedOnly(whole));
			assert.equal(matchesLoaded(whole, received({ id: 'r', ...json }), time), found);
		});
	const finds = says(true);
	const leaves = says(false);

	finds({ text: 'angstrom' }, { name: 'Der Ångström-Plan' });
	finds({ text: 'STRASSE' }, { customerProfile: { name: 'Große Straße' } });
	finds({ text: 'Ｃontoso' }, { name: 'CONTOSO' });
	finds({ text: 'é' }, { name: 'Cafe\u0301' });
	leaves({ text: 'contoso' }, { name: 'Fabrikam', customerProfile: { name: null } });
	leaves({ text: 'deal customer' }, { name: 'deal', customerProfile: { name: 'customer' } });
	leaves({ text: 'x' }, {});

	finds({ text: ['contoso', 'Fabrikam'] }, { customerProfile: { name: 'FABRIKAM Ltd' } });
	leaves({ text: ['contoso', 'Fabrikam'] }, { name: 'Litware' });
	leaves({ text: { not: ['contoso', 'fabrikam'] } }, { name: 'Plan', customerProfile: { name: 'Contoso' } });
	finds({ text: { not: ['contoso'] } }, {});
	finds({ currency: ['EUR', 'USD'] }, dealOf(1, 'usd'));
	leaves({ currency: ['EUR', 'USD'] }, dealOf(1));
	finds({ currency: { not: ['EUR'] } }, dealOf(1));
	leaves({ currency: { not: ['EUR'] } }, dealOf(1, 'eur'));
	finds({ product: ['azure', 'teams'] }, needing({ products: [{ id: 'Teams' }] }));
	leaves({ product: { not: ['azure', 'teams'] } }, needing({ products: [{ id: 'Teams' }] }));
	finds({ product: { not: ['azure'] } }, {});
	const ofAreas = (...areas: readonly string[]) =>
		needing({ additionalRequirements: { attributes: areas.map((id) => ({ type: 'SolutionArea', id })) } });
	finds({ solutionArea: ['data & ai', 'Security'] }, ofAreas('Modern Work', 'Data & AI'));
	leaves({ solutionArea: 'Data' }, ofAreas('Data & AI'));
	leaves({ solutionArea: { not: ['Security'] } }, ofAreas('Modern Work', 'security'));
	finds({ solutionArea: { not: ['Security'] } }, {});
	finds({ country: ['DE', 'PL'] }, { customerProfile: { address: { country: 'pl' } } });
	leaves({ country: ['DE', 'PL'] }, { customerProfile: { address: { country: '' } } });
	leaves({ country: ['DE', 'PL'] }, { customerProfile: null });
	finds({ country: { not: ['PL'] } }, { customerProfile: null });
	finds({ country: { not: ['PL'] } }, { customerProfile: { address: { country: 7 } } });
	finds({ country: { not: ['PL'] } }, { customerProfile: { address: { country: 'DE' } } });
	leaves({ country: { not: ['PL'] } }, { customerProfile: { address: { country: 'PL' } } });
	finds({ direction: { not: ['Incoming'] } }, {});
	finds({ type: ['Shared', 'Independent'] }, { type: 'shared' });
	leaves({ type: ['Shared', 'Independent'] }, { type: 'Hybrid' });
	leaves({ qualification: ['None', 'Direct'] }, {});

	finds({ valueAtLeast: 5 }, dealOf(5));
	finds({ valueAtLeast: 5 }, dealOf('5.00', 'USD'));
	finds({ valueAtMost: 5 }, dealOf(0, 'JPY'));
	finds({ valueAtLeast: 5, valueAtMost: 6, currency: 'USD' }, dealOf(5.5, 'usd'));
	finds({ currency: 'USD' }, dealOf(undefined, 'USD'));
	leaves({ valueAtLeast: 5 }, dealOf(4.99));
	leaves({ valueAtMost: 5 }, dealOf(5.01));
	leaves({ valueAtMost: 5 }, dealOf(undefined));
	leaves({ valueAtLeast: 0 }, {});
	leaves({ valueAtLeast: 5, currency: 'USD' }, dealOf(7, 'EUR'));
	leaves({ valueAtLeast: 5, currency: 'USD' }, dealOf(7, null));

	finds({ expiresWithin: '7d' }, { status: 'New', expirationDateTime: '2026-03-15T10:30:00Z' });
	finds({ expiresWithin: '7d' }, { status: 'new', expirationDateTime: '2026-03-22T10:30:00.0000000Z' });
	finds({ expiresWithin: '1m' }, { status: 'New', expirationDateTime: '2026-04-15T00:00:00Z' });
	leaves({ expiresWithin: '7d' }, { status: 'New', expirationDateTime: '2026-03-22T10:30:01Z' });
	leaves({ expiresWithin: '7d' }, { status: 'New', expirationDateTime: '2026-03-15T10:29:59Z' });
	leaves({ expiresWithin: '7d' }, { status: 'Closed', expirationDateTime: '2026-03-16T00:00:00Z' });
	leaves({ expiresWithin: '7d' }, { status: 'New', expirationDateTime: 'soon' });
	leaves({ expiresWithin: '7d' }, { status: 'New', expirationDateTime: null });

	finds({ product: 'azure' }, needing({ products: [{ id: 'Teams' }, { id: 'Azure' }] }));
	finds({ product: 'SOL-1' }, needing({ solutions: [{ id: 'sol-1', name: null }] }));
	finds({ product: 'Field Service' }, needing({ solutions: [{ id: 1, name: 'field service ' }] }));
	leaves({ product: 'Azur' }, needing({ products: [{ id: 'Azure' }] }));
	finds({ product: 'Azure' }, needing({ products: { id: 'Azure' } }));
	leaves({ product: 'Azure' }, needing({ products: { id: 'Teams' }, services: [{ id: 'Azure' }] }));
	leaves({ product: 'Azure' }, { details: { requirements: [] } });
	leaves({ product: 'Azure' }, { details: null });

	it('is the same by the whole query, when the service is asked nothing', () => {
		const query: Query = { ...everything, advanced: 'whatever eq 1' };
		assert.ok(!asksLoadedOnly(query));
		assert.ok(rows.every((row) => matches(query, row, time) && matchesLoaded(query, row, time)));
	});
});

/** Loads every partition to its end. @returns what is shown, whatever the branch */
async function loadAll(exploration: Exploration): Promise<readonly string[]> {
	for (const { key } of exploration.partitions) await loadWhole(feedIn(exploration, key));
	const branches = [...exploration.arrangement.values()];
	return branches.flatMap(({ rows: shown }) => idsOf(shown)).sort();
}

/** What is shown where the same stands by country, each in one. */
function inCountries(exploration: Exploration): readonly string[] {
	const wishes = { fiscalYearStart: 7, rulesOf: () => [] };
	const branches = exploration.arrangedBy(groupingBy('country', exploration.query, wishes));
	return idsOf([...branches.values()].flatMap(({ rows: shown }) => shown));
}

const idsOf = (all: readonly Received[]) => all.map(({ referral }) => referral.id).sort();

describe('an exploration', () => {
	it('shows of any query what matches, over all branches and pages of the sample tenant', async function () {
		this.timeout(60_000);
		let found = 0;
		const check = async (query: Query) => {
			const { exploration } = exploringOn(new FakeSend(sampleSend(tenant)).client, query);
			const expected = idsOf(rows.filter((row) => matches(query, row, time)));
			assert.deepEqual(await loadAll(exploration), expected);
			assert.deepEqual(inCountries(exploration), expected);
			if (expected.length > 0) found++;
		};
		await fc.assert(fc.asyncProperty(findable, check), { seed: 5, numRuns: 30 });
		assert.ok(found > 20, `${found}`);
	});

	it('counts what matches beside what is loaded, and knows all', async () => {
		const page = (names: readonly string[], token?: string) => {
			const value = names.map((name) => ({ id: `${name}-id`, name, status: 'New', substatus: 'Pending' }));
			return replied({ value, ...(token && { '@odata.nextLink': `https://${host}/?$skiptoken=${token}` }) });
		};
		const { client } = FakeSend.inTurn(page(['Abc', 'Bcd'], 't'), page(['cb', 'd']));
		const query: Query = { ...everything, status: 'New', substatus: 'Pending', text: 'B' };
		const { exploration, session } = exploringOn(client, query);
		const counts = (key: string) => {
			const { loaded, matching, complete } = branchIn(exploration, key);
			return { loaded, matching, complete };
		};
		const feed = feedIn(exploration, 'New/Pending');
		await feed.loadMore();
		assert.deepEqual(counts('New'), { loaded: 2, matching: 2, complete: false });
		await feed.loadMore();
		assert.deepEqual(counts('New'), { loaded: 4, matching: 3, complete: true });
		assert.deepEqual(idsIn(exploration, 'New/Pending'), ['Abc-id', 'Bcd-id', 'cb-id']);
		assert.deepEqual([...feed.ids], ['Abc-id', 'Bcd-id', 'cb-id', 'd-id']);
		assert.equal(session.store.get('d-id')?.referral.name, 'd');
		session.store.drop('Abc-id');
		assert.deepEqual(counts('New/Pending'), { loaded: 3, matching: 2, complete: true });
	});
});
