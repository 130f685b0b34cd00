import { strict as assert } from 'node:assert';
import { deal } from '../../partner-api/TenantInHand.ts';
import { captured } from '../whole/captured.ts';
import { eventually } from '../whole/eventually.ts';
import { row } from '../whole/tree.ts';
import { pageTabs, run, useWholeExtension } from '../whole/wholeExtension.ts';

describe('fault A 4: a double click', () => {
	const whole = useWholeExtension();

	it('opens one tab of a referral', async () => {
		whole().tenant.referrals = [deal({ name: 'Ada 1' })];
		const { element } = await row('New', 'Pending', 'Ada 1');
		await Promise.all([run('openReferral', element), run('openReferral', element)]);
		await eventually(() => assert.equal(pageTabs().length, captured.pages.length));
		assert.equal(pageTabs().length, 1);
	});

	it('on one referral after the other leaves one tab, of the last', async () => {
		whole().tenant.referrals = [deal({ name: 'Ada 1' }), deal({ name: 'Ada 2' })];
		const [first, second] = [await row('New', 'Pending', 'Ada 1'), await row('New', 'Pending', 'Ada 2')];
		const clicks = [first, first, second, second].map(({ element }) => run('openReferral', element));
		await Promise.all(clicks);
		await eventually(() => assert.equal(pageTabs().length, captured.pages.length));
		assert.equal(pageTabs().length, 1);
		assert.equal(captured.pages[0]?.panel.title, `Referral ${whole().tenant.referrals[1]?.id.slice(0, 8)}`);
	});
});
