import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { startPartnerApi } from '../../partner-api/startPartnerApi.ts';
import { deals } from '../../partner-api/TenantInHand.ts';
import { accounts, ada, tokenOf } from '../whole/accounts.ts';
import { captured } from '../whole/captured.ts';
import { eventually } from '../whole/eventually.ts';
import { labels, names, otherRows, row, rowOf, rowsUnder, viewMessage } from '../whole/tree.ts';
import {
	defaultScopes,
	filters,
	run,
	search,
	serve,
	setSettings,
	start,
	useWholeExtension,
} from '../whole/wholeExtension.ts';

const guid = '11111111-2222-3333-4444-555555555555';
const otherScopes = ['https://api.fabrikam.com/.default'];

describe('fault A 13: what outlives its cause', () => {
	const whole = useWholeExtension();

	afterEach(() =>
		setSettings({ scopes: undefined, clientId: undefined, tenantId: undefined, fetchAhead: undefined }),
	);

	/** Signs in just now, which is when brokers deny to know of the session. */
	async function signInNow(): Promise<void> {
		accounts.willChoose(ada);
		await run('signIn');
	}

	/** The settings that a token is made for, and what it is then asked for. */
	const settings: readonly (readonly [Readonly<Record<string, unknown>>, readonly string[]])[] = [
		[{ scopes: otherScopes }, otherScopes],
		[{ clientId: guid }, [...defaultScopes, `VSCODE_CLIENT_ID:${guid}`]],
		[{ tenantId: guid }, [...defaultScopes, `VSCODE_TENANT:${guid}`]],
	];
	for (const [changed, scopes] of settings)
		it(`asks for a token of its own after a change of ${Object.keys(changed)}, however new the one before`, async () => {
			const { api, tenant } = whole();
			serve(api, ada, tenant.send, scopes);
			tenant.referrals = deals(3, 'Ada');
			await signInNow();
			await setSettings(changed);
			await names('New', 'Pending');
			assert.equal(api.requests.at(-1)?.headers['authorization'], `Bearer ${tokenOf(ada, scopes)}`);
		});

	it('sends no token of settings before to another endpoint', async () => {
		await using elsewhere = await startPartnerApi({ token: tokenOf(ada, otherScopes) });
		await signInNow();
		await setSettings({ scopes: otherScopes, endpoint: elsewhere.endpoint });
		await labels('New', 'Pending');
		const tokens = elsewhere.requests.map(({ headers }) => headers['authorization']);
		assert.deepEqual([...new Set(tokens)], [`Bearer ${tokenOf(ada, otherScopes)}`]);
	});

	it('does not call somebody signed out who connects anew meanwhile', async () => {
		const { screen } = whole();
		await setSettings({ tenantId: guid });
		accounts.hold();
		const going = start('openReferral');
		await eventually(() => assert.ok(accounts.waiting > 0));
		await setSettings({ tenantId: undefined });
		accounts.letGo();
		await eventually(() => assert.ok(screen.said || screen.prompts.some(({ isOpen }) => isOpen)));
		assert.equal(screen.said, '');
		(await screen.prompt(/Go to Referral/)).hide();
		await going.done;
	});

	it('leaves the row alone that was selected while the next page came', async () => {
		const { api, tenant } = whole();
		const { view } = captured.tree;
		tenant.referrals = deals(150, 'Ada');
		await run('explorer.focus');
		const chosen = await row('New', 'Pending', 'Ada 5');
		const loadMore = await rowOf('loadMore', 'New', 'Pending');
		await select(loadMore.element, loadMore.item.id);
		const hold = api.hold();
		const loading = start('loadMore', loadMore.element);
		await hold.arrived();
		await select(chosen.element, chosen.item.id);
		captured.reveals.length = 0;
		hold.release();
		await loading.done;
		assert.equal(captured.reveals.filter(({ select: selects = true }) => selects).length, 0);
		assert.ok(view.visible);
	});

	it('takes Next at the end for done when the page is closed before the answer', async () => {
		const { api, tenant, screen } = whole();
		tenant.referrals = deals(150, 'Ada');
		const last = (await names('New', 'Pending')).at(-1);
		await run('openReferral', (await row('New', 'Pending', `${last}`)).element);
		await eventually(() => assert.ok(captured.pages[0]?.panel.active));
		await run('refreshReferral');
		const hold = api.hold(({ kind }) => kind === 'list');
		const next = start('nextReferral');
		await hold.arrived();
		captured.pages[0]?.panel.dispose();
		hold.release();
		await next.done;
		assert.equal(screen.said, '');
		assert.deepEqual(captured.rejections, []);
	});

	it('says nothing of a pause of the service once the sample is explored', async () => {
		const { api } = whole();
		api.failNext('status429RetryAfterMinute', { times: 9 });
		const asking = labels('New', 'Pending').catch(() => {});
		await eventually(() => assert.match(viewMessage(), /pause/));
		await run('exploreSample');
		await eventually(() => assert.match(viewMessage(), /^Sample referrals/));
		assert.doesNotMatch(viewMessage(), /pause/);
		await asking;
	});

	it('says nothing of a pause of the service once another endpoint is asked', async () => {
		await using elsewhere = await startPartnerApi({ token: tokenOf(ada, defaultScopes) });
		const { api } = whole();
		api.failNext('status429RetryAfterMinute', { times: 9 });
		const asking = labels('New', 'Pending').catch(() => {});
		await eventually(() => assert.match(viewMessage(), /pause/));
		await setSettings({ endpoint: elsewhere.endpoint });
		await labels('New', 'Received');
		await eventually(() => assert.doesNotMatch(viewMessage(), /pause/));
		await asking;
	});

	for (const command of ['loadMore', 'loadAll'])
		it(`asks for nothing outside the query on a row of an earlier one: ${command}`, async () => {
			const { api, tenant, screen } = whole();
			tenant.referrals = deals(3, 'Ada');
			const { element } = await row('New', 'Pending');
			await search(screen, 'status=Closed&substatus=Won');
			api.forgetRequests();
			await run(command, element);
			assert.deepEqual(
				filters(api).filter((filter) => filter.includes('Pending')),
				[],
			);
		});

	it('exports nothing outside the query on a row of an earlier one', async () => {
		const { api, tenant, screen } = whole();
		tenant.referrals = deals(3, 'Ada');
		const { element } = await row('New', 'Pending');
		await search(screen, 'status=Closed&substatus=Won');
		api.forgetRequests();
		const exporting = start('export', element);
		const offered = screen.saveDialog().then((dialog) => dialog.answer(vscode.Uri.file('/nowhere/all.csv')));
		const asked = eventually(() => assert.ok(api.requests.length > 0));
		await Promise.race([exporting.done, Promise.allSettled([offered, asked])]);
		screen.close();
		await exporting.done;
		assert.deepEqual(
			filters(api).filter((filter) => filter.includes('Pending')),
			[],
		);
	});

	it('fetches nothing ahead of what fits no known pair', async () => {
		const { api, tenant } = whole();
		tenant.referrals = deals(3, 'Ada');
		await setSettings({ fetchAhead: true });
		const [other] = (await otherRows()).slice(-1);
		await rowsUnder(other?.element);
		await setSettings({ fetchAhead: undefined });
		// Whatever was asked ahead was asked before these.
		await names('Closed', 'Expired');
		await names('Closed', 'Lost');
		assert.deepEqual(
			filters(api).filter((filter) => filter.includes('Pending')),
			[],
		);
	});

	/** Selects a row, as a click does. */
	async function select(element: unknown, id: string | undefined): Promise<void> {
		const { view, provider } = captured.tree;
		await view.reveal(element, { select: true, focus: true });
		await eventually(async () => {
			const [selected] = view.selection;
			assert.ok(selected);
			assert.equal((await provider.getTreeItem(selected)).id, id);
		});
	}
});
