import type { PairCount } from '../../src/sample/invent/distribution.ts';
import { Random } from '../../src/sample/invent/random.ts';
import { inventReferral } from '../../src/sample/invent/referral.ts';

/** How many different referrals of a pair there are, apart from ids and dates. */
const variety = 100;
/** From one referral to the next, in milliseconds. */
const apart = 60_000;
const mark = { id: '\u0001', engagementId: '\u0002', createdDateTime: '\u0003' };
const digits = 'abcdef0123456789';

/** Writes the referrals of one pair of status and substatus, as JSON. */
export class SimulatedRow {
	/** Each cut where something of its place is to stand. */
	readonly #templates: readonly (readonly string[])[];
	readonly #now: number;

	constructor({ status, substatus }: Pick<PairCount, 'status' | 'substatus'>, now: Date) {
		const random = new Random(
			[...status, ...substatus].reduce((sum, each) => sum * 31 + each.charCodeAt(0), 7),
		);
		this.#now = now.getTime();
		this.#templates = Array.from({ length: variety }, () => {
			const pair = { status, substatus, count: variety };
			const referral = { ...inventReferral(random, pair, mark.engagementId, now), ...mark };
			// The links name the id that it was invented with; nobody follows them.
			return JSON.stringify(referral).split(/\\u000([123])/);
		});
	}

	/** The referral at a place among all of the tenant. */
	at(place: number): string {
		const [first = '', ...pieces] = this.#templates[place % variety] ?? [];
		let text = first;
		for (let index = 0; index < pieces.length; index += 2)
			text += this.#valueOf(pieces[index], place) + pieces[index + 1];
		return text;
	}

	/** The place of the referral with an id; undefined for an id that no place has. */
	static placeOf(id: string): number | undefined {
		const place = Number.parseInt(id.slice(-12), 16);
		return Number.isFinite(place) && idOf(place) === id ? place : undefined;
	}

	#valueOf(piece: string | undefined, place: number): string {
		if (piece === '1') return idOf(place);
		// Every fifth referral is a side of the same engagement as the one before.
		if (piece === '2') return idOf(place % 5 === 0 ? Math.max(0, place - 1) : place, 'e');
		return new Date(this.#now - (place + 1) * apart).toISOString();
	}
}

/** Looks like a GUID, is different for every place, and tells the place. */
function idOf(place: number, kind = 'a'): string {
	const scattered = (Math.imul(place + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
	const variant = digits[place % digits.length];
	return `${scattered}-${kind}000-4${variant}00-8000-${place.toString(16).padStart(12, '0')}`;
}
