import { strict as assert } from 'node:assert';
import { type Deal, deal, deals } from '../../partner-api/TenantInHand.ts';
import { count, labels, names, otherNames, otherRows, pairs, row } from '../whole/tree.ts';
import { filters, run, useWholeExtension } from '../whole/wholeExtension.ts';

describe('fault A 14: what fits no known pair', () => {
	const whole = useWholeExtension();
	let odd: readonly Deal[];

	beforeEach(() => {
		odd = [
			deal({ name: 'Odd 1', substatus: 'Unheard' }),
			deal({ name: 'Odd 2', status: 'Active', substatus: 'None' }),
			deal({ name: 'Odd 3', status: 'Unheard', substatus: 'Unheard' }),
		];
		whole().tenant.referrals = [
			...deals(150, 'Ada'),
			...deals(20, 'Ada', { substatus: 'Received' }),
			...deals(5, 'Ada', { status: 'Active', substatus: 'Accepted' }),
			...odd,
		];
	});

	it('counts a status exactly after everything was loaded', async () => {
		await run('loadEverything');
		assert.equal(await count('New'), '170');
		assert.equal(await count('Active'), '5');
	});

	it('counts a status exactly after all of it was loaded', async () => {
		await run('loadEverything', (await row('New')).element);
		assert.equal(await count('New'), '170');
	});

	it('counts a status exactly once its groups have ended one by one', async () => {
		await names('Active', 'Accepted');
		assert.equal(await count('Active'), '5');
	});

	it('has no more than one row, at the end', async () => {
		for (const status of ['New', 'Active', 'Closed'])
			assert.deepEqual(
				await labels(status),
				pairs.filter(([each]) => each === status).map(([, substatus]) => substatus),
			);
		assert.deepEqual((await labels()).slice(0, 3), ['New', 'Active', 'Closed']);
		assert.ok((await labels()).length <= 4);
	});

	it('stands together in one row, out of one list', async () => {
		const { api } = whole();
		const [last, ...more] = (await otherRows()).toReversed();
		assert.ok(last);
		assert.equal(more.length, 0);
		assert.deepEqual((await otherNames()).toSorted(), ['Odd 1', 'Odd 2', 'Odd 3']);
		assert.ok(filters(api).every((filter) => !filter.includes('substatus')));
	});
});
