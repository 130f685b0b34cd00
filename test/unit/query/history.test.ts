import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ActiveQuery } from '../../../src/query/activeQuery.ts';
import { everything, type Query } from '../../../src/query/query.ts';

const one: Query = { ...everything, status: 'New' };
const two: Query = { ...everything, status: 'Active', country: 'DE' };
const three: Query = { ...everything, text: 'contoso' };

function active() {
	const query = new ActiveQuery({ read: async () => everything, write: () => {} });
	const back = () => {
		const before = query.history.takeBack();
		if (before) query.change(before);
		return before;
	};
	return { query, back };
}

describe('the queries that a window has gone through', () => {
	it('lead back, one after the other, to what was there at first', () => {
		const { query, back } = active();
		for (const each of [one, two, three]) query.change(each);
		assert.deepEqual([back(), back(), back(), back()], [two, one, everything, undefined]);
		assert.equal(query.history.canGoBack, false);
	});

	it('go on from where one went back to', () => {
		const { query, back } = active();
		for (const each of [one, two]) query.change(each);
		back();
		query.change(three);
		assert.deepEqual([back(), back()], [one, everything]);
	});

	it('are no step where the query is the same, in whatever order', () => {
		const { query } = active();
		query.change(two);
		query.change({ country: 'DE', status: 'Active', sort: 'newest' });
		query.change({ ...two });
		assert.deepEqual(query.history.takeBack(), everything);
		assert.equal(query.history.takeBack(), undefined);
	});

	it('lead back to what was cleared', () => {
		const { query, back } = active();
		query.change(one);
		query.change(everything);
		assert.equal(back(), one);
	});

	it('are offered as recent ones, the last first, each once, and never everything', () => {
		const { query, back } = active();
		for (const each of [one, two, one, everything, three, everything]) query.change(each);
		assert.deepEqual(query.history.recent, [three, one, two]);
		back();
		back();
		assert.deepEqual(query.history.recent, [three, one, two]);
	});

	it('are bounded, and go back as a plain list does', () => {
		const step = fc.oneof(fc.constantFrom<Query | 'back'>('back', one, two, three, everything), fc.nat(40));
		const run = (steps: readonly (Query | 'back' | number)[]) => {
			const { query, back } = active();
			const plain = new PlainPast();
			for (const each of steps) {
				if (each === 'back') assert.equal(back(), plain.back());
				else {
					const next: Query = typeof each === 'number' ? { ...everything, text: `${each}` } : each;
					plain.change(next);
					query.change(next);
				}
				assert.ok(query.history.recent.length <= 10);
			}
		};
		fc.assert(fc.property(fc.array(step, { maxLength: 120 }), run), { seed: 5 });
	});
});

/** The same as a plain list. */
class PlainPast {
	readonly #past: Query[] = [];
	#now: Query = everything;

	change(next: Query): void {
		if (JSON.stringify(next) !== JSON.stringify(this.#now)) this.#past.push(this.#now);
		if (this.#past.length > 20) this.#past.shift();
		this.#now = next;
	}

	back(): Query | undefined {
		const before = this.#past.pop();
		this.#now = before ?? this.#now;
		return before;
	}
}
