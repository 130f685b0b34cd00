import type { Chart } from '../../../messages/chart.ts';
import { barsScene } from './bars.ts';
import { calendarScene } from './calendar.ts';
import { columnsScene } from './columns.ts';
import type { Scene, Sheet } from './scene.ts';

/** Where everything of a chart stands. */
export function layout(chart: Chart, sheet: Sheet): Scene {
	return shapes[chart.shape](chart, sheet);
}

const shapes = {
	bars: barsScene,
	columns: columnsScene,
	calendar: calendarScene,
} as const satisfies Record<Chart['shape'], (chart: Chart, sheet: Sheet) => Scene>;
