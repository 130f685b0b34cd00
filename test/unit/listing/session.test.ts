import assert from 'node:assert/strict';
import type { PartnerError } from '../../../src/partner/error.ts';
import type { Reply } from '../../../src/partner/send.ts';
import { SessionEnded } from '../../../src/partner/sessionEnded.ts';
import { failing } from '../partner/failing.ts';
import { FakeSend, HeldSend, replied } from '../partner/fakeSend.ts';
import { received } from '../received.ts';
import { sessionOn } from './exploring.ts';

const { signal } = new AbortController();
const noMore = replied({ error: { code: 'ItemNotFound' } }, 404);

/** A session that knows one referral of a list, and gets one answer. */
function knowing(answer: Reply | PartnerError, known: object = { id: 'a', name: 'listed' }) {
	const session = sessionOn(FakeSend.inTurn(answer).client);
	session.store.put([received(known)], { whole: false });
	return session;
}

describe('a session', () => {
	describe('asked for a referral by its id', () => {
		it('has the newest state of it for everybody', async () => {
			const session = knowing(replied({ id: 'a', name: 'answered' }));
			const row = await session.byId('a', signal);
			assert.equal(row.referral.name, 'answered');
			assert.equal(session.store.get('a'), row);
		});
		it('gives what it knows when the answer is older', async () => {
			const known = { id: 'a', name: 'listed', updatedDateTime: '2026-01-02T00:00:00Z' };
			const session = knowing(replied({ id: 'a', updatedDateTime: '2026-01-01T00:00:00Z' }), known);
			assert.equal((await session.byId('a', signal)).referral.name, 'listed');
		});
		it('takes it out when the service says that it is no more', async () => {
			const session = knowing(noMore);
			await failing('gone', () => session.byId('a', signal));
			assert.equal(session.store.get('a'), undefined);
		});
		it('keeps it when somebody between says that something is not there', async () => {
			for (const body of ['<html>', '', { error: { code: 'NotFound' } }]) {
				const session = knowing(replied(body, 404));
				await failing('gone', () => session.byId('a', signal));
				assert.ok(session.store.get('a'));
			}
		});
		it('keeps a lead of the marketplace, which is not served by id', async () => {
			const session = knowing(noMore, { id: 'a', type: 'Independent', qualification: 'Direct' });
			await failing('gone', () => session.byId('a', signal));
			assert.ok(session.store.get('a'));
		});
		it('takes no other referral for it', async () => {
			const session = knowing(replied({ id: 'b' }));
			await failing('wrongShape', () => session.byId('a', signal));
			assert.deepEqual(
				[session.store.get('a')?.referral.name, session.store.get('b')],
				['listed', undefined],
			);
		});
		it('takes it although it is written otherwise', async () => {
			const session = sessionOn(FakeSend.inTurn(replied({ id: 'abc', name: 'answered' })).client);
			assert.equal((await session.byId('ABC', signal)).referral.name, 'answered');
		});
		it('can be stopped', async () => {
			const send = new HeldSend();
			const stop = new AbortController();
			const asked = sessionOn(send.client).byId('a', stop.signal);
			stop.abort(new Error('enough'));
			await assert.rejects(asked, { message: 'enough' });
		});
	});

	describe('that ended', () => {
		it('lets nobody have an answer, and has nothing', async () => {
			const send = new HeldSend();
			const session = sessionOn(send.client);
			session.store.put([received({ id: 'a' })], { whole: false });
			const asked = session.byId('a', signal);
			session.end();
			send.answer(0, replied({ id: 'a' }));
			await assert.rejects(asked, SessionEnded);
			await assert.rejects(session.byId('a', signal), SessionEnded);
			assert.deepEqual([send.asks.length, session.store.size], [1, 0]);
		});
		for (let moments = 0; moments < 12; moments++)
			it(`${moments} moments after an answer came, has nothing of it`, async () => {
				const send = new HeldSend();
				const session = sessionOn(send.client);
				const asked = session.byId('a', signal).catch(() => {});
				send.answer(0, replied({ id: 'a' }));
				for (let moment = 0; moment < moments; moment++) await undefined;
				session.end();
				await asked;
				assert.equal(session.store.size, 0);
			});
		it('ends once', () => {
			const session = sessionOn(new HeldSend().client);
			session.end();
			const { reason } = session.signal;
			session.end();
			assert.ok(reason instanceof SessionEnded);
			assert.equal(session.signal.reason, reason);
		});
	});
});
