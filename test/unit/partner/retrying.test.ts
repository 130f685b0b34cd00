import assert from 'node:assert/strict';
import { PartnerError } from '../../../src/partner/error.ts';
import { retrying } from '../../../src/partner/retrying.ts';
import type { Reply, Send } from '../../../src/partner/send.ts';

type Step = number | PartnerError | Reply;

const { signal } = new AbortController();

describe('retrying', () => {
	let waits: number[];
	let asked = 0;
	let pauses: number[];
	let lines: string[];

	beforeEach(() => {
		[waits, pauses, lines] = [[], [], []];
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
			paused: (until) => pauses.push(until),
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
	it('says until when it was told to wait', async () => {
		const before = Date.now();
		await ask(serving(throttled('7'), 200));
		assert.ok((pauses[0] ?? 0) >= before + 7000 && (pauses[0] ?? 0) <= Date.now() + 7000);
	});
	it('does not wait an hour', async () => {
		assert.equal((await ask(serving(throttled('3600')))).status, 429);
		assert.deepEqual([asked, waits.length], [1, 0]);
	});
	it('does not wait for two minutes in all', async () => {
		assert.equal((await ask(serving(throttled('50')))).status, 429);
		assert.equal(asked, 3);
	});
	it('lets other requests wait, too, while the service asks for it', async () => {
		let release = (): void => {};
		const released = new Promise<void>((resolve) => {
			release = resolve;
		});
		const seen: string[] = [];
		let calls = 0;
		const send = retrying(
			async ({ url }) => {
				seen.push(url);
				return calls++ === 0 ? throttled('5') : replied(200);
			},
			{ wait: () => released, log: () => {}, paused: () => {} },
		);
		const one = send({ url: 'https://contoso.com/1', headers: {}, signal });
		await new Promise(setImmediate);
		const two = send({ url: 'https://contoso.com/2', headers: {}, signal });
		await new Promise(setImmediate);
		assert.deepEqual(seen, ['https://contoso.com/1']);
		release();
		await Promise.all([one, two]);
		assert.equal(seen.length, 3);
	});
	it('stops waiting when aborted', async () => {
		const controller = new AbortController();
		const send = retrying(async () => replied(500), {
			wait: async (_, { reason }) => {
				controller.abort(new Error('enough'));
				throw controller.signal.reason ?? reason;
			},
			log: () => {},
			paused: () => {},
		});
		await assert.rejects(ask(send, controller.signal), /enough/);
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
			{ wait: async () => {}, log: () => {}, paused: () => {} },
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
