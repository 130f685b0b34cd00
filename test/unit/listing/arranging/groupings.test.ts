import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Arrangement, arrange } from '../../../../src/listing/arranging/arrangement.ts';
import { type GroupBy, groupings } from '../../../../src/listing/arranging/groupBy.ts';
import { groupingBy } from '../../../../src/listing/arranging/groupings.ts';
import { lensesAt, nextPick, rulesAt } from '../../../../src/listing/arranging/lenses.ts';
import { ListedReferral } from '../../../../src/listing/arranging/listed.ts';
import { wide } from '../../../../src/listing/arranging/partition.ts';
import { worthOf } from '../../../../src/listing/arranging/worth.ts';
import { everything, type Sort, sorts } from '../../../../src/query/query.ts';
import { type AttentionRule, usualAttention } from '../../../../src/referral/attention/wishes.ts';
import { received } from '../../received.ts';
import { tenant } from '../../sample/sampleAsk.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-20T12:00:00Z');
const at = (days: number) => new Date(now + days * day).toISOString();
const rowOf = (json: object) => new ListedReferral(received({ id: 'r', ...json }), { whole: false });
const rules: readonly AttentionRule[] = ['noValue', 'nobody'];

interface How {
	readonly by?: GroupBy;
	readonly sort?: Sort;
	readonly complete?: boolean;
	readonly fiscalYearStart?: number;
}

function arranged(
	jsons: readonly object[],
	{ by = 'status', sort = 'newest', complete = false, fiscalYearStart = 7 }: How = {},
): Arrangement {
	const rows = jsons.map((json, index) => rowOf({ id: `r${index}`, ...json }));
	const states = new Map(rows.map((row) => [row.referral.id, row]));
	return arrange({
		grouping: groupingBy(by, everything, { fiscalYearStart, rulesOf: () => rules }),
		lenses: [],
		feeds: [{ partition: { key: wide }, ids: states.keys(), complete, pages: 1 }],
		whole: wide,
		stateOf: (id) => states.get(id),
		fits: () => true,
		sort,
	});
}

describe('the branches of a grouping', () => {
	const holds = (
		by: GroupBy,
		jsons: readonly object[],
		expected: Readonly<Record<string, readonly string[]>>,
		how: How = {},
	) =>
		it(`by ${by}: ${Object.keys(expected).join(', ')}`, () => {
			const found = [...arranged(jsons, { by, ...how }).values()].map(({ key, rows }) => [
				key,
				rows.map(({ referral }) => referral.id),
			]);
			assert.deepEqual(found, Object.entries(expected));
		});

	const customer = (name: unknown) => ({ customerProfile: { name } });
	holds('customer', [customer('Contoso'), customer('CONTOSO '), customer(null), customer('Fabrikam|x:y')], {
		'customer:contoso': ['r0', 'r1'],
		'customer:': ['r2'],
		'customer:fabrikam%7Cx%3Ay': ['r3'],
	});
	const country = (code: unknown) => ({ customerProfile: { address: { country: code } } });
	holds('country', [country('DE'), country('de'), country(''), country(7)], {
		'country:de': ['r0', 'r1'],
		'country:': ['r2', 'r3'],
	});
	holds('category', [{}, { type: 'Independent', qualification: 'Direct' }], {
		'category:marketplaceLead': ['r1'],
		'category:other': ['r0'],
	});
	const team = (...mails: readonly unknown[]) => ({ team: mails.map((email) => ({ email })) });
	holds(
		'colleague',
		[team('ada@contoso.com', 'Ben@contoso.com'), team('ADA@contoso.com', 'ada@contoso.com'), team()],
		{
			'colleague:ada%40contoso.com': ['r0', 'r1'],
			'colleague:ben%40contoso.com': ['r0'],
			'colleague:': ['r2'],
		},
	);
	const area = (attributes: unknown) => ({
		details: { requirements: { additionalRequirements: { attributes } } },
	});
	holds(
		'solutionArea',
		[
			area([{ type: 'SolutionArea', id: 'Security' }]),
			area({ type: 'solution area', id: 'security' }),
			area([{ type: 'Role', id: 'x' }, null, 5]),
		],
		{ 'solutionArea:security': ['r0', 'r1'], 'solutionArea:': ['r2'] },
	);
	const closing = (closingDateTime: unknown) => ({ details: { closingDateTime } });
	const month = 2026 * 12;
	holds('closeMonth', [closing('x'), closing('2026-11-30T00:00:00Z'), closing('2026-02-01T00:00:00Z')], {
		[`closeMonth:${month + 1}`]: ['r2'],
		[`closeMonth:${month + 10}`]: ['r1'],
		'closeMonth:': ['r0'],
	});
	const dates = [
		closing('2026-06-30T00:00:00Z'),
		closing('2026-07-01T00:00:00Z'),
		closing('2026-09-30T23:00:00Z'),
	];
	holds('closeQuarter', dates, {
		[`closeQuarter:${month + 3}`]: ['r0'],
		[`closeQuarter:${month + 6}`]: ['r1', 'r2'],
	});
	holds(
		'closeQuarter',
		dates,
		{ [`closeQuarter:${month + 4}`]: ['r0', 'r1'], [`closeQuarter:${month + 7}`]: ['r2'] },
		{ fiscalYearStart: 2 },
	);
	holds('attention', [{}], { 'attention:noValue': ['r0'], 'attention:nobody': ['r0'] });

	it('hold each referral of the sample, and only the end of the list makes their counts exact', () => {
		for (const by of groupings) {
			for (const complete of [false, true])
				for (const branch of arranged(tenant.referrals, { by, complete }).values())
					if (branch.of) assert.equal(branch.complete, complete, branch.key);
			const held = new Set([...arranged(tenant.referrals, { by }).values()].flatMap(({ rows }) => rows));
			assert.equal(held.size, tenant.referrals.length, by);
		}
	});

	it('keep apart what is told apart, whatever strangers write', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 12 }), (names) => {
				const branches = [...arranged(names.map(customer), { by: 'customer' }).values()];
				assert.equal(
					branches.reduce((all, { rows }) => all + rows.length, 0),
					names.length,
				);
				for (const { key } of branches) assert.match(key, /^customer:[\w.!~*'()%-]*$/);
			}),
			{ seed: 8, numRuns: 2_000 },
		);
	});
});

