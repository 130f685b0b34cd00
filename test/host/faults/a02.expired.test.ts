import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { deals } from '../../partner-api/TenantInHand.ts';
import { accounts, ada } from '../whole/accounts.ts';
import { eventually } from '../whole/eventually.ts';
import { count, names, row, rowOf, viewDescription } from '../whole/tree.ts';
import {
	allTabs,
	pageTabs,
	requestsSettled,
	run,
	search,
	signIn,
	useWholeExtension,
} from '../whole/wholeExtension.ts';

describe('fault A 2: an expired sign-in is not somebody else', () => {
	const whole = useWholeExtension();

	/** How it comes out that there is no session in silence. */
	const ways: readonly (readonly [string, () => Promise<void>])[] = [
		['an event', async () => accounts.tell()],
		['a request', async () => run('loadMore', (await rowOf('loadMore', 'New', 'Pending')).element)],
	];

	beforeEach(async () => {
		const { tenant, screen } = whole();
		tenant.referrals = deals(250, 'Ada');
		await search(screen, 'direction=Incoming');
		const [first] = await names('New', 'Pending');
		const { element } = await row('New', 'Pending', `${first}`);
		await run('openJson', element);
		await run('openReferral', element);
		await eventually(() => assert.equal(pageTabs().length, 1));
		await requestsSettled(whole().api);
	});

	for (const [way, expire] of ways)
		it(`keeps rows, filter, page and document when it is told by ${way}, and goes on with the same person`, async () => {
			accounts.expired = true;
			await expire();
			await signIn(ada);
			assert.match(viewDescription(), /incoming/);
			assert.match(await count('New', 'Pending'), /^[12]00\+/);
			assert.equal(pageTabs().length, 1);
			assert.ok(allTabs().some(({ input }) => isDocument(input)));
		});
});

function isDocument(input: unknown): boolean {
	return input instanceof vscode.TabInputText && input.uri.scheme === 'partner-referral';
}
