import assert from 'node:assert/strict';
import { PartnerError } from '../../../src/partner/error.ts';
import type { Reply } from '../../../src/partner/send.ts';
import { Scheduler } from '../../../src/partner/sending/scheduler.ts';
import { Random } from '../../../src/sample/invent/random.ts';
import { replied } from './fakeSend.ts';
import { type Asked, SchedulerModel } from './schedulerModel.ts';
import { turn, VirtualTime } from './virtualTime.ts';

const runs = 6000;
const mostAsked = 60;

describe('a scheduler beside a plain model of it', () => {
	const unhandled: unknown[] = [];
	const note = (reason: unknown) => unhandled.push(reason);
	before(() => void process.on('unhandledRejection', note));
	after(() => void process.off('unhandledRejection', note));

	it('does as the model does, whatever happens in whatever order', async function () {
		this.timeout(120_000);
		const tally = { steps: 0, asks: 0, sent: 0, pauses: 0 };
		for (let seed = 1; seed <= runs; seed++) {
			const run = new Run(seed);
			await run.all().catch((error: unknown) => {
				throw new Error(`seed ${seed}, step ${run.steps}: ${error}`, { cause: error });
			});
			tally.steps += run.steps;
			tally.asks += run.model.asked.length;
			tally.sent += run.sent;
			tally.pauses += run.model.told.length;
		}
		await new Promise(setImmediate);
		assert.deepEqual(unhandled, []);
		const { steps, asks, sent, pauses } = tally;
		console.log(`scheduler: ${runs} runs, ${steps} steps, ${asks} asks, ${sent} sent, ${pauses} pauses`);
		assert.ok(sent > asks / 3 && pauses > runs / 2);
	});
});

/** An ask, and all that can still happen to it. */
interface Case {
	readonly asked: Asked;
	readonly controller: AbortController;
	/** Of the send that waits for an answer. */
	inner?: PromiseWithResolvers<Reply>;
	outcome?: { readonly value: unknown };
}

/** One scheduler, and a random course of things that befall it. */
class Run {
	steps = 0;
	sent = 0;
	readonly #time = new VirtualTime();
	readonly model = new SchedulerModel(this.#time.now);
	readonly #random: Random;
	readonly #told: number[] = [];
	readonly #cases: Case[] = [];
	readonly #scheduler = new Scheduler({ ...this.#time, paused: (until) => this.#told.push(until) });
	/** What the checks complained about in the middle of something, where it might be taken for a failure. */
	readonly #complaints: unknown[] = [];

	constructor(seed: number) {
		this.#random = new Random(seed);
	}

	async all(): Promise<void> {
		const length = this.#random.whole(5, 90);
		// In some nearly everything goes well, so that the scheduler becomes brave again.
		const trouble = this.#random.pick([2, 15, 40]);
		while (this.steps < length) await this.#step(trouble);
		await this.#drain();
	}

	/** Some things at once, and then everything that follows from them. */
	async #step(trouble: number): Promise<void> {
		const random = this.#random;
		for (let more = true; more; more = random.percent(40)) {
			this.steps += 1;
			const kind = random.fraction();
			if (kind < 0.75) this.#ask();
			else if (kind < 0.99) this.#abort();
			else if (random.percent(30)) this.#close();
		}
		await this.#settle();
		if (random.percent(75)) this.#answer(trouble);
		await this.#settle();
		if (random.percent(20)) await this.#letTimePass();
	}

