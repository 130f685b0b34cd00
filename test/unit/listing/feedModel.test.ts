import { manyRuns } from './model/expectations.ts';
import { counts, FeedRun } from './model/feedRun.ts';

const runs = 10_000;

describe('feeds, whatever happens in whatever order,', () => {
	it(`are as a plain model has them, over ${runs} runs`, async function () {
		this.timeout(180_000);
		await manyRuns(runs, (seed, trace) => new FeedRun(seed, trace).run());
		const { asks, answers, failures, refreshes, ends } = counts;
		console.log(
			`      feeds: ${runs} runs, ${asks} requests, ${answers} answers, ${failures} failures, ${refreshes} refreshes, ${ends} ends`,
		);
	});
});
