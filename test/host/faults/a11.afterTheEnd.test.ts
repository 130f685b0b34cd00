import { strict as assert } from 'node:assert';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type Deal, deal, deals } from '../../partner-api/TenantInHand.ts';
import { accounts, ada, bob } from '../whole/accounts.ts';
import { captured } from '../whole/captured.ts';
import { eventually } from '../whole/eventually.ts';
import { names, row, viewDescription } from '../whole/tree.ts';
import { allTabs, run, serveBob, start, useWholeExtension } from '../whole/wholeExtension.ts';

/** How the time of an account ends while something of it still waits. */
const endings: readonly (readonly [string, () => Promise<void>])[] = [
	['Sign Out', () => run('signOut')],
	[
		'a change of account',
		async () => {
			accounts.become(bob);
			accounts.tell();
			await eventually(() => assert.ok(!viewDescription().includes(ada.label)));
		},
	],
];

for (const [ending, end] of endings)
	describe(`fault A 11: what still waits after ${ending} shows nothing of the account before`, () => {
		const whole = useWholeExtension();
		let folder: string;
		let wanted: Deal;
		let element: unknown;

		beforeEach(async () => {
			const { api, tenant } = whole();
			folder = mkdtempSync(join(tmpdir(), 'partner-referrals-export-'));
			wanted = deal({ name: 'Ada 1' });
			tenant.referrals = [wanted, deal({ name: 'Ada 2' })];
			serveBob(api, [deal({ name: 'Bob 1' })]);
			element = (await row('New', 'Pending', 'Ada 1')).element;
		});

		afterEach(() => rmSync(folder, { recursive: true, force: true }));

		function assertNothingIsShown(): void {
			assert.deepEqual(
				captured.pages.map(({ panel }) => panel.title),
				[],
			);
			assert.deepEqual(
				allTabs()
					.map(({ label }) => label)
					.filter(isOfAda),
				[],
			);
			assert.deepEqual(readdirSync(folder), []);
			assert.deepEqual(whole().screen.copied.filter(isOfAda), []);
		}

		const isOfAda = (text: string) =>
			text.includes('Ada') || text.includes(wanted.id) || text.endsWith('.json');

		it('Go to Referral, for one that was loaded', async () => {
			const going = start('openReferral');
			const take = (await whole().screen.prompt(/Go to Referral/)).taking(/Ada 1/);
			await end();
			take();
			await going.done;
			assertNothingIsShown();
		});

		it('Go to Referral, for one that the service is asked for', async () => {
			const { api, screen } = whole();
			const hold = api.hold(({ kind }) => kind === 'one');
			const unknown = deal({ name: 'Ada 3', status: 'Closed', substatus: 'Won' });
			whole().tenant.referrals = [...whole().tenant.referrals, unknown];
			const going = start('openReferral');
			const prompt = await screen.prompt(/Go to Referral/);
			prompt.type(unknown.id);
			prompt.choose(/Ask Partner Center/);
			await hold.arrived();
			await end();
			hold.release();
			await going.done;
			assertNothingIsShown();
			assert.equal(screen.said, '');
		});

		it('a link to a referral that the service is asked for', async () => {
			const { api, screen } = whole();
			const unknown = deal({ name: 'Ada 3', status: 'Closed', substatus: 'Won' });
			whole().tenant.referrals = [...whole().tenant.referrals, unknown];
			const hold = api.hold(({ kind }) => kind === 'one');
			screen.keep(/^A link wants to open/);
			const opening = captured.openLink(`/referral/${unknown.id}`);
			(await screen.message(/^A link wants to open/)).answer('Show');
			await hold.arrived();
			await end();
			hold.release();
			await opening;
			assertNothingIsShown();
			assert.doesNotMatch(screen.said, /\n/);
		});

		it('Compare with, for one that was loaded', async () => {
			const comparing = start('compareWith', element);
			const take = (await whole().screen.prompt(/Compare with/)).taking(/Ada 2/);
			await end();
			take();
			await comparing.done;
			assertNothingIsShown();
			assert.deepEqual(ofReferrals(), []);
		});

		it('Copy, with its list open', async () => {
			const copying = start('copyReferral', element);
			const take = (await whole().screen.prompt(/Copy/)).taking(/JSON/);
			await end();
			take();
			await copying.done;
			assertNothingIsShown();
		});

		it('an export with its dialog open', async () => {
			const exporting = start('export', (await row('New', 'Pending')).element);
			const dialog = await whole().screen.saveDialog();
			await end();
			dialog.answer(vscode.Uri.file(join(folder, 'all.csv')));
			await exporting.done;
			assertNothingIsShown();
		});

		it('an export that still loads, also when the user wants what has come', async () => {
			const { api, screen, tenant } = whole();
			tenant.referrals = [...tenant.referrals, ...deals(150, 'Ada', { substatus: 'Received' })];
			const { element: group } = await row('New', 'Received');
			await names('New', 'Received');
			const hold = api.hold();
			screen.keep(/./);
			const exporting = start('export', group);
			(await screen.saveDialog()).answer(vscode.Uri.file(join(folder, 'all.csv')));
			await hold.arrived();
			await end();
			hold.release();
			// What is asked in the end is answered; there need not be a question.
			const answered = screen
				.message(/./)
				.then((message) => message.answer(message.buttons.find((title) => title.startsWith('Export'))))
				.catch(() => {});
			await Promise.race([exporting.done, answered]);
			await exporting.done;
			assertNothingIsShown();
		});

		for (const command of ['openReferral', 'openJson', 'copyJson'])
			it(`a row of the tree that was kept: ${command}`, async () => {
				await end();
				await run(command, element);
				assertNothingIsShown();
				assert.deepEqual(ofReferrals(), []);
			});
	});

/** The documents of referrals that are open. */
function ofReferrals(): readonly string[] {
	const isOfReferral = ({ input }: vscode.Tab) =>
		(input instanceof vscode.TabInputText && input.uri.scheme === 'partner-referral') ||
		(input instanceof vscode.TabInputTextDiff && input.original.scheme === 'partner-referral');
	return allTabs()
		.filter(isOfReferral)
		.map(({ label }) => label);
}
