import { strict as assert } from 'node:assert';
import { sampleTenant } from '../../src/sample/invent/tenant.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { eventually } from './eventually.ts';
import { useSignedInWindow } from './harness.ts';

const { referrals } = sampleTenant(new Date());
const api = await startPartnerApi({ token: 'a-token-for-tests', tenant: { referrals } });

/** A referral that others are of the same engagement with. */
const [sibling] = referrals.filter(({ engagementId, id }) =>
	referrals.some((other) => other.engagementId === engagementId && other.id !== id),
);

describe('on the details page', () => {
	const code = useSignedInWindow(api);
	const details = () => code().details;
	const tree = () => code().tree('Referrals');
	const title = async () => (await details().title.textContent()) ?? '';
	const selected = () => tree().all.getByRole('treeitem', { selected: true });

	async function requestsOf(step: () => Promise<unknown>): Promise<string[]> {
		api.forgetRequests();
		await step();
		return api.requests.map(({ url }) => decodeURIComponent(url.replace(/^.*\/referrals/, '')));
	}

	it('what the row knows is there before the service has answered', async () => {
		await tree().expand(/^Received/);
		await tree()
			.row(/, New, Received/)
			.waitFor();
		api.failNext('stall', { when: ({ kind }) => kind === 'one' });
		await tree()
			.row(/, New, Received/)
			.click();
		await details().title.waitFor();
		await details().section('Customer').waitFor();
		await details().content.locator('.busy').waitFor();
	});

	it('a failure stands at the top, and leaves the rest as it was', async () => {
		const before = await details().section('Customer').innerText();
		api.failNext('status500', { times: 4 });
		await code().palette.run('Partner Referrals: Refresh Referral');
		await details().notice.getByText('Partner Center had a problem of its own.').waitFor();
		await code().screenshot('details failed');
		assert.equal(await details().section('Customer').innerText(), before);
		assert.deepEqual(await details().violations(), []);
		await details().notice.getByRole('button', { name: 'Retry' }).click();
		await details().notice.getByText('problem of its own').waitFor({ state: 'detached' });
	});

	it('what is being read stays where it is when the answer comes', async () => {
		await details().section('Ids').scrollIntoViewIfNeeded();
		const place = await details().section('Ids').boundingBox();
		const requests = await requestsOf(async () => {
			await details().content.getByRole('button', { name: 'Refresh' }).dispatchEvent('click');
			await api.requested(1);
			await details().content.locator('.busy').waitFor({ state: 'hidden' });
		});
		assert.equal(requests.length, 1);
		assert.deepEqual(await details().section('Ids').boundingBox(), place);
	});

	it('Next and Previous go through the listing, and the tree follows', async () => {
		const first = await title();
		assert.equal(await details().button('Previous').getAttribute('aria-disabled'), 'true');
		await details().button('Next').click();
		await eventually(async () => assert.notEqual(await title(), first));
		const second = await title();
		await eventually(async () =>
			assert.ok((await selected().getAttribute('aria-label'))?.startsWith(second)),
		);
		assert.equal(await selected().getAttribute('aria-posinset'), '2');
		assert.equal(await details().scrolled(), 0);
		await code().palette.run('Partner Referrals: Previous Referral');
		await eventually(async () => assert.equal(await title(), first));
	});

	it('Next loads the next page where the loaded rows end', async () => {
		const last = await tree().reveal('Load more (100 loaded)');
		await last.waitFor();
		const row = tree().all.locator('[aria-posinset="100"]').last();
		await row.click();
		await eventually(async () =>
			assert.ok((await row.getAttribute('aria-label'))?.startsWith(await title())),
		);
		const before = await title();
		await details().button('Next').click();
		await eventually(async () => assert.notEqual(await title(), before));
		await eventually(async () => assert.equal(await selected().getAttribute('aria-posinset'), '101'));
	});

	it('the related referrals are asked for when their section is opened, and opened from there', async () => {
		assert.ok(sibling);
		await code().goToReferral(sibling.id);
		const requests = await requestsOf(async () => {
			await details().content.getByRole('heading', { name: 'Related referrals' }).click();
			await details().content.locator('.related').getByRole('link').first().waitFor();
		});
		assert.equal(requests.length, 1);
		assert.match(requests[0] ?? '', new RegExp(`engagementId eq '${sibling.engagementId}'`));
		assert.deepEqual(await details().violations(), []);
		await details().content.locator('.related').scrollIntoViewIfNeeded();
		await code().screenshot('details related');
		await details().content.locator('.related').getByRole('link').first().click();
		await details().section('Ids').getByText(sibling.engagementId, { exact: true }).waitFor();
		await details().section('Ids').getByText(sibling.id, { exact: true }).waitFor({ state: 'detached' });
	});

	it('Open as JSON shows everything as a read-only document', async () => {
		await code().goToReferral(sibling?.id ?? '');
		await details().button('Open as JSON').click();
		const editor = code().page.locator('.editor-instance .view-lines');
		await editor.filter({ hasText: `"id":` }).waitFor();
		await details().tab(`${sibling?.id}.json`).waitFor();
		await code().screenshot('details as JSON');
		await code().press('Control+Home');
		await code().type('x');
		await code().page.getByText('Cannot edit in read-only editor').first().waitFor();
		await code().press('Escape');
		await code().palette.run('View: Close Editor');
	});

	it('a page that comes to sight again is found as it was left', async () => {
		await code().goToReferral(sibling?.id ?? '');
		await details().section('Ids').scrollIntoViewIfNeeded();
		await eventually(async () => assert.ok((await details().scrolled()) > 0));
		const [shown, scrolled] = [await title(), await details().scrolled()];
		await code().palette.run('Partner Referrals: Open as JSON');
		await details().tab(`${sibling?.id}.json`).waitFor();
		await code().palette.run('View: Close Editor');
		await details().shows(sibling?.id ?? '');
		assert.equal(await title(), shown);
		await eventually(async () => assert.ok(Math.abs((await details().scrolled()) - scrolled) < 3));
	});

	it('Compare with… shows two in the diff editor', async () => {
		await code().goToReferral(sibling?.id ?? '');
		await details().button('Compare with…').click();
		await code().quickPick.all.getByText('Compare with').first().waitFor();
		// Another side of the same engagement comes first, and says whose it is.
		const [first] = await code().quickPick.all.getByRole('option').all();
		assert.match((await first?.getAttribute('aria-label')) ?? '', /Microsoft's side|Same organization/);
		await code().quickPick.choose(/New/);
		const changed = code().page.locator('.monaco-diff-editor .modified .view-lines');
		await changed.filter({ hasText: '"id":' }).waitFor();
		await details().tab(/ ↔ /).waitFor();
		await code().screenshot('details compared');
		await code().palette.run('View: Close Editor');
	});

	const copied: readonly (readonly [string, RegExp])[] = [
		['Copy Id', new RegExp(`^${sibling?.id}$`)],
		['Copy Engagement Id', new RegExp(`^${sibling?.engagementId}$`)],
		[
			'Copy Link to Referral',
			new RegExp(`^[\\w-]+://partner-referrals\\.partner-referrals/referral/${sibling?.id}$`),
		],
		['Copy as JSON', new RegExp(`^\\{[\\s\\S]*"id": "${sibling?.id}"[\\s\\S]*\\}\\n$`)],
		['Copy Brief', /^\*\*.+\*\*\n\n- Customer: .+\n- Kind: .+\n- Status: (.+\n)+\n<\S+>\n$/],
	];
	for (const [command, expected] of copied)
		it(`${command} acts on the referral on the page, from the palette`, async () => {
			await code().goToReferral(sibling?.id ?? '');
			await details().title.click();
			await code().palette.run(`Partner Referrals: ${command}`);
			await eventually(async () => assert.match(await code().clipboard(), expected));
		});

	it('Copy… offers them all', async () => {
		await details().button('Copy…').click();
		for (const name of [/^Brief/, /^Link/, /^Id/, /^Engagement Id/, /^JSON/])
			await code().quickPick.option(name).waitFor();
		await code().screenshot('details copy');
		await code().quickPick.choose(/^Id/);
		await eventually(async () => assert.equal(await code().clipboard(), sibling?.id));
	});

	it('the context menu has them, too', async () => {
		await details().title.click({ button: 'right' });
		const menu = code().page.locator('.monaco-menu');
		await menu.getByRole('menuitem', { name: 'Copy Brief' }).waitFor();
		await menu.getByRole('menuitem', { name: 'Compare with…' }).waitFor();
		await code().screenshot('details context menu');
		await code().press('Escape');
	});

	it('and so has the menu of a row', async () => {
		await tree().reveal(/, New, Received/);
		await tree().contextMenu(/, New, Received/, 'Open as JSON');
		await code().page.locator('.editor-instance .view-lines').filter({ hasText: '"id":' }).waitFor();
		await code().palette.run('View: Close Editor');
	});

	it('Pin keeps the page, and another opens beside it', async () => {
		await code().goToReferral(sibling?.id ?? '');
		const kept = await title();
		await details().button('Pin').click();
		await details().content.getByRole('button', { name: 'Pin', pressed: true }).waitFor();
		await (await tree().reveal(/, New, Received/)).click();
		await eventually(async () =>
			assert.equal(await code().page.locator('iframe.webview.ready:visible').count(), 2),
		);
		const pages = code().page.locator('iframe.webview.ready:visible');
		const headings = await Promise.all(
			[0, 1].map((index) =>
				pages
					.nth(index)
					.contentFrame()
					.locator('iframe#active-frame')
					.contentFrame()
					.locator('h1')
					.textContent(),
			),
		);
		assert.ok(headings.includes(kept), headings.join());
		await code().screenshot('details pinned');
	});
});
