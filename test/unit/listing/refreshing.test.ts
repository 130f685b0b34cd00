import assert from 'node:assert/strict';
import { wide } from '../../../src/listing/arranging/partition.ts';
import type { Difference } from '../../../src/listing/refreshing.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import type { Reply } from '../../../src/partner/send.ts';
import { everything } from '../../../src/query/query.ts';
import { FakeSend, HeldSend, pageOf, replied } from '../partner/fakeSend.ts';
import { exploringOn, feedIn } from './exploring.ts';

const untold = new AbortController().signal;
const tick = () => new Promise((resolve) => setImmediate(resolve));

/** A page of referrals, each as `id pair name`. */
function page(...rows: readonly string[]): Reply {
	const value = rows.map((row) => {
		const [id, pair = 'New/Pending', name] = row.split(' ');
		const [status, substatus] = pair.split('/');
		return { id, status, substatus, name };
	});
	return replied({ value });
}

function textOf({ added, changed, moved, gone }: Difference): string {
	const text = (name: string, ids: ReadonlySet<string>) =>
		ids.size > 0 ? [`${name} ${[...ids].join(' ')}`] : [];
	return [...text('+', added), ...text('~', changed), ...text('>', moved), ...text('-', gone)].join(', ');
}

describe('reading again', () => {
	const finds = (
		name: string,
		partition: string,
		before: Reply,
		after: Reply | PartnerError,
		expected: string,
	) =>
		it(name, async () => {
			const { exploration } = exploringOn(FakeSend.inTurn(before, after).client);
			await feedIn(exploration, partition).loadMore();
			const difference = await exploration.refreshing.run({ depth: 'shown', stop: untold });
			assert.equal(textOf(difference), expected);
		});

	finds('finds no difference where there is none', wide, page('a', 'b'), page('a', 'b'), '');
	finds('takes another order for no difference', wide, page('a', 'b'), page('b', 'a'), '');
	finds('finds what is new', wide, page('a'), page('n', 'a'), '+ n');
	finds('finds what changed', wide, page('a', 'b'), page('a New/Pending x', 'b'), '~ a');
	finds('finds what moved', wide, page('a', 'b'), page('a Closed/Won', 'b'), '~ a, > a');
	finds('finds what is gone from everything', wide, page('a', 'b'), page('b'), '- a');
	finds(
		'says of nothing that it is gone where only a pair was read',
		'New/Pending',
		page('a', 'b'),
		page('b'),
		'',
	);
	finds('says nothing where it fails', wide, page('a', 'b'), new PartnerError('timedOut'), '');

	it('knows what is gone also where the conditions show little', async () => {
		const before = page('a New/Pending yes', 'b New/Pending no', 'c New/Pending no');
		const { client } = FakeSend.inTurn(before, page('a New/Pending no', 'b New/Pending yes'));
		const { exploration } = exploringOn(client, { ...everything, text: 'yes' });
		await feedIn(exploration, wide).loadMore();
		const difference = await exploration.refreshing.run({ depth: 'shown', stop: untold });
		assert.equal(textOf(difference), '~ a b, - c');
	});

	it('says of nothing that it is gone when only first pages are read', async () => {
		const { exploration } = exploringOn(FakeSend.inTurn(page('a', 'b'), page('b')).client);
		await feedIn(exploration, wide).loadMore();
		assert.equal(textOf(await exploration.refreshing.run({ depth: 'first', stop: untold })), '');
	});

	it('is done once for two who ask at once, one feed after the other', async () => {
		const send = new HeldSend();
		const { exploration } = exploringOn(send.client);
		for (const [index, key] of ['New/Pending', 'New/Received'].entries()) {
			const loaded = feedIn(exploration, key).loadMore();
			await tick();
			send.answer(index, pageOf([key]));
			await loaded;
		}
		const { refreshing } = exploration;
		assert.deepEqual([refreshing.feeds.length, refreshing.busy], [2, false]);
		const progress: string[] = [];
		const progressed = (done: number, all: number) => progress.push(`${done}/${all}`);
		const both = [1, 2].map(() => refreshing.run({ depth: 'shown', stop: untold, progressed }));
		assert.ok(refreshing.busy);
		await tick();
		assert.equal(send.asks.length, 3);
		send.answer(2, pageOf(['x']));
		await tick();
		assert.equal(send.asks.length, 4);
		send.answer(3, pageOf(['y']));
		assert.deepEqual((await Promise.all(both)).map(textOf), ['+ x y', '+ x y']);
		assert.deepEqual([progress, refreshing.busy], [['0/2', '1/2'], false]);
	});

	it('that is cancelled keeps what was there, and tells of what had come', async () => {
		const send = new HeldSend();
		const { exploration, session } = exploringOn(send.client);
		for (const [index, key] of ['New/Pending', 'New/Received'].entries()) {
			const loaded = feedIn(exploration, key).loadMore();
			await tick();
			send.answer(index, pageOf([key]));
			await loaded;
		}
		const stop = new AbortController();
		const running = exploration.refreshing.run({ depth: 'shown', stop: stop.signal });
		await tick();
		send.answer(2, pageOf(['x']));
		await tick();
		stop.abort();
		assert.equal(textOf(await running), '+ x');
		assert.deepEqual(
			exploration.feeds.map(({ ids, state }) => [...ids, state]),
			[
				['x', 'ready'],
				['New/Received', 'ready'],
			],
		);
		assert.equal(session.store.size, 2);
	});
});
