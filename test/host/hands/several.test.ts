import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type Deal, deal, deals } from '../../partner-api/TenantInHand.ts';
import { bob } from '../whole/accounts.ts';
import { captured } from '../whole/captured.ts';
import { eventually } from '../whole/eventually.ts';
import { row, rowsBelow } from '../whole/tree.ts';
import {
	allTabs,
	pageTabs,
	run,
	serveBob,
	signIn,
	start,
	useWholeExtension,
} from '../whole/wholeExtension.ts';

describe('several rows that are selected', () => {
	const whole = useWholeExtension();
	let all: readonly Deal[];

	beforeEach(() => {
		all = [1, 2, 3].map((number) => deal({ name: `Ada ${number}`, engagementId: `e${Math.min(number, 2)}` }));
		whole().tenant.referrals = [...all, deal({ name: 'Ada 4', status: 'Active', substatus: 'Accepted' })];
	});

	const elementOf = async (name: string) => (await row('New', 'Pending', name)).element;
	const ids = (...numbers: readonly number[]) => numbers.map((number) => all[number - 1]?.id ?? '');
	const copied = () => whole().screen.copied.at(-1) ?? '';

	/** As a menu runs a command that was opened on the first of them. */
	async function on(command: string, ...names: readonly string[]): Promise<void> {
		const elements = await Promise.all(names.map(elementOf));
		await run(command, elements[0], elements);
	}

	it('are copied as ids, one a line, in the order in which they are shown', async () => {
		await on('copyId', 'Ada 3', 'Ada 1');
		assert.equal(copied(), `${ids(1, 3).join('\n')}\n`);
	});

	it('have all of their groups loaded by Load All', async () => {
		const { api, tenant } = whole();
		const accepted = { status: 'Active', substatus: 'Accepted' };
		tenant.referrals = [...deals(250, 'Ada'), ...deals(150, 'Eve').map((each) => ({ ...each, ...accepted }))];
		const groups = [await row('New', 'Pending'), await row('Active', 'Accepted')].map(
			({ element }) => element,
		);
		await run('loadAll', groups[0], groups);
		assert.equal(api.listRequests().length, 3 + 2);
		for (const [path, size] of [
			['New', 'Pending'],
			['Active', 'Accepted'],
		].map((path, at) => [path, 250 - 100 * at] as const))
			assert.equal((await rowsBelow(...path)).length, size);
	});

	it('are copied as a table with a header, and one as its line alone', async () => {
		await on('copyTable', 'Ada 2', 'Ada 1');
		const lines = copied().split('\n');
		assert.match(lines[0] ?? '', /^Deal Name\tCustomer Name\t.*\tReferral ID$/);
		assert.deepEqual(
			lines.slice(1).map((line) => [line.split('\t')[0], line.split('\t').at(-1)]),
			[
				['Ada 1', ids(1)[0]],
				['Ada 2', ids(2)[0]],
				['', ''],
			],
		);
		await run('copyTable', await elementOf('Ada 1'));
		assert.match(copied(), new RegExp(`^Ada 1\t[^\n]*\t${ids(1)[0]}$`));
	});

	it('are copied as JSON that is one array', async () => {
		await on('copyJson', 'Ada 1', 'Ada 2');
		const list: readonly { id: string }[] = JSON.parse(copied());
		assert.deepEqual(
			list.map(({ id }) => id),
			ids(1, 2),
		);
	});

	it('are copied as briefs and as links', async () => {
		await on('copyBrief', 'Ada 1', 'Ada 2');
		assert.match(copied(), /^\*\*Ada 1\*\*\n[\s\S]*\n---\n\n\*\*Ada 2\*\*\n/);
		await on('copyReferralLink', 'Ada 1', 'Ada 2');
		assert.deepEqual(
			copied()
				.trim()
				.split('\n')
				.map((link) => link.split('/').at(-1)),
			ids(1, 2),
		);
	});

	it('have each engagement once', async () => {
		await on('copyEngagementId', 'Ada 1', 'Ada 2', 'Ada 3');
		assert.equal(copied(), 'e1\ne2\n');
	});

	it('may be a group and rows of it, which count once', async () => {
		await elementOf('Ada 1');
		const group = (await row('New', 'Pending')).element;
		await run('copyId', group, [group, await elementOf('Ada 2')]);
		assert.equal(copied(), `${ids(1, 2, 3).join('\n')}\n`);
	});

	it('are left out where they have gone, without asking the service for each', async () => {
		const { api, screen, tenant } = whole();
		const elements = [await elementOf('Ada 1'), await elementOf('Ada 2'), await elementOf('Ada 3')];
		tenant.referrals = tenant.referrals.filter(({ id }) => id !== all[1]?.id);
		await run('refresh');
		await eventually(async () =>
			assert.equal(await row('New', 'Pending', 'Ada 2').catch(() => 'gone'), 'gone'),
		);
		const before = api.requests.length;
		await run('copyId', elements[0], elements);
		// The store may know the state of one that is in no list any more.
		assert.match(copied(), new RegExp(`^${ids(1)[0]}\n${ids(3)[0]}\n`));
		await run('copyId', elements[0], ['gone-1', 'gone-2']);
		assert.match(screen.said, /2 that you selected are no longer there\./);
		assert.equal(api.requests.length, before);
	});

	it('may be given as anything by others', async () => {
		const { screen } = whole();
		await run('copyId', await elementOf('Ada 1'), [undefined, 7, null]);
		assert.equal(copied(), ids(1)[0]);
		await run('copyId', 'row:status:New|more', ['row:status:New|more', 'row:x:y']);
		assert.match(screen.said, /Select a referral/);
	});

	it('are compared when they are two, and only then', async () => {
		const { screen } = whole();
		await on('compareSelected', 'Ada 1', 'Ada 2');
		await eventually(() =>
			assert.ok(allTabs().some(({ input }) => input instanceof vscode.TabInputTextDiff)),
		);
		await on('compareSelected', 'Ada 1', 'Ada 2', 'Ada 3');
		const one = await elementOf('Ada 1');
		await run('compareWith', one, [one, one]);
		assert.equal(screen.said.match(/Select exactly two referrals/g)?.length, 2);
	});

	it('are exported, and nothing else', async () => {
		const { screen } = whole();
		const folder = await mkdtemp(join(tmpdir(), 'hands-'));
		try {
			const file = join(folder, 'selected.jsonl');
			const elements = [await elementOf('Ada 3'), await elementOf('Ada 1')];
			const exported = start('export', elements[0], elements);
			(await screen.saveDialog()).answer(vscode.Uri.file(file));
			await exported.done;
			const lines = (await readFile(file, 'utf8')).trim().split('\n');
			assert.deepEqual(
				lines.map((line) => JSON.parse(line).id),
				ids(1, 3),
			);
		} finally {
			await rm(folder, { recursive: true });
		}
	});

	it('are nobody else’s: what was selected under one account is not copied under another', async () => {
		const { api } = whole();
		const elements = [await elementOf('Ada 1'), await elementOf('Ada 2')];
		serveBob(api, []);
		await run('signOut');
		await signIn(bob);
		const before = whole().screen.copied.length;
		await run('copyBrief', elements[0], elements);
		assert.equal(whole().screen.copied.length, before);
		assert.match(whole().screen.said, /2 that you selected are no longer there/);
	});
});

