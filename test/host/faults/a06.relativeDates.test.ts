import { strict as assert } from 'node:assert';
import { deal, deals } from '../../partner-api/TenantInHand.ts';
import { clock } from '../whole/clock.ts';
import { names, row, rowOf } from '../whole/tree.ts';
import { filters, run, search, useWholeExtension } from '../whole/wholeExtension.ts';

const day = 24 * 3_600_000;

describe('fault A 6: relative dates count from now', () => {
	const whole = useWholeExtension();

	/** The instant since when the service was asked last. */
	function askedSince(): number {
		const [, text = ''] = /updatedDateTime ge (\S+)/.exec(filters(whole().api).at(-1) ?? '') ?? [];
		return Date.parse(text);
	}

	/** What asks anew three days after a group was looked into. */
	const ways: readonly (readonly [string, () => Promise<void>])[] = [
		['Refresh', () => run('refresh')],
		['Refresh of a group', async () => run('refresh', (await row('New', 'Pending')).element)],
		['a group that is looked into only now', async () => void (await names('New', 'Received'))],
	];
	for (const [way, ask] of ways)
		it(`asks for another instant three days later: ${way}`, async () => {
			whole().tenant.referrals = deals(3, 'Ada');
			await search(whole().screen, 'updatedSince=30d');
			await names('New', 'Pending');
			const before = askedSince();
			clock.pass(3 * day);
			await ask();
			assert.equal(Math.round((askedSince() - before) / day), 3);
		});

	it('asks for another instant three days later: Retry of a group that failed', async () => {
		const { api, tenant, screen } = whole();
		tenant.referrals = deals(3, 'Ada');
		await search(screen, 'updatedSince=30d');
		api.failNext('status403');
		const { element } = await rowOf('problem', 'New', 'Pending');
		const before = askedSince();
		clock.pass(3 * day);
		await run('retry', element);
		assert.equal(Math.round((askedSince() - before) / day), 3);
	});

	it('shows what expires soon now, not what did three days ago', async () => {
		const expiring = (days: number) => ({
			name: `In ${days} days`,
			expirationDateTime: new Date(Date.now() + days * day + 60_000).toISOString(),
		});
		whole().tenant.referrals = [deal(expiring(1)), deal(expiring(5)), deal(expiring(9))];
		await search(whole().screen, 'expiresWithin=7d');
		assert.deepEqual((await names('New', 'Pending')).toSorted(), ['In 1 days', 'In 5 days']);
		clock.pass(3 * day);
		await run('refresh');
		assert.deepEqual((await names('New', 'Pending')).toSorted(), ['In 5 days', 'In 9 days']);
	});

	it('leaves a relative date relative when a filter is edited as text and nothing is changed', async () => {
		const { screen } = whole();
		await search(screen, 'updatedSince=30d&direction=Incoming');
		const editing = run('filter');
		(await screen.prompt(/Filter/)).choose(/Edit as text/);
		(await screen.prompt(/Edit as Text/)).enter();
		const builder = await screen.prompt(/^(?!.*Edit as Text)/);
		const conditions = builder.items
			.map(({ label }) => label)
			.filter((label) => label.includes('Updated since'));
		builder.hide();
		await editing;
		assert.deepEqual(conditions, ['$(filter-filled) Updated since: 30d']);
	});
});
