import assert from 'node:assert/strict';
import type { ChartId } from '../../../../src/pipeline/messages/chart.ts';
import { counted, type How, plain, rowsOf, usualNow } from './counting.ts';

/** What marks say, and the sentence. */
function answers(
	id: ChartId,
	jsons: readonly object[],
	expected: Readonly<Record<string, string>>,
	sentence: string,
	how: How = {},
): void {
	it(`${id}: ${sentence}`, async () => {
		const counting = await counted(rowsOf(jsons), how);
		assert.deepEqual(counting.texts(id), expected);
		assert.equal(plain(counting.chart(id).sentence), sentence);
	});
}

const stage = (status: unknown, substatus: unknown, more: object = {}) => ({ status, substatus, ...more });
const worth = (dealValue: unknown, currency?: unknown, closingDateTime?: unknown) => ({
	details: { dealValue, currency, closingDateTime },
});
const nothing = 'There is nothing to count.';

describe('where referrals stand', () => {
	answers('stands', [], {}, nothing);
	answers(
		'stands',
		[stage('New', 'Pending'), stage('new', 'PENDING'), stage('Closed', 'Won'), stage('Active', 'Odd')],
		{ 'New/new/pending': '2', 'Closed/closed/won': '1', 'Active/active/odd': '1' },
		'4 referrals: 2 new, 1 active, 1 closed.',
	);
	answers(
		'stands',
		[stage('Paused', 'X'), stage('Paused', undefined), stage(undefined, undefined), stage('', 7)],
		{ 'other/paused/x': '1', 'other/paused/': '1', 'other/': '2' },
		'4 referrals: 0 new, 0 active, 0 closed.',
	);
	answers(
		'stands',
		Array.from({ length: 30 }, (_, index) => stage(`S${index % 10}`, 'x')),
		Object.fromEntries([
			...Array.from({ length: 8 }, (_, index) => [`other/s${index}/x`, '3']),
			['other/rest', '6'],
		]),
		'30 referrals: 0 new, 0 active, 0 closed.',
	);
	answers(
		'stands',
		[
			stage('New', 'Pending', worth(5, 'EUR')),
			stage('Active', 'Accepted', worth(1500, 'eur')),
			stage('Closed', 'Won', worth(7, 'EUR ')),
			stage('Closed', 'Won', worth(undefined, 'EUR')),
			stage('Closed', 'Won', worth(9, 'USD')),
		],
		{ 'New/new/pending': '€5', 'Active/active/accepted': '€1.5K', 'Closed/closed/won': '€7' },
		'In EUR, open referrals are worth €1.5K and won ones €7.',
		{ choices: [['stands', '=eur']] },
	);
});

