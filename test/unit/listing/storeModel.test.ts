import { manyRuns } from './model/expectations.ts';
import { counts, StoreRun } from './model/storeRun.ts';

const runs = 10_000;

describe('a store, whatever comes in whatever order,', () => {
	it(`has what a plain model has, over ${runs} runs`, async function () {
		this.timeout(60_000);
		await manyRuns(runs, (seed, trace) => new StoreRun(seed, trace).run());
		const { states, newer, tidied, packed, siblings } = counts;
		console.log(
			`      store: ${runs} runs, ${states} states, ${newer} of them taken, ${tidied} forgotten, ${packed} pages packed anew, ${siblings} siblings found`,
		);
	});
});
