import { strict as assert } from 'node:assert';
import { setTimeout as after } from 'node:timers/promises';
import { Overview } from '../../../src/pipeline/overview/overview.ts';
import { questions } from '../../../src/pipeline/overview/questions/questions.ts';
import { systemClock } from '../../../src/referral/clock.ts';
import { Presenter } from '../../../src/referral/presenter.ts';
import type { Figure } from '../samples.ts';
import { loadedRows } from './rows.ts';
import { Slices } from './slices.ts';

const twoFrames = 2000 / 60;
const warmUp = 2;

/** Answers all questions of the charts about 100,000 rows, and sees for how long that holds anybody up. */
export async function measureOverview(rounds: number): Promise<readonly Figure[]> {
	const rows = await loadedRows(100_000);
	const held: number[] = [];
	for (let round = 0; round < warmUp + rounds; round++) {
		// What the round before has left behind is nobody else's.
		await after(50);
		const slices = new Slices();
		let told = () => {};
		const overview = new Overview({
			...{ rest: slices.rest, elapsed: () => performance.now(), now: Date.now },
			presenter: new Presenter({ locale: 'en', clock: systemClock(globalThis) }),
			fiscalYearStart: () => 7,
			changed: () => told(),
		});
		const counted = new Promise<void>((resolve) => {
			told = () => overview.charts.length === questions.length && resolve();
		});
		slices.takeLongest();
		overview.count({ rows, matches: () => true, filters: new Map(), complete: true });
		await counted;
		held.push(slices.takeLongest());
		assert.ok(overview.charts.every(({ sentence }) => sentence !== ''));
		overview.dispose();
	}
	const slices = held.slice(warmUp);
	return [
		{
			id: 'overview',
			ours: 'the longest slice of counting 100,000 rows for all charts',
			limit: 'two frames',
			...{ aim: 1, unit: 'ms', samples: { ours: slices, limit: slices.map(() => twoFrames) } },
		},
	];
}
