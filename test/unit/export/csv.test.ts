import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { csvExport } from '../../../src/export/csv.ts';
import { everyField } from '../../partner-api/everyField.ts';
import { hostileNames, hostileReferral, hostileShapes } from '../../partner-api/hostileReferrals.ts';
import { tenant } from '../sample/sampleAsk.ts';
import { exportedRows, exportedText, noReasons } from './exportedText.ts';

const seed: { readonly value: readonly object[] } = JSON.parse(
	readFileSync(new URL('../fixtures/seed-list-repaired.json', import.meta.url), 'utf8'),
);
const [row = {}] = exportedRows([everyField]);

/** What is no column: addresses, the service's bookkeeping, and what nobody knows. */
const leftOut = ['@odata.context', 'links', 'eTag', 'futureField'];

describe('an export as CSV', () => {
	it('begins with the mark of UTF-8, and ends each row as Excel does', () => {
		const text = exportedText([everyField, everyField], csvExport(noReasons));
		assert.match(text, /^\ufeffEngagement ID,Referral ID,Deal Name,Customer Name,/);
		assert.match(text, /[^\r\n]\r\n$/);
	});

	it('of nothing is a head', () =>
		assert.match(exportedText([], csvExport(noReasons)), /^\ufeff[^\r\n]+\r\n$/));

	it('has the columns that sheets are made for, in their order', () => {
		const text = exportedText([], csvExport(noReasons));
		assert.equal(
			text.slice(1, -2),
			[
				'Engagement ID,Referral ID,Deal Name,Customer Name,Customer Address 1,Customer Address 2',
				'Customer City,Customer State,Customer Region,Customer Postal Code,Customer Country,Customer DUNS',
				'Customer External ID,Customer Size,Customer Matching Complete,Partner Referral Status',
				'Partner Referral Substatus,Declined/Lost Reason,Sales Stage,Estimated Value,Currency,Close Date',
				'CRM ID,Campaign ID,Notes,Marketplace Purchase Intent,Type,Qualification,Direction,Created,Updated',
				'Expires,Accepted,Closed,Needs attention,Lead Source,Call to Action,Customer Action',
				'Customer Requested Contact,Incentive Level,Industries,Products,Services,Offers,Sales Plays,Attributes,IoT Requirements',
				'Consent to Contact,Consent to Share with Others,Consent to Share with Microsoft Sellers',
				'Consent to Contact Specific Partners,Invitation Notes,Invited by,Invited by ID',
				'Help Needed from Microsoft,Invited MPN ID,Targets,Organization ID,Organization Name,MPN ID',
				'Referral Program,Registration Status,Quality,Deal Sensitivity,Favorite,Spam,Tags,Created via',
				'Last Modified via,Last Run ID,Tracking,Contact 1 First name,Contact 1 Last name,Contact 1 Title',
				'Contact 1 Phone,Contact 1 Email,Contact 1 Locale,Contact 1 No notifications,Solution 1',
				'Solution 1 ID,Solution 1 Type,Solution 1 Kind,Solution 1 Publisher,Solution 1 Price',
				'Solution 1 Currency,Solution 1 Quantity,Solution 1 Close date,Team member 1 First name',
				'Team member 1 Last name,Team member 1 Title,Team member 1 Phone,Team member 1 Email',
				'Team member 1 Locale,Team member 1 No notifications,Registration 1 ID,Registration 1 Date',
				'Registration 1 Status,Registration 1 Status reason,Registration 1 Contract value',
				'Registration 1 Contract currency,Registration 1 Contract term,Registration 1 Contract start',
				'Registration 1 Contract end,Registration 1 Contract signed,Registration 1 Solutions',
				'Registration 1 History',
			].join(','),
		);
	});

	it('has no header twice', () => {
		const people = Array.from({ length: 60 }, () => ({ firstName: 'Ada' }));
		const text = exportedText(
			[{ id: '1', team: people, customerProfile: { team: people } }],
			csvExport(noReasons),
		);
		const headers = text.slice(1, text.indexOf('\r\n')).split(',');
		assert.equal(new Set(headers).size, headers.length);
	});

	describe('has every known field', () => {
		const values = Object.values(row);
		const cells = new Set(values.flatMap((cell) => [cell, ...cell.split(/; |: /)]));
		for (const [path, value] of leavesOf(everyField))
			if (value !== null && !leftOut.includes(path[0] ?? '') && path.at(-1) !== 'profileType')
				it(path.join('.'), () => {
					const text = typeof value === 'boolean' ? (value ? 'Yes' : 'No') : iso(`${value}`);
					const member = `"${path.at(-1)}":${JSON.stringify(value)}`;
					assert.ok(cells.has(text) || values.some((cell) => cell.includes(member)), text);
				});
	});

	describe('writes', () => {
		const writes = (header: string, text: string) => it(header, () => assert.equal(row[header], text));
		writes('Customer DUNS', '123456789');
		writes('Customer External ID', 'CRM-1');
		writes('Created', '2026-10-01T21:03:42.457Z');
		writes('Updated', '2026-10-20T09:10:11Z');
		writes('Estimated Value', '50000');
		writes('Industries', 'Agriculture, Forestry, & Fishing; Education');
		writes('Attributes', 'SolutionArea: Infrastructure');
		writes('Targets', 'BusinessProfileLocation: msft');
		writes('Tags', 'renewal; north');
		writes('IoT Requirements', '{"deviceCount":12}');
		writes('Contact 2 First name', 'Li');
		writes('Contact 1 Phone', '+1 425 555 0100');
		writes('Contact 1 No notifications', 'Yes');
		writes('Solution 1', 'Contoso Field Kit');
		writes('Solution 2', '');
		writes('Solution 2 ID', 'Dynamics365forFieldService');
		writes('Team member 1 Email', 'john.doe@contoso.com');
		writes('Registration 1 Contract value', '48000');
		writes('Consent to Share with Others', 'No');
	});

	describe('takes', () => {
		const takes = (name: string, json: object, header: string, text: string) =>
			it(name, () => assert.equal(exportedRows([{ id: '1', ...json }])[0]?.[header], text));
		const profile = (ids: unknown) => ({ customerProfile: { ids } });
		takes('ids as an object', profile({ Duns: '42' }), 'Customer DUNS', '42');
		takes('no ids', profile({}), 'Customer DUNS', '');
		takes('an empty list of ids', profile([]), 'Customer DUNS', '');
		takes('a value below zero', { details: { dealValue: -12.5 } }, 'Estimated Value', '-12.5');
		takes('a value as text', { details: { dealValue: '-12' } }, 'Estimated Value', '-12');
		takes('no date', { createdDateTime: 'soon' }, 'Created', 'soon');
		takes(
			'a date with an offset',
			{ createdDateTime: '2026-10-01T01:00:00+02:00' },
			'Created',
			'2026-09-30T23:00:00Z',
		);
		takes('a consent that nobody stated', { consent: {} }, 'Consent to Contact', '');
		takes('a run that is an object', { lastRunId: { a: 1 } }, 'Last Run ID', '{"a":1}');
		takes('line ends and quotes', { name: 'a\r\n"b",c\nd' }, 'Deal Name', 'a\r\n"b",c\nd');
		takes('a field of another type', { team: 'nobody' }, 'Team member 1 Email', '');
	});

	it('has as many columns for contacts as the referral with the most, up to fifty', () => {
		const people = (count: number) => ({
			team: Array.from({ length: count }, (_, n) => ({ email: `${n}@contoso.com` })),
		});
		const [few, many] = exportedRows([
			{ id: '1', ...people(2) },
			{ id: '2', ...people(53) },
		]);
		assert.equal(few?.['Team member 50 Email'], '');
		assert.equal(many?.['Team member 50 Email'], '49@contoso.com');
		assert.equal(few?.['Team member 51 and more'], '');
		assert.match(many?.['Team member 51 and more'] ?? '', /"50@contoso\.com".*"52@contoso\.com"/);
		assert.ok(!('Team member 3 Email' in (exportedRows([{ id: '1', ...people(2) }])[0] ?? {})));
	});

	it('leaves out what is no referral', () =>
		assert.equal(exportedRows([null, 7, {}, { id: '1' }]).length, 1));

	it('cuts what Excel would put into the next row', () => {
		const [cut] = exportedRows([{ id: '1', name: 'x'.repeat(40_000) }]);
		assert.equal(cut?.['Deal Name']?.length, 32_767);
		assert.match(cut?.['Deal Name'] ?? '', /x… \(cut; JSON Lines have it all\)$/);
	});

	it('reads back as what the documentation and the sample have', () => {
		const jsons = [...seed.value, ...tenant.referrals];
		const rows = exportedRows(jsons);
		assert.deepEqual(
			rows.map(({ 'Referral ID': id, Created: created }) => [id, created && Date.parse(created)]),
			tenantKeys(jsons),
		);
	});

	describe('of a stranger', () => {
		for (const name of hostileNames)
			it(`${name} is one row, and no formula`, () => {
				const rows = exportedRows([hostileReferral(name)]);
				assert.equal(rows.length, 1);
				for (const cell of Object.values(rows[0] ?? {})) assertNoFormula(cell);
			});
		for (const [name, shape] of Object.entries(hostileShapes))
			it(`${name} is one row`, () => assert.equal(exportedRows([{ id: '1', ...shape() }]).length, 1));
	});

	it('reads back as any text, or defused', () => {
		const text = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n;,"\'| (a1é'), maxLength: 40 });
		fc.assert(
			fc.property(text, text, (name, notes) => {
				const [read] = exportedRows([{ id: '1', name, details: { notes } }, { id: '2' }]);
				assert.equal(withoutMarks(read?.['Deal Name']), withoutMarks(name));
				assert.equal(withoutMarks(read?.['Notes']), withoutMarks(notes));
				for (const cell of Object.values(read ?? {})) assertNoFormula(cell);
			}),
			{ seed: 20190521, numRuns: 500 },
		);
	});
});

function tenantKeys(jsons: readonly object[]): readonly unknown[] {
	return jsons.map((json) => [
		'id' in json && json.id,
		'createdDateTime' in json && Math.floor(Date.parse(`${json.createdDateTime}`)),
	]);
}

function withoutMarks(text: string | undefined): string | undefined {
	return text?.replaceAll("'", '');
}

function assertNoFormula(cell: string): void {
	if (/^[+-]\d[\d .()]*$/.test(cell)) return;
	assert.doesNotMatch(cell.slice(0, 200), /^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u);
}

function* leavesOf(
	json: unknown,
	above: readonly string[] = [],
): Generator<readonly [readonly string[], unknown]> {
	if (typeof json !== 'object') yield [above, json];
	else for (const [name, value] of Object.entries(json ?? {})) yield* leavesOf(value, [...above, name]);
}

function iso(text: string): string {
	return /^\d{4}-\d\d-\d\dT/.test(text) ? new Date(text).toISOString().replace('.000Z', 'Z') : text;
}
