import assert from 'node:assert/strict';
import { Browsing } from '../../../src/listing/browsing.ts';
import type { Connection } from '../../../src/listing/session.ts';
import { Sessions } from '../../../src/listing/sessions.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import { ActiveQuery } from '../../../src/query/activeQuery.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { failing } from '../partner/failing.ts';
import { FakeSend, pageOf, replied } from '../partner/fakeSend.ts';
import { now } from '../sample/sampleAsk.ts';
import { feedIn, idsIn } from './exploring.ts';

const isNew: Query = { ...everything, status: 'New' };
const closed: Query = { ...everything, status: 'Closed' };
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Browsing whose attempts to connect, and whose memory, answer when the test says so. */
function browsingOf() {
	const attempts: PromiseWithResolvers<Connection | undefined>[] = [];
	const memory = Promise.withResolvers<Query>();
	const sessions = new Sessions(() => {
		const attempt = Promise.withResolvers<Connection | undefined>();
		attempts.push(attempt);
		return attempt.promise;
	});
	const written: Query[] = [];
	const query = new ActiveQuery({ read: () => memory.promise, write: (each) => written.push(each) });
	const browsing = new Browsing(sessions, query, () => now.getTime());
	const states: string[] = [];
	browsing.onDidChange(() => states.push(sessions.state));
	return { browsing, sessions, attempts, memory, written, states };
}

/** @param fake what it answers; one referral of its own if nothing else */
function connectionOf(name: string, fake = new FakeSend(() => pageOf([name]))) {
	let closings = 0;
	const close = async () => {
		closings++;
	};
	const account = { id: name, label: name };
	const connection: Connection = { source: 'partnerCenter', account, client: fake.client, close };
	return { connection, fake, closings: () => closings };
}

describe('browsing', () => {
	it('connects once for all who look at once, and asks for nothing', async () => {
		const { browsing, attempts, memory, states } = browsingOf();
		const { connection, fake } = connectionOf('a');
		const looks = [browsing.open(), browsing.opened(), browsing.open()];
		memory.resolve(isNew);
		await settle();
		attempts[0]?.resolve(connection);
		const [one, ...others] = await Promise.all(looks);
		assert.ok(one && others.every((each) => each === one));
		assert.equal(one.query, isNew);
		assert.deepEqual([attempts.length, fake.asks.length, states], [1, 0, ['partnerCenter']]);
	});

	it('is by the query that is remembered, also where a session alone was looked for', async () => {
		const { browsing, sessions, attempts, memory, states } = browsingOf();
		const looked = sessions.open();
		attempts[0]?.resolve(connectionOf('a').connection);
		assert.ok(await looked);
		assert.deepEqual([browsing.exploration], [undefined]);
		memory.resolve(isNew);
		await settle();
		assert.equal(browsing.exploration?.query, isNew);
		assert.deepEqual(states, ['partnerCenter', 'partnerCenter']);
		assert.equal(await browsing.open(), browsing.exploration);
	});

	it('keeps the query over signing out and in, and forgets it nowhere', async () => {
		const { browsing, sessions, attempts, written } = browsingOf();
		browsing.search(closed);
		for (const name of ['a', 'b']) {
			const opened = browsing.open();
			await settle();
			attempts.at(-1)?.resolve(connectionOf(name).connection);
			const exploration = await opened;
			assert.deepEqual([exploration?.query, exploration?.session.account?.id], [closed, name]);
			sessions.end();
			assert.deepEqual([browsing.exploration, sessions.state], [undefined, 'closed']);
		}
		assert.deepEqual(written, [closed]);
	});

	it('says what is wrong, and looks anew after that', async () => {
		const { browsing, sessions, attempts, states } = browsingOf();
		browsing.search(everything);
		const failed = failing('signInFailed', () => browsing.opened());
		await settle();
		attempts[0]?.reject(new PartnerError('signInFailed'));
		await failed;
		assert.deepEqual(
			[sessions.state, sessions.failure?.kind, attempts.length],
			['failed', 'signInFailed', 1],
		);
		assert.equal(await browsing.open(), undefined);
		sessions.end();
		const signedOut = failing('signedOut', () => browsing.opened());
		await settle();
		attempts[1]?.resolve(undefined);
		await signedOut;
		assert.deepEqual(states, ['closed', 'failed', 'closed', 'signedOut']);
	});

	it('that starts over while it connects goes by what it finds then', async () => {
		const { browsing, sessions, attempts } = browsingOf();
		browsing.search(everything);
		const opened = browsing.opened();
		await settle();
		sessions.end();
		const [stale, fresh] = [connectionOf('a'), connectionOf('b')];
		attempts[0]?.resolve(stale.connection);
		await settle();
		attempts[1]?.resolve(fresh.connection);
		assert.equal((await opened).session.account?.id, 'b');
		assert.deepEqual([stale.closings(), fresh.closings(), attempts.length], [1, 0, 2]);
	});

	it('by another query drops what the one before had found, and asks for it anew', async () => {
		const { browsing, attempts } = browsingOf();
		browsing.search(everything);
		const opened = browsing.opened();
		await settle();
		const { connection, fake } = connectionOf('a');
		attempts[0]?.resolve(connection);
		const before = await opened;
		await feedIn(before, 'New/Pending').loadMore();
		assert.deepEqual(idsIn(before, 'New/Pending'), ['a']);
		browsing.search(isNew);
		assert.ok(before.signal.aborted);
		assert.deepEqual([idsIn(before, 'New/Pending'), before.session.store.size], [[], 0]);
		const { exploration = assert.fail() } = browsing;
		await feedIn(exploration, 'New/Pending').loadMore();
		assert.deepEqual([idsIn(exploration, 'New/Pending'), fake.asks.length], [['a'], 2]);
	});

	it('goes on after signing in again where that had stopped it, with all that is there', async () => {
		const { browsing, attempts } = browsingOf();
		browsing.search(everything);
		const opened = browsing.opened();
		await settle();
		const fake = FakeSend.inTurn(pageOf(['a'], 't'), replied('', 401), pageOf(['b']));
		attempts[0]?.resolve(connectionOf('a', fake).connection);
		const exploration = await opened;
		const feed = feedIn(exploration, 'New/Pending');
		for (let count = 0; count < 2; count++) await feed.loadMore();
		assert.ok(browsing.needsSignIn);
		await browsing.signedInAgain();
		assert.ok(!browsing.needsSignIn);
		assert.equal(browsing.exploration, exploration);
		assert.deepEqual(idsIn(exploration, 'New/Pending'), ['a', 'b']);
	});

	it('that is over ends its session, and connects no more', async () => {
		const { browsing, sessions, attempts } = browsingOf();
		browsing.search(everything);
		const opened = browsing.opened();
		await settle();
		const { connection, closings } = connectionOf('a');
		attempts[0]?.resolve(connection);
		const { session } = await opened;
		browsing.dispose();
		sessions.dispose();
		assert.deepEqual([session.signal.aborted, closings()], [true, 1]);
		assert.equal(await sessions.open(), undefined);
		assert.equal(attempts.length, 1);
	});
});
