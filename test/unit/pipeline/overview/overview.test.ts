import assert from 'node:assert/strict';
import { setImmediate as later } from 'node:timers/promises';
import { Presenter } from '../../../../src/referral/presenter.ts';
import { Counting, counted, materialOf, rowsOf } from './counting.ts';

const fresh = { status: 'New', substatus: 'Pending' };
const rows = (count: number, json: object = fresh) => rowsOf(Array.from({ length: count }, () => json));
const countedIn = (counting: Counting) =>
	Number(counting.texts('stands')['New/new/pending']?.replaceAll(',', ''));

describe('an overview', () => {
	it('has no charts before anything was counted', async () => {
		const { overview } = new Counting();
		assert.deepEqual(overview.charts, []);
		assert.equal(overview.filtersOf('stands', 'New/new/pending'), undefined);
		assert.equal(overview.csvOf('stands'), '');
		overview.choose('stands', 'count');
		overview.refresh();
		await later();
		assert.deepEqual(overview.charts, []);
	});

	it('lets others have their turn', async () => {
		const counting = await counted(rows(10_000));
		assert.equal(countedIn(counting), 10_000);
		// Each look at the time seems to take a millisecond, and a slice is five of them.
		assert.ok(counting.rests > 20, `${counting.rests}`);
	});

	it('tells what takes longer when it is known', async () => {
		const counting = new Counting();
		counting.overview.count(
			materialOf(rows(500, { status: 'Closed', substatus: 'Lost', statusReason: 'Budget' })),
		);
		while (counting.changes === 0) await later();
		assert.deepEqual(
			counting.overview.charts.map(({ id }) => id),
			['stands', 'closes', 'expires', 'age', 'where', 'outcome', 'answers'],
		);
		await counting.settled();
		assert.equal(counting.changes, 2);
		assert.deepEqual(counting.texts('reasons'), { 'Lost/=budget': '500' });
	});

	it('ends what it counts when something else is of interest', async () => {
		const counting = new Counting();
		counting.overview.count(materialOf(rows(10_000)));
		for (let turn = 0; turn < 3; turn++) await later();
		counting.overview.count(materialOf(rows(3)));
		await counting.settled();
		assert.equal(countedIn(counting), 3);
		assert.equal(counting.changes, 2);
	});

	it('counts only the newest of what comes at once', async () => {
		const counting = new Counting();
		for (let count = 1; count <= 50; count++) counting.overview.count(materialOf(rows(count)));
		await counting.settled();
		assert.equal(countedIn(counting), 50);
		assert.equal(counting.changes, 2);
	});

	it('comes to an end while more and more comes, and rests after that', async () => {
		const counting = new Counting();
		const all = rows(20_000);
		const upTo = (count: number) =>
			counting.overview.count(materialOf(all.slice(0, count), { complete: count === 20_000 }));
		upTo(10_000);
		for (let count = 10_100; count <= 15_000; count += 100) {
			upTo(count);
			await later();
		}
		await counting.settled();
		assert.equal(countedIn(counting), 10_000);
		assert.match(counting.chart('stands').sentence, /Only the 10,000 loaded/);
		for (let count = 15_000; count <= 20_000; count += 100) upTo(count);
		await counting.settled();
		assert.equal(countedIn(counting), 10_000);
		counting.clock.advance(2_000);
		await counting.settled();
		assert.equal(countedIn(counting), 20_000);
		assert.equal(counting.changes, 4);
	});

	it('waits for nothing when the user filters', async () => {
		const counting = await counted(rows(10));
		const { overview } = counting;
		const filters = overview.filtersOf('stands', 'New/new/pending') ?? new Map();
		overview.count(materialOf(rows(10), { filters }));
		assert.ok(counting.chart('stands').marks[0]?.pressed, 'at once');
		await counting.settled();
		assert.ok(counting.chart('stands').marks[0]?.pressed);
		assert.equal(counting.chart('expires').sentence, 'There is nothing to count.');
	});

	it('keeps a mark that is pressed and has nothing, so that it can be let go', async () => {
		const all = [...rows(2), ...rows(1, { ...fresh, details: { dealValue: 1, currency: 'EUR' } })];
		const pressed = (await counted(all)).overview.filtersOf('stands', 'New/new/received') ?? assert.fail();
		const counting = await counted(all, { filters: pressed });
		const [mark] = counting.chart('stands').marks.filter((each) => each.pressed);
		assert.deepEqual(mark, {
			...{ id: 'New/new/received', place: 'new/received', series: 'New', value: 0, text: '0' },
			...{ spoken: 'New › Received, New: 0 referrals.', pressed: true, overdue: false },
		});
	});

	it('takes no choice that it doesn’t offer, and keeps to a currency as long as there is one', async () => {
		const euros = rows(1, { ...fresh, details: { dealValue: 5, currency: 'EUR' } });
		const counting = await counted(euros, {
			choices: [
				['stands', '=usd'],
				['stands', '=eur'],
				['expires', 'count'],
			],
		});
		const chosen = () => counting.chart('stands').choices[0]?.chosen;
		assert.equal(chosen(), '=eur');
		assert.deepEqual([...counting.overview.columnsOf('stands')], ['stage', 'details.currency']);
		counting.overview.count(materialOf(rows(2)));
		await counting.settled();
		assert.equal(chosen(), undefined);
		counting.overview.count(materialOf(euros));
		await counting.settled();
		assert.equal(chosen(), '=eur');
		assert.deepEqual([...counting.overview.columnsOf('nothing')], []);
	});

	it('offers the currencies of all rows, whatever filters leave', async () => {
		const worth = (currency: string) => ({ ...fresh, details: { dealValue: 5, currency } });
		const filters = new Map([['status', { kind: 'values', values: ['Active'], not: false } as const]]);
		const counting = await counted(rowsOf([worth('USD'), worth('EUR'), worth('eur'), worth('')]), {
			filters,
		});
		assert.deepEqual(
			counting.chart('stands').choices[0]?.options.map(({ label }) => label),
			['Referrals', 'EUR', 'USD', 'No currency'],
		);
	});

	it('counts anew when a day begins, in UTC', async () => {
		const counting = await counted(
			rows(1, { ...fresh, details: { closingDateTime: '2026-11-20T00:00:00Z' } }),
		);
		assert.deepEqual(counting.texts('closes'), { 'ahead/2026-11': '1' });
		counting.clock.advance(12 * 3_600_000);
		await counting.settled();
		assert.deepEqual(counting.texts('closes'), { 'overdue/2026-11': '1' });
	});

	it('reads a reason once, and anew when words are other ones', async () => {
		let reads = 0;
		const [row] = rows(1, { status: 'Closed', substatus: 'Lost' });
		assert.ok(row);
		Object.defineProperty(row, 'json', { get: () => ({ statusReason: `Reason ${++reads}` }) });
		const counting = await counted([row]);
		counting.overview.count(materialOf([row, ...rows(1)]));
		await counting.settled();
		assert.deepEqual(counting.texts('reasons'), { 'Lost/=reason 1': '1' });
		counting.presenter = new Presenter({ locale: 'de', clock: counting.clock });
		counting.fiscalYearStart = 1;
		counting.overview.refresh();
		await counting.settled();
		assert.deepEqual(counting.texts('reasons'), { 'Lost/=reason 2': '1' });
	});

	it('shows nothing any more of what is hidden now, or gone', async () => {
		const counting = await counted(rows(1));
		counting.overview.refresh();
		assert.deepEqual(counting.overview.charts, []);
		await counting.settled();
		assert.equal(counting.overview.charts.length, 8);
		counting.overview.count(materialOf([]));
		assert.deepEqual(counting.overview.charts, []);
		assert.equal(counting.overview.filtersOf('stands', 'New/new/pending'), undefined);
	});

	it('shows no reasons of other rows while those of these are looked for', async () => {
		const lost = (statusReason: string) => rows(500, { status: 'Closed', substatus: 'Lost', statusReason });
		const counting = await counted(lost('Budget'));
		const { changes } = counting;
		counting.overview.count(materialOf(lost('Price')));
		while (counting.changes === changes) await later();
		assert.ok(counting.overview.charts.every(({ id }) => id !== 'reasons'));
		await counting.settled();
		assert.deepEqual(counting.texts('reasons'), { 'Lost/=price': '500' });
	});

	it('counts nothing any more once it is disposed of', async () => {
		const counting = new Counting();
		counting.overview.count(materialOf(rows(10_000)));
		await later();
		counting.overview.dispose();
		counting.overview.count(materialOf(rows(1)));
		counting.overview.refresh();
		counting.clock.advance(100 * 86_400_000);
		await counting.settled();
		assert.equal(counting.changes, 0);
		assert.deepEqual(counting.overview.charts, []);
		assert.equal(counting.clock.next, undefined);
	});
});
