import { strict as assert } from 'node:assert';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { isJsonObject } from '../../src/partner/json.ts';
import { paced } from '../partner-api/paced.ts';
import { simulatedTenant, sizesOf } from '../partner-api/simulatedTenant.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';
import { eventually } from './eventually.ts';
import { useSignedInWindow } from './harness.ts';
import type { Theme } from './themes.ts';

const size = 10_000;
const pages = sizesOf(size).reduce((sum, pair) => sum + Math.max(1, Math.ceil(pair.size / 100)), 0);
const tenant = simulatedTenant(size);
const pace = { latency: 700, jitter: 100 };
const api = await startPartnerApi({ send: paced(tenant, pace) });

/** Every referral of the tenant, as the service sends it, by its id. */
async function everyReferral(): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
	const { signal } = new AbortController();
	const found = new Map<string, Readonly<Record<string, unknown>>>();
	const collection = `${api.endpoint}/referrals`;
	for (let url: string | undefined = collection; url; ) {
		const { body } = await tenant({ url, headers: {}, signal });
		const page: { value: { id: string }[]; '@odata.nextLink'?: string } = JSON.parse(
			new TextDecoder().decode(body),
		);
		for (const referral of page.value) found.set(referral.id, referral);
		const next = page['@odata.nextLink'];
		url = next && collection + new URL(next).search;
	}
	return found;
}

const looks: readonly Theme[] = ['Default Light Modern', 'Default High Contrast', 'Default Dark Modern'];

describe('a tenant of 10,000 referrals', () => {
	const code = useSignedInWindow(api);
	const folder = new TemporaryFolder('exports');
	after(() => folder.remove());
	const tree = () => code().tree('Referrals');
	const progress = () => code().notification('Loading all referrals');
	const requestedPages = () => api.listRequests().filter(({ status }) => status === 200).length;

	it('is loaded with progress, and keeps what has come when that is cancelled midway', async () => {
		api.forgetRequests();
		await code().palette.run('Partner Referrals: Load All Groups');
		await progress()
			.getByText(/[\d,]+ so far, with \d+ more pages · [\d.]+ pages a second/)
			.waitFor();
		await eventually(async () => assert.ok(requestedPages() > pages / 8, `${requestedPages()} pages`));
		for (const theme of looks) {
			await code().setTheme(theme);
			await code().screenshot(`load-all ${theme}`);
		}
		await progress().getByRole('button', { name: 'Cancel' }).click();
		await progress().waitFor({ state: 'detached' });
		// The message goes at the click, which the extension hears of a little later.
		await code().page.waitForTimeout(1000);
		const asked = api.requests.length;
		assert.ok(asked < pages, 'It was cancelled too late.');
		await code().page.waitForTimeout(1000);
		assert.equal(api.requests.length, asked);
		await tree()
			.row(/^Pending, [1-9][\d,]*\+/)
			.waitFor();
	});

	it('leaves a file as it was when an export, which loads the rest, is cancelled', async () => {
		const file = join(folder.path, 'kept.csv');
		await writeFile(file, 'as it was');
		await code().startExport(file);
		await code()
			.quickPick.all.getByText(/already exists/)
			.waitFor();
		await code().quickPick.all.getByRole('button', { name: 'OK' }).click();
		await progress().getByRole('button', { name: 'Cancel' }).click();
		await code().dialog.answer(/Loading was stopped/, 'Cancel');
		assert.equal(await readFile(file, 'utf8'), 'as it was');
		assert.deepEqual(await readdir(folder.path), ['kept.csv']);
		await rm(file);
	});

	it('goes on from there, and asks for no page that it has', async function () {
		this.timeout(120_000);
		pace.latency = 10;
		await code().palette.run('Partner Referrals: Load All Groups');
		for (const { substatus, size: all } of sizesOf(size))
			await tree()
				.row(new RegExp(`^${substatus}, ${all.toLocaleString('en')}(?: ·|$)`))
				.waitFor({ timeout: 60_000 }); // a slow machine does few pages a second
		// Those that were under way when it was cancelled, twice, are asked for again.
		assert.ok(api.listRequests().length <= pages + 8, `${api.listRequests().length} of ${pages}`);
	});

	it('is exported as CSV, row by row what the tenant has', async () => {
		const file = join(folder.path, 'referrals.csv');
		await exportAs(file);
		const text = await readFile(file, 'utf8');
		assert.ok(text.startsWith('\ufeff'));
		const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
		const expected = await everyReferral();
		assert.equal(rows.length, size);
		for (const row of rows) {
			const referral = expected.get(row['Referral ID'] ?? '');
			assert.ok(referral, `There is no referral ${row['Referral ID']}.`);
			assert.equal(row['Engagement ID'], referral['engagementId']);
			assert.equal(row['Partner Referral Substatus'], referral['substatus']);
			const customer = isJsonObject(referral['customerProfile']) ? referral['customerProfile']['name'] : '';
			assert.equal(row['Customer Name'], customer);
		}
		assert.equal(new Set(rows.map((row) => row['Referral ID'])).size, size);
		assert.deepEqual(await readdir(folder.path), ['referrals.csv']);
	});

	it('is exported as JSON Lines, with everything that the service sent', async () => {
		const file = join(folder.path, 'referrals.jsonl');
		await exportAs(file);
		const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
		const expected = await everyReferral();
		assert.equal(lines.length, size);
		for (const line of lines) {
			const referral: { id: string } = JSON.parse(line);
			assert.deepEqual(referral, expected.get(referral.id));
		}
	});

	async function exportAs(file: string): Promise<void> {
		await code().startExport(file);
		await code()
			.notification(/Exported 10,000 referrals/)
			.waitFor({ timeout: 60_000 });
		await code().palette.run('Notifications: Clear All Notifications');
	}
});
