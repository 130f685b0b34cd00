import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { TableColumn } from '../../../../src/pipeline/columns/column.ts';
import { columnCalled, usualColumns } from '../../../../src/pipeline/columns/columns.ts';
import { delimited, markdownTable } from '../../../../src/pipeline/printing/asText.ts';
import { contextOf, rowOf } from '../columns/around.ts';

const context = contextOf();
const called = (...ids: readonly string[]) =>
	ids.map((id): TableColumn => columnCalled(id) ?? assert.fail(id));
const pasted = { separator: '\t', protectsDigits: false } as const;
const anyText = fc.string({ unit: fc.constantFrom(...'ab=+|\t\n\r"\'`*[](),;<\\\u2028 '), maxLength: 12 });

describe('rows as a text for a spreadsheet', () => {
	const row = rowOf({
		...{ name: '=1+1', mpnId: '0012', updatedDateTime: '2026-04-01T08:00:00.5Z' },
		details: { dealValue: 1200.5, currency: 'EUR', closingDateTime: '2026-04-01T00:00:00Z' },
	});

	it('have headings as they are shown, numbers that can be added, and no formula', () => {
		const text = delimited(
			{ columns: called('label', 'details.dealValue', 'details.closingDateTime'), context },
			[row],
			pasted,
		);
		assert.equal(
			text,
			"Deal\tEstimated value\tCurrency\tEstimated close\n'=1+1\t1200.5\tEUR\t2026-04-01T00:00:00Z\n",
		);
	});
	it('have the currency once', () => {
		const text = delimited(
			{ columns: called('details.currency', 'details.dealValue'), context },
			[row],
			pasted,
		);
		assert.equal(text, 'Currency\tEstimated value\nEUR\t1200.5\n');
	});
	it('have what is no number, and no date, as it is shown', () => {
		const odd = rowOf({ updatedDateTime: 'soon', status: 'New', substatus: 'Pending' });
		const text = delimited(
			{ columns: called('updatedDateTime', 'stage', 'details.closingDateTime'), context },
			[odd],
			pasted,
		);
		assert.equal(text, 'Updated\tStage\tEstimated close\nsoon\tNew › Pending\t\n');
	});
	it('keep digits where that is wanted', () => {
		const options = { separator: ';', protectsDigits: true } as const;
		assert.equal(
			delimited({ columns: called('mpnId'), context }, [row], options),
			'Partner (MPN) id\r\n"=""0012"""\r\n',
		);
	});
	it('have a line for each row and a cell for each column, whatever strangers write', () => {
		fc.assert(
			fc.property(fc.array(anyText, { maxLength: 5 }), (names) => {
				const rows = names.map((name) => rowOf({ name, customerProfile: { name } }));
				const lines: string[][] = parse(delimited({ columns: usualColumns, context }, rows, pasted), {
					delimiter: '\t',
				});
				assert.equal(lines.length, rows.length + 1);
				for (const cells of lines) {
					assert.equal(cells.length, usualColumns.length + 1);
					for (const cell of cells) assert.doesNotMatch(cell, /^[=+@-]|[\t\r\n\u2028]/);
				}
			}),
		);
	});
});

describe('rows as a table in Markdown', () => {
	it('have headings, and numbers at the end of their cells', () => {
		const row = rowOf({ name: 'A|B *c*', details: { dealValue: 5 } });
		assert.equal(
			markdownTable({ columns: called('label', 'details.dealValue'), context }, [row]),
			'| Deal | Estimated value |\n| --- | ---: |\n| A\\|B \\*c\\* | 5 |\n',
		);
	});
	it('have a line for each row and a cell for each column, whatever strangers write', () => {
		fc.assert(
			fc.property(fc.array(anyText, { maxLength: 5 }), (names) => {
				const rows = names.map((name) => rowOf({ name, customerProfile: { name } }));
				const text = markdownTable({ columns: usualColumns, context }, rows);
				const lines = text.split('\n').slice(0, -1);
				assert.equal(lines.length, rows.length + 2);
				for (const line of lines)
					assert.equal(line.match(/(?<!\\)(?:\\\\)*\|/g)?.length, usualColumns.length + 1, line);
			}),
		);
	});
});
