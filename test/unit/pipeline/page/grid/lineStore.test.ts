import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Line } from '../../../../../src/pipeline/messages/lines.ts';
import { type Ask, LineStore } from '../../../../../src/pipeline/page/grid/lineStore.ts';

const lineAt = (stamp: number, line: number): Line => ({
	...{ kind: 'row', id: `${stamp}/${line}`, cells: [], badges: [], selected: false },
});
const linesFrom = (stamp: number, from: number, count: number): Line[] =>
	Array.from({ length: count }, (_, index) => lineAt(stamp, from + index));

function idAt(store: LineStore, line: number): string | undefined {
	const found = store.at(line);
	return found?.kind === 'row' ? found.id : undefined;
}

function storeOf(count: number): LineStore {
	const store = new LineStore();
	store.restart(1, count);
	return store;
}

/** Answers what is asked, if anything is. */
function answer(store: LineStore, from: number, to: number): number {
	const ask = store.ask({ from, to });
	if (!ask) return 0;
	store.take(ask.stamp, ask.from, linesFrom(ask.stamp, ask.from, ask.count));
	return ask.count;
}

describe('the lines that came from the editor', () => {
	it('are asked for in whole pieces, once', () => {
		const store = storeOf(10_000);
		assert.deepEqual(store.ask({ from: 120, to: 180 }), { stamp: 1, from: 100, count: 100 });
		assert.equal(store.ask({ from: 120, to: 180 }), undefined);
		store.take(1, 100, linesFrom(1, 100, 100));
		assert.equal(store.ask({ from: 120, to: 180 }), undefined);
		assert.equal(idAt(store, 150), '1/150');
		assert.equal(store.at(99), undefined);
	});
	it('are asked for no further than there are any', () =>
		assert.deepEqual(storeOf(30).ask({ from: 0, to: 30 }), { stamp: 1, from: 0, count: 30 }));
	it('are not asked for where there are none', () =>
		assert.equal(storeOf(0).ask({ from: 0, to: 0 }), undefined));
	it('are asked for again when no answer comes', () => {
		const store = storeOf(100);
		store.ask({ from: 0, to: 50 });
		store.giveUp();
		assert.ok(store.ask({ from: 0, to: 50 }));
	});
	it('are not asked for again and again where an answer is too short', () => {
		const store = storeOf(100);
		const ask = store.ask({ from: 0, to: 100 });
		store.take(1, ask?.from ?? 0, []);
		assert.equal(store.ask({ from: 0, to: 100 }), undefined);
	});
	it('of an earlier stamp are passed over', () => {
		const store = storeOf(100);
		store.ask({ from: 0, to: 50 });
		store.restart(2, 100);
		assert.equal(store.take(1, 0, linesFrom(1, 0, 50)), false);
		assert.equal(store.at(0), undefined);
		assert.deepEqual(store.ask({ from: 0, to: 50 })?.stamp, 2);
	});
	it('stay until the new ones are there', () => {
		const store = storeOf(100);
		answer(store, 0, 100);
		store.restart(2, 80);
		assert.equal(idAt(store, 7), '1/7');
		assert.equal(store.isNew(7), false);
		assert.equal(store.at(80), undefined);
		answer(store, 0, 80);
		assert.equal(idAt(store, 7), '2/7');
		assert.equal(store.isNew(7), true);
	});
	it('are gone at once when what they show no longer fits', () => {
		const store = storeOf(100);
		answer(store, 0, 100);
		store.forget();
		assert.equal(store.at(7), undefined);
	});
	it('are asked for again when they look otherwise, and an answer that was under way before is shown meanwhile', () => {
		const store = storeOf(50);
		store.ask({ from: 0, to: 50 });
		store.expire();
		store.take(1, 0, linesFrom(1, 0, 50));
		assert.equal(idAt(store, 3), '1/3');
		assert.equal(answer(store, 0, 50), 50);
		assert.equal(answer(store, 0, 50), 0);
	});
	it('stay as they are under the same stamp', () => {
		const store = storeOf(50);
		answer(store, 0, 50);
		store.restart(1, 50);
		assert.equal(answer(store, 0, 50), 0);
	});
	it('are found by their ids, as long as they are no old ones', () => {
		const store = storeOf(200);
		answer(store, 0, 200);
		assert.equal(store.lineOf('1/123'), 123);
		store.restart(2, 200);
		assert.equal(store.lineOf('1/123'), undefined);
	});
	it('are forgotten when they are far away', () => {
		const store = storeOf(100_000);
		for (let from = 0; from < 100_000; from += 400) answer(store, from, from + 400);
		assert.equal(store.at(0), undefined);
		assert.equal(idAt(store, 99_999), '1/99999');
	});

	it('are never those of another line, and always come in the end, whatever happens', () => {
		const step = fc.oneof(
			fc.nat(3_000).map((line) => (world: World) => world.look(line)),
			fc.nat(3_000).map((count) => (world: World) => world.restart(count)),
			fc.constant((world: World) => world.answer()),
			fc.constant((world: World) => world.store.expire()),
		);
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
				const world = new World();
				for (const take of steps) {
					take(world);
					world.check();
				}
				world.rest();
			}),
			{ seed: 3 },
		);
	});
});

/** A page and an editor that answers sometime. */
class World {
	readonly store = storeOf(1_000);
	#stamp = 1;
	#count = 1_000;
	#looked = 0;
	readonly #asked: Ask[] = [];

	look(line: number): void {
		this.#looked = line;
	}

	restart(count: number): void {
		this.#count = count;
		this.store.restart(++this.#stamp, count);
	}

	answer(): void {
		const ask = this.#asked.shift();
		if (ask) this.store.take(ask.stamp, ask.from, linesFrom(ask.stamp, ask.from, ask.count));
	}

	check(): void {
		const ask = this.store.ask(this.#span);
		if (ask) this.#asked.push(ask);
		for (let line = this.#span.from; line < this.#span.to; line++) {
			const id = idAt(this.store, line) ?? `/${line}`;
			assert.ok(id.endsWith(`/${line}`));
			assert.ok(!this.store.isNew(line) || id === `${this.#stamp}/${line}`);
		}
	}

	/** Every question is answered, until there is none. */
	rest(): void {
		for (let turn = 0; turn < 200; turn++) {
			this.answer();
			this.check();
		}
		for (let line = this.#span.from; line < this.#span.to; line++) assert.ok(this.store.isNew(line));
	}

	get #span() {
		return { from: Math.min(this.#looked, this.#count), to: Math.min(this.#looked + 170, this.#count) };
	}
}
