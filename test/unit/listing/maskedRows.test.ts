import assert from 'node:assert/strict';
import { groupingBy } from '../../../src/listing/arranging/groupings.ts';
import { ListedReferral } from '../../../src/listing/arranging/listed.ts';
import { inLoadedOrder } from '../../../src/listing/arranging/orders.ts';
import { worthOf } from '../../../src/listing/arranging/worth.ts';
import { conditionOn } from '../../../src/listing/conditionOn.ts';
import { factsOf } from '../../../src/listing/since/facts.ts';
import { shownMark } from '../../../src/listing/since/shownMark.ts';
import { ReferralStore } from '../../../src/listing/store.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { Mask } from '../../../src/referral/mask/mask.ts';
import { type MakeMask, WornMask } from '../../../src/referral/mask/worn.ts';
import { received } from '../received.ts';

const now = Date.now();
const json = {
	...{
		id: 'r1',
		name: 'Renewal of Fabrikam',
		externalReferenceId: 'OPP-1',
		status: 'New',
		substatus: 'Pending',
	},
	customerProfile: { name: 'Fabrikam', address: { country: 'DE' } },
	team: [{ email: 'ada@contoso.com' }, { email: 'li@contoso.com' }],
	details: { dealValue: 50_000, currency: 'USD', closingDateTime: '2026-12-24T00:00:00Z' },
};

/** A row, and what masks it. */
function masked(hidesValues = false) {
	const source: { make: MakeMask | undefined } = { make: undefined };
	const worn = new WornMask(source);
	const rowOf = (more: object = {}) =>
		new ListedReferral(received({ ...json, ...more }), { whole: false }, worn);
	const wear = (on: boolean) => {
		source.make = on ? (before) => new Mask({ hidesValues }, before) : undefined;
	};
	return { worn, rowOf, wear, row: rowOf() };
}

describe('a row that is masked', () => {
	it('shows so at once, and shows what was sent again', () => {
		const { row, wear } = masked();
		const before = [row.referral, row.json, row.names, row.customer, row.value] as const;
		wear(true);
		assert.equal(row.referral.name, 'Deal 1');
		assert.equal(row.names, 'deal 1\ncustomer 1');
		assert.doesNotMatch(
			JSON.stringify([row.referral, row.json, row.names, row.customer, row.ids]),
			/abrikam|ada|OPP/,
		);
		assert.equal(row.text, undefined);
		assert.equal(row.value, 50_000);
		wear(false);
		assert.deepEqual([row.referral, row.json, row.names, row.customer, row.value], before);
	});

	const finds = (name: string, query: Partial<Query>, expected: boolean, hidesValues = false) =>
		it(`${name}: ${expected}`, () => {
			const { row, wear } = masked(hidesValues);
			wear(true);
			assert.equal(conditionOn({ ...everything, ...query }, now)?.(row), expected);
		});
	describe('is found', () => {
		finds('by what is shown', { text: 'customer 1' }, true);
		finds('by what a filter of before looks for', { text: 'fabrikam' }, true);
		finds('by nothing else', { text: 'customer 2' }, false);
		finds('by what it is not', { text: { not: ['deal 1'] } }, false);
		finds('by its value, also where that is hidden', { valueAtLeast: 40_000 }, true, true);
		finds('by one of several countries', { country: ['DE', 'PL'] }, true);
	});

	for (const [by, text] of [
		['customer', 'Customer 1'],
		['country', 'Country 1'],
		['colleague', 'person1@masked.example'],
	] as const)
		it(`stays in the branch of its ${by}, which is called otherwise`, () => {
			const { row, wear } = masked();
			const grouping = () => groupingBy(by, everything, { fiscalYearStart: 7, rulesOf: () => [] });
			const branches = () => {
				const each = grouping();
				const [keys] = [each.branchesOf(row, { key: 'wide' }) ?? []];
				return [keys].flat().map((key) => [key, each.nodeFor?.(key).of] as const);
			};
			const before = branches();
			wear(true);
			const after = branches();
			assert.deepEqual(
				after.map(([key]) => key),
				before.map(([key]) => key),
			);
			assert.deepEqual(after[0]?.[1], { kind: by, text });
		});

	it('stands in the order of numbers', () => {
		const { rowOf, wear } = masked();
		const rows = ['Woodgrove', 'Contoso', 'Adatum', 'Fabrikam'].map((name) =>
			rowOf({ customerProfile: { name } }),
		);
		wear(true);
		for (const row of rows) void row.names;
		assert.deepEqual(inLoadedOrder(rows.toReversed(), [], 'customer'), rows);
	});

	it('is worth nothing where values are hidden', () => {
		const { row, wear } = masked(true);
		assert.equal(worthOf([row])[0]?.value, 50_000);
		wear(true);
		assert.deepEqual(worthOf([row]), []);
	});

	it('has changed without telling from what to what where values are hidden', () => {
		const { row, rowOf, wear, worn } = masked(true);
		wear(true);
		const changed = rowOf({ details: { ...json.details, dealValue: 80_000 } });
		const mark = { kind: 'changed', fields: ['value'], before: factsOf(row), now: factsOf(changed) } as const;
		assert.ok(worn.mask);
		assert.doesNotMatch(JSON.stringify(shownMark(mark, worn.mask)), /000/);
		assert.match(
			JSON.stringify(shownMark(mark, new Mask({ hidesValues: false }))),
			/50000.*80000|80000.*50000/,
		);
	});

	it('is known by what was sent to the store', () => {
		const { worn, wear } = masked();
		const store = new ReferralStore(worn);
		const put = (...all: readonly object[]) => store.put(all.map(received), { whole: false });
		put({ ...json, engagementId: 'e' }, { ...json, id: 'r2', engagementId: 'e' });
		wear(true);
		const changes: string[][] = [];
		store.onDidChange((change) => changes.push([...change.keys()]));
		put({ ...json, engagementId: 'e' });
		put({ ...json, engagementId: 'e', name: 'Renewal of Contoso' });
		assert.deepEqual(changes, [['r1']]);
		assert.deepEqual(
			store.siblingsOf({ id: 'r1', engagementId: 'e' }).map(({ referral }) => referral.customerProfile?.name),
			['Customer 1'],
		);
	});
});
