import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { everything, type Query } from '../../src/query/query.ts';
import type { Browsing } from '../../src/tree/browsing.ts';
import { ReferralsTree } from '../../src/tree/referralsTree.ts';
import type { Row } from '../../src/tree/row.ts';
import { loadAll } from '../partner-api/loadAll.ts';
import type { PartnerApi } from '../partner-api/partnerApi.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { browsingOn } from './browsingOn.ts';
import { rowsBelow } from './rowsBelow.ts';

const cycles = 2000;
const warmUp = 200;
const queries: readonly Query[] = [
	everything,
	{ ...everything, text: 'contoso' },
	{ ...everything, direction: 'Incoming', sort: 'lastUpdated' },
	{ ...everything, valueAtLeast: 10_000, currency: 'USD' },
];

describe('a week of use', () => {
	const listeners = { now: 0 };
	let api: PartnerApi;
	let browsing: Browsing;
	let tree: ReferralsTree;

	before(async () => {
		api = await startPartnerApi({ token: 'a-token' });
		browsing = browsingOn(api);
		Object.defineProperty(browsing, 'onDidChange', { value: counted(browsing.onDidChange, listeners) });
		tree = new ReferralsTree(browsing, () => true);
		await vscode.workspace
			.getConfiguration('partnerReferrals')
			.update('source', 'sample', vscode.ConfigurationTarget.Global);
	});

	after(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await api.close();
	});

	it(`of ${cycles} times expanding, refreshing, filtering and opening, ends with the memory it began with`, async function () {
		this.timeout(400_000);
		for (let cycle = 0; cycle < warmUp; cycle++) await use(cycle);
		const before = await heapAtRest();
		for (let cycle = warmUp; cycle < cycles; cycle++) await use(cycle);
		const after = await heapAtRest();
		const text = `${(before / 2 ** 20).toFixed(1)} MB after ${warmUp} cycles, ${(after / 2 ** 20).toFixed(1)} MB after ${cycles}`;
		assert.ok(after < before * 1.05, text);
	});

	it('leaves no listener and no panel behind', async () => {
		assert.deepEqual(pages().length, 0);
		assert.ok(listeners.now > 0);
		tree.dispose();
		browsing.dispose();
		assert.equal(listeners.now, 0);
	});

	async function use(cycle: number): Promise<void> {
		browsing.search(queries[cycle % queries.length] ?? everything);
		const explorer = await browsing.opened();
		const group = explorer.pairs[cycle % explorer.pairs.length];
		assert.ok(group);
		const rows = await rowsBelow(tree, group);
		const items = await Promise.all(rows.map((row) => tree.getTreeItem(row)));
		const [first] = rows;
		if (first && items[0]) tree.resolveTreeItem(items[0], first);
		await explorer.refresh();
		if (cycle % 100 === 0) await loadAll([explorer.listing(group)]);
		if (first?.kind === 'referral') await open(first);
		if (cycle % 50 === 49) await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		api.forgetRequests();
	}
});

/** By the command that a click on the row runs. */
async function open(row: Row): Promise<void> {
	await vscode.commands.executeCommand('partnerReferrals.openReferral', row);
}

function pages(): vscode.Tab[] {
	const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
	return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview);
}

function counted<T>(event: vscode.Event<T>, count: { now: number }): vscode.Event<T> {
	return (...args) => {
		const subscription = event(...args);
		count.now++;
		return new vscode.Disposable(() => {
			count.now--;
			subscription.dispose();
		});
	};
}

/** What is left on the heap once everything that goes on has ended and the garbage is collected, in bytes. */
async function heapAtRest(): Promise<number> {
	await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	setFlagsFromString('--expose-gc');
	const collect: () => void = runInNewContext('gc');
	for (let turn = 0; turn < 5; turn++) {
		await wait(500);
		collect();
	}
	return process.memoryUsage().heapUsed;
}
