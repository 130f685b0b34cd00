import { strict as assert } from 'node:assert';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { deals, TenantInHand } from '../partner-api/TenantInHand.ts';
import { eventually } from './eventually.ts';
import { useSignedInWindow } from './harness.ts';
import { PipelinePage } from './PipelinePage.ts';

const tenant = new TenantInHand([
	...deals(40, 'Bakery ovens', { customerProfile: { name: 'Northern Bakery' } }),
	...deals(20, 'Field kits', { status: 'Active', substatus: 'Accepted' }),
]);
const api = await startPartnerApi({ token: 'a-token-for-tests', send: tenant.send });
const names = ['bakery', 'field kits', 'fabrikam'];

describe('the pipeline page beside others', () => {
	const code = useSignedInWindow(api);
	const tree = () => code().tree('Referrals');
	const page = () => new PipelinePage(code());
	/** What has the focus in the window: a part of it, or a page. */
	const focus = () =>
		code().page.evaluate(() => {
			const { activeElement } = document;
			return activeElement?.closest('[role=tree]') ? 'tree' : (activeElement?.tagName.toLowerCase() ?? '');
		});
	const treeFocus = () => tree().all.locator('.monaco-list-row.focused, .monaco-list-row.selected');

	before(async () => {
		await tree().expand(/^Pending/);
		await tree()
			.row(/^Bakery ovens 1,/)
			.waitFor();
		await code().palette.run('Partner Referrals: Open Pipeline');
		await page().begins([/^Bakery ovens/]);
	});

	it('shows what the tree has loaded already', async () => {
		await page().covers(/^40\+ loaded$/);
	});

	it('is followed by the tree, which leaves it the focus', async () => {
		await page().line(0).click();
		await code().press('ArrowDown', 'ArrowDown');
		await eventually(async () => assert.equal(await page().line(2).locator(':focus').count(), 1));
		const name = await page().cellText(2, 0);
		await treeFocus()
			.and(tree().row(new RegExp(`^${name},`)))
			.waitFor();
		assert.equal(await focus(), 'iframe');
		assert.equal(await page().line(2).locator(':focus').count(), 1);
	});

	it('has a page of details beside it, which follows', async () => {
		// One that was opened to the side is kept, and doesn't follow.
		const name = await page().cellText(2, 0);
		await code().press('Enter');
		await code().details.title.filter({ hasText: name }).waitFor();
		await code().palette.run('View: Move Editor into Next Group');
		const beside = code()
			.page.locator('iframe.webview.ready:visible')
			.last()
			.contentFrame()
			.locator('iframe#active-frame')
			.contentFrame();
		const title = beside.getByRole('heading', { level: 1 });
		await title.filter({ hasText: await page().cellText(2, 0) }).waitFor();
		await page().line(5).click();
		await title.filter({ hasText: await page().cellText(5, 0) }).waitFor();
		await code().press('ArrowDown');
		await title.filter({ hasText: await page().cellText(6, 0) }).waitFor();
		await eventually(async () => assert.equal(await page().line(6).locator(':focus').count(), 1));
		await code().screenshot('pipeline beside details');
	});

	it('follows the tree, which keeps the focus', async () => {
		const name = await page().cellText(9, 0);
		await (await tree().reveal(new RegExp(`^${name},`))).click();
		await page().grid.locator('.line.current').filter({ hasText: name }).first().waitFor();
		assert.equal(await focus(), 'tree');
	});

	it('is opened with what a saved query asks for', async () => {
		await code().setSettings({ 'partnerReferrals.queries': [{ name: 'Active ones', status: 'Active' }] });
		await code().palette.run('Partner Referrals: Show Saved Queries as Rows…');
		await code().quickPick.all.getByText('Active ones', { exact: true }).click();
		await code().quickPick.all.getByRole('button', { name: 'OK' }).click();
		await tree().contextMenu(/^Active ones/, 'Open Pipeline');
		await page().covers(/Filter: Active$/);
		await page().load();
		await page().begins([/^Field kits/]);
		await code().palette.run('Partner Referrals: Clear Filter');
		await page().covers('');
		await page().load();
		await page().begins([/^(?:Bakery ovens|Field kits)/]);
	});

	it('masks what it shows without a request, and leaves nothing of before in its document', async () => {
		await eventually(async () => assert.match(await page().markup(), /bakery ovens|field kits/i));
		await page().content.locator('.busy').waitFor({ state: 'hidden' });
		api.forgetRequests();
		await code().palette.run('Partner Referrals: Toggle Presentation Mode');
		await page().begins([/^Deal \d+$/]);
		const markup = (await page().markup()).toLowerCase();
		for (const name of names) assert.ok(!markup.includes(name), `${name} is still there.`);
		await code().screenshot('pipeline masked');
		await code().palette.run('Partner Referrals: Toggle Presentation Mode');
		await page().begins([/^(?:Bakery ovens|Field kits)/]);
		assert.deepEqual(api.listRequests(), []);
	});
});
