import { manyRuns } from '../model/expectations.ts';
import { counts, WatchRun } from './model/watchRun.ts';

const runs = 800;

describe('a watch, whatever is loaded, refreshed, searched and answered meanwhile,', () => {
	it(`looks only when it may, and shows what there is, over ${runs} runs`, async function () {
		this.timeout(180_000);
		await manyRuns(runs, (seed, trace) => new WatchRun(seed, trace).run());
		const { looks, asks, late, compared, stops } = counts;
		console.log(
			`      watch: ${runs} runs, ${looks} looks, ${asks} requests, ${late} answers too late, ${stops} stops, ${compared} rows compared`,
		);
	});
});
