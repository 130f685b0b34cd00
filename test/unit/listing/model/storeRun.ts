import assert from 'node:assert/strict';
import type { Subscription } from '../../../../src/listing/emitter.ts';
import { ReferralStore } from '../../../../src/listing/store.ts';
import { KeptPage } from '../../../../src/partner/keptPage.ts';
import { Random } from '../../../../src/sample/invent/random.ts';
import { received } from '../../received.ts';

/** What was done over all runs, to be told. */
export const counts = { states: 0, newer: 0, tidied: 0, packed: 0, siblings: 0 };

const ids = ['a', 'b', 'c', 'd', 'e'] as const;
/** None, and of the same engagement in other letters. */
const engagements = ['', 'e1', 'E1', 'e2', '00000000-0000-0000-0000-000000000000'] as const;
const lists = [{}, {}, {}] as const;

/** When something was updated, in one of several ways to write it; no number where that can't be told. */
interface Update {
	readonly text: string | undefined;
	readonly ticks: number | undefined;
}

/** A state as it was put in, which is told from all others by its name. */
interface State {
	readonly id: string;
	readonly name: string;
	readonly engagementId: string;
	readonly update: Update;
	readonly whole: boolean;
	readonly page: StubPage | undefined;
	readonly place: number;
}

/** Remembers what it is told, instead of packing. */
class StubPage extends KeptPage {
	kept: readonly number[] | undefined;

	constructor(size: number) {
		super(new Array(size).fill(null), new Uint8Array());
	}

	override keepOnly(places: ReadonlySet<number>): void {
		this.kept = [...places].sort();
	}
}

/** One run: a store to which states come in a random order, beside the plain model of it. */
export class StoreRun {
	readonly #random: Random;
	readonly #trace: string[];
	readonly #store = new ReferralStore();
	readonly #model = new Map<string, State>();
	readonly #pages = new Set<StubPage>();
	readonly #pins: { readonly id: string; readonly pin: Subscription }[] = [];
	readonly #holds: { readonly ids: readonly string[]; readonly hold: Subscription }[] = [];
	readonly #told: (readonly string[])[] = [];
	/** Until something of them comes again. */
	readonly #dropped = new Set<string>();
	#names = 0;

	constructor(seed: number, trace: string[]) {
		this.#random = new Random(seed);
		this.#trace = trace;
		this.#store.onDidChange((change) => this.#told.push([...change].map(toldText).sort()));
	}

	run(): void {
		for (let step = this.#random.whole(10, 30); step > 0; step--) {
			this.#told.length = 0;
			const known = new Set([...this.#model.keys(), ...this.#dropped]);
			const expected = this.#act().map((id) => toldText([id, known.has(id)]));
			assert.deepEqual(this.#told, expected.length > 0 ? [expected.toSorted()] : []);
			this.#check();
		}
		this.#store.dispose();
		assert.equal(this.#store.size, 0);
	}

	/** @returns the ids that have to be told of */
	#act(): readonly string[] {
		const roll = this.#random.whole(0, 99);
		if (roll < 45) return this.#putPage();
		if (roll < 65) return this.#put([this.#state(undefined, 0)], undefined);
		if (roll < 72) return this.#drop();
		if (roll < 78) this.#pin();
		else if (roll < 82) this.#unpin();
		else if (roll < 88) this.#hold();
		else if (roll < 91) this.#holds.splice(0, 1)[0]?.hold.dispose();
		else this.#tidy();
		return [];
	}

	/** Not all of a page can be read, and it may have something twice. */
	#putPage(): readonly string[] {
		const page = new StubPage(this.#random.whole(1, 7));
		this.#pages.add(page);
		const places = this.#random.some(
			Array.from({ length: page.size }).map((_, place) => place),
			1,
			page.size,
		);
		return this.#put(
			places.map((place) => this.#state(page, place)),
			this.#random.pick(lists),
		);
	}

	#put(states: readonly State[], list: object | undefined): readonly string[] {
		this.#trace.push(
			`put ${states.map(({ id, name, update }) => `${id}=${name}@${update.text}`)} of ${!!list}`,
		);
		// What came together, came alike.
		const [{ whole, page } = { whole: false, page: undefined }] = states;
		this.#store.put(states.map(receivedOf), { whole, page, ...(list && { list }) });
		return [...new Set(states.filter((state) => this.#take(state)).map(({ id }) => id))];
	}

	/** @returns whether something is new to see */
	#take(state: State): boolean {
		counts.states += 1;
		const known = this.#model.get(state.id);
		if (known && !isNewest(state, known)) return false;
		counts.newer += 1;
		this.#model.set(state.id, state);
		this.#dropped.delete(state.id);
		return (
			!known ||
			known.whole ||
			state.whole ||
			known.name !== state.name ||
			known.engagementId !== state.engagementId ||
			known.update.text !== state.update.text
		);
	}

	/** A list often brings again what is known. */
	#state(page: StubPage | undefined, place: number): State {
		const id = this.#random.pick(ids);
		const known = this.#model.get(id);
		const again = known && this.#random.percent(30) ? known : undefined;
		const name = again?.name ?? `${++this.#names}`;
		const engagementId = again?.engagementId ?? this.#random.pick(engagements);
		return {
			id,
			name,
			engagementId,
			update: again?.update ?? updateOf(this.#random),
			whole: !page,
			page,
			place,
		};
	}

	#drop(): readonly string[] {
		const id = this.#random.pick(ids);
		this.#trace.push(`drop ${id}`);
		this.#store.drop(id);
		if (!this.#model.delete(id)) return [];
		this.#dropped.add(id);
		return [id];
	}

	#pin(): void {
		const id = this.#random.pick(ids);
		this.#trace.push(`pin ${id}`);
		this.#pins.push({ id, pin: this.#store.pin(id) });
	}

	/** Twice is as good as once. */
	#unpin(): void {
		const [first] = this.#pins.splice(this.#random.whole(0, this.#pins.length - 1), 1);
		this.#trace.push(`unpin ${first?.id}`);
		first?.pin.dispose();
		first?.pin.dispose();
	}

