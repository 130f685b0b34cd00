import { strict as assert } from 'node:assert';
import { deals } from '../../partner-api/TenantInHand.ts';
import { accounts, ada } from '../whole/accounts.ts';
import { eventually } from '../whole/eventually.ts';
import { labels, names, rowOf, viewDescription, viewMessage } from '../whole/tree.ts';
import {
	filters,
	run,
	search,
	setSettings,
	signIn,
	start,
	useWholeExtension,
} from '../whole/wholeExtension.ts';

describe('fault A 3: reconnecting keeps the query', () => {
	const whole = useWholeExtension();

	beforeEach(() => {
		whole().tenant.referrals = deals(3, 'Ada');
	});

	afterEach(() => setSettings({ tenantId: undefined, source: undefined }));

	const filtered = () => search(whole().screen, 'direction=Incoming');

	/** What connects anew while there is a filter. */
	const ways: readonly (readonly [string, () => Promise<void>])[] = [
		[
			'a sign-in after a link that was opened while signed out',
			async () => {
				await run('signOut');
				await filtered();
				await signIn(ada);
			},
		],
		[
			'Retry after a failed connection',
			async () => {
				accounts.failure = new Error('AADSTS65002');
				await setSettings({ tenantId: '11111111-2222-3333-4444-555555555555' });
				await setSettings({ tenantId: undefined });
				const { element } = await rowOf('problem');
				await filtered();
				accounts.failure = undefined;
				await run('retry', element);
			},
		],
		[
			'the way out of a failed connection',
			async () => {
				accounts.failure = new Error('The network cannot be reached.');
				await setSettings({ tenantId: '11111111-2222-3333-4444-555555555555' });
				await setSettings({ tenantId: undefined });
				const { element } = await rowOf('problem');
				await filtered();
				accounts.failure = undefined;
				await run('refresh', element);
			},
		],
		[
			'Refresh while it still connects',
			async () => {
				await setSettings({ tenantId: '11111111-2222-3333-4444-555555555555' });
				await setSettings({ tenantId: undefined });
				accounts.hold();
				const searching = filtered();
				await eventually(() => assert.match(viewDescription(), /incoming/));
				const refreshing = start('refresh');
				accounts.letGo();
				await Promise.all([searching, refreshing.done]);
			},
		],
		[
			'a look at the sample',
			async () => {
				await filtered();
				await run('exploreSample');
				await eventually(async () => assert.match(viewMessage(), /^Sample referrals/));
				await run('leaveSample');
			},
		],
		[
			'a changed setting',
			async () => {
				await filtered();
				await setSettings({ tenantId: '11111111-2222-3333-4444-555555555555' });
				await setSettings({ tenantId: undefined });
			},
		],
		[
			'a sign-in while the sample is explored',
			async () => {
				await run('exploreSample');
				await filtered();
				await signIn(ada);
			},
		],
	];
	for (const [way, reconnect] of ways)
		it(`asks for what was searched for after ${way}`, async () => {
			await reconnect();
			await eventually(async () => assert.ok((await labels()).includes('New')));
			await names('New', 'Pending');
			await eventually(() => assert.match(`${filters(whole().api).at(-1)}`, /direction eq 'Incoming'/));
		});
});
