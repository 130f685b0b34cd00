import assert from 'node:assert/strict';
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { Keeping, type Shelf } from '../../../../src/listing/since/keeping.ts';
import { readMemory } from '../../../../src/listing/since/kept.ts';
import { Seen } from '../../../../src/listing/since/seen.ts';
import { Random } from '../../../../src/sample/invent/random.ts';
import { HandClock } from '../../handClock.ts';
import { at, minute, saltedBy, start, state } from './stating.ts';

const runs = 1_500;
let seenNew = 0;
const statuses = ['New', 'Active', 'Closed'] as const;

/** A file that windows share; each takes its time to read and write, and now and then fails. */
class Disk {
	text = '';
	readonly #random: Random;
	failing = true;
	lost = 0;
	failed = 0;

	constructor(random: Random) {
		this.#random = random;
	}

	shelf(): Shelf {
		return {
			digest: saltedBy('the salt of this computer'),
			read: async () => {
				await this.#time();
				const { text } = this;
				await this.#time();
				return text;
			},
			write: async (text) => {
				const before = this.text;
				await this.#time();
				if (this.text !== before) this.lost++;
				this.text = text;
			},
		};
	}

	async #time(): Promise<void> {
		for (let turns = this.#random.whole(0, 3); turns > 0; turns--) await turnOfLoop();
		if (!this.failing || this.#random.whole(1, 40) > 1) return;
		this.failed++;
		throw new Error('The disk is full.');
	}
}

/** What is so: the service's referrals, and what the user has seen of them in all windows. */
class Model {
	/** How often each was changed. */
	readonly versions = new Map<string, number>();
	readonly seen = new Map<string, number>();
	/** Those of which nobody has seen anything but that they are new. */
	readonly unseen = new Set<string>();
	/** When those were created that came meanwhile. */
	readonly created = new Map<string, number>();

	/** A referral as it is in a version: each changes other fields, and some change nothing but the date. */
	stateOf(id: string, version: number) {
		return state({
			id,
			status: statuses[Math.floor(version / 3) % 3],
			substatus: undefined,
			details: { dealValue: version % 2 === 0 ? version : version - 1, currency: 'USD' },
			updatedDateTime: at(start + (version - 1000) * minute),
			createdDateTime: at(this.created.get(id) ?? start - 1000 * minute),
		});
	}

	changedFields(seen: number, now: number): readonly string[] {
		const [one, other] = [seen, now].map((version) => this.stateOf('x', version).referral);
		return [
			...(one?.status === other?.status ? [] : ['status']),
			...(one?.details?.dealValue === other?.details?.dealValue ? [] : ['value']),
		];
	}
}

class Window {
	readonly seen: Seen;
	readonly keeping: Keeping;
	readonly met = new Map<string, number>();

	constructor(clock: HandClock, shelf: Shelf, text: string) {
		this.seen = new Seen({ digest: shelf.digest, memory: readMemory(text), now: () => clock.now() });
		this.keeping = new Keeping(this.seen, shelf, clock, () => {});
	}
}

/** One random history of two windows of a user. */
class Run {
	readonly #random: Random;
	readonly #clock = new HandClock(start);
	readonly #model = new Model();
	readonly disk: Disk;
	readonly #windows: Window[];

	constructor(random: Random) {
		this.#random = random;
		this.disk = new Disk(random);
		for (let id = 0; id < 3; id++) this.#model.versions.set(`id ${id}`, 0);
		this.#windows = [this.#open(), this.#open()];
	}

