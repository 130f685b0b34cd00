import { type AttentionRule, type AttentionWishes, attentionRules } from '../../referral/attention/wishes.ts';
import type { Lens } from './arrangement.ts';
import type { ListedReferral } from './listed.ts';

/** What gives a referral reason to be looked at, besides what stands in it, and who doesn't want to hear of it for now. */
export interface Attention {
	readonly wishes: AttentionWishes;
	/** Whether the other side of its engagement says something else. */
	disagrees(row: ListedReferral): boolean;
	/** Whether the user has put it aside. */
	isQuiet(row: ListedReferral): boolean;
}

/** The rules that hold for a referral at an instant (milliseconds since 1970), the most pressing first. */
export function rulesAt(row: ListedReferral, now: number, attention: Attention): readonly AttentionRule[] {
	const { wishes } = attention;
	const signs = row.signs(wishes).filter(({ since }) => since <= now);
	const differs = wishes.rules.has('sidesDisagree') && attention.disagrees(row);
	if (signs.length === 0 && !differs) return none;
	if (attention.isQuiet(row)) return none;
	const rules = signs.map(({ rule }) => rule);
	if (!differs) return rules;
	return attentionRules.filter((rule) => rule === 'sidesDisagree' || rules.includes(rule));
}

const none: readonly AttentionRule[] = [];

/** The keys of the lenses. */
export const expiringKey = 'expiring';
export const attentionKey = 'attention';

/** What expires soon, the first to expire first, and what else needs somebody, the most pressing first. */
export function lensesAt(now: number, attention: Attention): readonly Lens[] {
	const pressure = new Map<ListedReferral, number>();
	const needs = (row: ListedReferral) => {
		const [first] = rulesAt(row, now, attention);
		if (first !== undefined) pressure.set(row, attentionRules.indexOf(first));
		return first !== undefined;
	};
	return [
		{
			...{ key: expiringKey, of: { kind: 'expiring' }, always: false },
			picks: (row) => expiresSoon(row, now, attention.wishes),
			compare: (one, other) => one.expiry - other.expiry,
		},
		{
			...{ key: attentionKey, of: { kind: 'attention' }, always: true },
			picks: needs,
			compare: (one, other) => (pressure.get(one) ?? 0) - (pressure.get(other) ?? 0),
		},
	];
}

const day = 86_400_000;

/** Whether it can still be answered, but not for long. */
export function expiresSoon(
	{ expiry }: ListedReferral,
	now: number,
	{ expiringDays }: AttentionWishes,
): boolean {
	return expiry > now && expiry <= now + expiringDays * day;
}

/** The first instant after `now` at which a lens may pick other rows, if nothing else changes; infinity for never. */
export function nextPick(rows: Iterable<ListedReferral>, now: number, wishes: AttentionWishes): number {
	let next = Number.POSITIVE_INFINITY;
	const consider = (instant: number) => {
		if (instant > now && instant < next) next = instant;
	};
	for (const row of rows) {
		for (const { since } of row.signs(wishes)) consider(since);
		consider(row.expiry);
		consider(row.expiry - wishes.expiringDays * day);
	}
	return next;
}
