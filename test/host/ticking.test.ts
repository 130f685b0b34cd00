import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Browsing } from '../../src/listing/browsing.ts';
import { Presenter } from '../../src/referral/presenter.ts';
import { ReferralsTree } from '../../src/tree/referralsTree.ts';
import type { PartnerApi } from '../partner-api/partnerApi.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { deals, TenantInHand } from '../partner-api/TenantInHand.ts';
import { HandClock } from '../unit/handClock.ts';
import { browsingOn } from './browsingOn.ts';
import { rowsBelow } from './rowsBelow.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-01T12:00:00Z');
const inDays = (days: number) => ({ expirationDateTime: new Date(now + days * day).toISOString() });
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('the time left to answer, in the tree', () => {
	const clock = new HandClock(now);
	let api: PartnerApi;
	let tree: ReferralsTree;
	let browsing: Browsing;
	let tenant: TenantInHand;
	let provider: vscode.FileDecorationProvider;
	let restore: () => void;
	const redrawn: (string | undefined)[] = [];
	const marked: number[] = [];

	before(async () => {
		const { registerFileDecorationProvider } = vscode.window;
		Object.defineProperty(vscode.window, 'registerFileDecorationProvider', {
			configurable: true,
			value: (made: vscode.FileDecorationProvider) => {
				provider = made;
				return new vscode.Disposable(() => {});
			},
		});
		restore = () =>
			Object.defineProperty(vscode.window, 'registerFileDecorationProvider', {
				configurable: true,
				value: registerFileDecorationProvider,
			});
		const referrals = [
			...deals(300, 'Same', inDays(5.5)),
			...deals(1, 'Soon', inDays(2.5)),
			...deals(1, 'Today', inDays(0.5)),
			...deals(1, 'Past', inDays(-1)),
			...deals(1, 'Half', { ...inDays(2.5), id: 'half \ud83d' }),
			...deals(1, 'Taken', { ...inDays(2), status: 'Active', substatus: 'Accepted' }),
		];
		tenant = new TenantInHand(referrals);
		api = await startPartnerApi({ token: 'a-token', send: tenant.send });
		browsing = browsingOn(api);
		tree = new ReferralsTree(browsing, () => false, new Presenter({ locale: 'en', clock }));
		tree.onDidChangeTreeData((element) => redrawn.push(element));
		provider.onDidChangeFileDecorations?.((uris) => marked.push([uris ?? []].flat().length));
		await rowsBelow(tree);
		for (let more = 0; more < 4; more++) {
			await rowsBelow(tree, 'row:status:New/Pending');
			await browsing.exploration?.feed('New/Pending')?.loadMore();
		}
		await turn();
	});
	after(async () => {
		restore();
		tree.dispose();
		await api.close();
	});

	const rows = async (branch = 'row:status:New/Pending') =>
		(await rowsBelow(tree, branch)).map((row) => tree.getTreeItem(row));
	async function markOf(label: string, branch?: string): Promise<vscode.FileDecoration | undefined> {
		const item = (await rows(branch)).find((each) => `${each.label}`.startsWith(label));
		assert.ok(item, label);
		const { resourceUri } = item;
		return (
			resourceUri &&
			((await provider.provideFileDecoration(resourceUri, new vscode.CancellationTokenSource().token)) ??
				undefined)
		);
	}

	it('stands at the right of a row, in words in its tooltip, and in a colour once it is short', async () => {
		for (const [label, badge, color, tooltip] of [
			['Same', '5d', undefined, 'expires in 5 days'],
			['Soon', '2d', 'list.warningForeground', 'expires in 2 days'],
			['Today', '<1', 'list.errorForeground', 'expires in 12 hours'],
			['Past', '!', 'list.errorForeground', 'expired 1 day ago'],
		] as const) {
			const mark = await markOf(label);
			assert.deepEqual([mark?.badge, mark?.color?.id, mark?.tooltip], [badge, color, tooltip], label);
		}
	});

	it('is told by words alone where an id can be no address, and not where nothing has to be answered', async () => {
		assert.equal(await markOf('Half'), undefined);
		assert.equal(await markOf('Taken', 'row:status:Active/Accepted'), undefined);
	});

	it('names nobody in the address', async () => {
		for (const { resourceUri } of await rows())
			if (resourceUri) assert.match(`${resourceUri}`, /^partner-referral:\/[\w-]+\.json$/);
	});

	it('is told anew, once, when the service has given more time', async () => {
		assert.equal((await markOf('Soon'))?.badge, '2d');
		marked.length = 0;
		await rows();
		assert.deepEqual(marked, []);
		tenant.referrals = tenant.referrals.map((each) =>
			each.name.startsWith('Soon')
				? { ...each, ...inDays(8.5), updatedDateTime: '2027-01-01T00:00:00Z' }
				: each,
		);
		const { exploration } = browsing;
		assert.ok(exploration);
		const wishes = { depth: 'shown', stop: new AbortController().signal, progressed: () => {} } as const;
		await exploration.refreshing.run(wishes);
		await rows();
		assert.deepEqual(marked, [1]);
		assert.equal((await markOf('Soon'))?.badge, '8d');
		await rows();
		assert.deepEqual(marked, [1]);
	});

	it('draws the rows anew whose words have changed, in events that the editor takes whole, and no other row', async () => {
		const all = await rows();
		assert.equal(all.filter(({ label }) => `${label}`.startsWith('Same')).length, 300);
		redrawn.length = 0;
		marked.length = 0;
		clock.advance(0.4 * day);
		await turn();
		// What expires within a day has other words each hour.
		assert.ok(redrawn.every((element) => element && /Pending\|referral\|/.test(element)));
		assert.ok(redrawn.length < 20, `${redrawn.length}`);
		await rows();
		redrawn.length = 0;
		marked.length = 0;
		clock.advance(0.2 * day);
		await turn();
		assert.ok(redrawn.length >= 301 && redrawn.length < 330, `${redrawn.length}`);
		assert.ok(!redrawn.includes(undefined));
		assert.ok(marked.length >= 2 && marked.every((count) => count <= 250), `${marked}`);
		assert.equal((await markOf('Same'))?.badge, '4d');
	});
});
