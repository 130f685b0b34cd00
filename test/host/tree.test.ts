import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Browsing } from '../../src/listing/browsing.ts';
import type { Feed } from '../../src/listing/feed.ts';
import { readReferral } from '../../src/partner/referral.ts';
import { labelOf } from '../../src/referral/label.ts';
import type { ReferralsTree } from '../../src/tree/referralsTree.ts';
import type { FaultName } from '../partner-api/faults.ts';
import { hostileNames, hostileReferral } from '../partner-api/hostileReferrals.ts';
import type { PartnerApi } from '../partner-api/partnerApi.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { browsingOn, treeOf } from './browsingOn.ts';
import { rowsBelow } from './rowsBelow.ts';

describe('the tree on a service over HTTP', () => {
	let api: PartnerApi;
	let browsing: Browsing;
	let tree: ReferralsTree;
	let fetchesAhead: boolean;

	beforeEach(async () => {
		api = await startPartnerApi({ token: 'a-token' });
		browsing = browsingOn(api);
		fetchesAhead = false;
		tree = treeOf(browsing, () => fetchesAhead);
	});

	afterEach(async () => {
		tree.dispose();
		browsing.dispose();
		await api.close();
	});

	it('has rows for every status and substatus, and asks for nothing', async () => {
		assert.deepEqual(await labels(), ['New', 'Active', 'Closed', 'Other statuses']);
		assert.deepEqual(await labels('New'), ['Pending', 'Received']);
		assert.deepEqual(await labels('Active'), ['Accepted']);
		assert.deepEqual(await labels('Closed'), ['Won', 'Lost', 'Declined', 'Expired']);
		assert.equal(api.requests.length, 0);
	});

	it('asks for one page when a group is expanded, and for none when it is expanded again', async () => {
		assert.equal((await childrenOf('New', 'Pending')).length, 101);
		assert.equal(api.requests.length, 1);
		await childrenOf('New', 'Pending');
		assert.equal(api.requests.length, 1);
	});

	it('fetches the first page of the next group ahead, where the user allows it', async () => {
		fetchesAhead = true;
		await childrenOf('New', 'Pending');
		await api.requested(2);
		assert.equal((await childrenOf('New', 'Received')).length, 101);
		const filters = api
			.listRequests()
			.map(({ url }) => decodeURIComponent(url).match(/substatus eq '(\w+)'/)?.[1]);
		assert.deepEqual(filters.slice(0, 2), ['Pending', 'Received']);
		assert.equal(filters.filter((name) => name === 'Received').length, 1);
	});

	it('fetches once when the first page is asked for twice at a time', async () => {
		const group = await rowAt('New', 'Pending');
		await Promise.all([rowsBelow(tree, group), rowsBelow(tree, group)]);
		assert.equal(api.requests.length, 1);
	});

	it('says in the tooltip of a group as of when it is, and to screen readers its count', async () => {
		assert.equal((await itemAt('New', 'Pending')).tooltip, undefined);
		const before = Date.now();
		await childrenOf('New', 'Pending');
		const { tooltip, accessibilityInformation } = await itemAt('New', 'Pending');
		const time = (instant: number) =>
			new Intl.DateTimeFormat(vscode.env.language, { timeStyle: 'short' }).format(instant);
		assert.ok(
			[before, Date.now()].some((instant) => `${tooltip}`.endsWith(`\nAs of ${time(instant)}`)),
			`${tooltip}`,
		);
		assert.match(`${tooltip}`, /^\S.* in \d+ referrals\n/);
		assert.match(accessibilityInformation?.label ?? '', /^Pending, 100\+ · \S/);
	});

	it('offers more until a group is complete, appending what comes', async () => {
		const before = await idsBelow('New', 'Received');
		assert.equal((await lastRow('New', 'Received')).label, 'Load more (100 loaded)');
		await loadMore('New', 'Received');
		const after = await idsBelow('New', 'Received');
		assert.equal(after.length, 160);
		assert.deepEqual(after.slice(0, 100), before.slice(0, 100));
		assert.equal(await countAt('New', 'Received'), '160');
	});

	it('never waits for the service: at once there is a row that says that it loads', async () => {
		const group = await rowAt('New', 'Pending');
		const rows = tree.getChildren(group);
		assert.deepEqual(rows.map(lookOf), [['Loading…', 'loading', 'row:status:New/Pending|more']]);
		assert.equal((await childrenOf('New', 'Pending')).length, 101);
	});

	it('tells of nothing while the editor asks, and of what has come in a turn of its own', async () => {
		const group = await rowAt('New', 'Pending');
		let told = 0;
		tree.onDidChangeTreeData(() => told++);
		tree.getChildren(group);
		for (let turn = 0; turn < 20; turn++) await Promise.resolve();
		assert.equal(told, 0);
		assert.equal((await rowsBelow(tree, group)).length, 101);
		assert.equal(told, 1);
	});

	it('says that it connects while nobody knows yet who is signed in', async () => {
		assert.deepEqual(tree.getChildren().map(lookOf), [['Loading…', 'loading', 'row:none:|more']]);
		assert.deepEqual(await labels(), ['New', 'Active', 'Closed', 'Other statuses']);
	});

	it('shows that it loads in the place of "Load more", under the same id', async () => {
		await childrenOf('New', 'Pending');
		const { id } = await lastRow('New', 'Pending');
		const group = await rowAt('New', 'Pending');
		const loading = (await feedAt('New', 'Pending')).loadMore();
		const rows = tree.getChildren(group);
		assert.equal(rows.length, 101);
		assert.deepEqual(rows.slice(-1).map(lookOf), [['Loading…', 'loading', id]]);
		await loading;
		assert.equal((await childrenOf('New', 'Pending')).length, 201);
	});

	it('says "100+" while there may be more, in the group and in its status', async () => {
		await childrenOf('New', 'Pending');
		assert.equal(await countAt('New', 'Pending'), '100+');
		assert.equal(await countAt('New'), '100+');
		assert.equal(await countAt('Active'), '');
	});

	it('knows that a full page without a link is all', async () => {
		assert.equal((await childrenOf('Closed', 'Expired')).length, 100);
		assert.equal(await countAt('Closed', 'Expired'), '100');
	});

	it('says 0 of an empty group', async () => {
		assert.deepEqual(await childrenOf('Closed', 'Declined'), []);
		assert.equal(await countAt('Closed', 'Declined'), '0');
	});

	it('shows the pairs that fit nowhere else at the end, and the others where they belong', async () => {
		await childrenOf('Other statuses');
		const feed = await feedAt('Other statuses');
		while (!feed.complete) await feed.loadMore();
		const pairs = (await childrenOf('Other statuses')).map((row) => `${tree.getTreeItem(row).description}`);
		assert.equal(pairs.length, 17);
		for (const pair of pairs) assert.doesNotMatch(pair, /^(New › (Pending|Received)|Active › Accepted)( |$)/);
		assert.equal(await countAt('New', 'Pending'), '760');
		assert.equal(await countAt('New'), '920');
	});

	it('refetches as many pages as were loaded', async () => {
		await childrenOf('New', 'Pending');
		await loadMore('New', 'Pending');
		const before = await idsBelow('New', 'Pending');
		api.forgetRequests();
		await browsing.exploration?.refreshing.run({ depth: 'shown', stop: new AbortController().signal });
		assert.equal(api.requests.length, 2);
		assert.deepEqual(await idsBelow('New', 'Pending'), before);
	});

	it('gives every row an id of its own', async () => {
		const ids = [...(await idsBelow('New', 'Pending')), ...(await idsBelow('Other statuses'))];
		assert.equal(new Set(ids).size, ids.length);
	});

	it('keeps rows that are loaded when the next page fails, and goes on after Retry', async () => {
		await childrenOf('New', 'Pending');
		api.failNext('status500', { times: 4 });
		await loadMore('New', 'Pending');
		assert.equal((await childrenOf('New', 'Pending')).length, 101);
		assert.match(`${(await lastRow('New', 'Pending')).label}`, /Partner Center had a problem/);
		await (await feedAt('New', 'Pending')).retry();
		assert.equal((await childrenOf('New', 'Pending')).length, 201);
	});

	/** The fault, what is said of it, and how often it is tried before that is said. */
	const failing: readonly (readonly [FaultName, RegExp, number])[] = [
		['status500', /had a problem of its own/, 4],
		['status403', /Referrals admin or Referrals user/, 1],
		['status401', /signed out/, 2],
		['status429', /asks for a pause/, 4],
		['html', /no JSON/, 1],
		['truncated', /no JSON/, 1],
		['notUtf8', /no JSON/, 1],
		['wrongShape', /not what was asked for/, 1],
		['redirect', /another address/, 1],
		['reset', /broke off|cannot be reached/, 4],
	];
	for (const [fault, sentence, attempts] of failing)
		it(`says in place what went wrong: ${fault}`, async () => {
			api.failNext(fault, { times: 9 });
			const [problem, ...others] = await childrenOf('New', 'Pending');
			assert.ok(problem && others.length === 0);
			const { label, tooltip } = tree.getTreeItem(problem);
			assert.match(`${label}`, sentence);
			assert.match(`${tooltip}`, sentence);
			assert.equal(api.requests.length, attempts);
		});

	it('gets over what passes by itself', async () => {
		api.failNext('status503RetryAfter', { times: 2 });
		assert.equal((await childrenOf('New', 'Pending')).length, 101);
		assert.equal(api.requests.length, 3);
	});

	it('shows a row that cannot be read as such, and the other 99', async () => {
		api.failNext('rowWithoutId');
		const rows = (await childrenOf('New', 'Pending')).map((row) => tree.getTreeItem(row).contextValue);
		assert.equal(rows.filter((kind) => kind === 'referral').length, 99);
		assert.equal(rows.filter((kind) => kind === 'unreadable').length, 1);
	});

	it('writes tooltips and labels in which a stranger can put no markup, in whatever field', async () => {
		const [row] = await childrenOf('New', 'Pending');
		const id = row?.split('|referral|')[1];
		const store = browsing.sessions.current?.store;
		assert.ok(row && id && store);
		const own = '[click](command:evil) <img src=x> **bold** $(alert)';
		const hostile = hostileNames.map((name) => hostileReferral(name, ['engagementId', 'createdDateTime']));
		for (const json of [{ name: own }, ...hostile]) {
			const received = readReferral({ ...json, id });
			assert.ok(received.kind === 'received');
			store.drop(id);
			store.put([received], { whole: true });
			const { tooltip } = tree.resolveTreeItem(new vscode.TreeItem(''), row);
			assert.ok(tooltip instanceof vscode.MarkdownString);
			assert.ok(!tooltip.isTrusted && !tooltip.supportHtml && !tooltip.supportThemeIcons);
			assert.ok(tooltip.value.length < 10_000, tooltip.value);
			// Nothing is left of it once what is escaped and our own bold title are taken away; HTML is text there.
			const markup = tooltip.value.replace(/\\[^\w\s]|&\w+;/g, '').replaceAll('**', '');
			assert.doesNotMatch(markup, /[[\]`*]/);
			assert.equal(tree.getTreeItem(row).label, labelOf(received.referral));
		}
	});

	it('says in a tooltip where another side of the engagement differs, whatever it is called', async () => {
		const [row] = await childrenOf('New', 'Pending');
		const store = browsing.sessions.current?.store;
		const id = row?.split('|referral|')[1];
		assert.ok(row && id && store);
		const put = (json: object) => {
			const received = readReferral({ engagementId: 'e1', ...json });
			assert.ok(received.kind === 'received');
			store.put([received], { whole: true });
		};
		const tooltip = () => {
			const { tooltip: shown } = tree.resolveTreeItem(new vscode.TreeItem(''), row);
			return shown instanceof vscode.MarkdownString ? shown.value : '';
		};
		put({ id, status: 'New', substatus: 'Pending', details: { dealValue: 50_000, currency: 'USD' } });
		put({ id: 'other', organizationId: 'msft', status: 'new', details: { dealValue: 50_000 } });
		assert.doesNotMatch(tooltip(), /side/);
		const details = { dealValue: 80_000, currency: 'USD' };
		put({ id: 'other', organizationId: 'msft', status: 'Closed', substatus: 'Won', details });
		assert.match(tooltip(), /Microsoft's side: Closed › Won; value \$80,000/);
		put({ id: 'other', organizationName: '[x](command:y) <b>', status: '**Closed** `x`' });
		assert.ok(
			tooltip().includes("\\[x\\](command\\:y) \\<b\\>'s side: \\*\\*Closed\\*\\* \\`x\\`"),
			tooltip(),
		);
		for (let sides = 0; sides < 30; sides++) put({ id: `side ${sides}`, status: 'Closed' });
		assert.equal(tooltip().match(/side: /g)?.length, 5);
	});

	it('tells the editor of a row once its tooltip would say something else of another side', async () => {
		const [row, next] = await childrenOf('New', 'Pending');
		const store = browsing.sessions.current?.store;
		const id = row?.split('|referral|')[1];
		assert.ok(row && next && id && store);
		const put = (json: object) => {
			const received = readReferral({ engagementId: 'e1', ...json });
			assert.ok(received.kind === 'received');
			store.put([received], { whole: true });
		};
		const told: unknown[] = [];
		put({ id, status: 'New', substatus: 'Pending' });
		await turn();
		const listening = tree.onDidChangeTreeData((element) => told.push(element));
		for (const each of [row, next]) tree.resolveTreeItem(new vscode.TreeItem(''), each);
		put({ id: 'other', status: 'Closed' });
		await turn();
		assert.ok(told.includes(row) && !told.includes(next));
		told.length = 0;
		put({ id: 'other', status: 'Active' });
		await turn();
		// Nobody has pointed at it since.
		assert.ok(!told.includes(row));
		tree.resolveTreeItem(new vscode.TreeItem(''), row);
		store.drop('other');
		await turn();
		assert.ok(told.includes(row));
		listening.dispose();
	});

	it('drops what an earlier query found', async () => {
		await childrenOf('New', 'Pending');
		browsing.search({ status: 'Closed', substatus: 'Won', sort: 'oldest' });
		assert.deepEqual(await labels(), ['Closed']);
		assert.deepEqual(await labels('Closed'), ['Won']);
		api.forgetRequests();
		await childrenOf('Closed', 'Won');
		const [request] = api.requests;
		assert.match(
			decodeURIComponent(request?.url ?? ''),
			/status eq 'Closed' and substatus eq 'Won'.*createdDateTime asc/,
		);
	});

	function lookOf(row: string): unknown[] {
		const { label, contextValue, id } = tree.getTreeItem(row);
		return [label, contextValue, id];
	}

	async function rowAt(...path: readonly string[]): Promise<string> {
		let row: string | undefined;
		for (const label of path) {
			const below: string[] = await rowsBelow(tree, row);
			row = below.find((candidate) => tree.getTreeItem(candidate).label === label);
			assert.ok(row, `no row ${label} in ${path.join(' > ')}`);
		}
		assert.ok(row);
		return row;
	}

	async function childrenOf(...path: readonly string[]): Promise<string[]> {
		return rowsBelow(tree, path.length === 0 ? undefined : await rowAt(...path));
	}

	async function labels(...path: readonly string[]): Promise<unknown[]> {
		return (await childrenOf(...path)).map((row) => tree.getTreeItem(row).label);
	}

	async function idsBelow(...path: readonly string[]): Promise<unknown[]> {
		return (await childrenOf(...path)).map((row) => tree.getTreeItem(row).id);
	}

	async function itemAt(...path: readonly string[]): Promise<vscode.TreeItem> {
		return tree.getTreeItem(await rowAt(...path));
	}

	/** What stands behind the name of a branch, without what it is worth. */
	async function countAt(...path: readonly string[]): Promise<string> {
		return `${(await itemAt(...path)).description ?? ''}`.split(' · ')[0] ?? '';
	}

	async function lastRow(...path: readonly string[]): Promise<vscode.TreeItem> {
		const row = (await childrenOf(...path)).at(-1);
		assert.ok(row);
		return tree.getTreeItem(row);
	}

	async function feedAt(...path: readonly string[]): Promise<Feed> {
		const feed = browsing.exploration?.feedOf((await rowAt(...path)).replace('row:status:', ''));
		assert.ok(feed);
		return feed;
	}

	async function loadMore(...path: readonly string[]): Promise<void> {
		await (await feedAt(...path)).loadMore();
	}
});

function turn(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 20));
}