	async play(): Promise<void> {
		for (let step = 0; step < 25; step++) {
			await this.#step(this.#random.whole(1, 10));
			for (let turns = this.#random.whole(0, 2); turns > 0; turns--) await turnOfLoop();
		}
		this.disk.failing = false;
		// Each learns what the other one has seen, and writes what the other one has overwritten.
		for (let round = 0; round < 6; round++) for (const { keeping } of this.#windows) await keeping.look();
	}

	check(about: string): void {
		const next = this.#open();
		for (const [index, window] of [...this.#windows, next].entries())
			for (const [id, version] of this.#model.versions) {
				if (window === next && (this.#model.seen.has(id) || this.#model.unseen.has(id)))
					this.#meet(window, id, version);
				this.#checkOne(window, id, `${about}: ${id} in window ${index}`);
			}
	}

	#checkOne(window: Window, id: string, about: string): void {
		const met = window.met.get(id) ?? 0;
		const seen = window.met.has(id) ? (this.#model.seen.get(id) ?? met) : met;
		const mark = window.seen.marks.get(id);
		const isNew = window.met.has(id) && this.#model.unseen.has(id);
		const said = `${about}, seen ${seen}, there ${met}, new: ${isNew}`;
		const kind = met > seen ? 'changed' : undefined;
		assert.equal(mark?.kind, isNew ? 'new' : kind, said);
		const fields = mark?.kind === 'changed' ? mark.fields : [];
		assert.deepEqual(fields, met > seen ? this.#model.changedFields(seen, met) : [], said);
	}

	#open(): Window {
		return new Window(this.#clock, this.disk.shelf(), this.disk.text);
	}

	async #step(what: number): Promise<void> {
		const id = `id ${this.#random.whole(0, 5)}`;
		if (!this.#model.versions.has(id)) this.#create(id);
		const index = this.#random.whole(0, 1);
		const window = this.#windows[index];
		if (!window) return;
		if (what <= 3) this.#model.versions.set(id, (this.#model.versions.get(id) ?? 0) + 1);
		else if (what <= 6) this.#load(window, id);
		else if (what <= 8) this.#see(window, id);
		else if (what <= 9) void window.keeping.look();
		else await this.#restart(index, window);
		this.#clock.advance(1000);
	}

	#load(window: Window, id: string): void {
		const version = this.#model.versions.get(id) ?? 0;
		this.#meet(window, id, version);
		window.keeping.soon();
		// What nobody knows and isn't new is what there was.
		const mark = window.seen.marks.get(id);
		if (!mark) this.#hasSeen(id, version);
		else if (mark.kind === 'new' && !this.#model.seen.has(id)) this.#model.unseen.add(id);
	}

	#meet(window: Window, id: string, version: number): void {
		window.seen.meet([this.#model.stateOf(id, version)]);
		window.met.set(id, version);
	}

	#see(window: Window, id: string): void {
		const met = window.met.get(id);
		if (window.seen.saw([id]).size > 0 && met !== undefined) this.#hasSeen(id, met);
		window.keeping.soon();
	}

	#create(id: string): void {
		this.#model.versions.set(id, 0);
		this.#model.created.set(id, this.#clock.now());
		this.#clock.advance(1000);
	}

	#hasSeen(id: string, version: number): void {
		if (this.#model.unseen.delete(id)) seenNew++;
		this.#model.seen.set(id, Math.max(version, this.#model.seen.get(id) ?? 0));
	}

	/** Closed and opened again, as with a disk that takes it. */
	async #restart(index: number, window: Window): Promise<void> {
		const { failing } = this.disk;
		this.disk.failing = false;
		// What another one writes in the very moment in which a window closes, nobody can make good.
		await Promise.all(this.#windows.map(({ keeping }) => keeping.look()));
		await window.keeping.end();
		this.disk.failing = failing;
		this.#windows[index] = this.#open();
	}
}

describe('what two windows have seen', () => {
	it(`is known to both and after restarts, whatever comes in between, in ${runs} runs`, async function () {
		this.timeout(120_000);
		let [lost, failed] = [0, 0];
		for (let seed = 1; seed <= runs; seed++) {
			const run = new Run(new Random(seed));
			await run.play();
			run.check(`seed ${seed}`);
			lost += run.disk.lost;
			failed += run.disk.failed;
		}
		// So that it isn't green because nothing ever goes wrong.
		assert.ok(seenNew > runs / 20, `${seenNew}`);
		assert.ok(lost > runs / 20 && failed > runs / 20, `${lost} lost, ${failed} failed`);
	});
});
