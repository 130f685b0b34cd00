import { strict as assert } from 'node:assert';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { deal, deals, TenantInHand } from '../partner-api/TenantInHand.ts';
import { eventually } from './eventually.ts';
import { useSignedInWindow } from './harness.ts';
import { PipelinePage } from './PipelinePage.ts';

const worth = (dealValue: number) => ({
	dealValue,
	currency: 'EUR',
	closingDateTime: '2027-03-01T00:00:00Z',
});
const pending = deals(220, 'Pending deal').map((each, index) => ({ ...each, details: worth(1_000 + index) }));
const accepted = deals(30, 'Accepted deal', { status: 'Active', substatus: 'Accepted' }).map(
	(each, index) => ({ ...each, details: worth(50_000 + index) }),
);
const won = deal({
	...{
		name: 'Bakery ovens',
		status: 'Closed',
		substatus: 'Won',
		customerProfile: { name: 'Northern Bakery' },
	},
	details: worth(7),
});
const tenant = new TenantInHand([...pending, ...accepted, won]);
const api = await startPartnerApi({ token: 'a-token-for-tests', send: tenant.send });
const all = tenant.referrals.length;
/** What only customers, deals and people have, in lower case. */
const names = ['northern bakery', 'bakery ovens', 'pending deal', 'accepted deal', 'fabrikam'];

