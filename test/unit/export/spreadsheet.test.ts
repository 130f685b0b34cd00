import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { exportCell } from '../../../src/export/cell.ts';
import { type CsvOptions, csvExport } from '../../../src/export/csv.ts';
import { Random } from '../../../src/sample/invent/random.ts';
import { exportedText, noReasons } from './exportedText.ts';

const parsed = (
	jsons: readonly unknown[],
	options: CsvOptions,
): readonly Readonly<Record<string, string>>[] =>
	parse(exportedText(jsons, csvExport(noReasons, options)), {
		...{ bom: true, columns: true, record_delimiter: '\r\n' },
		delimiter: options.separator,
	});

describe('an export for a spreadsheet', () => {
	const hostile = { id: 'r1', name: 'a,b;c\td "e"\r\nf', customerProfile: { name: '=1+1;2,3\t4' } };
	for (const separator of [',', ';', '\t'] as const)
		it(`is the same rows whatever separates them: ${JSON.stringify(separator)}`, () => {
			const rows = parsed([hostile], { separator, protectsDigits: false });
			assert.deepEqual(rows, parsed([hostile], { separator: ',', protectsDigits: false }));
			assert.equal(rows[0]?.['Deal Name'], hostile.name);
		});

	describe('that protects digits', () => {
		const becomes = (value: unknown, expected: string, name = '') =>
			it(`${JSON.stringify(value)}: ${expected}`, () =>
				assert.equal(exportCell(value, name, true), expected));
		becomes('012345678', '="012345678"');
		becomes('001', '="001"');
		becomes('+5491155501000', '="+5491155501000"');
		becomes('+1 (425) 555-0100', '="+1 (425) 555-0100"');
		becomes('123456789012', '="123456789012"');
		becomes('12345678901', '12345678901');
		becomes('0', '0');
		becomes('120', '120');
		becomes(123456789012, '123456789012');
		becomes('6-ABC0DEFGH', '6-ABC0DEFGH');
		becomes('2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z', 'createdDateTime');
		becomes('=1+1', "'=1+1");
		becomes('0"&cmd', '0"&cmd');
		becomes('+', "'+");
		becomes('', '');
	});

	it('leaves digits alone unless told otherwise', () => {
		const json = { id: 'r1', externalReferenceId: '0012' };
		const cellOf = (protectsDigits: boolean) =>
			parsed([json], { separator: ',', protectsDigits })[0]?.['CRM ID'];
		assert.equal(cellOf(false), '0012');
		assert.equal(cellOf(true), '="0012"');
	});

	it('makes a formula of nothing but digits, and changes nothing else, whatever a stranger writes', () => {
		const random = new Random(4);
		const pieces: [string, ...string[]] = [
			'0',
			'12',
			'+',
			'-',
			' ',
			'(',
			')',
			'.',
			'"',
			'=',
			'@',
			';',
			'a',
			'\t',
			'\n',
			'٣',
			'１',
		];
		for (let round = 0; round < 20_000; round++) {
			const text = Array.from({ length: random.whole(1, 16) }, () => random.pick(pieces)).join('');
			const cell = exportCell(text, '', true);
			if (cell === exportCell(text, '')) continue;
			assert.equal(cell, `="${text}"`);
			assert.match(text, /^\+?[0-9 ().-]+$/);
		}
	});
});
