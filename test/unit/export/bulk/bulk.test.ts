import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bulkExport, inFiles } from '../../../../src/export/bulk/bulk.ts';
import { hostileNames, hostileReferral, hostileShapes } from '../../../partner-api/hostileReferrals.ts';
import { tenant } from '../../sample/sampleAsk.ts';
import { exportedText } from '../exportedText.ts';
import { listedOf } from '../listedOf.ts';
import { bulkRows, good, now } from './bulkRows.ts';

describe('a file for the bulk upload', () => {
	it('has the documented columns, in their order', () => {
		const text = exportedText(
			[good, { ...good, team: Array.from({ length: 3 }, () => good.team[0]) }],
			bulkExport(now),
		);
		const [head = ''] = text.split('\r\n');
		assert.equal(
			head,
			[
				'\ufeffErrors,Engagement ID,Referral ID,Deal Name,Customer Name,Customer Address Line 1',
				'Customer Address Line 2,Customer City,Customer State,Customer Postal code,Customer Country',
				'Customer D-U-N-S ID,Customer Contact First Name,Customer Contact Last Name',
				'Customer Contact Phone number,Customer Contact Email Address,Partner Referral Status',
				'Partner Referral Substatus,Microsoft Referral Status,Declined/Lost/Error reason,Sales Stage',
				'Estimated Deal Value,Currency,Estimated Close Date,CRM ID,Marketing Campaign ID,Notes',
				'Microsoft help required?,What specific help from Microsoft?,Share with Microsoft sales team',
				'Notes to Microsoft,Consent to share Customer/Partner contact,CLA Number,Device Category',
				'Silicon Type,Azure Certified Device,Attach Services,Microsoft MSX ID,Migrated PSC Deal ID',
				'PartnerID (formerly MPN ID),Marketplace Purchase Intent,Customer Domain Name',
				'Final Matched Customer Account,Managed Account 1,Managed Account 2,Unmanaged Account 1',
				'Unmanaged Account 2,DUNS Account 1,DUNS Account 2,Solution 1,Solution 2,Team member 1',
				'Team member 2,Team member 3,Microsoft team member 1',
			].join(','),
		);
	});

	it('begins with the mark of UTF-8, ends lines as Excel does, and has commas whatever the settings say', () => {
		assert.match(exportedText([good], bulkExport(now)), /^\ufeffErrors,[^;]*\r\n[\s\S]*[^\r\n]\r\n$/);
	});

	describe('has of a deal', () => {
		const [row = {}] = bulkRows([good]);
		const has = (header: string, text: string) => it(header, () => assert.equal(row[header], text));
		has('Errors', '');
		has('Engagement ID', good.engagementId);
		has('Referral ID', good.id);
		has('Deal Name', 'Field service for Fabrikam');
		has('Customer State', 'WA');
		has('Customer D-U-N-S ID', '123456789');
		has('Customer Contact Phone number', '+1 425 555 0100');
		has('Estimated Deal Value', '50000');
		has('Estimated Close Date', '12/24/2026');
		has('Notes', good.details.notes);
		has('Microsoft help required?', 'Yes');
		has('What specific help from Microsoft?', '3');
		has('Share with Microsoft sales team', 'Yes');
		has('Consent to share Customer/Partner contact', 'Yes');
		has('PartnerID (formerly MPN ID)', '7654321');
		has('Marketplace Purchase Intent', 'Have not decided');
		has('Solution 1', 'SOL-34104-EBB, EUR, 1250.5, 3');
		has('Solution 2', 'Dynamics365forFieldService');
		has('Team member 1', 'John, Doe, +1 425 555 0100, john.doe@contoso.com');
		has('Microsoft team member 1', '');
	});

	describe('writes', () => {
		const writes = (name: string, json: object, header: string, text: string) =>
			it(name, () => assert.equal(bulkRows([{ ...good, ...json }])[0]?.[header], text));
		const closing = (closingDateTime: unknown) => ({ details: { ...good.details, closingDateTime } });
		writes('the day in UTC', closing('2026-12-24T01:00:00+02:00'), 'Estimated Close Date', '12/23/2026');
		writes('what is no date as it came', closing('soon'), 'Estimated Close Date', 'soon');
		writes('a value that came as text', { details: { dealValue: '12.50' } }, 'Estimated Deal Value', '12.50');
		writes(
			'an intent in any spelling',
			{ customerMarketplaceIntent: 'Have Not Decided' },
			'Marketplace Purchase Intent',
			'Have not decided',
		);
		writes(
			'an unknown intent as it came',
			{ customerMarketplaceIntent: 'Perhaps' },
			'Marketplace Purchase Intent',
			'Perhaps',
		);
		writes(
			'no help as No',
			{ inviteContext: { assistanceRequestCode: 'Unknown' } },
			'Microsoft help required?',
			'No',
		);
		writes(
			'a region where no state came',
			{ customerProfile: { address: { region: 'Bavaria' } } },
			'Customer State',
			'Bavaria',
		);
		writes(
			'a team of one without its list',
			{ team: good.team[0] },
			'Team member 1',
			'John, Doe, +1 425 555 0100, john.doe@contoso.com',
		);
		writes(
			'the place of a part that did not come',
			{ team: { firstName: 'Ada', email: 'ada@contoso.com' } },
			'Team member 1',
			'Ada, , , ada@contoso.com',
		);
		writes('a formula defused', { name: '=1+1' }, 'Deal Name', "'=1+1");
		writes(
			'a phone number with dashes as it came',
			{ customerProfile: { team: [{ phoneNumber: '+1-425-555-0100' }] } },
			'Customer Contact Phone number',
			'+1-425-555-0100',
		);
		writes('why a line would be refused', { name: '', status: 'Active' }, 'Errors', 'Deal Name is missing');
	});

	it('has no more than fifty solutions and members', () => {
		const many = Array.from({ length: 60 }, () => good.team[0]);
		const headers = Object.keys(bulkRows([{ ...good, team: many }])[0] ?? {});
		assert.equal(headers.filter((header) => header.startsWith('Team member')).length, 50);
	});

	it('is several where there are more lines than the portal takes', () => {
		const rows = Array.from({ length: 2001 }, (_, id) => listedOf({ id: `${id}` }));
		const files = inFiles(rows);
		assert.deepEqual(
			files.map(({ length }) => length),
			[1000, 1000, 1],
		);
		assert.deepEqual(files.flat(), rows);
		assert.deepEqual(inFiles([]), [[]]);
	});

	for (const name of hostileNames)
		it(`is a line each, and no formula, whatever is called ${name}`, () => isSafe(hostileReferral(name)));
	for (const [name, json] of Object.entries(hostileShapes))
		it(`is a line each, whatever is shaped like ${name}`, () => isSafe(json));

	it('of the sample has each referral', () => {
		const ids = bulkRows(tenant.referrals).map((each) => each['Referral ID']);
		assert.deepEqual(
			ids,
			tenant.referrals.map(({ id }) => id),
		);
	});

	it('is read back as it was sent where nothing is wrong', () => {
		const plain = fc.stringMatching(/^[A-Za-z\d][A-Za-z\d ."'\r\n&é美]{0,40}$/);
		fc.assert(
			fc.property(plain, plain, fc.array(plain, { minLength: 1, maxLength: 60 }), (name, notes, ids) => {
				const solutions = ids.map((id) => ({ id }));
				const [row = {}] = bulkRows([
					{ ...good, name, details: { ...good.details, notes, requirements: { solutions } } },
				]);
				assert.deepEqual([row['Deal Name'], row['Notes']], [name, notes]);
				for (const [at, id] of ids.slice(0, 50).entries()) assert.equal(row[`Solution ${at + 1}`], id);
				assert.equal(
					row['Errors'],
					ids.length > 50 ? 'Solution 51 and more are left out, because 50 is the most' : '',
				);
			}),
			{ seed: 5 },
		);
	});
});

function isSafe(json: object): void {
	const [row = {}, ...more] = bulkRows([json]);
	assert.equal(more.length, 0);
	for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^\s*[=@]|^\s*[+-](?![\d ().-]*$)/);
}