describe('when open deals close', () => {
	const open = (closing: unknown, value?: number, currency = 'EUR', status = 'Active') =>
		stage(status, 'Accepted', worth(value, value === undefined ? undefined : currency, closing));
	answers('closes', [stage('Closed', 'Won', worth(5, 'EUR', '2026-11-30T00:00:00Z'))], {}, nothing);
	answers(
		'closes',
		[
			open('2026-11-30T00:00:00Z'),
			open('2026-11-20T00:00:00Z'),
			open('2026-11-19T23:59:59Z'),
			open('2026-12-01T00:00:00Z', undefined, '', 'new'),
			open('2025-01-31T00:00:00Z'),
			open('0001-06-30T00:00:00Z'),
			open('9999-12-31T00:00:00Z'),
			open('0001-01-01T00:00:00Z'),
			open('soon'),
		],
		{
			...{ 'ahead/2026-11': '2', 'overdue/2026-11': '1', 'ahead/2026-12': '1' },
			...{ 'overdue/earlier': '2', 'ahead/later': '1', 'ahead/none': '2' },
		},
		'3 of 9 open referrals are past their expected close date. 2 more are expected to close in November 2026. 2 have no close date.',
		{ choices: [['closes', 'count']] },
	);
	answers(
		'closes',
		[
			open('2026-11-30T00:00:00Z', 5),
			open('2026-11-01T00:00:00Z', 7),
			open('2026-12-01T00:00:00Z', 1_000_000, 'USD'),
		],
		{ 'ahead/2026-11': '€5', 'overdue/2026-11': '€7' },
		'Of €12 in open referrals, €7 is past its expected close date, and €5 is expected to close in November 2026.',
	);
	answers(
		'closes',
		[
			open('2026-11-30T00:00:00Z', -5),
			open('2026-12-30T00:00:00Z', 1e308),
			open('2026-12-31T00:00:00Z', 1e308),
		],
		{ 'ahead/2026-11': '-€5', 'ahead/2026-12': '€∞' },
		'Of €∞ in open referrals, €0 is past its expected close date, and -€5 is expected to close in November 2026.',
	);
	const dates = ['2026-06-30', '2026-07-01', '2026-09-30', '2026-12-31', '2027-01-01'].map((date) =>
		open(`${date}T00:00:00Z`),
	);
	const quarterly = (start: number, expected: Readonly<Record<string, string>>, now: string) =>
		answers('closes', dates, expected, `3 of 5 open referrals are past their expected close date. ${now}`, {
			fiscalYearStart: start,
			choices: [
				['closes', 'count'],
				['closes', 'quarter'],
			],
		});
	const usual = {
		...{ 'overdue/2026-04': '1', 'overdue/2026-07': '2', 'ahead/2026-10': '1', 'ahead/2027-01': '1' },
	};
	for (const start of [1, 4, 7, 10]) {
		const name = { 1: 'FY26 Q4', 4: 'FY27 Q3', 7: 'FY27 Q2', 10: 'FY27 Q1' }[start];
		quarterly(start, usual, `1 more is expected to close in ${name} (Oct – Dec 2026).`);
	}
	for (const start of [2, 5, 8, 11]) {
		const name = { 2: 'FY27 Q4', 5: 'FY27 Q3', 8: 'FY27 Q2', 11: 'FY27 Q1' }[start];
		quarterly(
			start,
			{ 'overdue/2026-05': '2', 'overdue/2026-08': '1', 'ahead/2026-11': '2' },
			`2 more are expected to close in ${name} (Nov 2026 – Jan 2027).`,
		);
	}
	for (const start of [3, 6, 9, 12]) {
		const name = { 3: 'FY27 Q3', 6: 'FY27 Q2', 9: 'FY27 Q1', 12: 'FY26 Q4' }[start];
		quarterly(
			start,
			{ 'overdue/2026-06': '2', 'overdue/2026-09': '1', 'ahead/2026-12': '2' },
			`0 more are expected to close in ${name} (Sep – Nov 2026).`,
		);
	}
});

