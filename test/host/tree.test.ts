import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { readReferral } from '../../src/partner/referral.ts';
import { labelOf } from '../../src/referral/label.ts';
import type { Browsing } from '../../src/tree/browsing.ts';
import { ReferralsTree } from '../../src/tree/referralsTree.ts';
import { listingOf, type Row } from '../../src/tree/row.ts';
import type { FaultName } from '../partner-api/faults.ts';
import { hostileNames, hostileReferral } from '../partner-api/hostileReferrals.ts';
import type { PartnerApi } from '../partner-api/partnerApi.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { browsingOn } from './browsingOn.ts';
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
		tree = new ReferralsTree(browsing, () => fetchesAhead);
	});

	afterEach(async () => {
		tree.dispose();
		browsing.dispose();
		await api.close();
	});

	it('has rows for every status and substatus, and asks for nothing', async () => {
		assert.deepEqual(await labels(), ['New', 'Active', 'Closed', 'Other']);
		assert.deepEqual(await labels('New'), ['Pending', 'Received', 'Other']);
		assert.deepEqual(await labels('Active'), ['Accepted', 'Other']);
		assert.deepEqual(await labels('Closed'), ['Won', 'Lost', 'Declined', 'Expired', 'Other']);
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

	it('offers more until a group is complete, appending what comes', async () => {
		const before = await idsBelow('New', 'Received');
		assert.equal((await lastRow('New', 'Received')).label, 'Load more (100 loaded)');
		await loadMore('New', 'Received');
		const after = await idsBelow('New', 'Received');
		assert.equal(after.length, 160);
		assert.deepEqual(after.slice(0, 100), before.slice(0, 100));
		assert.equal((await itemAt('New', 'Received')).description, '160');
	});

	it('never waits for the service: at once there is a row that says that it loads', async () => {
		const group = await rowAt('New', 'Pending');
		const rows = tree.getChildren(group);
		assert.deepEqual(rows.map(lookOf), [['Loading…', 'loading', 'New/Pending#loadMore']]);
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
		assert.deepEqual(tree.getChildren().map(lookOf), [['Loading…', 'loading', '#loadMore']]);
		assert.deepEqual(await labels(), ['New', 'Active', 'Closed', 'Other']);
	});

	it('shows that it loads in the place of "Load more", under the same id', async () => {
		await childrenOf('New', 'Pending');
		const { id } = await lastRow('New', 'Pending');
		const group = await rowAt('New', 'Pending');
		const loading = (await listingAt('New', 'Pending')).loadMore();
		const rows = tree.getChildren(group);
		assert.equal(rows.length, 101);
		assert.deepEqual(rows.slice(-1).map(lookOf), [['Loading…', 'loading', id]]);
		await loading;
		assert.equal((await childrenOf('New', 'Pending')).length, 201);
	});

	it('says "100+" while there may be more, in the group and in its status', async () => {
		await childrenOf('New', 'Pending');
		assert.equal((await itemAt('New', 'Pending')).description, '100+');
		assert.equal((await itemAt('New')).description, '100+');
		assert.equal((await itemAt('Active')).description, '');
	});

	it('knows that a full page without a link is all', async () => {
		assert.equal((await childrenOf('Closed', 'Expired')).length, 100);
		assert.equal((await itemAt('Closed', 'Expired')).description, '100');
	});

	it('says 0 of an empty group', async () => {
		assert.deepEqual(await childrenOf('Closed', 'Declined'), []);
		assert.equal((await itemAt('Closed', 'Declined')).description, '0');
	});

	it('shows the pairs that fit nowhere else among the others', async () => {
		await childrenOf('Active', 'Other');
		while (!(await listingAt('Active', 'Other')).complete) await loadMore('Active', 'Other');
		const pairs = (await childrenOf('Active', 'Other')).map((row) => `${tree.getTreeItem(row).description}`);
		assert.equal(pairs.length, 5);
		for (const pair of pairs) assert.match(pair, /^Active › (Declined|None)/);
	});

	it('refetches as many pages as were loaded', async () => {
		await childrenOf('New', 'Pending');
		await loadMore('New', 'Pending');
		const before = await idsBelow('New', 'Pending');
		api.forgetRequests();
		await browsing.explorer?.refresh();
		assert.equal(api.requests.length, 2);
		assert.deepEqual(await idsBelow('New', 'Pending'), before);
	});

	it('gives every row an id of its own', async () => {
		const ids = [...(await idsBelow('New', 'Pending')), ...(await idsBelow('New', 'Other'))];
		assert.equal(new Set(ids).size, ids.length);
	});

	it('keeps rows that are loaded when the next page fails, and goes on after Retry', async () => {
		await childrenOf('New', 'Pending');
		api.failNext('status500', { times: 4 });
		await loadMore('New', 'Pending');
		assert.equal((await childrenOf('New', 'Pending')).length, 101);
		assert.match(`${(await lastRow('New', 'Pending')).label}`, /Partner Center had a problem/);
		await (await listingAt('New', 'Pending')).retry();
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
		const rows = (await childrenOf('New', 'Pending')).map((row) => row.kind);
		assert.equal(rows.filter((kind) => kind === 'referral').length, 99);
		assert.equal(rows.filter((kind) => kind === 'unreadable').length, 1);
	});

	it('writes tooltips in which a customer can put no markup', async () => {
		const [row] = await childrenOf('New', 'Pending');
		assert.ok(row?.kind === 'referral');
		const name = '[click](command:evil) <img src=x> **bold** $(alert)';
		const referral = { ...row.received.referral, name };
		const hostile: Row = { ...row, received: { ...row.received, referral } };
		const { tooltip } = tree.resolveTreeItem(new vscode.TreeItem(''), hostile);
		assert.ok(tooltip instanceof vscode.MarkdownString);
		assert.ok(!tooltip.isTrusted && !tooltip.supportHtml && !tooltip.supportThemeIcons);
		assert.ok(!tooltip.value.includes('[click](command:evil)'), tooltip.value);
	});

	it('writes them so for whatever a stranger may type, in whatever field', async () => {
		const [row] = await childrenOf('New', 'Pending');
		assert.ok(row?.kind === 'referral');
		for (const name of hostileNames) {
			const received = readReferral(hostileReferral(name, ['engagementId', 'createdDateTime']));
			assert.ok(received.kind === 'received');
			const { tooltip } = tree.resolveTreeItem(new vscode.TreeItem(''), { ...row, received });
			assert.ok(tooltip instanceof vscode.MarkdownString);
			assert.ok(!tooltip.isTrusted && !tooltip.supportHtml && !tooltip.supportThemeIcons);
			assert.ok(tooltip.value.length < 10_000, `${name}: ${tooltip.value.length}`);
			// Nothing is left of it once what is escaped and our own bold title are taken away; HTML is text there.
			const markup = tooltip.value.replace(/\\[^\w\s]|&\w+;/g, '').replaceAll('**', '');
			assert.doesNotMatch(markup, /[[\]`*]/, name);
			assert.equal(tree.getTreeItem({ ...row, received }).label, labelOf(received.referral));
		}
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

	function lookOf(row: Row): unknown[] {
		const { label, contextValue, id } = tree.getTreeItem(row);
		return [label, contextValue, id];
	}

	async function rowAt(...path: readonly string[]): Promise<Row> {
		let row: Row | undefined;
		for (const label of path) {
			const below: Row[] = await rowsBelow(tree, row);
			row = below.find((candidate) => tree.getTreeItem(candidate).label === label);
			assert.ok(row, `no row ${label} in ${path.join(' > ')}`);
		}
		assert.ok(row);
		return row;
	}

	async function childrenOf(...path: readonly string[]): Promise<Row[]> {
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

	async function lastRow(...path: readonly string[]): Promise<vscode.TreeItem> {
		const row = (await childrenOf(...path)).at(-1);
		assert.ok(row);
		return tree.getTreeItem(row);
	}

	async function listingAt(...path: readonly string[]) {
		const { explorer } = browsing;
		const listing = explorer && listingOf(await rowAt(...path), explorer);
		assert.ok(listing);
		return listing;
	}

	async function loadMore(...path: readonly string[]): Promise<void> {
		await (await listingAt(...path)).loadMore();
	}
});
