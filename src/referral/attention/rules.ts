import type { Referral } from '../../partner/referral.ts';
import { instantIn } from '../instant.ts';
import { type AttentionRule, type AttentionWishes, attentionRules } from './wishes.ts';

/** That a rule holds for a referral, from an instant on (milliseconds since 1970; minus infinity where time has no part in it). */
export interface Sign {
	readonly rule: AttentionRule;
	readonly since: number;
}

const hour = 3_600_000;
const day = 24 * hour;

/** How long Partner Center waits before it shows that a customer who asked to be contacted has had no answer. */
const answerTime = 72 * hour;

/** A rule: from when on it holds for a referral; undefined where it never does, as for whatever is closed. */
type Since = (facts: Facts, wishes: AttentionWishes) => number | undefined;

/** What rules look at. Instants are in milliseconds since 1970. */
interface Facts {
	readonly isNew: boolean;
	readonly isActive: boolean;
	readonly created: number | undefined;
	readonly updated: number | undefined;
	readonly accepted: number | undefined;
	readonly expiry: number | undefined;
	readonly closing: number | undefined;
	readonly wantsContact: boolean;
	readonly hasValue: boolean;
	readonly hasTeam: boolean;
}

const always = Number.NEGATIVE_INFINITY;

/**
 * The rules that look at a referral alone; whether the sides of an engagement disagree takes both of them. A close date is a
 * day, which is over when it ends in UTC. What is missing matters once somebody works on it.
 */
const rules = {
	expiring: ({ isNew, expiry }, { expiringDays }) =>
		isNew && expiringDays > 0 && expiry !== undefined ? expiry - expiringDays * day : undefined,
	unanswered: ({ isNew, wantsContact, created }: Facts) =>
		isNew && wantsContact && created !== undefined ? created + answerTime : undefined,
	closeDatePassed: ({ closing }) => (closing === undefined ? undefined : endOfDay(closing)),
	nothingSince: ({ isActive, accepted, updated }, { acceptedDays }) =>
		isActive && accepted !== undefined && updated !== undefined && updated <= accepted + day
			? accepted + acceptedDays * day
			: undefined,
	untouched: ({ updated }, { untouchedDays }) =>
		updated === undefined ? undefined : updated + untouchedDays * day,
	noValue: ({ isActive, hasValue }) => (isActive && !hasValue ? always : undefined),
	noCloseDate: ({ isActive, closing }) => (isActive && closing === undefined ? always : undefined),
	nobody: ({ isActive, hasTeam }) => (isActive && !hasTeam ? always : undefined),
} as const satisfies Record<Exclude<AttentionRule, 'sidesDisagree'>, Since>;

/** When a customer who asked to be contacted has waited for longer than Partner Center expects; undefined where nobody waits. */
export function waitsSince(referral: Referral): number | undefined {
	return rules.unanswered(factsOf(referral));
}

const lone = attentionRules.filter((rule) => rule !== 'sidesDisagree');
const none: readonly Sign[] = [];

/**
 * All that a referral by itself gives reason to look at, now or later, the most pressing first. Closed ones give none, and
 * neither does a status that nobody knows.
 */
export function signsOf(referral: Referral, wishes: AttentionWishes): readonly Sign[] {
	const facts = factsOf(referral);
	if (!facts.isNew && !facts.isActive) return none;
	const signs = lone.flatMap((rule): readonly Sign[] => {
		const since = wishes.rules.has(rule) ? rules[rule](facts, wishes) : undefined;
		return since === undefined ? none : [{ rule, since }];
	});
	return signs.length > 0 ? signs : none;
}

/** Whether a referral can still be worked on, so that it makes a difference what its other side says. */
export function isOpen({ status }: Referral): boolean {
	return /^(?:new|active)$/i.test(status ?? '');
}

function factsOf(referral: Referral): Facts {
	const { status, details, team } = referral;
	const known = status?.toLowerCase();
	return {
		isNew: known === 'new',
		isActive: known === 'active',
		created: instantOf(referral.createdDateTime),
		updated: instantOf(referral.updatedDateTime),
		accepted: instantOf(referral.acceptedDateTime),
		expiry: instantOf(referral.expirationDateTime),
		closing: instantOf(details?.closingDateTime),
		wantsContact: details?.customerRequestedContact === true,
		hasValue: details?.dealValue !== undefined,
		hasTeam: team !== undefined && team.length > 0,
	};
}

function instantOf(text: string | undefined): number | undefined {
	return text === undefined ? undefined : instantIn(text);
}

function endOfDay(instant: number): number {
	return Math.floor(instant / day) * day + day;
}
