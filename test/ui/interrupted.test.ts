import { strict as assert } from 'node:assert';
import { failureText } from '../../src/editor/failureText.ts';
import { PartnerError } from '../../src/partner/error.ts';
import { openPartnerCenter } from '../../src/partner/network/openPartnerCenter.ts';
import { labelOf } from '../../src/referral/label.ts';
import { exploring } from '../partner-api/exploring.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { eventually } from './eventually.ts';
import { useWindow } from './harness.ts';
import { installed } from './installed.ts';

const token = 'a-token-for-tests';
const api = await startPartnerApi({ token });

describe('a service that dies in mid-page and comes back', () => {
	const code = useWindow({
		extensions: [installed.partnerReferrals, installed.microsoftAccounts],
		settings: { 'partnerReferrals.endpoint': api.endpoint },
		env: { PARTNER_REFERRALS_TEST_TOKEN: token },
	});
	after(() => api.close());
	const tree = () => code().tree('Referrals');
	/** The row that says why; the group above says it, too, after its own name. */
	const problem = new RegExp(`^${failureText(new PartnerError('connectionRefused')).sentence}`);
	let healthy: readonly string[];

	/** What the rows under Pending are called, from top to bottom, by scrolling along them. */
	async function names(wanted: number): Promise<string[]> {
		const names = new Map<number, string>();
		await tree().reveal(/^Pending/);
		await eventually(async () => {
			for (const [place, name] of await tree().all.locator('[aria-level="3"]').evaluateAll(placesAndNames))
				names.set(place, name);
			await code().page.mouse.wheel(0, 600);
			assert.ok(names.size > wanted, `only ${names.size} rows were seen`);
		});
		return Array.from({ length: wanted }, (_, index) => names.get(index + 1) ?? '');
	}

	before(async () => {
		healthy = await healthyNames();
		await code().openContainer('Partner Referrals');
		await code().page.getByRole('button', { name: 'Sign In', exact: true }).click();
		await code().dialog.answer(/wants to sign in using Microsoft/, 'Allow');
		await code().agree();
		await tree().expand(/^Pending/);
		await tree()
			.row(/^Pending.*100\+/)
			.waitFor();
	});

	it('leaves the rows that were there, and says in place why there are no more', async () => {
		api.forgetRequests();
		api.failNext('stallInBody');
		await (await tree().reveal('Load more (100 loaded)')).click();
		await api.requested(1);
		await api.close();
		await tree().reveal(problem);
		await code().screenshot('interrupted');
		assert.deepEqual(await names(100), healthy.slice(0, 100));
		await tree().reveal(/^Pending.*100\+/);
	});

	it('ends, at Retry, with the same rows as if nothing had happened', async () => {
		api.forgetRequests();
		await api.start();
		await tree().reveal(problem);
		await tree().inlineAction(problem, 'Retry');
		await tree().reveal(/^Pending.*200\+/);
		assert.deepEqual(await names(200), healthy);
		assert.equal(await tree().row(problem).count(), 0);
		assert.equal(api.listRequests().length, 1);
	});
});

/** Runs in the page. */
function placesAndNames(rows: readonly Element[]): [place: number, name: string][] {
	return rows.map((row) => [
		Number(row.getAttribute('aria-posinset')),
		row.querySelector('.label-name')?.textContent ?? '',
	]);
}

/** The same two pages, asked for while all is well. */
async function healthyNames(): Promise<string[]> {
	const opened = openPartnerCenter({
		endpoint: api.endpoint,
		token: async () => token,
		log: () => {},
		wait: async () => {},
		paused: () => {},
	});
	const exploration = exploring(opened.client);
	for (let page = 0; page < 2; page++) await exploration.feed('New/Pending')?.loadMore();
	await opened.close();
	const { rows = [] } = exploration.arrangement.get('New/Pending') ?? {};
	return rows.map(({ referral }) => labelOf(referral));
}
