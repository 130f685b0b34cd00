import assert from 'node:assert/strict';
import { type FailureKind, PartnerError } from '../../../../src/partner/error.ts';
import { networkByEither } from '../../../../src/partner/network/byEither.ts';
import type { Network } from '../../../../src/partner/network/network.ts';
import type { Ask, Send } from '../../../../src/partner/send.ts';
import { failing } from '../failing.ts';

/** A failure, or the name of who answered. */
type Fate = FailureKind | 'answers';

interface Scripted extends Network {
	send: Send;
	/** What becomes of further requests. */
	fate: Fate;
	/** How many there were. */
	count: number;
	closed: boolean;
}

const { signal } = new AbortController();

describe('of two ways', () => {
	let undici: Scripted;
	let editor: Scripted;
	let lines: string[];

	function either(undiciFate: Fate, editorFate: Fate, rest = 60_000): Network {
		[undici, editor, lines] = [scripted('undici', undiciFate), scripted('editor', editorFate), []];
		return networkByEither({ undici, editor, rest, log: (line) => lines.push(line) });
	}

	it("takes undici's while it gets through", async () => {
		const network = either('answers', 'answers');
		for (let time = 0; time < 3; time++) assert.equal(await answerOf(network), 'undici');
		assert.equal(editor.count, 0);
		assert.deepEqual(lines, []);
	});

	const noConnection: readonly FailureKind[] = [
		'nameUnknown',
		'connectionRefused',
		'unreachable',
		'untrusted',
		'proxyUnusable',
		'proxyUnreachable',
		'proxyUntrusted',
		'proxySignIn',
		'proxyRefused',
	];
	for (const kind of noConnection)
		it(`takes the editor's from the first ${kind} on, and says so once`, async () => {
			const network = either(kind, 'answers');
			for (let time = 0; time < 3; time++) assert.equal(await answerOf(network), 'editor');
			assert.equal(undici.count, 1);
			assert.deepEqual(lines, [
				`Network: the editor's fetch from now on, since undici failed: ${kind} SCRIPTED`,
			]);
		});

	for (const kind of ['interrupted', 'timedOut', 'tooLarge', 'unreadable', 'defect'] as const)
		it(`leaves the editor alone at ${kind}, since there was a connection`, async () => {
			const network = either(kind, 'answers');
			await failing(kind, () => answerOf(network));
			assert.equal(editor.count, 0);
		});

	for (const kind of ['redirected', 'unreadable', 'tooLarge'] as const)
		it(`takes ${kind} for an answer that the editor got`, async () => {
			const network = either('unreachable', kind);
			await failing(kind, () => answerOf(network));
			await failing(kind, () => answerOf(network));
			assert.equal(undici.count, 1);
			assert.equal(lines.length, 1);
		});

	const told: readonly (readonly [FailureKind, FailureKind, FailureKind])[] = [
		['connectionRefused', 'unreachable', 'connectionRefused'],
		['connectionRefused', 'interrupted', 'connectionRefused'],
		['unreachable', 'timedOut', 'unreachable'],
		['nameUnknown', 'proxySignIn', 'proxySignIn'],
		['unreachable', 'untrusted', 'untrusted'],
		['untrusted', 'proxyRefused', 'untrusted'],
		['proxyUnreachable', 'untrusted', 'proxyUnreachable'],
	];
	for (const [one, two, shown] of told)
		it(`tells of ${shown} when undici says ${one} and the editor ${two}`, async () => {
			const network = either(one, two);
			await failing(shown, () => answerOf(network));
			assert.deepEqual(lines, []);
		});

	it('leaves the second way alone for a while when it failed, too', async () => {
		const network = either('unreachable', 'unreachable');
		for (let time = 0; time < 5; time++) await failing('unreachable', () => answerOf(network));
		assert.deepEqual([undici.count, editor.count], [5, 1]);
	});

	it('tries the second way again after that while', async () => {
		const network = either('unreachable', 'unreachable', 0);
		await failing('unreachable', () => answerOf(network));
		editor.fate = 'answers';
		assert.equal(await answerOf(network), 'editor');
	});

	it('goes back when only undici gets through any more, and says so', async () => {
		const network = either('unreachable', 'answers');
		await answerOf(network);
		[undici.fate, editor.fate] = ['answers', 'connectionRefused'];
		assert.equal(await answerOf(network), 'undici');
		assert.equal(await answerOf(network), 'undici');
		assert.equal(lines.length, 2);
		assert.match(
			lines[1] ?? '',
			/^Network: undici from now on, since the editor's fetch failed: connectionRefused/,
		);
	});

	it('says so once when many requests find out at a time', async () => {
		const network = either('unreachable', 'answers');
		const answers = await Promise.all(Array.from({ length: 5 }, () => answerOf(network)));
		assert.deepEqual(new Set(answers), new Set(['editor']));
		assert.equal(lines.length, 1);
		assert.equal(await answerOf(network), 'editor');
	});

	it('stops at a cancel, on either way', async () => {
		for (const cancelled of ['undici', 'editor'] as const) {
			const network = either('unreachable', 'unreachable');
			const controller = new AbortController();
			(cancelled === 'undici' ? undici : editor).send = async (ask) => {
				controller.abort(new Error('left'));
				ask.signal.throwIfAborted();
				throw new Error('not cancelled');
			};
			await assert.rejects(
				network.send({ url: '', headers: {}, signal: controller.signal }),
				/^Error: left$/,
			);
			assert.equal(editor.count, 0);
			assert.deepEqual(lines, []);
		}
	});

	it('closes both', async () => {
		const network = either('answers', 'answers');
		await network.close();
		assert.ok(undici.closed && editor.closed);
	});
});

async function answerOf(network: Network): Promise<string> {
	const { body } = await network.send({ url: 'https://api.example/', headers: {}, signal });
	return new TextDecoder().decode(body);
}

function scripted(name: string, fate: Fate): Scripted {
	const network: Scripted = {
		fate,
		count: 0,
		closed: false,
		send: async (_: Ask) => {
			network.count++;
			if (network.fate !== 'answers') throw new PartnerError(network.fate, { code: 'SCRIPTED' });
			return { status: 200, headers: {}, body: new TextEncoder().encode(name) };
		},
		close: async () => {
			network.closed = true;
		},
	};
	return network;
}
