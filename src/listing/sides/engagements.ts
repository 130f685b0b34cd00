import type { Referral } from '../../partner/referral.ts';
import { engagementOf } from '../../referral/sides/engagement.ts';

type Side = Pick<Referral, 'id' | 'engagementId'>;

/**
 * Which of the known referrals are of one engagement. Most are alone in theirs, so that what there is of each is one id; of a
 * hundred thousand it is made within a tenth of a second, and not before somebody asks.
 */
export class Engagements {
	readonly #ids = new Map<string, string | Set<string>>();

	constructor(sides: Iterable<{ readonly referral: Side }>) {
		for (const { referral } of sides) this.#add(referral);
	}

	/** One is known now, or has another state, or has gone. */
	changed(before: Side | undefined, after: Side | undefined): void {
		if (before && after && before.engagementId === after.engagementId) return;
		if (before) this.#delete(before);
		if (after) this.#add(after);
	}

	/** The ids of the others of the same engagement, in the order in which they came. @param most of them */
	*othersOf(side: Side, most: number): Iterable<string> {
		const found = this.#ids.get(engagementOf(side) ?? '');
		let left = most;
		for (const id of typeof found === 'string' ? [found] : (found ?? [])) {
			if (id === side.id) continue;
			if (left-- === 0) return;
			yield id;
		}
	}

	#add(side: Side): void {
		const engagement = engagementOf(side);
		if (engagement === undefined) return;
		const found = this.#ids.get(engagement);
		if (found === undefined || found === side.id) this.#ids.set(engagement, side.id);
		else if (typeof found === 'string') this.#ids.set(engagement, new Set([found, side.id]));
		else found.add(side.id);
	}

	#delete(side: Side): void {
		const engagement = engagementOf(side) ?? '';
		const found = this.#ids.get(engagement);
		if (typeof found === 'object') found.delete(side.id);
		if (found === side.id || (typeof found === 'object' && found.size === 0)) this.#ids.delete(engagement);
	}
}
