import assert from 'node:assert/strict';
import { ReferralStore } from '../../../src/listing/store.ts';
import { received } from '../received.ts';

/** A state of one referral: when it was updated, and whether it was asked for by its id. */
interface State {
	readonly updated?: string | undefined;
	readonly whole?: boolean;
}

const day = (number: number, rest = '00:00:00Z') => `2026-01-0${number}T${rest}`;

function put(store: ReferralStore, name: string, { updated, whole = false }: State): void {
	store.put([received({ id: 'a', name, updatedDateTime: updated })], { whole });
}

describe('of two states of a referral, the store has', () => {
	const has = (which: 'first' | 'second', why: string, first: State, second: State) =>
		it(`the ${which} that came, ${why}`, () => {
			const store = new ReferralStore();
			put(store, 'first', first);
			put(store, 'second', second);
			assert.equal(store.get('a')?.referral.name, which);
		});

	has('second', 'when it was updated later', { updated: day(1) }, { updated: day(2) });
	has('first', 'when it was updated later', { updated: day(2) }, { updated: day(1) });
	has(
		'first',
		'by the last digit',
		{ updated: day(1, '00:00:00.0000002Z') },
		{ updated: day(1, '00:00:00.0000001Z') },
	);
	has('second', 'whatever its time zone', { updated: day(1) }, { updated: day(1, '01:00:00+00:30') });
	has('second', 'of the same update', { updated: day(1) }, { updated: day(1) });
	has('second', 'when nothing tells', {}, {});
	has('second', 'when one tells nothing', { updated: day(2) }, { updated: 'yesterday' });
	has('first', 'asked for by id, of the same update', { updated: day(1), whole: true }, { updated: day(1) });
	has('first', 'asked for by id, when nothing tells', { whole: true }, {});
	has('second', 'asked for by id, when nothing tells', {}, { whole: true });
	has('second', 'asked for by id again', { whole: true }, { whole: true });
	has(
		'second',
		'of a list, when it was updated later',
		{ updated: day(1), whole: true },
		{ updated: day(2) },
	);
	has('first', 'of a list, when it was updated later', { updated: day(2) }, { updated: day(1), whole: true });
});

describe('the store', () => {
	it('tells once what changed at once, and nothing where nothing did', () => {
		const store = new ReferralStore();
		const told: string[] = [];
		store.onDidChange((change) => told.push([...change.keys()].join(' ')));
		const page = () => ['a', 'b'].map((id) => received({ id, name: id }));
		store.put(page(), { whole: false });
		store.put(page(), { whole: false });
		store.put([received({ id: 'b', name: 'other' })], { whole: false });
		store.drop('a');
		store.drop('a');
		assert.deepEqual(told, ['a b', 'b', 'a']);
	});

	it('forgets when it tidies what neither a list nor a page has', () => {
		const store = new ReferralStore();
		const hold = store.hold({ held: () => ['a'] });
		const pins = [store.pin('b'), store.pin('b')];
		const left = () => {
			store.tidy();
			return [...store.all()].map(({ referral }) => referral.id).join('');
		};
		store.put(
			['a', 'b', 'c'].map((id) => received({ id })),
			{ whole: false },
		);
		assert.equal(left(), 'ab');
		pins[0]?.dispose();
		pins[0]?.dispose();
		assert.equal(left(), 'ab');
		hold.dispose();
		assert.equal(left(), 'b');
		pins[1]?.dispose();
		assert.equal(left(), '');
	});
});
