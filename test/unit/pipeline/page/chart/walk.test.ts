import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChartId } from '../../../../../src/pipeline/messages/chart.ts';
import { layout } from '../../../../../src/pipeline/page/chart/layout/layout.ts';
import { markAt } from '../../../../../src/pipeline/page/chart/layout/walk.ts';
import { anyChart, sheetOf, widths } from './anyChart.ts';
import { sampleCharts } from './sampleCharts.ts';

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

describe('keys among marks', () => {
	/** Marks are called by the ranks of their place and series. */
	const leads = (id: ChartId, from: string, keys: readonly string[], to: string) =>
		it(`${id}: ${keys.join(', ')} ${keys.length > 1 ? 'lead' : 'leads'} from ${from} to ${to}`, () => {
			const chart = sampleCharts.find((each) => each.id === id) ?? assert.fail();
			const { marks } = layout(chart, sheetOf(500));
			const start = marks.find(({ mark }) => mark.id === from) ?? assert.fail();
			const end = keys.reduce((at, key) => markAt(key, at, marks) ?? at, start);
			assert.equal(end.mark.id, to);
		});
	leads('stands', '0/0', ['ArrowDown'], '1/0');
	leads('stands', '1/0', ['ArrowDown'], '2/1');
	leads('stands', '0/0', ['ArrowUp'], '0/0');
	leads('stands', '0/0', ['End'], '6/2');
	leads('stands', '6/2', ['Home'], '0/0');
	leads('reasons', '0/0', ['ArrowRight'], '0/1');
	leads('reasons', '0/1', ['ArrowDown'], '1/0');
	leads('reasons', '0/1', ['ArrowRight'], '1/0');
	leads('outcome', '0/0', ['ArrowRight'], '1/0');
	leads('outcome', '0/0', ['ArrowUp'], '0/1');
	leads('outcome', '0/1', ['ArrowDown', 'ArrowDown'], '0/0');
	leads('expires', '0/0', ['ArrowDown', 'ArrowRight'], '8/0');
	leads('expires', '6/0', ['ArrowRight'], '7/0');
	leads('expires', '7/0', ['ArrowLeft'], '6/0');
	leads('expires', '0/0', ['a', 'Enter', 'ArrowLeft'], '0/0');

	it('reach every mark', () => {
		fc.assert(
			fc.property(anyChart, widths, (chart, width) => {
				const { marks } = layout(chart, sheetOf(width));
				const reached = new Set(marks.slice(0, 1));
				for (const at of reached)
					for (const key of arrows) {
						const next = markAt(key, at, marks);
						if (next) reached.add(next);
					}
				assert.equal(reached.size, marks.length);
			}),
		);
	});
});