describe('an order that the service does not know', () => {
	const ordered = (sort: Sort, jsons: readonly object[], ...ids: readonly string[]) =>
		it(`${sort}: ${ids.join(', ')}`, () => {
			const rows = jsons.map((json) => ({ status: 'New', substatus: 'Pending', ...json }));
			const branch = arranged(rows, { sort }).get('New/Pending');
			assert.deepEqual(
				branch?.rows.map(({ referral }) => referral.id),
				ids,
			);
		});

	const expires = (days: number | undefined) => (days === undefined ? {} : { expirationDateTime: at(days) });
	ordered('firstExpiring', [expires(5), expires(undefined), expires(1), expires(5)], 'r2', 'r0', 'r3', 'r1');
	const worth = (dealValue?: number, currency?: string) => ({ details: { dealValue, currency } });
	ordered(
		'highestValue',
		[worth(5, 'USD'), worth(), worth(9, 'usd'), worth(7, 'EUR'), worth(1)],
		...['r3', 'r2', 'r0', 'r4', 'r1'],
	);
	const named = (name: string) => ({ customerProfile: { name } });
	ordered(
		'customer',
		[named('Zava'), named(''), named('Ångström'), named('Bellows')],
		'r2',
		'r3',
		'r0',
		'r1',
	);
	const created = (days: number) => ({ createdDateTime: at(-days) });
	ordered('longestInStage', [created(1), {}, created(9)], 'r2', 'r0', 'r1');

	it('is one: no rows go round in a circle, and none is lost', () => {
		for (const sort of sorts) {
			const branches = arranged(tenant.referrals, { sort });
			const rows = [...branches.values()].flatMap((branch) => branch.rows);
			assert.equal(new Set(rows).size, tenant.referrals.length);
		}
	});
});

describe('what stands above the branches', () => {
	const attention = { wishes: usualAttention, disagrees: () => false, isQuiet: () => false };
	const fresh = (days: number) => rowOf({ status: 'New', expirationDateTime: at(days) });
	const [expiring, needy] = lensesAt(now, attention);

	it('is what expires soon, and is not over yet', () => {
		const picked = [-1, 0, 0.1, 3, 3.1].filter((days) => expiring?.picks(fresh(days)));
		assert.deepEqual(picked, [0.1, 3]);
	});

	it('is what needs somebody, which is put aside by the user alone', () => {
		const row = rowOf({ status: 'Active', details: {} });
		assert.ok(needy?.picks(row));
		assert.deepEqual(rulesAt(row, now, attention), ['noValue', 'noCloseDate', 'nobody']);
		assert.deepEqual(rulesAt(row, now, { ...attention, isQuiet: () => true }), []);
		assert.deepEqual(rulesAt(row, now, { ...attention, disagrees: () => true }), [
			...['sidesDisagree', 'noValue', 'noCloseDate', 'nobody'],
		]);
		assert.deepEqual(rulesAt(fresh(1), now, { ...attention, disagrees: () => true }), [
			'expiring',
			'sidesDisagree',
		]);
	});

	it('is the same until it is said to change', () => {
		const rows = tenant.referrals.map((json) => rowOf(json));
		const pickedAt = (instant: number) =>
			lensesAt(instant, attention).map(({ picks }) => rows.filter(picks).map(({ referral }) => referral.id));
		let instant = now;
		for (let time = 0; time < 40; time++) {
			const next = nextPick(rows, instant, usualAttention);
			if (!Number.isFinite(next)) break;
			assert.ok(next > instant);
			assert.deepEqual(pickedAt(next - 1), pickedAt(instant));
			instant = next;
		}
	});
});

describe('what referrals are worth', () => {
	const sums = (rows: readonly object[], ...expected: readonly (readonly [string, number, number])[]) =>
		it(JSON.stringify(expected), () => {
			const worth = worthOf(rows.map((details) => rowOf({ details })));
			assert.deepEqual(
				worth.map(({ currency, value, count }) => [currency, value, count]),
				expected,
			);
		});

	sums([]);
	sums([{}, { currency: 'USD' }]);
	sums(
		[
			{ dealValue: 5, currency: 'usd' },
			{ dealValue: '7.5', currency: 'USD' },
		],
		['USD', 12.5, 2],
	);
	sums(
		[
			{ dealValue: 5, currency: 'EUR' },
			{ dealValue: 1, currency: 'USD' },
			{ dealValue: 1, currency: 'USD' },
			{ dealValue: 3 },
		],
		...([
			['USD', 2, 2],
			['EUR', 5, 1],
			['', 3, 1],
		] as const),
	);
	sums([{ dealValue: 5, currency: '__proto__' }], ['__PROTO__', 5, 1]);
});
