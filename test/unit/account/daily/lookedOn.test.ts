import assert from 'node:assert/strict';
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import fc from 'fast-check';
import { dayOf, LookedOn } from '../../../../src/account/daily/lookedOn.ts';
import { PlainMemory } from '../memory/PlainMemory.ts';
import { SharedMemories } from './SharedMemories.ts';

const noon = new Date(2026, 10, 28, 12).getTime();
const hour = 3_600_000;

function windowAt(memory: PlainMemory, time: { now: number }, me: string): LookedOn {
	const wait = async (milliseconds: number) => {
		time.now += milliseconds;
	};
	return new LookedOn(memory, { now: () => time.now, wait }, me);
}

describe('the day of a look', () => {
	it('is for one account, and over at midnight where the user is', async () => {
		const [memory, time] = [new PlainMemory(), { now: noon }];
		assert.ok(await windowAt(memory, time, 'one').claim('ada'));
		await windowAt(memory, time, 'one').done('ada');
		assert.equal(windowAt(memory, time, 'two').last('ada'), '2026-11-28');
		assert.ok(!(await windowAt(memory, time, 'two').claim('ada')));
		assert.ok(await windowAt(memory, time, 'two').claim('ben'));
		time.now = new Date(2026, 10, 28, 23, 59).getTime();
		assert.ok(!(await windowAt(memory, time, 'three').claim('ada')));
		time.now = new Date(2026, 10, 29, 0, 1).getTime();
		assert.ok(await windowAt(memory, time, 'four').claim('ada'));
	});

	it('is kept as a date, and nothing else', async () => {
		const [memory, time] = [new PlainMemory(), { now: noon }];
		const looked = windowAt(memory, time, 'one');
		await looked.claim('ada');
		await looked.done('ada');
		assert.deepEqual(memory.get('dailyLook'), { ada: { day: '2026-11-28' } });
	});

	it('does not count where the look failed, or the window was closed', async () => {
		const [memory, time] = [new PlainMemory(), { now: noon }];
		const failing = windowAt(memory, time, 'one');
		assert.ok(await failing.claim('ada'));
		assert.ok(!(await windowAt(memory, time, 'two').claim('ada')));
		await failing.release();
		time.now += hour;
		const closed = windowAt(memory, time, 'three');
		assert.ok(await closed.claim('ada'));
		time.now += hour;
		assert.ok(await windowAt(memory, time, 'four').claim('ada'));
		assert.equal(closed.last('ada'), undefined);
	});

	it('is not again on a traveller’s day, and a clock’s mistake holds up nobody', async () => {
		const [memory, time] = [new PlainMemory(), { now: noon }];
		await windowAt(memory, time, 'one').done('ada');
		time.now = noon - 24 * hour;
		assert.ok(!(await windowAt(memory, time, 'two').claim('ada')));
		time.now = noon - 400 * 24 * hour;
		assert.ok(await windowAt(memory, time, 'three').claim('ada'));
	});

	it('is whatever day it is there', () => {
		assert.equal(dayOf(new Date(2026, 0, 5, 0, 0).getTime()), '2026-01-05');
		assert.equal(dayOf(new Date(2026, 11, 31, 23, 59).getTime()), '2026-12-31');
	});

	it('is none where what was kept is of another kind, whatever it is', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.jsonValue({ maxDepth: 4 }),
				fc.constantFrom('__proto__', 'a', 'constructor'),
				async (kept, account) => {
					const [memory, time] = [new PlainMemory(), { now: noon }];
					await memory.update('dailyLook', kept);
					const looked = windowAt(memory, time, 'one');
					assert.ok(await looked.claim(account));
					await looked.done(account);
					assert.ok(!(await windowAt(memory, time, 'two').claim(account)));
				},
			),
			{ seed: 12, numRuns: 300 },
		);
	});

	it('is of few accounts', async () => {
		const [memory, time] = [new PlainMemory(), { now: noon }];
		for (let account = 0; account < 30; account++) await windowAt(memory, time, 'one').done(`${account}`);
		assert.equal(Object.keys(memory.get('dailyLook')).length, 10);
	});
});

describe('several windows that share a memory', () => {
	const delay = fc.integer({ min: 0, max: 700 });
	const starts = fc.array(
		fc.record({
			after: fc.oneof(delay, fc.integer({ min: 0, max: 300_000 })),
			fails: fc.boolean(),
			takes: fc.integer({ min: 0, max: 20_000 }),
			account: fc.constantFrom('ada', 'ada', 'ben'),
		}),
		{ minLength: 2, maxLength: 4 },
	);

	it('look once a day for each account, however late they hear of one another', async () => {
		let several = 0;
		await fc.assert(
			fc.asyncProperty(starts, fc.array(delay, { minLength: 1, maxLength: 40 }), async (windows, delays) => {
				const looks = await looksOf(windows, new SharedMemories(noon, delays));
				for (const account of ['ada', 'ben']) {
					const asked = windows.filter((each) => each.account === account).length;
					if (asked > 1) several++;
					assertOnce(
						looks.filter((look) => look.account === account),
						asked,
					);
				}
			}),
			{ seed: 28, numRuns: 1000 },
		);
		// So that it isn't green because windows never meet.
		assert.ok(several > 500);
	});

	it('lose what they write where nobody sees to it, so that this is what is tested', async () => {
		const shared = new SharedMemories(noon, [200]);
		const [one, other] = [shared.window(), shared.window()];
		const writing = Promise.all([one.update('a', 1), other.update('a', 2)]);
		await shared.until(writing);
		await shared.until(shared.wait(5000));
		await turnOfLoop();
		assert.deepEqual([one.get('a'), other.get('a')], [2, 1]);
	});
});

/** A window that starts some time after the first one. */
interface Start {
	readonly after: number;
	readonly account: string;
	readonly fails: boolean;
	readonly takes: number;
}

interface Look extends Pick<Start, 'account' | 'fails'> {
	readonly from: number;
	readonly to: number;
}

/** Lets windows start, and look where they may. */
async function looksOf(windows: readonly Start[], shared: SharedMemories): Promise<readonly Look[]> {
	const looks: Look[] = [];
	const run = async ({ after, fails, takes, account }: Start, index: number) => {
		const memory = shared.window();
		await shared.wait(after);
		const world = { now: () => shared.now, wait: (time: number) => shared.wait(time) };
		const looked = new LookedOn(memory, world, `window ${index}`);
		if (!(await looked.claim(account))) return;
		looks.push({ account, fails, from: shared.now, to: shared.now + takes });
		await shared.wait(takes);
		if (fails) await looked.release();
		else await looked.done(account);
	};
	await shared.until(Promise.all(windows.map(run)));
	return looks;
}

/** One after the other until one goes well. */
function assertOnce(looks: readonly Look[], asked: number): void {
	assert.ok(looks.filter(({ fails }) => !fails).length <= 1, 'looked twice');
	assert.equal(looks.length > 0, asked > 0, 'nobody looked');
	for (const [place, one] of looks.entries())
		for (const other of looks.slice(place + 1))
			assert.ok(one.to <= other.from || other.to <= one.from, 'looked at the same time');
}