describe('the pipeline page', () => {
	const code = useSignedInWindow(api);
	const tree = () => code().tree('Referrals');
	const page = () => new PipelinePage(code());
	const tabs = () => code().page.getByRole('tab', { name: 'Pipeline', exact: true });
	afterEach(() => api.releaseAll());
	const open = () => code().palette.run('Partner Referrals: Open Pipeline');

	/** The requests for pages of the list that a step makes; the step ends with something that is on screen. */
	async function requestsOf(step: () => Promise<void>): Promise<number> {
		api.forgetRequests();
		await step();
		return api.requests.length;
	}

	it('opens from the title of the view, and asks the service for nothing', async () => {
		const requests = await requestsOf(async () => {
			await tree().all.hover();
			await code().page.getByRole('button', { name: 'Open Pipeline' }).first().click();
			await page().content.getByText('Nothing is loaded yet. Choose Load to begin.').waitFor();
			await page().button('Load').waitFor();
		});
		assert.equal(requests, 0);
		await code().screenshot('pipeline with nothing loaded');
	});

	it('shows rows once Load was pressed, for as few requests as there are groups', async () => {
		const requests = await requestsOf(() => page().load());
		assert.ok(requests > 0 && requests <= 8, `${requests} requests`);
		await page().covers(/^131\+ loaded$/);
	});

	it('is one page, however often and from wherever it is opened', async () => {
		const requests = await requestsOf(async () => {
			await open();
			await tree().contextMenu(/^Accepted/, 'Open Pipeline');
			await page().covers(/^30 of 131\+ loaded$/);
		});
		assert.equal(requests, 0);
		assert.equal(await tabs().count(), 1);
		await page().begins([/^Accepted deal/]);
		await page().button('Clear Filters').click();
		await page().covers(/^131\+ loaded$/);
	});

	it('has rows come in while all are loaded, which does not take away those that are there', async () => {
		let count = 0;
		const hold = api.hold(({ kind }) => kind === 'list' && ++count > 1);
		await page().button('Load All').click();
		await hold.arrived();
		await page().covers(/^2[0-4]\d\+ loaded$|^131\+ loaded$/);
		assert.ok((await page().lines.count()) > 5);
		await page().content.locator('.busy').waitFor();
		hold.release();
		await page().covers(`${all} loaded`);
		await page().content.locator('.busy').waitFor({ state: 'hidden' });
		assert.ok(await page().button('Load All').isDisabled());
	});

	it('is put into order by a click on a heading, by another one, and no longer', async () => {
		await page().heading('Estimated value').click();
		await page().begins([won.name, 'Pending deal 1']);
		await page().heading('Estimated value').click();
		await page().begins(['Accepted deal 30', 'Accepted deal 29']);
		await page().heading('Estimated value').click();
		await eventually(async () =>
			assert.equal(await page().grid.locator('[aria-sort="ascending"], [aria-sort="descending"]').count(), 0),
		);
	});

	it('is put into order by keyboard, by two columns', async () => {
		await page().heading('Stage').focus();
		await code().press('Enter');
		await eventually(async () =>
			assert.equal(await page().grid.locator('[aria-sort="ascending"]').count(), 1),
		);
		await page().heading('Estimated value').focus();
		await code().press('Shift+Enter', 'Shift+Enter');
		await eventually(async () =>
			assert.match((await page().heading('Estimated value').textContent()) ?? '', /↓\s*2/),
		);
		await page().begins(['Pending deal 220', 'Pending deal 219']);
	});

	it('is filtered by words, and by values with their counts', async () => {
		await page().button('Filter Deal').click();
		await page().content.getByLabel('Has all of these words').fill('DEAL 29');
		await code().press('Enter');
		await page().begins(['Pending deal 129', 'Pending deal 29', 'Accepted deal 29']);
		await page().covers(new RegExp(`^\\d+ of ${all} loaded$`));
		await page().button('Clear Filters').click();
		await page().button('Filter Stage').click();
		const box = page().content.getByRole('dialog');
		await box.getByText('220', { exact: true }).waitFor();
		await code().screenshot('pipeline filter of stage');
		await box.getByRole('checkbox', { name: /Won/ }).check();
		await box.getByText('Apply', { exact: true }).click();
		await page().covers(`1 of ${all} loaded`);
		await page().begins([won.name]);
	});

	it('says what nothing passes', async () => {
		await page()
			.button(/Filter Deal|Change the filter of Deal/)
			.click();
		await page().content.getByLabel('Has all of these words').fill('no such deal');
		await code().press('Enter');
		await page().content.getByText('No loaded referral passes the filters of the columns.').waitFor();
		await code().screenshot('pipeline with nothing left');
		await page().button('Clear Filters').click();
		await page().covers(`${all} loaded`);
	});

	it('asks Partner Center for what its filters leave, where the user wants that', async () => {
		await page().button('Filter Stage').click();
		const box = page().content.getByRole('dialog');
		await box.getByRole('checkbox', { name: /Won/ }).check();
		await box.getByText('Apply', { exact: true }).click();
		await page().covers(`1 of ${all} loaded`);
		await page().button('Search with These Filters').click();
		await page().covers(/^Filter: .*Won$/);
		const requests = await requestsOf(() => page().load());
		assert.ok(requests > 0 && requests <= 2, `${requests} requests`);
		await page().covers(/^1 loaded · Filter: .*Won$/);
		await page().begins([won.name]);
		await page().button('Search with These Filters').waitFor({ state: 'hidden' });
		await code().palette.run('Partner Referrals: Clear Filter');
		await page().load();
		await page().button('Load All').click();
		await page().covers(`${all} loaded`);
	});

	it('is grouped with counts and sums, and groups are closed and opened by click and keyboard', async () => {
		await page().groupBy('Stage');
		await eventually(async () => assert.ok((await page().groups.count()) > 0));
		assert.match(await page().line(0).innerText(), /Pending[\s\S]*220[\s\S]*€/);
		await page().line(0).click();
		await eventually(async () => assert.match(await page().line(1).innerText(), /Accepted[\s\S]*30[\s\S]*€/));
		await code().screenshot('pipeline grouped');
		await code().press('Enter');
		await eventually(async () => assert.match(await page().line(1).innerText(), /^Pending deal/));
		await page().groupBy('Nothing');
		await eventually(async () => assert.equal(await page().groups.count(), 0));
	});

	it('has the columns that were chosen, as wide and in the order in which they were put', async () => {
		await page().button('Choose Columns…').click();
		await code()
			.quickPick.checkbox(/^Time left/)
			.click();
		await code().quickPick.all.getByRole('button', { name: 'OK' }).click();
		await eventually(async () => assert.ok(!(await page().headings()).includes('Time left')));
		await page().heading('Customer').focus();
		await code().press('Alt+ArrowRight', 'Alt+Shift+ArrowRight', 'Alt+Shift+ArrowRight');
		await eventually(async () => assert.equal((await page().headings())[2], 'Customer'));
	});

	it('comes back after a reload with them, and with nothing loaded before Load is pressed', async () => {
		const headings = await page().headings();
		const width = (await page().heading('Customer').locator('..').boundingBox())?.width;
		const requests = await requestsOf(async () => {
			await code().reload();
			await page().content.getByText('Nothing is loaded yet. Choose Load to begin.').waitFor();
		});
		assert.equal(requests, 0);
		assert.deepEqual(await page().headings(), headings);
		assert.equal((await page().heading('Customer').locator('..').boundingBox())?.width, width);
		assert.ok((await requestsOf(() => page().load())) > 0);
		await page().begins(['Pending deal 100', 'Pending deal 99']);
	});

	it('has left nothing of a customer on disk', async () => {
		await code().leaveAndComeBack();
		const stored = await code().stored();
		assert.ok(stored.includes('partnerReferrals'), 'This was not looked for in the right place.');
		for (const [place, text] of [['the browser', stored], ...code().written()] as const)
			for (const name of names) assert.ok(!text.toLowerCase().includes(name), `${name} is in ${place}.`);
	});

	it('copies the ids of several rows from their menu', async () => {
		await page().line(1).click();
		await page()
			.line(3)
			.click({ modifiers: ['Shift'] });
		await eventually(async () => assert.equal(await page().selected.count(), 3));
		const rows = await Promise.all([1, 2, 3].map((place) => page().cellText(place, 0)));
		const ids = rows.map((name) => tenant.referrals.find((each) => each.name === name)?.id);
		await page().choose(page().line(2), 'Copy Id');
		await eventually(async () => assert.equal(await code().clipboard(), `${ids.join('\n')}\n`));
	});

	it('empties when the user signs out', async () => {
		await code().palette.run('Partner Referrals: Sign Out');
		await page().content.getByText('You are signed out.').waitFor();
		await eventually(async () => assert.equal(await page().lines.count(), 0));
		const markup = (await page().markup()).toLowerCase();
		for (const name of names) assert.ok(!markup.includes(name), `${name} is still there.`);
		await code().screenshot('pipeline signed out');
	});
});
