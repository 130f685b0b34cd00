import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { isOpen } from '../../referral/attention/rules.ts';
import { type AttentionRule, attentionRules } from '../../referral/attention/wishes.ts';
import { instantIn } from '../../referral/instant.ts';
import type { Span } from './span.ts';

/** What a digest tells of, in that order: what happened in its span, and then what is to be done now. */
const sectionNames = [
	...(['new', 'accepted', 'won', 'lost', 'expired'] as const),
	...(['expiring', 'slipped', 'attention'] as const),
] as const;
export type SectionName = (typeof sectionNames)[number];

/** What belongs together, the latest or most pressing first. */
export interface Section {
	readonly name: SectionName;
	readonly rows: readonly ListedReferral[];
}

/** Why referrals need somebody, the most pressing reason first; what needs nobody is left out. */
export type RulesOf = ReadonlyMap<ListedReferral, readonly AttentionRule[]>;

/** What a digest looks at. `now` is in milliseconds since 1970. */
export interface Looked {
	readonly rows: readonly ListedReferral[];
	readonly rules: RulesOf;
	readonly span: Span;
	readonly now: number;
}

const day = 86_400_000;

/** How soon something must expire to be told of. */
const soon = 7 * day;

/** Where a referral stands in a section, the smallest number first; undefined where it isn't in it. */
type Rank = (row: ListedReferral, facts: Facts) => number | undefined;

interface Facts extends Looked {
	/** A date of ISO 8601 that is before the span in any time zone; empty for long before. */
	readonly before: string;
	/** The same that is after now. */
	readonly later: string;
}

const ranks = {
	new: inSpan(({ sent }) => sent.referral.createdDateTime),
	accepted: inSpan(acceptedAt),
	won: inSpan((row) => closedAs(row, 'Closed/Won')),
	lost: inSpan((row) => closedAs(row, 'Closed/Lost') ?? closedAs(row, 'Closed/Declined')),
	expired: inSpan((row) => closedAs(row, 'Closed/Expired')),
	expiring: ({ expiry }, { now }) => (expiry > now && expiry <= now + soon ? expiry : undefined),
	slipped: ({ sent: { referral } }, { now, later }) => {
		const { closingDateTime = later } = referral.details ?? {};
		const closing = closingDateTime < later && isOpen(referral) ? instantIn(closingDateTime) : undefined;
		return closing !== undefined && endOfDay(closing) <= now ? closing : undefined;
	},
	attention: (row, { rules }) => {
		const [first] = otherRules(row, rules);
		return first && attentionRules.indexOf(first);
	},
} as const satisfies Record<SectionName, Rank>;

/** The sections that have something to tell. */
export function sectionsOf(looked: Looked): readonly Section[] {
	const facts = { ...looked, before: dayAt(looked.span.from - 2 * day), later: dayAt(looked.now + 2 * day) };
	return sectionNames.flatMap((name) => {
		const rank: Rank = ranks[name];
		const ranked: { readonly row: ListedReferral; readonly at: number }[] = [];
		for (const row of looked.rows) {
			const at = rank(row, facts);
			if (at !== undefined) ranked.push({ row, at });
		}
		const rows = ranked.sort((one, other) => one.at - other.at).map(({ row }) => row);
		return rows.length > 0 ? { name, rows } : [];
	});
}

/** Why a referral needs somebody besides what sections of their own tell. */
export function otherRules(row: ListedReferral, rules: RulesOf): readonly AttentionRule[] {
	const all = rules.get(row) ?? [];
	return all.filter((rule) => rule !== 'expiring' && rule !== 'closeDatePassed');
}

/** @param when it happened, as the service writes it; undefined when it didn't, or nobody tells */
function inSpan(when: (row: ListedReferral) => string | undefined): Rank {
	return (row, { span, before }) => {
		const text = when(row);
		// Most is long past, which is seen without reading the date.
		if (text === undefined || text < before) return undefined;
		const instant = instantIn(text);
		return instant !== undefined && instant >= span.from && instant < span.to ? -instant : undefined;
	};
}

/** Two days are more than a time zone can make of it. */
function dayAt(instant: number): string {
	return instant > 0 ? new Date(instant).toISOString().slice(0, 10) : '';
}

/** What we sent ourselves counts as accepted when it was made, which is no news of its own. */
function acceptedAt({ sent }: ListedReferral): string | undefined {
	const { acceptedDateTime, createdDateTime } = sent.referral;
	return secondOf(acceptedDateTime) === secondOf(createdDateTime) ? undefined : acceptedDateTime;
}

/** Without the fractions, which are of as many digits as the service likes. */
function secondOf(text: string | undefined): string | undefined {
	return text?.slice(0, 19);
}

/** A closed referral can't be changed any more, so that its last change is its end where nobody tells of that. */
function closedAs({ pair, sent }: ListedReferral, as: string): string | undefined {
	if (pair !== as) return undefined;
	const { closedDateTime, updatedDateTime } = sent.referral;
	const isTold = closedDateTime !== undefined && instantIn(closedDateTime) !== undefined;
	return isTold ? closedDateTime : updatedDateTime;
}

/** A close date is a day, which is over when it ends in UTC. */
function endOfDay(instant: number): number {
	return Math.floor(instant / day) * day + day;
}
