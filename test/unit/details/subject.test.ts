import assert from 'node:assert/strict';
import type { Subject } from '../../../src/details/subject.ts';
import type { PartnerError } from '../../../src/partner/error.ts';
import type { Reply } from '../../../src/partner/send.ts';
import { replied } from '../partner/fakeSend.ts';
import { jsonOf, noMore, noRoute, SubjectWorld, settled } from './subjectWorld.ts';

const nameOf = ({ state }: Subject) => state?.referral.name;

/** A subject that a row has opened, and that has asked. */
function opened(more: object = {}): { world: SubjectWorld; subject: Subject } {
	const world = new SubjectWorld();
	world.lists(jsonOf('r1', 1, 'Ada', more));
	const subject = world.subject('r1');
	void subject.refresh();
	return { world, subject };
}

async function answer({ service }: SubjectWorld, index: number, reply: Reply | PartnerError): Promise<void> {
	service.answer(index, reply);
	await settled();
}

describe('the referral that a page is about', () => {
	it('is at once as the row knows it, and then as the service does', async () => {
		const { world, subject } = opened();
		assert.equal(nameOf(subject), 'Ada r1 1');
		assert.ok(subject.busy);
		await answer(world, 0, replied(jsonOf('r1', 2)));
		assert.equal(nameOf(subject), 'Ada r1 2');
		assert.equal(world.session?.store.get('r1'), subject.state);
		assert.ok(!subject.busy);
	});

	it('is as a list says that is newer, and then asked for anew, since lists leave fields out', async () => {
		const { world, subject } = opened();
		await answer(world, 0, replied(jsonOf('r1', 1)));
		world.lists(jsonOf('r1', 3));
		assert.equal(nameOf(subject), 'Ada r1 3');
		assert.equal(world.service.asks.length, 2);
		await answer(world, 1, replied(jsonOf('r1', 3)));
		assert.ok(subject.state?.origin.whole);
		assert.equal(world.service.asks.length, 2);
	});

	it('does not ask for ever when the service by id lags behind its lists', async () => {
		const { world, subject } = opened();
		await answer(world, 0, replied(jsonOf('r1', 1)));
		world.lists(jsonOf('r1', 3));
		await answer(world, 1, replied(jsonOf('r1', 1)));
		assert.equal(nameOf(subject), 'Ada r1 3');
		assert.equal(world.service.asks.length, 2);
	});

	it('stays as it is when a list knows less of the same', async () => {
		const { world, subject } = opened();
		await answer(world, 0, replied(jsonOf('r1', 1)));
		world.lists(jsonOf('r1', 1));
		assert.ok(subject.state?.origin.whole);
		assert.equal(world.service.asks.length, 1);
	});

	/** What is answered, and then known. */
	const failures: readonly (readonly [string, Reply, PartnerError['kind'], boolean])[] = [
		['the service says that it is no more', noMore, 'gone', false],
		['a gateway knows nothing of it', noRoute, 'gone', true],
		['another one is answered', replied(jsonOf('r2', 9)), 'wrongShape', true],
		['something else is answered', replied([]), 'wrongShape', true],
		['the service fails', replied('', 500), 'serviceFailed', true],
	];
	for (const [name, reply, kind, isListed] of failures)
		it(`stays as it is when ${name}`, async () => {
			const { world, subject } = opened();
			await answer(world, 0, reply);
			assert.equal(subject.id, 'r1');
			assert.equal(nameOf(subject), 'Ada r1 1');
			assert.equal(subject.failure?.kind, kind);
			assert.equal(subject.isListed, isListed);
		});

	it('stays a lead of the marketplace, which is listed but not served by id', async () => {
		const { world, subject } = opened({ qualification: 'Direct' });
		await answer(world, 0, noMore);
		assert.ok(subject.isListed);
	});

	it('has the id that the service writes', async () => {
		const world = new SubjectWorld();
		const subject = world.subject('R1', undefined);
		void subject.refresh();
		await settled();
		await answer(world, 0, replied(jsonOf('r1', 1)));
		assert.equal(subject.id, 'r1');
		assert.equal(nameOf(subject), 'Ada r1 1');
	});

	it('is asked for again when it is clicked on and not all of it is known', async () => {
		const { world, subject } = opened();
		const { session } = world;
		assert.ok(session);
		subject.show('r1', session);
		assert.equal(world.service.asks.length, 1);
		await answer(world, 0, noRoute);
		subject.show('r1', session);
		assert.equal(world.service.asks.length, 2);
		await answer(world, 1, replied(jsonOf('r1', 1)));
		subject.show('r1', session);
		assert.equal(world.service.asks.length, 2);
		assert.equal(subject.failure, undefined);
	});

	it('turns to another one, whatever the answer for the first', async () => {
		const { world, subject } = opened();
		world.lists(jsonOf('r2', 1));
		assert.ok(world.session);
		subject.show('r2', world.session);
		await answer(world, 1, replied(jsonOf('r2', 2)));
		assert.equal(nameOf(subject), 'Ada r2 2');
		assert.equal(subject.failure, undefined);
		assert.ok(world.service.asks[0]?.signal.aborted);
	});

	it('is pinned in the store as long as it is shown', () => {
		const { world, subject } = opened();
		world.session?.store.tidy();
		assert.ok(world.session?.store.get('r1'));
		subject.dispose();
		world.session?.store.tidy();
		assert.equal(world.session?.store.size, 0);
	});

	it('changes no more once its session has ended', async () => {
		const { world, subject } = opened();
		const { changes } = world;
		world.end();
		subject.dispose();
		await settled();
		assert.equal(subject.failure, undefined);
		assert.equal(world.changes, changes);
	});

	it('tells of no failure when the session ends', async () => {
		const { world, subject } = opened();
		world.end();
		await settled();
		assert.equal(subject.failure, undefined);
	});

	it('waits for a session when it comes back by its id, and asks the next one', async () => {
		const world = new SubjectWorld();
		world.end();
		const subject = world.subject('r1', undefined);
		await subject.refresh();
		assert.equal(subject.failure?.kind, 'signedOut');
		world.begin();
		void subject.startOver();
		await settled();
		await answer(world, 0, replied(jsonOf('r1', 1)));
		assert.equal(nameOf(subject), 'Ada r1 1');
	});

	it('asks nothing once it is over', async () => {
		const { world, subject } = opened();
		subject.dispose();
		await subject.refresh();
		assert.equal(world.service.asks.length, 1);
		assert.ok(!subject.busy);
	});
});