	#hold(): void {
		const held = this.#random.some(ids, 0, 4);
		this.#trace.push(`hold ${held}`);
		this.#holds.push({ ids: held, hold: this.#store.hold({ held: () => held }) });
	}

	#tidy(): void {
		this.#trace.push('tidy');
		for (const page of this.#pages) page.kept = undefined;
		this.#store.tidy();
		const held = new Set([...this.#pins.map(({ id }) => id), ...this.#holds.flatMap((each) => each.ids)]);
		for (const id of this.#model.keys()) {
			if (held.has(id)) continue;
			this.#model.delete(id);
			counts.tidied += 1;
		}
		for (const page of this.#pages) this.#checkPage(page);
	}

	/** Of a page of which less than a half lives, exactly that is kept; one that nothing points to goes by itself. */
	#checkPage(page: StubPage): void {
		const living = [...this.#model.values()].filter((state) => state.page === page).map(({ place }) => place);
		const packs = living.length > 0 && living.length * 2 < page.size;
		assert.deepEqual(page.kept, packs ? living.sort() : undefined);
		if (packs) counts.packed += 1;
	}

	#check(): void {
		assert.equal(this.#store.size, this.#model.size);
		for (const id of ids) {
			const [row, state] = [this.#store.get(id), this.#model.get(id)];
			assert.equal(row?.referral.name, state?.name);
			assert.deepEqual([row?.origin.whole, row?.origin.page], [state?.whole, state?.page]);
			if (state?.page) assert.equal(row?.place, state.place);
		}
		assert.deepEqual(
			[...this.#store.all()].map(({ referral }) => referral.id).sort(),
			[...this.#model.keys()].sort(),
		);
		// Not in each run from the beginning, since it is built once somebody asks.
		if (this.#random.percent(50)) this.#checkSiblings();
	}

	#checkSiblings(): void {
		for (const { id, engagementId } of this.#model.values()) {
			const others = [...this.#model.values()].filter(
				(other) => other.id !== id && isSameEngagement(other.engagementId, engagementId),
			);
			counts.siblings += others.length;
			assert.deepEqual(
				this.#store
					.siblingsOf({ id, engagementId })
					.map(({ referral: { id, name } }) => `${id} ${name}`)
					.sort(),
				others.map((other) => `${other.id} ${other.name}`).sort(),
			);
		}
	}
}

function isSameEngagement(one: string, other: string): boolean {
	return one.startsWith('e') || one.startsWith('E') ? one.toLowerCase() === other.toLowerCase() : false;
}

/** By the update, where both tell it; then an answer by id before what a list has; then what came last. */
function isNewest(state: State, known: State): boolean {
	const [next, before] = [state.update.ticks, known.update.ticks];
	if (next !== undefined && before !== undefined && next !== before) return next > before;
	return state.whole || !known.whole;
}

function toldText([id, wasKnown]: readonly [string, boolean]): string {
	return `${id} ${wasKnown ? 'again' : 'first'}`;
}

function receivedOf({ id, name, engagementId, update, place }: State) {
	return { ...received({ id, name, engagementId, updatedDateTime: update.text }), place };
}

function updateOf(random: Random): Update {
	const text = random.pick<string | undefined>([undefined, 'yesterday', '', '2026-02-30T00:00:00Z', '1']);
	if (random.percent(15)) return { text, ticks: undefined };
	const ticks = random.whole(0, 3);
	const digits = random.pick([`000000${ticks}`, `000000${ticks}00`]);
	const [hour, zone] = random.pick<readonly [string, string]>([
		['12', 'Z'],
		['14', '+02:00'],
		['07', '-05:00'],
	]);
	return { text: `2026-02-01T${hour}:00:00.${digits}${zone}`, ticks };
}
