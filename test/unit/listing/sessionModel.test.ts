import { manyRuns } from './model/expectations.ts';
import { counts, SessionRun } from './model/sessionRun.ts';

const runs = 8_000;

describe('sessions, whoever signs in, out and elsewhere while whatever is asked,', () => {
	it(`never mix what is whose, over ${runs} runs`, async function () {
		this.timeout(180_000);
		await manyRuns(runs, (seed, trace) => new SessionRun(seed, trace).run());
		const { sessions, asks, exports, late } = counts;
		console.log(
			`      sessions: ${runs} runs, ${sessions} sessions, ${asks} requests, ${exports} exports, ${late} answers too late`,
		);
	});
});
