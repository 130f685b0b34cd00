import { strict as assert } from 'node:assert';
import type { FaultName } from '../../partner-api/faults.ts';
import { type Deal, deal } from '../../partner-api/TenantInHand.ts';
import { captured } from '../whole/captured.ts';
import { eventually } from '../whole/eventually.ts';
import { names, row } from '../whole/tree.ts';
import { pageText, run, useWholeExtension } from '../whole/wholeExtension.ts';

const otherId = '00000000-0000-4000-8000-000000000000';

describe('fault A 5: what an answer by id may take away', () => {
	const whole = useWholeExtension();
	let wanted: Deal;

	beforeEach(() => {
		wanted = deal({ name: 'Ada 1' });
		whole().tenant.referrals = [wanted, deal({ name: 'Ada 2' })];
	});

	/** Opens the referral by its row, with an answer by id that fails, and waits until the page has heard of it. */
	async function open(fault: FaultName): Promise<void> {
		const { api } = whole();
		const { element } = await row('New', 'Pending', 'Ada 1');
		api.failNext(fault, { when: ({ kind }) => kind === 'one', times: 9 });
		await run('openReferral', element);
		await eventually(() => assert.ok(captured.pages[0]?.panel.active));
		// A page asks by itself when it is opened; what is asked for here comes after that.
		await run('refreshReferral');
	}

	const strangers: readonly FaultName[] = ['status404Gateway', 'status404Html', 'status410Html'];
	for (const fault of strangers)
		it(`keeps the row and the page when a stranger says that it is not there: ${fault}`, async () => {
			await open(fault);
			assert.deepEqual(await names('New', 'Pending'), ['Ada 1', 'Ada 2']);
			assert.equal(captured.pages.length, 1);
			assert.match(pageText(), /Ada 1/);
		});

	it('keeps a page as it is when another referral is answered', async () => {
		await open('otherId');
		assert.deepEqual(
			captured.pages.map(({ panel }) => panel.title),
			[`Referral ${wanted.id.slice(0, 8)}`],
		);
		assert.ok(!pageText().includes(otherId));
	});

	it('opens nothing by a link when another referral is answered', async () => {
		const { api, screen } = whole();
		api.failNext('otherId', { when: ({ kind }) => kind === 'one', times: 9 });
		screen.keep(/^A link wants to open/);
		const opened = captured.openLink(`/referral/${wanted.id}`);
		(await screen.message(/^A link wants to open/)).answer('Show');
		await opened;
		assert.deepEqual(titlesOfOthers(), []);
	});

	it('opens nothing by Go to Referral when another referral is answered', async () => {
		const { api, screen } = whole();
		api.failNext('otherId', { when: ({ kind }) => kind === 'one', times: 9 });
		const going = run('openReferral');
		const prompt = await screen.prompt(/Go to Referral/);
		prompt.type(wanted.id);
		prompt.choose(/Ask Partner Center/);
		await going;
		assert.deepEqual(titlesOfOthers(), []);
	});

	/** Of pages of any other referral than the one that was asked for. */
	function titlesOfOthers(): readonly string[] {
		const titles = captured.pages.map(({ panel }) => panel.title);
		return titles.filter((title) => title !== `Referral ${wanted.id.slice(0, 8)}`);
	}
});
