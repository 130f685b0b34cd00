import { strict as assert } from 'node:assert';
import { deal, deals } from '../../partner-api/TenantInHand.ts';
import { keepTrying } from '../../workbench/keepTrying.ts';
import { clock } from '../whole/clock.ts';
import { eventually } from '../whole/eventually.ts';
import * as tree from '../whole/tree.ts';
import { run, setSettings, useWholeExtension } from '../whole/wholeExtension.ts';

const minute = 60_000;

describe('refreshing by itself, in a window', () => {
	const whole = useWholeExtension();
	afterEach(() => setSettings({ autoRefresh: undefined }));

	const probes = () =>
		whole()
			.api.listRequests()
			.filter(({ url }) => url.includes('$select'));

	it('asks nothing while nobody wants it, however long the view is open', async () => {
		clock.pass(60 * minute);
		await tree.labels();
		assert.equal(whole().api.requests.length, 0);
		await tree.names('New', 'Pending');
		assert.equal(whole().api.requests.length, 1);
		assert.doesNotMatch(tree.viewMessage(), /Changes as of/);
	});

	it('asks once, and little, when the view is opened, and shows later what has changed', async function () {
		this.timeout(90_000);
		const { tenant, screen } = whole();
		tenant.referrals = deals(3, 'Ada');
		await setSettings({ autoRefresh: true });
		await eventually(() => assert.equal(probes().length, 1));
		await eventually(() => assert.match(tree.viewMessage(), /Changes as of/));
		assert.equal(whole().api.requests.length, 1);
		assert.deepEqual(await tree.names('New', 'Pending'), ['Ada 1', 'Ada 2', 'Ada 3']);
		const [, second] = tenant.referrals;
		assert.ok(second);
		tenant.change(second, { status: 'Active', substatus: 'Accepted' });
		const createdDateTime = new Date().toISOString();
		tenant.referrals = [
			...tenant.referrals,
			deal({ name: 'Ada new', createdDateTime, updatedDateTime: createdDateTime }),
		];
		clock.pass(6.5 * minute);
		// The clock finds out when something happens, rather than within a minute.
		await tree.names('Closed', 'Expired');
		// To a machine that has slept, it gives up to 20 seconds.
		await keepTrying(
			async () => assert.deepEqual(await tree.names('New', 'Pending'), ['Ada new', 'Ada 1', 'Ada 3']),
			{ patience: 40_000, pause: 100 },
		);
		assert.equal(screen.said, '');
	});

	it('reads what was asked for when the user refreshes, and says no more', async () => {
		whole().tenant.referrals = deals(2, 'Ada');
		await setSettings({ autoRefresh: true });
		await tree.names('New', 'Pending');
		await eventually(() => assert.match(tree.viewMessage(), /Changes as of/));
		await run('refresh');
		await eventually(() => assert.doesNotMatch(tree.viewMessage(), /Changes as of/));
	});
});
