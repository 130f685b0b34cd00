import { createHmac } from 'node:crypto';
import { ListedReferral } from '../../../../src/listing/arranging/listed.ts';
import type { Digest } from '../../../../src/listing/since/comparing.ts';
import type { Shelf } from '../../../../src/listing/since/keeping.ts';
import { memoryText, readMemory } from '../../../../src/listing/since/kept.ts';
import { Seen } from '../../../../src/listing/since/seen.ts';
import { markWords } from '../../../../src/listing/since/words.ts';
import { Presenter } from '../../../../src/referral/presenter.ts';
import { HandClock } from '../../handClock.ts';
import { received } from '../../received.ts';

export const start = Date.parse('2026-11-02T09:00:00Z');
export const minute = 60_000;
export const hour = 60 * minute;
export const at = (instant: number) => new Date(instant).toISOString();
export const saltedBy =
	(salt: string): Digest =>
	(text) =>
		createHmac('sha256', salt).update(text).digest('base64url');

/** A state of a referral as it comes; created and updated a day before the start unless said otherwise. */
export function state(json: object, whole = false): ListedReferral {
	const date = at(start - 24 * hour);
	const usual = {
		id: 'one',
		status: 'New',
		substatus: 'Pending',
		createdDateTime: date,
		updatedDateTime: date,
	};
	return new ListedReferral(received({ ...usual, ...json }), { whole });
}

/** What is kept, in the memory of a test, which goes from window to window. */
export class ShelfInHand implements Shelf {
	readonly digest: Digest;
	text = '';
	writes = 0;

	constructor(salt = 'a salt') {
		this.digest = saltedBy(salt);
	}

	async read(): Promise<string> {
		return this.text;
	}

	async write(text: string): Promise<void> {
		this.writes++;
		this.text = text;
	}
}

/** A window of which the user looks at referrals. */
export class Looking {
	readonly clock: HandClock;
	readonly seen: Seen;
	readonly #shelf: ShelfInHand | undefined;

	constructor(shelf: ShelfInHand | undefined, now: number) {
		this.clock = new HandClock(now);
		this.#shelf = shelf;
		const memory = readMemory(shelf?.text ?? '');
		this.seen = new Seen({ digest: shelf?.digest, memory, now: () => this.clock.now() });
	}

	/** What is said of a referral that has come. */
	words(json: object, whole = false): readonly string[] {
		const come = state(json, whole);
		this.seen.meet([come]);
		return this.wordsOf(come.referral.id);
	}

	wordsOf(id = 'one'): readonly string[] {
		const mark = this.seen.marks.get(id);
		return mark ? markWords(mark, new Presenter({ locale: 'en', clock: this.clock })) : [];
	}

	/** Writes what there is to write, and opens the next window on it. */
	restarted(now = this.clock.now()): Looking {
		const shelf = this.#shelf;
		if (!shelf) return new Looking(undefined, now);
		const { memory } = this.seen.merge(readMemory(shelf.text));
		if (memory) shelf.text = memoryText(memory, this.seen.today);
		return new Looking(shelf, now);
	}
}