describe('Open to the Side', () => {
	const whole = useWholeExtension();
	const elementOf = async (name: string) => (await row('New', 'Pending', name)).element;
	const columns = () => captured.pages.map(({ panel }) => [panel.title.slice(-8), panel.viewColumn]);
	let short: readonly string[];

	beforeEach(() => {
		const all = [1, 2, 3].map((number) => deal({ name: `Ada ${number}` }));
		whole().tenant.referrals = all;
		short = all.map(({ id }) => id.slice(0, 8));
	});

	it('opens a page beside the one that is there, and keeps it', async () => {
		await run('openReferral', await elementOf('Ada 1'));
		await eventually(() => assert.equal(pageTabs().length, 1));
		await run('openToSide', await elementOf('Ada 2'));
		await eventually(() =>
			assert.deepEqual(columns(), [
				[short[0], 1],
				[short[1], 2],
			]),
		);
		await run('openReferral', await elementOf('Ada 3'));
		await eventually(() =>
			assert.deepEqual(columns(), [
				[short[2], 1],
				[short[1], 2],
			]),
		);
	});

	it('keeps the page that has it already, and opens it once', async () => {
		await run('openReferral', await elementOf('Ada 1'));
		await eventually(() => assert.equal(pageTabs().length, 1));
		await run('openToSide', await elementOf('Ada 1'));
		await run('openToSide', await elementOf('Ada 1'));
		await run('openReferral', await elementOf('Ada 2'));
		await eventually(() =>
			assert.deepEqual(
				columns()
					.map(([title]) => title)
					.sort(),
				[short[0], short[1]].sort(),
			),
		);
	});

	it('opens where one looks while nothing is open', async () => {
		await run('openToSide', await elementOf('Ada 1'));
		await eventually(() => assert.deepEqual(columns(), [[short[0], 1]]));
	});
});
