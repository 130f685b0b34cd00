import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { markWords } from '../../listing/since/words.ts';
import { reasonText } from '../../referral/attention/reasonText.ts';
import type { Urgency } from '../../referral/expiry.ts';
import { oneLine } from '../../text/oneLine.ts';
import type { ColumnContext } from '../columns/column.ts';
import type { Badge } from '../messages/lines.ts';

const tones = {
	over: 'error',
	hours: 'error',
	soon: 'warning',
	later: 'quiet',
} as const satisfies Record<Urgency, Badge['tone']>;

/** What stands beside the name of a referral: the clock, what needs somebody, what is new. */
export function badgesOf(row: ListedReferral, context: ColumnContext): readonly Badge[] {
	return [...clock(row, context), ...attention(row, context), ...news(row, context)];
}

function clock({ referral }: ListedReferral, { presenter, soonDays }: ColumnContext): readonly Badge[] {
	const deadline = presenter.deadline(referral, soonDays);
	if (!deadline?.badge) return [];
	return [{ tone: tones[deadline.urgency], text: deadline.badge, title: presenter.expiry(referral) }];
}

/** That it expires, the clock says. */
function attention(row: ListedReferral, { presenter, rulesOf }: ColumnContext): readonly Badge[] {
	const rules = rulesOf(row).filter((rule) => rule !== 'expiring');
	if (rules.length === 0) return [];
	const title = rules.map((rule) => oneLine(reasonText(rule, row.referral, presenter))).join(', ');
	return [{ tone: 'warning', text: '!', title }];
}

/** A dot, as beside what is unread. */
function news({ referral }: ListedReferral, { presenter, markOf }: ColumnContext): readonly Badge[] {
	const mark = markOf(referral.id);
	if (!mark) return [];
	return [{ tone: 'news', text: '●', title: oneLine(markWords(mark, presenter).join(', ')) }];
}
