import assert from 'node:assert/strict';
import { bulkDealOf } from '../../../../src/export/bulk/deal.ts';
import { countedProblems, judge } from '../../../../src/export/bulk/judged.ts';
import { bulkReport } from '../../../../src/export/bulk/report.ts';
import { bulkRules, problemsOf } from '../../../../src/export/bulk/rules.ts';
import { Presenter } from '../../../../src/referral/presenter.ts';
import { HandClock } from '../../handClock.ts';
import { tenant } from '../../sample/sampleAsk.ts';
import { listedOf } from '../listedOf.ts';
import { good, now } from './bulkRows.ts';

const problems = (json: object) => judge(listedOf({ ...good, ...json }), now).problems;
const { details, inviteContext, customerProfile } = good;
const told = new Set<string>();

describe('what Partner Center would say to a line', () => {
	it('is nothing of a deal that is as it has to be', () => assert.deepEqual(problems({}), []));

	const says = (json: object, ...expected: readonly string[]) =>
		it(`is ${expected.join(', ') || 'nothing'} of ${JSON.stringify(json).slice(0, 90)}`, () => {
			const row = listedOf({ ...good, ...json });
			for (const { rule } of problemsOf(row, bulkDealOf(row), now)) told.add(rule);
			assert.deepEqual(problems(json), expected);
		});

	says({ status: 'Closed', substatus: 'Won', name: '' }, 'closed, and can no longer be changed');
	says(
		{
			type: 'Independent',
			qualification: 'SalesQualified',
			inviteContext: { invitedBy: { organizationId: 'msft' } },
		},
		'a lead, not a co-sell opportunity',
	);
	says({ organizationId: 'msft' }, "Microsoft's side of the deal, not yours");
	says({ status: 'New', substatus: 'Accepted' }, "status and substatus don't go together");
	says({ status: 'New', substatus: 'Pending' });
	for (const [name, header] of [
		['engagementId', 'Engagement ID'],
		['name', 'Deal Name'],
		['customerMarketplaceIntent', 'Marketplace Purchase Intent'],
	] as const)
		for (const nothing of ['', ' ', null]) says({ [name]: nothing }, `${header} is missing`);
	says({ team: [] }, 'Team member 1 is missing');
	says({ details: { ...details, requirements: {} } }, 'Solution 1 is missing');
	says({ details: { ...details, currency: null } }, 'Currency is missing');
	says({ details: { ...details, dealValue: null } }, 'Estimated Deal Value is missing');
	says({ details: { ...details, closingDateTime: null } }, 'Estimated Close Date is missing');
	says({ consent: {} }, 'Consent to share Customer/Partner contact is missing');
	says(
		{ consent: { consentToToShareInfoWithOthers: true }, inviteContext: {} },
		'Share with Microsoft sales team is missing',
	);
	says(
		{ consent: { ...good.consent, consentToToShareInfoWithOthers: false } },
		'Consent to share Customer/Partner contact is No',
	);
	says(
		{
			customerProfile: {
				...customerProfile,
				team: [{ firstName: 'Ada', lastName: 'Weber', phoneNumber: '1' }],
			},
		},
		'Customer Contact Email Address is missing, and help from Microsoft needs it',
	);
	says({ customerProfile: { ...customerProfile, team: [] }, inviteContext: {} });
	says(
		{ status: 'Active', substatus: 'Lost', statusReason: null },
		"status and substatus don't go together",
		'Declined/Lost/Error reason is missing',
	);
	says(
		{ customerProfile: { ...customerProfile, address: { ...customerProfile.address, country: 'Germany' } } },
		'Customer Country is no code of two letters',
	);
	says({ details: { ...details, currency: 'Euro' } }, 'Currency is no code of three letters');
	says({ details: { ...details, dealValue: 'much' } }, 'Estimated Deal Value is no number');
	says({ details: { ...details, dealValue: -5 } }, 'Estimated Deal Value is no number');
	says({ details: { ...details, closingDateTime: 'soon' } }, 'Estimated Close Date is no date');
	says(
		{ details: { ...details, closingDateTime: '2026-03-14T00:00:00Z' } },
		'Estimated Close Date has passed',
	);
	says({ details: { ...details, closingDateTime: '2026-03-15T00:00:00Z' } });
	says(
		{ customerMarketplaceIntent: 'Perhaps' },
		'Marketplace Purchase Intent is none of Yes, No, and Have not decided',
	);
	says(
		{ inviteContext: { ...inviteContext, assistanceRequestCode: 'Something' } },
		'What specific help from Microsoft? is no number from 1 to 6',
	);
	const solution = (one: object) => ({
		details: { ...details, requirements: { solutions: [{ id: 'SOL-1' }, one] } },
	});
	says(solution({ name: 'A' }), 'Solution 2 needs an id, and a currency for its price');
	says(solution({ id: 'A', price: 5 }), 'Solution 2 needs an id, and a currency for its price');
	says(solution({ id: 'A', price: 5, currency: 'EUR' }));
	says(solution({ id: 'DynamicsAX,GP' }), 'Solution 2 has a comma inside, and commas separate its parts');
	says(
		{ team: [{ firstName: 'Ada', lastName: 'Weber', email: 'a@contoso.com' }] },
		'Team member 1 needs first name, last name, phone number and mail address',
	);
	says(
		{ team: Array.from({ length: 51 }, () => good.team[0]) },
		'Team member 51 and more are left out, because 50 is the most',
	);
	says(
		{ name: '=1+1' },
		'Deal Name begins like a formula, so that an apostrophe stands before it in the file',
	);
	says(
		{ details: { ...details, notes: 'x'.repeat(32_768) } },
		'Notes is cut, because a cell takes 32,767 characters',
	);
	says(
		{
			details: {
				...details,
				requirements: { ...details.requirements, additionalRequirements: { iot: { deviceCount: 1 } } },
			},
		},
		'its IoT details are not in the file',
	);

	it('has a case here for each rule', () => assert.deepEqual([...told].sort(), bulkRules.toSorted()));

	it('is counted by problem, the most frequent one first', () => {
		const all = [{ name: '' }, { name: '', team: [] }, {}].map((json) =>
			judge(listedOf({ ...good, ...json }), now),
		);
		assert.deepEqual(countedProblems(all), [
			['Deal Name is missing', 2],
			['Team member 1 is missing', 1],
		]);
	});

	it('is told by referral, each on lines of its own', () => {
		const presenter = new Presenter({ locale: 'en-US', clock: new HandClock(now) });
		const all = [{ name: 'A\nB', team: [] }, {}].map((json) => judge(listedOf({ ...good, ...json }), now));
		assert.equal(
			bulkReport(all, presenter),
			[
				'Bulk update: 1 of 2 referrals have problems',
				'',
				'- 1 × Team member 1 is missing',
				'',
				`A B (${good.id})`,
				'  - Team member 1 is missing',
				'',
			].join('\n'),
		);
	});

	it('is the same of a row of the sample each time, and something of each closed one', () => {
		for (const json of tenant.referrals) {
			const { problems: found } = judge(listedOf(json), now);
			assert.deepEqual(judge(listedOf(json), now).problems, found);
			if ('status' in json && json.status === 'Closed')
				assert.deepEqual(found[0], 'closed, and can no longer be changed');
		}
	});
});
