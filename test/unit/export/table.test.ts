import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { exportColumns } from '../../../src/export/columns.ts';
import { type TableOptions, tableExport, usualHeaders } from '../../../src/export/table.ts';
import { Random } from '../../../src/sample/invent/random.ts';
import { englishManifest } from '../englishManifest.ts';
import { exportedText, noReasons } from './exportedText.ts';

const written = (jsons: readonly unknown[], options: Partial<TableOptions> = {}, reasonsOf = noReasons) =>
	exportedText(
		jsons,
		tableExport(reasonsOf, { headers: [], protectsDigits: false, headed: true, ...options }),
	);

/** As a spreadsheet reads what is pasted. */
const pasted = (text: string): readonly (readonly string[])[] => parse(text, { delimiter: '\t' });

describe('a table that is copied', () => {
	it('has a line of headers and one for each referral', () => {
		const text = written([{ id: 'r1', name: 'Contoso' }, { id: 'r2' }], {
			headers: ['Deal Name', 'Referral ID'],
		});
		assert.equal(text, 'Deal Name\tReferral ID\nContoso\tr1\n\tr2\n');
	});

	it('has the columns that were asked for, in that order, each once, and passes over what is none', () => {
		const headers = ['Referral ID', 'no column', 'Deal Name', 'Referral ID', '__proto__'];
		assert.deepEqual(pasted(written([], { headers })), [['Referral ID', 'Deal Name']]);
	});

	it('has the usual ones when none is left', () => {
		for (const headers of [[], ['no column']])
			assert.deepEqual(pasted(written([], { headers })), [usualHeaders]);
	});

	it('can go without headers, so that a line can be pasted below others', () => {
		assert.equal(written([{ id: 'r1' }], { headers: ['Referral ID'], headed: false }), 'r1\n');
	});

	it('begins no formula, and neither a cell nor a line of its own, whatever a stranger writes', () => {
		const random = new Random(7);
		const pieces: [string, ...string[]] = [
			...(['=', '+', '-', '@', '\t', '\n', '\r', '"', "'", ';', ' ', '\u2028'] as const),
			...(['a', '1', 'cmd|x!A1', '\u0085', '＝', ','] as const),
		];
		for (let round = 0; round < 5000; round++) {
			const name = Array.from({ length: random.whole(1, 12) }, () => random.pick(pieces)).join('');
			const rows = pasted(
				written([{ id: 'r1', name }, { id: 'r2' }], { headers: ['Deal Name', 'Referral ID'] }),
			);
			assert.deepEqual(
				rows.map((row) => row.length),
				[2, 2, 2],
				JSON.stringify(name),
			);
			assert.deepEqual([rows[1]?.[1], rows[2]?.[1]], ['r1', 'r2']);
			assert.doesNotMatch(rows[1]?.[0] ?? '', /^\s*[=@]|[\t\r\n]/u, JSON.stringify(name));
		}
	});

	it('has the columns that the setting offers', () => {
		const manifest: {
			contributes: {
				configuration: { properties: Record<string, { items?: { enum?: string[] }; default: unknown }> };
			};
		} = JSON.parse(englishManifest());
		const setting = manifest.contributes.configuration.properties['partnerReferrals.copyColumns'];
		assert.deepEqual(
			setting?.items?.enum,
			exportColumns.map(([header]) => header),
		);
		assert.deepEqual(setting?.default, usualHeaders);
	});
});
