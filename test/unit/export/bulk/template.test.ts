import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { bulkExport } from '../../../../src/export/bulk/bulk.ts';
import { headersIn } from '../../../../src/export/bulk/headersIn.ts';
import { documentedHeaders, slotsFor } from '../../../../src/export/bulk/layout.ts';
import { exportedText } from '../exportedText.ts';
import { bulkRows, good, now } from './bulkRows.ts';

const filled = (headers: readonly string[], ...jsons: readonly object[]): readonly string[][] =>
	parse(exportedText(jsons, bulkExport(now, headers)), { bom: true, record_delimiter: '\r\n' });

describe('a template', () => {
	it('gives its headers, in their order and spelling, and the lines below them', () => {
		const headers = [
			'Referral ID',
			' deal  name *',
			'New Column',
			'Decline/Lost/Error reason',
			'Solution 1',
			'Errors',
		];
		const [head, line] = filled(headers, good);
		assert.deepEqual(head, [
			...[
				'Referral ID',
				' deal  name *',
				'New Column',
				'Decline/Lost/Error reason',
				'Solution 1',
				'Solution 2',
			],
			...['Errors', 'Team member 1'],
		]);
		assert.deepEqual(line, [
			...[
				good.id,
				good.name,
				'',
				good.statusReason,
				'SOL-34104-EBB, EUR, 1250.5, 3',
				'Dynamics365forFieldService',
			],
			...['', 'John, Doe, +1 425 555 0100, john.doe@contoso.com'],
		]);
	});

	it('keeps columns that no deal here needs', () => {
		const headers = ['Referral ID', 'Deal Name', 'Solution 1', 'Solution 2', 'Solution 3', 'Team member 1'];
		assert.deepEqual(filled(headers, { id: '1' })[0], headers);
	});

	it('has the documented headers where there is none', () => {
		const headers = slotsFor(documentedHeaders(), { solution: 1, member: 1 }).map(({ header }) => header);
		assert.deepEqual(headers, documentedHeaders());
		assert.deepEqual(Object.keys(bulkRows([{ id: '1' }])[0] ?? {}), headers);
		assert.ok(
			slotsFor(headers, { solution: 1, member: 1 }).every(
				({ cell, numbered }, at) => cell || numbered || at === headers.length - 1,
			),
		);
	});

	it('has no header that a spreadsheet would take for a formula', () => {
		assert.deepEqual(filled(['Referral ID', 'Deal Name', '=1+1'], { id: '1' })[0]?.[2], "'=1+1");
	});

	const reads = (name: string, text: string, headers: readonly string[] | undefined) =>
		it(`is ${headers ? 'read' : 'refused'}: ${name}`, () => assert.deepEqual(headersIn(text), headers));
	reads('of Partner Center', '\ufeffReferral ID,Deal Name\r\n1,"a\r\nb"\r\n', ['Referral ID', 'Deal Name']);
	reads('with semicolons', 'Referral ID;Deal Name', ['Referral ID', 'Deal Name']);
	reads('with a line above', '\r\nReferral ID,"Deal Name"\n', ['Referral ID', 'Deal Name']);
	reads('of something else', 'Name,City\nAda,Redmond', undefined);
	reads('nothing', '', undefined);
	reads('a quote without its end', '"Referral ID,Deal Name', undefined);
	reads('a picture', '\x89PNG\r\n\x1a\n\0\0', undefined);

	it('is read however long and odd it is', () => {
		const header = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom('Solution 7', 'Team member 2', 'CRM ID'),
		);
		fc.assert(
			fc.property(fc.array(header, { maxLength: 20 }), (more) => {
				const headers = ['Referral ID', 'Deal Name', ...more];
				const read = headersIn(stringify([headers], { record_delimiter: 'windows', quoted: true }));
				assert.deepEqual(read, headers);
				const [head = [], line = []] = filled(headers, good);
				assert.equal(line.length, head.length);
				assert.deepEqual(line.slice(0, 2), [good.id, good.name]);
			}),
			{ seed: 31 },
		);
		assert.equal(headersIn('x'.repeat(5_000_000)), undefined);
	});
});
