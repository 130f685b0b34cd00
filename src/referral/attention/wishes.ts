/** Why a referral needs somebody, the most pressing reason first. */
export const attentionRules = [
	'expiring',
	'unanswered',
	'sidesDisagree',
	'closeDatePassed',
	'nothingSince',
	'untouched',
	'noValue',
	'noCloseDate',
	'nobody',
] as const;
export type AttentionRule = (typeof attentionRules)[number];

/** What the user finds worth knowing. */
export interface AttentionWishes {
	readonly rules: ReadonlySet<AttentionRule>;
	/** How near an expiry must be, in days. */
	readonly expiringDays: number;
	/** How long a referral in work must not have been updated, in days. */
	readonly untouchedDays: number;
	/** How long ago a referral must have been accepted that nobody has touched since, in days. */
	readonly acceptedDays: number;
}

/** What a user has who chose nothing. */
export const usualAttention: AttentionWishes = {
	rules: new Set(attentionRules),
	expiringDays: 3,
	untouchedDays: 30,
	acceptedDays: 45,
};
