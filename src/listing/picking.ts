import type { Referral } from '../partner/referral.ts';
import type { Query } from '../query/query.ts';
import { isOpen } from '../referral/attention/rules.ts';
import type { AttentionRule } from '../referral/attention/wishes.ts';
import { differencesOf } from '../referral/sides/differences.ts';
import type { Arrangement, Grouping, Lens } from './arranging/arrangement.ts';
import {
	type Around,
	type Arranging,
	attentionOf,
	groupingFor,
	lensesFor,
	plainly,
} from './arranging/arranging.ts';
import { nextPick, rulesAt } from './arranging/lenses.ts';
import type { ListedReferral } from './arranging/listed.ts';
import type { ReferralStore } from './store.ts';

/** What needs somebody among what has come, as the user wants it, now. */
export class Picking {
	readonly #arranging: () => Arranging | undefined;
	readonly #store: ReferralStore;
	readonly #around: Around;

	/** @param now milliseconds since 1970 */
	constructor(store: ReferralStore, now: () => number, arranging: () => Arranging | undefined) {
		this.#store = store;
		this.#arranging = arranging;
		this.#around = { now, disagrees: ({ sent }) => this.#disagrees(sent.referral) };
	}

	/** How the user wants what has come to be arranged. */
	get arranging(): Arranging {
		return this.#arranging() ?? plainly;
	}

	get lenses(): readonly Lens[] {
		return lensesFor(this.arranging, this.#around);
	}

	/** The keys of the lenses that have something to show. */
	lensesIn(arrangement: Arrangement | undefined): readonly string[] {
		return [...(arrangement?.values() ?? [])].flatMap(({ lens, key }) => (lens ? key : []));
	}

	groupingFor(query: Query): Grouping {
		return groupingFor(this.arranging, query, this.#around);
	}

	/** Why a referral needs somebody, the most pressing reason first. */
	rulesOf(row: ListedReferral): readonly AttentionRule[] {
		return rulesAt(row, this.#around.now(), attentionOf(this.arranging, this.#around));
	}

	/** The same of many, at one instant (milliseconds since 1970); what needs nobody is left out. */
	rulesOfAll(
		rows: Iterable<ListedReferral>,
		now: number,
	): ReadonlyMap<ListedReferral, readonly AttentionRule[]> {
		const attention = attentionOf(this.arranging, this.#around);
		const found = new Map<ListedReferral, readonly AttentionRule[]>();
		for (const row of rows) {
			const rules = rulesAt(row, now, attention);
			if (rules.length > 0) found.set(row, rules);
		}
		return found;
	}

	/** When that may be something else, in milliseconds since 1970, if nothing but the time changes; infinity for never. */
	nextChange(ids: Iterable<string>): number {
		const { lenses, by, attention, nextReturn } = this.arranging;
		const now = this.#around.now();
		if (!lenses && by !== 'attention') return Number.POSITIVE_INFINITY;
		return Math.min(nextPick(this.#rows(ids), now, attention), nextReturn(now));
	}

	*#rows(ids: Iterable<string>): Iterable<ListedReferral> {
		for (const id of ids) {
			const row = this.#store.get(id);
			if (row) yield row;
		}
	}

	#disagrees(referral: Referral): boolean {
		if (!isOpen(referral)) return false;
		const siblings = this.#store.siblingsOf(referral);
		return siblings.some((sibling) => differencesOf(referral, sibling.sent.referral).length > 0);
	}
}
