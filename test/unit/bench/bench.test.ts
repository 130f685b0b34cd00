import assert from 'node:assert/strict';
import { type Report, reportText } from '../../bench/report.ts';
import { type Figure, resultOf } from '../../bench/samples.ts';
import { withTable } from '../../bench/withTable.ts';

const figure: Figure = {
	id: 'walk',
	ours: 'to the shop',
	limit: 'a straight line',
	aim: 1.3,
	unit: 'ms',
	samples: { ours: [3, 1, 2, 5, 4], limit: [2, 2, 2, 2, 2] },
};
const alone: Figure = {
	...figure,
	id: 'size',
	limit: '',
	aim: 25,
	unit: 'KB',
	samples: { ours: [18.46], limit: [] },
};

describe('a figure', () => {
	it('is the ratio of the medians, with the middle half of the rounds', () => {
		const { ratio, spread, met } = resultOf(figure);
		assert.deepEqual(ratio, { median: 1.5, lower: 1, upper: 2 });
		assert.deepEqual(spread.ours, { median: 3, lower: 2, upper: 4 });
		assert.equal(met, false);
	});
	it('is held against its aim by itself where there is no limit', () => {
		const { ratio, spread, met } = resultOf(alone);
		assert.deepEqual([ratio, spread.limit, met], [undefined, undefined, true]);
	});
});

describe('a report', () => {
	const report: Report = {
		circumstances: {
			...{ processor: 'Abacus, 2 cores', memory: '1 GiB', node: '24.1.0', vsCode: '1.139.1' },
			date: '2026-11-25',
		},
		method: 'By counting.',
		results: [figure, alone].map(resultOf),
	};
	it('is a table and what it was measured with', () => {
		assert.deepEqual(reportText(report).split('\n'), [
			'| Figure | Ours | Limit | Ratio | Aim | |',
			'|---|---|---|---|---|---|',
			'| `walk` | to the shop: 3 (2–4) ms | a straight line: 2 ms | 1.50 (1.00–2.00) | ≤ 1.3 | **missed** |',
			'| `size` | to the shop: 18.5 KB |  |  | ≤ 25 KB | met |',
			'',
			'By counting.',
			'Measured on 2026-11-25: Abacus, 2 cores, 1 GiB, Node 24.1.0, VS Code 1.139.1.',
		]);
	});
	it('takes the place of the one before, and leaves the rest alone', () => {
		const text = 'A\n<!-- begin: bench -->\nold\n<!-- end: bench -->\nB\n';
		const once = withTable(text, 'new $& table');
		assert.equal(once, 'A\n<!-- begin: bench -->\nnew $& table\n<!-- end: bench -->\nB\n');
		assert.equal(withTable(once, 'old'), text);
	});
	it('is put nowhere but between its markers', () => {
		assert.throws(() => withTable('A', 'table'));
		assert.throws(() => withTable('<!-- begin: bench -->', 'table'));
		assert.throws(() => withTable('<!-- end: bench --> <!-- begin: bench -->', 'table'));
	});
});
