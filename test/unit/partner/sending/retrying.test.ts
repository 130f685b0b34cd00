import assert from 'node:assert/strict';
import { closed, PartnerError } from '../../../../src/partner/error.ts';
import type { Reply, Send } from '../../../../src/partner/send.ts';
import { retrying } from '../../../../src/partner/sending/retrying.ts';

type Step = number | PartnerError | Reply;

const { signal } = new AbortController();

describe('retrying', () => {
	let waits: number[];
	let asked = 0;
	let lines: string[];

	beforeEach(() => {
		[waits, lines] = [[], []];
		asked = 0;
	});

	/** A service that takes these steps, the last one for ever. */
	function serving(...steps: readonly [Step, ...Step[]]): Send {
		const send: Send = async () => {
			const step = steps[Math.min(asked++, steps.length - 1)] ?? 200;
			if (step instanceof PartnerError) throw step;
			return typeof step === 'number' ? replied(step) : step;
		};
		return retrying(send, {
			wait: async (milliseconds, { aborted, reason }) => {
				waits.push(milliseconds);
				if (aborted) throw reason;
			},
			log: (line) => lines.push(line),
		});
	}

	const ask = (send: Send, abort = signal) =>
		send({ url: 'https://contoso.com/', headers: {}, signal: abort });

	for (const status of [200, 204, 301, 400, 401, 403, 404, 410, 501, 507, 509])
		it(`asks once when told ${status}`, async () => {
			assert.equal((await ask(serving(status))).status, status);
			assert.deepEqual([asked, waits.length], [1, 0]);
		});
	for (const status of [429, 500, 502, 503, 504])
		it(`gets over ${status}`, async () => {
			assert.equal((await ask(serving(status, status, status, 200))).status, 200);
			assert.equal(asked, 4);
		});
	for (const status of [429, 500, 502, 503, 504])
		it(`hands on the fourth ${status}`, async () => {
			assert.equal((await ask(serving(status))).status, status);
			assert.equal(asked, 4);
		});
	for (const kind of ['unreachable', 'interrupted', 'timedOut', 'connectionRefused'] as const)
		it(`gets over ${kind}, and hands on the fourth`, async () => {
			assert.equal((await ask(serving(new PartnerError(kind), 200))).status, 200);
			asked = 0;
			await assert.rejects(ask(serving(new PartnerError(kind))), { kind });
			assert.equal(asked, 4);
		});
	for (const kind of ['untrusted', 'tooLarge', 'proxyRefused', 'unreadable'] as const)
		it(`does not repeat ${kind}`, async () => {
			await assert.rejects(ask(serving(new PartnerError(kind))), { kind });
			assert.equal(asked, 1);
		});

	it('waits longer each time, and never twice the same', async () => {
		await ask(serving(500));
		for (const [index, wait] of waits.entries())
			assert.ok(wait >= 250 * 2 ** index && wait < 750 * 2 ** index, `${wait}`);
		assert.equal(new Set(waits).size, 3);
	});
	it('waits as long as it is told', async () => {
		await ask(serving(throttled('7'), 200));
		assert.ok((waits[0] ?? 0) > 6900 && (waits[0] ?? 0) <= 7000, `${waits}`);
	});
	it('does not wait an hour', async () => {
		assert.equal((await ask(serving(throttled('3600')))).status, 429);
		assert.deepEqual([asked, waits.length], [1, 0]);
	});
	it('does not wait for two minutes in all', async () => {
		assert.equal((await ask(serving(throttled('50')))).status, 429);
		assert.equal(asked, 3);
	});
	it('sends no more often than wanted', async () => {
		for (const attempts of [1, 2]) {
			let sent = 0;
			const service: Send = async () => {
				sent++;
				return replied(503);
			};
			const send = retrying(service, { wait: async () => {}, log: () => {}, attempts });
			assert.equal((await ask(send)).status, 503);
			assert.equal(sent, attempts);
		}
	});
	it('stops waiting when aborted', async () => {
		const controller = new AbortController();
		const send = retrying(async () => replied(500), {
			wait: async (_, { reason }) => {
				controller.abort(new Error('enough'));
				throw controller.signal.reason ?? reason;
			},
			log: () => {},
		});
		await assert.rejects(ask(send, controller.signal), /enough/);
	});
	it('stops waiting at once, however long the clock takes to notice', async () => {
		const controller = new AbortController();
		const send = retrying(async () => replied(500), {
			wait: () => {
				setImmediate(() => controller.abort(new Error('enough')));
				return new Promise(() => {});
			},
			log: () => {},
		});
		await assert.rejects(ask(send, controller.signal), /enough/);
	});
	it('does not try again what has ended on our side', async () => {
		const asking = ask(serving(closed(), 200));
		await assert.rejects(asking, { kind: 'interrupted', facts: { code: 'CLOSED' } });
		assert.deepEqual([asked, waits.length], [1, 0]);
	});
	it('does not wait for the end of a pause that a scheduler refuses to wait for', async () => {
		const asking = ask(serving(new PartnerError('throttled', { retryAfter: 300_000 }), 200));
		await assert.rejects(asking, { kind: 'throttled' });
		assert.deepEqual([asked, waits.length], [1, 0]);
	});
	it('writes a line for each repetition', async () => {
		await ask(serving(500, 502, 200));
		assert.equal(lines.length, 2);
	});
	it('lets a defect through', async () => {
		const send = retrying(
			async () => {
				throw new TypeError('oops');
			},
			{ wait: async () => {}, log: () => {} },
		);
		await assert.rejects(ask(send), TypeError);
	});
});

function replied(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
	return { status, headers, body: new Uint8Array() };
}

function throttled(seconds: string): Reply {
	return replied(429, { 'retry-after': seconds });
}
