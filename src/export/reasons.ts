import type { Picking } from '../listing/picking.ts';
import type { Received } from '../partner/referral.ts';
import { reasonText } from '../referral/attention/reasonText.ts';
import type { Reader } from '../referral/rowText.ts';
import type { ListedEntry } from './format.ts';

/** Why a referral needs somebody, each reason in a few words; none where nothing does. */
export type ReasonsOf = (entry: Received) => readonly string[];

/**
 * Looks now at all that is to be written, by the rules that the tree shows it by: writing takes a while, and then it may be
 * another day, other settings hold, or somebody else is signed in.
 */
export function reasonsNow(
	picking: Picking,
	entries: readonly ListedEntry[],
	{ locale, now }: Pick<Reader, 'locale' | 'now'>,
): ReasonsOf {
	const rows = entries.flatMap((entry) => (entry.kind === 'received' ? entry : []));
	// By ids, since what is written of a row is another object.
	const rules = new Map([...picking.rulesOfAll(rows, now)].map(([{ id }, own]) => [id, own]));
	return ({ referral }) => {
		const own = rules.get(referral.id) ?? [];
		return own.map((rule) => reasonText(rule, referral, { locale, now }));
	};
}