	#ask(): void {
		if (this.#cases.length >= mostAsked) return;
		const random = this.#random;
		const reason = random.percent(2) ? new Error('aborted before') : undefined;
		const asked = this.model.ask(random.percent(50), reason);
		const each: Case = { asked, controller: new AbortController() };
		if (reason) each.controller.abort(reason);
		this.#cases.push(each);
		const again = random.percent(15);
		this.#send(each)
			.then(
				(value) => this.#note(each, value),
				(value: unknown) => this.#note(each, value),
			)
			.then(() => again && this.#ask())
			.catch((complaint: unknown) => this.#complaints.push(complaint));
	}

	#send(each: Case): Promise<Reply> {
		const { asked, controller } = each;
		const listens = this.#random.percent(60);
		const send = this.#scheduler.wrap(async ({ signal }) => {
			this.#noteSent(asked);
			const inner = Promise.withResolvers<Reply>();
			each.inner = inner;
			if (listens) signal.addEventListener('abort', () => end(each, signal.reason));
			return inner.promise;
		});
		return send({ url: '', headers: {}, background: asked.background, signal: controller.signal });
	}

	#noteSent(asked: Asked): void {
		this.sent += 1;
		try {
			this.model.sent(asked);
		} catch (complaint) {
			this.#complaints.push(complaint);
		}
	}

	#note(each: Case, value: unknown): void {
		assert.equal(each.outcome, undefined);
		each.outcome = { value };
	}

	/** Also what was given up and doesn't know. */
	#answer(trouble: number): void {
		const [each] = this.#random.shuffle(this.#cases.filter(({ inner }) => inner));
		if (each) this.#answerTo(each, this.#random.percent(trouble) ? this.#trouble() : replied({}));
	}

	#answerTo(each: Case, outcome: Reply | Error): void {
		const { inner } = each;
		delete each.inner;
		this.model.answered(each.asked, outcome);
		if (outcome instanceof Error) inner?.reject(outcome);
		else inner?.resolve(outcome);
	}

	#trouble(): Reply | Error {
		const random = this.#random;
		const seconds = random.pick([0, 0.3, 1, 5, 30, 60, 61, 300, 86_400]);
		const after = { 'retry-after': `${seconds}` };
		return random.pick<Reply | Error>([
			replied('', 429, after),
			replied('', 503, after),
			replied('', 429),
			replied('', 404),
			replied('', 500),
			replied('', 503),
			new PartnerError('interrupted'),
			new TypeError('a defect'),
		]);
	}

	#abort(): void {
		const [each] = this.#random.shuffle(this.#cases.filter(({ outcome }) => !outcome));
		if (!each || each.controller.signal.aborted) return;
		const reason = new Error('aborted');
		this.model.aborted(each.asked, reason);
		each.controller.abort(reason);
	}

	#close(): void {
		const reason = new PartnerError('signedOut');
		this.model.closed(reason);
		this.#scheduler.close(reason);
	}

	async #letTimePass(): Promise<void> {
		const now = this.#time.now();
		const { pausedUntil } = this.model;
		const moments = [now + this.#random.whole(0, 1000), pausedUntil - 1, pausedUntil, now + 100_000];
		await this.#time.goTo(Math.max(now, this.#random.pick([now + 1, ...moments])));
		await this.#settle();
	}

	/** What follows has followed: all is as it should be. */
	async #settle(): Promise<void> {
		await turn();
		const [complaint] = this.#complaints;
		if (complaint) throw complaint;
		this.model.check(this.#told);
		for (const each of this.#cases) checkOutcome(each);
	}

	/** Once everything is answered, nobody waits any more, not even the clock. */
	async #drain(): Promise<void> {
		const isOpen = ({ outcome }: Case) => !outcome;
		for (let round = 0; this.#cases.some(isOpen); round++) {
			assert.ok(round < 5 * mostAsked, 'somebody waits for ever');
			const answerable = this.#cases.filter((each) => each.inner && isOpen(each));
			const [each] = answerable;
			if (each) this.#answerTo(each, replied({}));
			else await this.#time.goTo(this.#time.next ?? this.#time.now());
			await this.#settle();
		}
		assert.equal(this.#time.sleepers, 0, 'the clock is waited for although nobody waits');
	}
}

/** As a network does that heeds its signal. */
function end(each: Case, reason: unknown): void {
	each.inner?.reject(reason);
	delete each.inner;
}

function checkOutcome({ asked, outcome }: Case): void {
	const { expected, name } = asked;
	assert.equal(outcome !== undefined, expected !== undefined, `${name} has ${outcome ? '' : 'not '}settled`);
	if (!expected || !outcome) return;
	if ('check' in expected) expected.check(outcome.value);
	else assert.equal(outcome.value, expected.value, `${name} settled otherwise`);
}