describe('what expires', () => {
	const fresh = (expirationDateTime: unknown, status: unknown = 'New') => ({ status, expirationDateTime });
	answers('expires', [fresh(undefined), fresh('soon'), fresh('2026-11-21T00:00:00Z', 'Active')], {}, nothing);
	answers(
		'expires',
		[
			fresh('2026-11-20T11:00:00Z'),
			fresh('2026-11-20T23:00:00Z'),
			fresh('2026-11-21T00:00:00Z', 'new'),
			fresh('2026-11-27T12:00:00Z'),
			fresh('2026-11-27T12:00:01Z'),
			fresh('2026-11-27T23:30:00-02:00'),
			fresh('2026-12-19T23:59:59Z'),
			fresh('2026-12-20T00:00:00Z'),
			fresh('2026-11-19T23:59:59Z'),
		],
		{
			'new/2026-11-20': '2',
			'new/2026-11-21': '1',
			'new/2026-11-27': '2',
			'new/2026-11-28': '1',
			'new/2026-12-19': '1',
		},
		'3 of 9 new referrals with an expiry date expire within 7 days. 2 have passed their dates.',
	);
	for (const timeZone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'])
		answers(
			'expires',
			[fresh('2026-11-21T00:00:00Z')],
			{ 'new/2026-11-21': '1' },
			'1 of 1 new referrals with an expiry date expires within 7 days.',
			{ timeZone },
		);

	it('has a place for each of 30 days', async () => {
		const { places, shape } = (await counted([])).chart('expires');
		assert.equal(shape, 'calendar');
		assert.equal(places.length, 30);
		assert.deepEqual(places[0], { id: '2026-11-20', label: 'Nov 20, 2026' });
		assert.deepEqual(places.at(-1), { id: '2026-12-19', label: 'Dec 19, 2026' });
	});
});

describe('how long referrals have been in their stage', () => {
	const since = (days: number, status = 'Active') => {
		const text = new Date(usualNow - days * 86_400_000).toISOString();
		return status.toLowerCase() === 'active'
			? { status, acceptedDateTime: text }
			: { status, createdDateTime: text };
	};
	answers('age', [since(5, 'Closed')], {}, nothing);
	answers(
		'age',
		[
			...[0, 7.9, 8, 15, 30.99, 31, 60, 61, 91, 5_000].map((days) => since(days)),
			...[since(90.5, 'NEW'), since(-1), { status: 'Active' }],
		],
		{
			...{ 'Active/0': '2', 'Active/8': '1', 'Active/15': '2', 'Active/31': '2', 'Active/61': '1' },
			...{ 'Active/91': '2', 'New/61': '1' },
		},
		"6 of 11 open referrals have been in their stage for more than 30 days. 2 more don't say since when.",
	);
});

describe('from where referrals come, and for what', () => {
	const from = (country: unknown, more: object = {}) => ({
		customerProfile: { address: { country } },
		...more,
	});
	answers('where', [], {}, nothing);
	answers('where', [from(''), {}], { 'all/none': '2' }, '2 referrals say nothing of it.');
	answers(
		'where',
		[from('DE'), from('de'), from(' de'), from('US'), from('Atlantis'), from(null)],
		{ 'all/=de': '3', 'all/=us': '1', 'all/=atlantis': '1', 'all/none': '1' },
		'Germany (DE) has the most: 3 of 6.',
	);
	answers(
		'where',
		Array.from({ length: 20 }, (_, index) => from(`C${index}`)).flatMap((each, index) =>
			Array.from({ length: index < 12 ? 2 : 1 }, () => each),
		),
		Object.fromEntries([
			...Array.from({ length: 12 }, (_, index) => [`all/=c${index}`, '2']),
			['all/other', '8'],
		]),
		'C0 has the most: 2 of 32.',
	);
	answers(
		'where',
		[
			from('DE', worth(5, 'EUR')),
			from('DE', worth(5, 'EUR')),
			from('FR', worth(50, 'EUR')),
			from('US', worth(1e9, 'USD')),
		],
		{ 'all/=fr': '€50', 'all/=de': '€10' },
		'France (FR) has the most: €50 of €60.',
		{ choices: [['where', '=eur']] },
	);
	const team = (...mails: readonly unknown[]) => ({ team: mails.map((email) => ({ email })) });
	answers(
		'where',
		[
			team('ada@contoso.com', 'Ben@contoso.com', 'ADA@contoso.com'),
			team('ben@contoso.com'),
			team(),
			team(7),
			{},
		],
		{ 'all/=ben@contoso.com': '2', 'all/=ada@contoso.com': '1', 'all/none': '3' },
		'Ben@contoso.com has the most: 2 of 5.',
		{ choices: [['where', 'colleague']] },
	);
	answers(
		'where',
		[
			...Array.from({ length: 13 }, (_, index) => team(`p${index}@contoso.com`, 'x@contoso.com')),
			team('p12@contoso.com'),
		],
		Object.fromEntries([
			['all/=x@contoso.com', '13'],
			['all/=p12@contoso.com', '2'],
			...Array.from({ length: 10 }, (_, index) => [`all/=p${index}@contoso.com`, '1']),
		]),
		'x@contoso.com has the most: 13 of 14.',
		{ choices: [['where', 'colleague']] },
	);
	answers(
		'where',
		[{}, { type: 'Independent', qualification: 'Direct' }],
		{ 'all/=marketplacelead': '1', 'all/=other': '1' },
		'Referral has the most: 1 of 2.',
		{ choices: [['where', 'category']] },
	);
	const area = (...ids: readonly string[]) => ({
		details: {
			requirements: {
				additionalRequirements: { attributes: ids.map((id) => ({ type: 'SolutionArea', id })) },
			},
		},
	});
	answers(
		'where',
		[area('Security', 'Data'), area('SECURITY'), area()],
		{ 'all/=security': '2', 'all/=data': '1', 'all/none': '1' },
		'Security has the most: 2 of 3.',
		{ choices: [['where', 'solutionArea']] },
	);
});

describe('how deals end', () => {
	const closed = (substatus: string, closedDateTime?: unknown, updatedDateTime?: unknown) => ({
		...{ status: 'Closed', substatus, closedDateTime, updatedDateTime },
	});
	answers('outcome', [stage('Active', 'Won', { closedDateTime: '2026-11-01T00:00:00Z' })], {}, nothing);
	answers('outcome', [closed('Won'), closed('Archived', '2026-11-01T00:00:00Z')], {}, nothing);
	answers(
		'outcome',
		[
			closed('Won', '2026-11-01T00:00:00Z', '2026-01-01T00:00:00Z'),
			closed('won', '2026-10-31T23:59:59Z'),
			closed('Lost', '2026-10-31T23:59:59Z'),
			closed('Declined', '0001-01-01T00:00:00', '2026-10-31T23:59:59Z'),
			closed('Expired', undefined, '2020-01-01T00:00:00Z'),
			closed('Won', '2027-01-01T00:00:00Z'),
		],
		{
			...{ 'Won/2026-11': '1', 'Won/2026-10': '1', 'Lost/2026-10': '1', 'Declined/2026-10': '1' },
			...{ 'Expired/earlier': '1', 'Won/later': '1' },
		},
		'Win rate 75%: 3 won, 1 lost. Declined (1) and expired ones (1) are left out. 2 have no closing date and stand in the month of their last update.',
	);
	answers(
		'outcome',
		[closed('Expired', '2026-11-01T00:00:00Z')],
		{ 'Expired/2026-11': '1' },
		'Nothing was won or lost. Declined (0) and expired ones (1) are left out.',
	);
});

describe('why deals are lost or declined', () => {
	const lost = (statusReason: unknown, substatus = 'Lost') => ({ status: 'Closed', substatus, statusReason });
	answers('reasons', [lost('Budget', 'Won'), stage('New', 'Lost')], {}, nothing);
	answers(
		'reasons',
		[lost(null), lost('')],
		{ 'Lost/none': '2' },
		'2 referrals were lost or declined; none says why.',
	);
	answers(
		'reasons',
		[
			lost('Budget'),
			lost('budget '),
			lost('BUDGET', 'Declined'),
			lost('Price'),
			lost(undefined),
			lost(7),
			lost('x'.repeat(5_000)),
		],
		{
			'Lost/=budget': '2',
			'Declined/=budget': '1',
			'Lost/=price': '1',
			'Lost/other': '1',
			'Lost/none': '2',
		},
		'7 referrals were lost or declined, 3 of them with the reason "Budget".',
	);
	answers(
		'reasons',
		Array.from({ length: 25 }, (_, index) => lost(`Reason ${index % 12}`)),
		Object.fromEntries([
			['Lost/=reason 0', '3'],
			...Array.from({ length: 9 }, (_, index) => [`Lost/=reason ${index + 1}`, '2']),
			['Lost/other', '4'],
		]),
		'25 referrals were lost or declined, 3 of them with the reason "Reason 0".',
	);
});

describe('how long it takes to accept', () => {
	const took = (acceptedDateTime: string, createdDateTime?: string) => ({
		acceptedDateTime,
		createdDateTime,
	});
	answers('answers', [{ createdDateTime: '2026-11-01T00:00:00Z' }], {}, nothing);
	answers(
		'answers',
		[
			took('2026-11-05T00:00:00Z', '2026-11-01T00:00:00Z'),
			took('2026-11-03T12:00:00Z', '2026-11-01T00:00:00Z'),
			took('2026-10-02T00:00:00Z', '2026-10-01T00:00:00Z'),
			took('2026-10-02T00:00:00Z', '2026-10-09T00:00:00Z'),
			took('2026-10-02T00:00:00Z'),
			took('0001-01-01T00:00:00Z', '2026-10-01T00:00:00Z'),
			took('2022-10-02T00:00:00Z', '2022-09-22T00:00:00Z'),
		],
		{ 'median/2026-11': '3.3 days', 'median/2026-10': '0.5 days', 'median/earlier': '10 days' },
		'Half of 5 referrals were accepted within 2.5 days.',
	);
	answers(
		'answers',
		[took('2026-11-02T00:00:00Z', '2026-11-01T00:00:00Z')],
		{ 'median/2026-11': '1 day' },
		'1 referral was accepted within 1 day.',
	);
});

describe('a chart', () => {
	it('says that only what is loaded is counted', async () => {
		const rows = rowsOf([stage('New', 'Pending'), stage('New', 'Pending')]);
		const { sentence } = (await counted(rows, { complete: false })).chart('stands');
		assert.equal(
			sentence,
			'2 referrals: 2 new, 0 active, 0 closed. Only the 2 loaded referrals are counted.',
		);
	});

	it('has a table with the same numbers', async () => {
		const rows = rowsOf([stage('Active', 'Accepted', worth(1234.5, 'EUR', '2026-11-30T00:00:00Z'))]);
		const { table } = (await counted(rows)).chart('closes');
		assert.deepEqual(table.head, [
			'Month',
			...['To come: referrals', 'To come: value (EUR)', 'Overdue: referrals', 'Overdue: value (EUR)'],
		]);
		assert.deepEqual(table.rows, [['November 2026', '1', '€1,234.50', '0', '€0']]);
	});

	it('has the numbers as a file, in which nothing is a formula', async () => {
		const rows = rowsOf([stage('=1+1', '|x', worth(1234.5, 'EUR')), stage('New', 'Pending')]);
		const counting = await counted(rows, { choices: [['stands', '=eur']] });
		const lines = counting.overview.csvOf('stands').split('\r\n');
		assert.equal(
			lines[0],
			'\ufeffStage,New: referrals,New: value (EUR),Active: referrals,Active: value (EUR),Closed: referrals,Closed: value (EUR),Other statuses: referrals,Other statuses: value (EUR)',
		);
		assert.equal(lines.at(-2), "'=1+1 › |x,0,0,0,0,0,0,1,1234.5");
		assert.match(counting.overview.csvOf('stands', ';'), /^\ufeffStage;New: referrals;/);
		assert.equal(counting.overview.csvOf('nothing'), '');
	});

	it('is in the language of the reader', async () => {
		const rows = rowsOf([stage('Active', 'Accepted', worth(1234567, 'EUR', '2026-11-30T00:00:00Z'))]);
		const { marks, places } = (await counted(rows, { locale: 'de' })).chart('closes');
		assert.equal(plain(marks[0]?.text ?? ''), '1,2 Mio. €');
		assert.equal(places[0]?.label, 'Nov. 2026');
	});
});
