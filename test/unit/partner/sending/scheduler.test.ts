import assert from 'node:assert/strict';
import { PartnerError } from '../../../../src/partner/error.ts';
import type { Reply, Send } from '../../../../src/partner/send.ts';
import { Scheduler } from '../../../../src/partner/sending/scheduler.ts';
import { failing } from '../failing.ts';
import { HeldSend, replied } from '../fakeSend.ts';
import { turn, VirtualTime } from '../virtualTime.ts';

describe('a scheduler', () => {
	const time = { clock: new VirtualTime() };
	let held: HeldSend;
	let pauses: number[];
	let scheduler: Scheduler;
	let send: Send;

	beforeEach(() => {
		time.clock = new VirtualTime();
		held = new HeldSend();
		pauses = [];
		scheduler = new Scheduler({ ...time.clock, paused: (until) => pauses.push(until) });
		send = scheduler.wrap(held.send);
	});

	const { signal: never } = new AbortController();
	const ask = (name: string, { background = false, signal = never } = {}): Promise<Reply> => {
		const asked = send({ url: name, headers: {}, background, signal });
		asked.catch(() => {});
		return asked;
	};
	const sent = () => held.asks.map(({ url }) => url).join('');
	const answer = async (name: string, reply: Reply | PartnerError = replied({})): Promise<void> => {
		held.answer(sent().lastIndexOf(name), reply);
		await turn();
	};
	const pauseFor = (seconds: number, status = 429) => replied('', status, { 'retry-after': `${seconds}` });
	const begin = async (names: string, options = {}): Promise<void> => {
		for (const name of names) ask(name, options).catch(() => {});
		await turn();
	};

	describe('lets', () => {
		it('four begin at once, and the next as soon as one has ended', async () => {
			await begin('abcdefg');
			assert.equal(sent(), 'abcd');
			await answer('c');
			await answer('a', replied('', 500));
			await answer('e', new PartnerError('interrupted'));
			assert.equal(sent(), 'abcdefg');
		});
		it('people go before the background, and each in the order in which they came', async () => {
			await begin('abcd');
			await begin('xy', { background: true });
			await begin('ef');
			for (const name of 'abcd') await answer(name);
			assert.equal(sent(), 'abcdefxy');
		});
		it('one begin after the other once a pause is over, and more as that goes well', async () => {
			await begin('abcdefghijklmnopqrstuvwxyz');
			await answer('a', pauseFor(5));
			for (const name of 'bcd') await answer(name);
			await time.clock.goTo(5000);
			assert.equal(sent(), 'abcde');
			// What was sent before the pause counts, too.
			for (const name of 'efghijk') await answer(name);
			assert.equal(sent(), 'abcdefghijklm');
			await answer('l', replied('', 500));
			for (const name of 'mnopqrstu') await answer(name);
			assert.equal(sent(), 'abcdefghijklmnopqrstuvw');
			await answer('v');
			assert.equal(sent(), 'abcdefghijklmnopqrstuvwxy');
		});
	});

	describe('while the service asks for a short pause', () => {
		for (const status of [429, 503, 509])
			it(`sends nothing, also after ${status}`, async () => {
				await begin('abcdef');
				await answer('a', pauseFor(5, status));
				for (const name of 'bcd') await answer(name);
				const later = ask('g');
				await time.clock.goTo(4999);
				assert.equal(sent(), 'abcd');
				await time.clock.goTo(5000);
				assert.equal(sent(), 'abcde');
				for (const name of 'efg') await answer(name);
				assert.equal((await later).status, 200);
			});
		it('sends nothing for as long as it is prolonged', async () => {
			await begin('abcde');
			await answer('a', pauseFor(5));
			await time.clock.goTo(3000);
			await answer('b', pauseFor(4));
			await answer('c', pauseFor(1));
			await answer('d', pauseFor(0));
			assert.deepEqual(pauses, [5000, 7000]);
			await time.clock.goTo(6999);
			assert.equal(sent(), 'abcd');
			await time.clock.goTo(7000);
			assert.equal(sent(), 'abcde');
		});
		it('refuses those who wait once it becomes a long one', async () => {
			await begin('abcd');
			await answer('a', pauseFor(5));
			const waiting = ask('e');
			await answer('b', pauseFor(300));
			await failing('throttled', () => waiting);
			assert.equal(time.clock.sleepers, 0);
		});
		it('waits no longer when nobody waits with it', async () => {
			await begin('a');
			await answer('a', pauseFor(5));
			const controller = new AbortController();
			const waiting = ask('b', controller);
			await turn();
			assert.equal(time.clock.sleepers, 1);
			controller.abort(new Error('enough'));
			await assert.rejects(waiting, /enough/);
			assert.equal(time.clock.sleepers, 0);
			const other = ask('c');
			await time.clock.goTo(5000);
			await answer('c');
			assert.equal((await other).status, 200);
		});
		it('is patient without being told how long, and more so each time', async () => {
			let [before, after] = [0, 0];
			for (const name of 'abcd') {
				await begin(name);
				await answer(name, replied('', 429));
				after = (scheduler.pausedUntil ?? 0) - time.clock.now();
				assert.ok(after > before / 1.6, `${after} after ${before}`);
				before = after;
				await time.clock.goTo(scheduler.pausedUntil ?? 0);
			}
			assert.ok(after >= 4000 && after < 12_000);
		});
		it('does not take 503 without a time for one', async () => {
			await begin('a');
			await answer('a', replied('', 503));
			assert.equal(scheduler.pausedUntil, undefined);
		});
	});

	describe('while the service asks for a long pause', () => {
		it('refuses at once, says until when, and sends nothing', async () => {
			await begin('a');
			await answer('a', replied('', 429, { 'retry-after': '300', 'request-id': 'r-1' }));
			await time.clock.goTo(100_000);
			const before = Date.now();
			for (const name of 'bcdefgh') {
				const { facts, retryAt = 0 } = await failing('throttled', () => ask(name));
				assert.deepEqual([facts.status, facts.requestId, facts.retryAfter], [429, 'r-1', 200_000]);
				assert.ok(retryAt >= before + 200_000 && retryAt <= Date.now() + 200_000);
			}
			assert.equal(sent(), 'a');
			assert.equal(time.clock.sleepers, 0);
			assert.deepEqual(pauses, [300_000]);
		});
		it('refuses those who waited for their turn', async () => {
			await begin('abcd');
			const waiting = ask('e');
			await answer('a', pauseFor(61));
			await failing('throttled', () => waiting);
		});
		it('waits for its last minute', async () => {
			await begin('a');
			await answer('a', pauseFor(300));
			await time.clock.goTo(240_000);
			await begin('b');
			await time.clock.goTo(299_999);
			assert.equal(sent(), 'a');
			await time.clock.goTo(300_000);
			assert.equal(sent(), 'ab');
		});
	});

	describe('tells of a pause', () => {
		it('once, although four hear of it', async () => {
			await begin('abcd');
			for (const [index, name] of [...'abcd'].entries()) {
				await time.clock.goTo(index * 20);
				await answer(name, pauseFor(5));
			}
			assert.deepEqual(pauses, [5000]);
			await begin('e');
			await time.clock.goTo(5059);
			assert.equal(sent(), 'abcd');
		});
		it('again when there is another one right after it', async () => {
			await begin('a');
			await answer('a', pauseFor(0.2));
			await time.clock.goTo(200);
			await begin('b');
			await answer('b', pauseFor(0.2));
			assert.deepEqual(pauses, [200, 400]);
		});
		it('never when it is none', async () => {
			await begin('a');
			await answer('a', pauseFor(0));
			assert.deepEqual(pauses, []);
		});
	});

	describe('when aborted', () => {
		const ignoring = (): { readonly end: (reply: Reply | PartnerError) => void } => {
			const answered = Promise.withResolvers<Reply>();
			send = scheduler.wrap((asked) => {
				held.asks.push(asked);
				return answered.promise;
			});
			return {
				end: (reply) => (reply instanceof Error ? answered.reject(reply) : answered.resolve(reply)),
			};
		};

		it('rejects at once what waits for its turn, and loses nobody behind it', async () => {
			await begin('abcd');
			const controller = new AbortController();
			const waiting = ask('e', controller);
			await begin('f');
			controller.abort(new Error('enough'));
			await assert.rejects(waiting, /enough/);
			await answer('a');
			assert.equal(sent(), 'abcdf');
		});
		it('rejects at once what is under way, although nobody listens, and gives its place on', async () => {
			ignoring();
			const controller = new AbortController();
			const asked = ask('a', controller);
			await begin('bcde');
			assert.equal(sent(), 'abcd');
			controller.abort(new Error('enough'));
			await assert.rejects(asked, /enough/);
			assert.equal(sent(), 'abcde');
			assert.equal(held.asks[0]?.signal.aborted, true);
		});
		it('drops a late failure, and heeds a late pause', async () => {
			for (const late of [new PartnerError('interrupted'), pauseFor(300)]) {
				const { end } = ignoring();
				const controller = new AbortController();
				const asked = ask('a', controller);
				controller.abort(new Error('enough'));
				await assert.rejects(asked, /enough/);
				end(late);
				await new Promise(setImmediate);
			}
			assert.deepEqual(pauses, [300_000]);
		});
		it('asks nothing that was aborted before', async () => {
			await assert.rejects(ask('a', { signal: AbortSignal.abort(new Error('before')) }), /before/);
			assert.equal(sent(), '');
		});
	});

	describe('when closed', () => {
		it('rejects what waits and what is under way, and refuses what comes later', async () => {
			const all = [...'abcdef'].map((name) => ask(name));
			scheduler.close();
			all.push(ask('g'));
			for (const each of all) {
				const { facts } = await failing('interrupted', () => each);
				assert.equal(facts.code, 'CLOSED');
			}
			assert.equal(sent(), 'abcd');
			assert.ok(held.asks.every(({ signal }) => signal.aborted));
		});
		it('gives the first reason that it was given', async () => {
			const asked = ask('a');
			scheduler.close(new PartnerError('signedOut'));
			scheduler.close();
			await failing('signedOut', () => asked);
			await failing('signedOut', () => ask('b'));
		});
		it('waits for no pause any more', async () => {
			await begin('a');
			await answer('a', pauseFor(5));
			const waiting = ask('b');
			await turn();
			scheduler.close();
			await failing('interrupted', () => waiting);
			assert.equal(time.clock.sleepers, 0);
		});
	});

	it('takes the pause for over once it was waited for, although the clock is a little behind', async () => {
		scheduler = new Scheduler({ now: () => 0, wait: async () => {} });
		send = scheduler.wrap(held.send);
		await begin('a');
		await answer('a', pauseFor(5));
		await begin('b');
		assert.equal(sent(), 'ab');
	});
	it('lets nobody wait for ever when waiting itself fails', async () => {
		scheduler = new Scheduler({ now: time.clock.now, wait: () => Promise.reject(new Error('no clock')) });
		send = scheduler.wrap(held.send);
		await begin('a');
		await answer('a', pauseFor(5));
		await assert.rejects(ask('b'), /no clock/);
	});
	it('passes on a send that fails before it begins', async () => {
		send = scheduler.wrap(() => {
			throw new TypeError('oops');
		});
		await assert.rejects(ask('a'), TypeError);
	});
	it('shares its places among all sends that it wraps', async () => {
		await begin('ab');
		send = scheduler.wrap(held.send);
		await begin('cde');
		assert.equal(sent(), 'abcd');
	});
});
