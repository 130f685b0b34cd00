import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { type Deal, deal } from '../partner-api/TenantInHand.ts';
import { captured } from './whole/captured.ts';
import { eventually } from './whole/eventually.ts';
import { names, row } from './whole/tree.ts';
import {
	allTabs,
	pageTabs,
	pageText,
	requestsSettled,
	run,
	start,
	useWholeExtension,
} from './whole/wholeExtension.ts';

describe('pages and documents of referrals', () => {
	const whole = useWholeExtension();
	let wanted: Deal;

	beforeEach(() => {
		// Of a kind that is served by id.
		wanted = deal({ name: 'Ada 1', qualification: 'SalesQualified' });
		whole().tenant.referrals = [wanted, deal({ name: 'Ada 2' }), deal({ name: 'Ada 3' })];
	});

	const elementOf = async (name = 'Ada 1') => (await row('New', 'Pending', name)).element;

	/** Opens the page of a row, which asks the service by itself, and waits for the answer. */
	async function openPage(name?: string): Promise<void> {
		await run('openReferral', await elementOf(name));
		await eventually(() => assert.ok(captured.pages[0]?.panel.active));
		await run('refreshReferral');
	}

	it('a page is reused for the next referral', async () => {
		for (const name of ['Ada 1', 'Ada 2', 'Ada 3']) await run('openReferral', await elementOf(name));
		const last = whole().tenant.referrals.at(-1);
		await eventually(() => {
			assert.deepEqual(
				pageTabs().map(({ label }) => label),
				[`Referral ${last?.id.slice(0, 8)}`],
			);
		});
	});

	it('one that nobody knows opens once the service has answered', async () => {
		await run('openReferral', wanted.id);
		await eventually(() => assert.equal(pageTabs().length, 1));
		assert.match(pageText(), /Ada 1/);
	});

	it('one that there is not opens nothing, and is told', async () => {
		await run('openReferral', 'no-such-id-1');
		assert.match(whole().screen.said, /no longer there/);
		assert.equal(captured.pages.length, 0);
	});

	it('the last one asked for is shown, though the one before is answered later', async () => {
		const { api, tenant } = whole();
		const hold = api.hold(({ kind }) => kind === 'one');
		const slow = start('openReferral', wanted.id);
		await hold.arrived();
		await run('openReferral', await elementOf('Ada 2'));
		hold.release();
		await slow.done;
		await requestsSettled(api);
		assert.deepEqual(
			captured.pages.map(({ panel }) => panel.title),
			[`Referral ${tenant.referrals[1]?.id.slice(0, 8)}`],
		);
	});

	it('a referral that the service no longer has stays on its page and in its document, and its row goes', async () => {
		const { tenant } = whole();
		await run('openJson', await elementOf());
		await openPage();
		tenant.referrals = tenant.referrals.filter(({ id }) => id !== wanted.id);
		await run('refreshReferral');
		await eventually(async () => assert.ok(!(await names('New', 'Pending')).includes('Ada 1')));
		await eventually(() => assert.match(pageText(), /no longer there/));
		assert.equal(captured.pages.length, 1);
		assert.equal(JSON.parse(documentOf(wanted)?.getText() ?? '').name, 'Ada 1');
	});

	it('a lead of the marketplace stays a row when the service does not know its id', async () => {
		whole().api.failNext('status404', { when: ({ kind }) => kind === 'one', times: 9 });
		await openPage('Ada 2');
		assert.ok((await names('New', 'Pending')).includes('Ada 2'));
		await eventually(() => assert.match(pageText(), /More details can't be loaded/));
	});

	for (const id of ['half \ud83d', '../../etc', 'a/b?c#d%20', '\u202e', 'a|b'])
		it(`a document shows everything, whatever the id: ${JSON.stringify(id)}`, async () => {
			const odd = deal({ id, name: 'Odd' });
			whole().tenant.referrals = [odd];
			await run('refresh');
			await run('openJson', await elementOf('Odd'));
			const { document } = vscode.window.activeTextEditor ?? {};
			assert.equal(document?.languageId, 'json');
			// One that the editor still has from an earlier session is empty until it has asked again.
			await eventually(() =>
				assert.deepEqual(JSON.parse(document?.getText() ?? ''), JSON.parse(JSON.stringify(odd))),
			);
		});

	it('a comparison is called by ids alone', async () => {
		const comparing = start('compareWith', await elementOf());
		(await whole().screen.prompt(/Compare with/)).choose(/Ada 2/);
		await comparing.done;
		await eventually(() => {
			const [tab] = allTabs().filter(({ input }) => input instanceof vscode.TabInputTextDiff);
			assert.match(tab?.label ?? '', /^Referrals [\da-f]{8} ↔ [\da-f]{8}$/);
		});
	});

	it('nothing of them is left after signing out, in the editor neither', async () => {
		await run('openJson', await elementOf());
		await openPage();
		await run('signOut');
		await eventually(() => {
			assert.equal(captured.pages.length, 0);
			assert.deepEqual(
				allTabs().filter(({ label }) => label.endsWith('.json')),
				[],
			);
			assert.equal(documentOf(wanted)?.getText() ?? '', '');
		});
		assert.deepEqual(captured.rejections, []);
	});
});

function documentOf({ id }: Deal): vscode.TextDocument | undefined {
	return vscode.workspace.textDocuments.find(({ uri }) => uri.path.includes(id));
}
