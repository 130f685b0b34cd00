import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { eventually } from './eventually.ts';
import { useWindow } from './harness.ts';
import { installed } from './installed.ts';

describe('what is carried elsewhere', () => {
	const code = useWindow({
		extensions: [installed.partnerReferrals],
		settings: { 'partnerReferrals.source': 'sample' },
	});
	const tree = () => code().tree('Referrals');
	let folder: string;

	before(async () => {
		folder = await mkdtemp(join(tmpdir(), 'handouts-'));
		await code().openContainer('Partner Referrals');
		await tree().expand(/^Received/);
		await tree().expand(/^Accepted/);
	});
	after(() => rm(folder, { recursive: true }));

	async function save(name: string): Promise<string> {
		const file = join(folder, name);
		const { quickPick, page } = code();
		// The dialog is there before it has looked at the folder that it proposes, and looks at what was typed, too.
		await quickPick.option('..').waitFor();
		await code().screenshot(`handouts save ${name}`);
		await quickPick.input.fill(file);
		await page.waitForTimeout(1500);
		await quickPick.all.getByRole('button', { name: 'OK' }).click();
		return file;
	}

	async function chooseInMenu(row: RegExp, entry: string): Promise<void> {
		// It is out of sight where the rows of the first group came before those of the second.
		const found = await tree().reveal(row);
		await found.click({ button: 'right' });
		const item = code().page.getByRole('menuitem', { name: entry });
		await item.waitFor();
		await code().screenshot(`handouts menu ${entry}`);
		await item.click();
	}

	const clear = () => code().palette.run('Notifications: Clear All Notifications');

	it('is a digest, which is copied, and shown as a document', async () => {
		await code().palette.run('Partner Referrals: Copy Digest…');
		await code()
			.quickPick.option(/Last 7 days/)
			.waitFor();
		await code().screenshot('handouts digest span');
		await code().quickPick.choose(/This fiscal quarter/);
		await code()
			.quickPick.option(/Without names/)
			.waitFor();
		await code().screenshot('handouts digest naming');
		await code().quickPick.choose(/^With names/);
		await eventually(async () => assert.match(await code().clipboard(), /^## Referrals, /));
		const told = code().notification(/Copied a digest of [\d,]+ loaded referrals/);
		await told.waitFor();
		await code().screenshot('handouts digest copied');
		await told.getByRole('button', { name: 'Open as Document' }).click();
		await code()
			.page.getByRole('tab', { name: /Digest\.md/ })
			.waitFor();
		await code().page.locator('.view-line').filter({ hasText: 'Accepted (' }).first().waitFor();
		await code().screenshot('handouts digest document');
		await code().setTheme('Default High Contrast Light');
		await code().screenshot('handouts digest document hc light');
		await code().setTheme('Default Dark Modern');
		await clear();
	});

	it('is a calendar of a group', async () => {
		await chooseInMenu(/^Received/, 'Export Expiry Dates…');
		await code().quickPick.choose(/^Without names/);
		const file = await save('dates.ics');
		await code()
			.notification(/Exported [\d,]+ expiry dates to dates\.ics\./)
			.waitFor({ timeout: 30_000 });
		await code().screenshot('handouts calendar written');
		const text = await readFile(file, 'utf8');
		assert.match(text, /^BEGIN:VCALENDAR\r\n/);
		assert.match(text, /SUMMARY:Referral [\da-f]{8}… expires\r\n/);
		await clear();
	});

	it('is a file for the bulk update, of which is said before what would be refused', async () => {
		await chooseInMenu(/^Received/, 'Export for Bulk Update…');
		await code()
			.quickPick.option(/Show the problems/)
			.waitFor({ timeout: 30_000 });
		await code().screenshot('handouts bulk problems');
		await code().quickPick.choose(/Show the problems/);
		await code()
			.page.getByRole('tab', { name: /Bulk update problems\.txt/ })
			.waitFor();
		await code()
			.quickPick.option(/Write all/)
			.waitFor();
		await code().screenshot('handouts bulk report');
		await code().setTheme('Default Light Modern');
		await code().screenshot('handouts bulk report light');
		await code().setTheme('Default Dark Modern');
		await code().quickPick.choose(/Write all/);
		const file = await save('bulk.csv');
		await code()
			.notification(/Exported [\d,]+ referrals to bulk\.csv\. Nothing has been changed/)
			.waitFor({ timeout: 30_000 });
		await code().screenshot('handouts bulk written');
		const lines: Record<string, string>[] = parse(await readFile(file, 'utf8'), { bom: true, columns: true });
		assert.ok(lines.length > 100);
		assert.ok(lines.every((line) => line['Partner Referral Status'] === 'New'));
	});
});
