import assert from 'node:assert/strict';
import { csvExport } from '../../../src/export/csv.ts';
import { exportName } from '../../../src/export/fileName.ts';
import { jsonLinesExport } from '../../../src/export/jsonLines.ts';
import { exportSteps } from '../../../src/export/steps.ts';
import { entriesOf, noReasons } from './exportedText.ts';

describe('the steps of an export', () => {
	const entries = entriesOf(Array.from({ length: 250 }, (_, index) => ({ id: `${index}`, name: 'Contoso' })));

	it('are of a hundred rows', () => {
		const done = [...exportSteps(entries, jsonLinesExport())].map((step) => step.done);
		assert.deepEqual(done, [100, 200, 250]);
	});
	it('stop in between while the rows are looked through', () => {
		const done = [...exportSteps(entries, csvExport(noReasons))].map((step) => step.done);
		assert.deepEqual(done, [0, 0, 0, 100, 200, 250]);
	});
	it('are smaller where rows are long', () => {
		const long = entriesOf([1, 2, 3].map((id) => ({ id: `${id}`, name: 'x'.repeat(200_000) })));
		const done = [...exportSteps(long, jsonLinesExport())].map((step) => step.done);
		assert.deepEqual(done, [1, 2, 3, 3]);
	});
});

describe('the name that is proposed for an export', () => {
	const now = new Date(2026, 10, 5);
	const proposes = (parts: readonly string[], extension: string, name: string) =>
		it(name, () => assert.equal(exportName(parts, extension, now), name));

	proposes(['New', 'Pending'], 'csv', 'referrals-new-pending-2026-11-05.csv');
	proposes([], 'jsonl', 'referrals-2026-11-05.jsonl');
	proposes(['../all of it'], 'csv', 'referrals--all-of-it-2026-11-05.csv');
});
