import { strict as assert } from 'node:assert';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as vscode from 'vscode';
import { everyField } from '../../partner-api/everyField.ts';
import { type Deal, deal, deals } from '../../partner-api/TenantInHand.ts';
import { bob } from '../whole/accounts.ts';
import { eventually } from '../whole/eventually.ts';
import { replace } from '../whole/replace.ts';
import { row } from '../whole/tree.ts';
import { run, serveBob, signIn, start, useWholeExtension } from '../whole/wholeExtension.ts';

/** A deal that Partner Center would take in a bulk upload. */
const good: Partial<Deal> = {
	...everyField,
	...deal({ status: 'Active', substatus: 'Accepted', type: 'Shared', qualification: 'None' }),
	consent: { ...everyField.consent, consentToToShareInfoWithOthers: true },
	inviteContext: { ...everyField.inviteContext, invitedBy: { organizationId: 'partner' } },
	customerProfile: everyField.customerProfile,
	details: {
		...everyField.details,
		closingDateTime: '2099-12-24T00:00:00Z',
		requirements: { solutions: [{ id: 'SOL-1' }] },
	},
};
const accepted = (name: string, facts: Partial<Deal> = {}) =>
	deal({ ...good, id: `id-${name}`, name, ...facts });

describe('what is carried elsewhere', () => {
	const whole = useWholeExtension();
	let folder: string;

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'handouts-'));
	});
	afterEach(() => rm(folder, { recursive: true }));

	const has = (...referrals: readonly Deal[]) => {
		whole().tenant.referrals = referrals;
	};
	const answer = (title: RegExp, line: RegExp) =>
		eventually(async () => (await whole().screen.prompt(title)).choose(line));
	const save = async (name: string) =>
		(await whole().screen.saveDialog()).answer(vscode.Uri.file(join(folder, name)));
	const written = (name: string) => readFile(join(folder, name), 'utf8');
	const linesOf = async (name: string): Promise<readonly Readonly<Record<string, string>>[]> =>
		parse(await written(name), { bom: true, columns: true });
	const idsIn = async (name: string) => (await linesOf(name)).map((line) => line['Referral ID']);

	describe('Copy Digest', () => {
		const copied = () => whole().screen.copied.at(-1) ?? '';
		async function copy(span: RegExp, naming: RegExp): Promise<void> {
			const copying = start('copyDigest');
			await answer(/^Copy Digest$/, span);
			await answer(/^Copy Digest$/, naming);
			await copying.done;
		}

		it('copies what is loaded, with names', async () => {
			has(deal({ name: 'Ada 1' }));
			await row('New', 'Pending', 'Ada 1');
			await copy(/^Last 7 days/, /^With names/);
			assert.match(
				copied(),
				/^## Referrals, .*\n\nOf the 1 referral that is loaded, as of .*\. There may be more\.\n/,
			);
			assert.match(copied(), /\n### New \(1\)\n\n- \*\*Ada 1\*\* · Fabrikam · New › Pending\n/);
			assert.match(whole().screen.said, /Copied a digest of 1 loaded referral/);
		});

		it('copies it without names', async () => {
			has(deal({ name: 'Ada 1', id: '0d43414c-0001' }));
			await row('New', 'Pending', 'Ada 1');
			await copy(/^Last 7 days/, /^Without names/);
			assert.match(copied(), /- \*\*Referral 0d43414c…\*\*/);
			assert.doesNotMatch(copied(), /Ada|Fabrikam/);
		});

		it('is of the time since a date that is typed', async () => {
			has(deal({ name: 'Old', createdDateTime: '2020-02-02T00:00:00Z' }));
			await row('New', 'Pending', 'Old');
			const copying = start('copyDigest');
			await answer(/^Copy Digest$/, /^Since a date/);
			const box = await whole().screen.prompt(/^Copy Digest$/);
			box.type('2999-01-01');
			await eventually(() => assert.match(`${box.validationMessage}`, /Type a day that has been/));
			box.type('2020-01-01');
			await box.enter();
			await answer(/^Copy Digest$/, /^With names/);
			await copying.done;
			assert.match(copied(), /^## Referrals, Jan 1, 2020 – /);
			assert.match(copied(), /- \*\*Old\*\*/);
		});

		it('is shown as a document, which nothing keeps', async () => {
			has(deal({ name: 'Ada 1' }));
			await row('New', 'Pending', 'Ada 1');
			whole().screen.keep(/^Copied a digest/);
			await copy(/^Last 7 days/, /^With names/);
			(await whole().screen.message(/^Copied a digest/)).answer('Open as Document');
			await eventually(() => {
				const { document } = vscode.window.activeTextEditor ?? {};
				assert.equal(document?.getText(), copied());
				assert.deepEqual([document?.languageId, document?.isUntitled], ['markdown', false]);
			});
		});

		it('copies nothing while nothing is loaded, and says how to load', async () => {
			await copy(/^Last 7 days/, /^With names/);
			assert.match(whole().screen.said, /No referrals are loaded yet\./);
			assert.equal(whole().screen.copied.length, 0);
		});

		it('is not of what somebody else had loaded', async () => {
			const { api, screen } = whole();
			has(deal({ name: 'Ada 1' }));
			await row('New', 'Pending', 'Ada 1');
			const copying = start('copyDigest');
			await answer(/^Copy Digest$/, /^Last 7 days/);
			serveBob(api, []);
			await run('signOut');
			await signIn(bob);
			await answer(/^Copy Digest$/, /^With names/);
			await copying.done;
			assert.equal(screen.copied.length, 0);
		});
	});

	describe('Export Expiry Dates', () => {
		it('writes an appointment for each new referral, and loads no others', async () => {
			const { api, screen } = whole();
			has(...deals(120, 'Ada'), accepted('Eve'));
			const exporting = start('exportExpiries');
			await answer(/^Export Expiry Dates$/, /^All groups of the active query/);
			await answer(/^Export Expiry Dates$/, /^With names/);
			await save('dates.ics');
			await exporting.done;
			const text = await written('dates.ics');
			assert.equal(text.match(/^BEGIN:VEVENT\r$/gm)?.length, 120);
			assert.match(text, /^BEGIN:VCALENDAR\r\n[\s\S]*\r\nSUMMARY:Ada 1 expires\r\n[\s\S]*END:VCALENDAR\r\n$/);
			assert.match(screen.said, /Exported 120 expiry dates to dates\.ics\./);
			const asked = api.listRequests().map(({ url }) => decodeURIComponent(url));
			assert.ok(
				asked.every((url) => /status eq 'New'|\$skiptoken/.test(url)),
				asked.join('\n'),
			);
		});

		it('is of the row that a menu was opened on, or of an id that somebody gives', async () => {
			const ada = deal({ name: 'Ada 1', id: 'ada-1' });
			has(ada, deal({ name: 'Ada 2' }));
			const { element } = await row('New', 'Pending', 'Ada 1');
			for (const given of [element, 'ada-1']) {
				const exporting = start('exportExpiries', given);
				await answer(/^Export Expiry Dates$/, /^Without names/);
				await save('one.ics');
				await exporting.done;
				const text = await written('one.ics');
				assert.deepEqual(text.match(/^UID:.*(?=\r)/gm), ['UID:ada-1-expiry@partner-referrals']);
				assert.doesNotMatch(text, /Ada 1|Fabrikam/);
			}
		});

		it('says where none can expire', async () => {
			has(accepted('Eve'));
			const { element } = await row('Active', 'Accepted', 'Eve');
			const exporting = start('exportExpiries', element);
			await answer(/^Export Expiry Dates$/, /^With names/);
			await exporting.done;
			assert.match(whole().screen.said, /None of these referrals can expire/);
		});
	});

	describe('Export for Bulk Update', () => {
		it('writes what is as it has to be', async () => {
			has(accepted('Ada 1'), accepted('Ada 2'));
			const elements = [await row('Active', 'Accepted', 'Ada 1'), await row('Active', 'Accepted', 'Ada 2')];
			const exporting = start(
				'exportBulk',
				elements[0]?.element,
				elements.map(({ element }) => element),
			);
			const prompt = await whole().screen.prompt(/^Export for Bulk Update$/);
			assert.equal(prompt.placeholder, 'Nothing was found that Partner Center would refuse');
			prompt.choose(/^Write the 2 without problems/);
			await save('bulk.csv');
			await exporting.done;
			assert.deepEqual((await idsIn('bulk.csv')).toSorted(), ['id-Ada 1', 'id-Ada 2']);
			assert.match(
				whole().screen.said,
				/Exported 2 referrals to bulk\.csv\. Nothing has been changed in Partner Center/,
			);
		});

		it('says before what would be refused, by problem and by referral, and writes the others', async () => {
			has(accepted('Ada 1'), accepted('Ada 2', { customerMarketplaceIntent: null }));
			const group = await row('Active', 'Accepted');
			const exporting = start('exportBulk', group.element);
			const prompt = await whole().screen.prompt(/^Export for Bulk Update$/);
			assert.match(prompt.text, /Marketplace Purchase Intent is missing/);
			assert.equal(prompt.placeholder, 'Partner Center may refuse 1 of 2');
			prompt.choose(/^Show the problems/);
			await eventually(() =>
				assert.match(
					vscode.window.activeTextEditor?.document.getText() ?? '',
					/1 of 2 referrals have problems\n[\s\S]*\nAda 2 \(id-Ada 2\)\n {2}- Marketplace Purchase Intent is missing\n$/,
				),
			);
			await answer(/^Export for Bulk Update$/, /^Write the 1 without problems/);
			await save('good.csv');
			await exporting.done;
			assert.deepEqual(await idsIn('good.csv'), ['id-Ada 1']);
		});

		it('writes all where the user wants that, and none where they leave', async () => {
			has(accepted('Ada 1', { name: '=1+1' }), accepted('Ada 2'));
			await row('Active', 'Accepted', 'Ada 2');
			const all = start('exportBulk', 'id-Ada 1', ['id-Ada 1', 'id-Ada 2']);
			await answer(/^Export for Bulk Update$/, /^Write all 2/);
			await save('all.csv');
			await all.done;
			const lines = await linesOf('all.csv');
			const [line] = lines.filter((each) => each['Referral ID'] === 'id-Ada 1');
			assert.equal(line?.['Deal Name'], "'=1+1");
			assert.match(line?.['Errors'] ?? '', /^Deal Name begins like a formula/);
			const none = start('exportBulk', 'id-Ada 1');
			(await whole().screen.prompt(/^Export for Bulk Update$/)).hide();
			await none.done;
			assert.deepEqual(await readdir(folder), ['all.csv']);
		});

		it('writes several files of more than a thousand, and asks before others are replaced', async () => {
			has(...Array.from({ length: 1001 }, (_, at) => accepted(`Ada ${at}`)));
			await writeFile(join(folder, 'many-2.csv'), 'mine');
			const export1 = async (replace: string | undefined) => {
				whole().screen.keep(/^Replace /);
				const exporting = start('exportBulk');
				await answer(/^Export for Bulk Update$/, /^All groups/);
				await answer(/^Export for Bulk Update$/, /^Write the 1,001/);
				await save('many.csv');
				(await whole().screen.message(/^Replace many-2\.csv, too\?/)).answer(replace);
				await exporting.done;
			};
			await export1(undefined);
			assert.deepEqual(await readdir(folder), ['many-2.csv']);
			await export1('Replace');
			const counts = [await idsIn('many.csv'), await idsIn('many-2.csv')].map(({ length }) => length);
			assert.deepEqual(counts, [1000, 1]);
			assert.match(
				whole().screen.said,
				/Exported 1,001 referrals to 2 files, from many\.csv to many-2\.csv\./,
			);
		});

		it('fills a template that the user has, and says where a file is none', async () => {
			const { screen } = whole();
			has(accepted('Ada 1'));
			await row('Active', 'Accepted', 'Ada 1');
			const [template, other] = [join(folder, 'template.csv'), join(folder, 'other.csv')];
			await writeFile(template, '\ufeffErrors,Referral ID,Deal Name,Created Date,Solution 1\r\n');
			await writeFile(other, 'Name,City\r\n');
			const opened = [other, template].map((file) => vscode.Uri.file(file));
			const back = replace(vscode.window, 'showOpenDialog', async () => [opened.shift()]);
			try {
				const exporting = start('exportBulk', 'id-Ada 1');
				await answer(/^Export for Bulk Update$/, /^Use the headers of a template/);
				await eventually(() => assert.match(screen.said, /The file is no CSV of co-sell opportunities/));
				await answer(/^Export for Bulk Update$/, /^Use the headers of a template/);
				await eventually(async () =>
					assert.match((await screen.prompt(/^Export for Bulk Update$/)).text, /template\.csv/),
				);
				await answer(/^Export for Bulk Update$/, /^Write the 1 /);
				await save('filled.csv');
				await exporting.done;
			} finally {
				back();
			}
			assert.match(
				await written('filled.csv'),
				/^\ufeffErrors,Referral ID,Deal Name,Created Date,Solution 1,Team member 1\r\n,id-Ada 1,Ada 1,,SOL-1,/,
			);
		});

		it('may go elsewhere where it can not be written', async () => {
			const { screen } = whole();
			has(accepted('Ada 1'));
			await row('Active', 'Accepted', 'Ada 1');
			screen.keep(/no longer there/);
			const exporting = start('exportBulk', 'id-Ada 1');
			await answer(/^Export for Bulk Update$/, /^Write the 1 /);
			await save('gone/bulk.csv');
			(await screen.message(/The folder of the file is no longer there/)).answer('Choose Another Place');
			await save('bulk.csv');
			await exporting.done;
			assert.deepEqual(await idsIn('bulk.csv'), ['id-Ada 1']);
		});
	});

	describe('in presentation mode', () => {
		const there = async () => {
			has(deal({ name: 'Ada 1', id: 'ada-1', customerProfile: { name: 'Northwind' } }), accepted('Eve'));
			await row('New', 'Pending', 'Ada 1');
			await row('Active', 'Accepted', 'Eve');
			await run('togglePresentation');
		};
		afterEach(() => run('togglePresentation'));

		it('a digest with names has those that are shown', async () => {
			await there();
			const copying = start('copyDigest');
			await answer(/^Copy Digest$/, /^Last 7 days/);
			await answer(/^Copy Digest$/, /^With names/);
			await copying.done;
			const text = whole().screen.copied.at(-1) ?? '';
			assert.match(text, /\n- \*\*Deal \d+\*\* · Customer \d+ · New › Pending\n/);
			assert.doesNotMatch(text, /Ada|Northwind/);
		});

		it('a calendar is asked for as it is shown or as it was sent', async () => {
			await there();
			for (const [choice, summary] of [
				[/^As it is shown/, /^SUMMARY:Deal \d+ expires\r$/m],
				[/^As Partner Center sent it/, /^SUMMARY:Ada 1 expires\r$/m],
			] as const) {
				const exporting = start('exportExpiries', 'ada-1');
				await answer(/^Export Expiry Dates$/, /^With names/);
				await answer(/^Export Expiry Dates$/, choice);
				await save('dates.ics');
				await exporting.done;
				assert.match(await written('dates.ics'), summary);
			}
		});

		it('a bulk file has what was sent, after a question', async () => {
			await there();
			whole().screen.keep(/presentation mode is on/);
			for (const goOn of [undefined, 'Go On']) {
				const exporting = start('exportBulk', 'id-Eve');
				await answer(/^Export for Bulk Update$/, /^Write the 1 /);
				(await whole().screen.message(/presentation mode is on/)).answer(goOn);
				if (goOn) await save('bulk.csv');
				await exporting.done;
			}
			const [line] = await linesOf('bulk.csv');
			assert.deepEqual([line?.['Deal Name'], line?.['Customer Name']], ['Eve', 'Fabrikam Customer Inc']);
		});
	});
});
