import * as l10n from '@vscode/l10n';
import type { Referral } from '../../partner/referral.ts';
import { plural } from '../../text/plural.ts';
import { expiryOf, expiryText } from '../expiry.ts';
import { numberFormat } from '../formats.ts';
import { instantIn } from '../instant.ts';
import type { Reader } from '../rowText.ts';
import { isOpen, waitsSince } from './rules.ts';
import type { AttentionRule } from './wishes.ts';

const day = 86_400_000;

/** Why a referral needs somebody, as a few words beside its name. */
export function reasonText(rule: AttentionRule, referral: Referral, reader: Reader): string {
	return texts[rule](referral, reader);
}

type Text = (referral: Referral, reader: Reader) => string;

const texts = {
	expiring: (referral, { locale, now }) => {
		const expiry = expiryOf(referral);
		return expiry === undefined ? l10n.t('expires soon') : expiryText(expiry, now, locale);
	},
	unanswered: ({ createdDateTime }, reader) =>
		ago(createdDateTime, reader, {
			one: l10n.t('asked to be contacted 1 day ago'),
			other: (days) => l10n.t('asked to be contacted {0} days ago', days),
			unknown: l10n.t('asked to be contacted'),
		}),
	sidesDisagree: () => l10n.t('the two sides disagree'),
	closeDatePassed: ({ details }, reader) =>
		ago(details?.closingDateTime, reader, {
			one: l10n.t('close date passed 1 day ago'),
			other: (days) => l10n.t('close date passed {0} days ago', days),
			unknown: l10n.t('close date has passed'),
		}),
	nothingSince: ({ acceptedDateTime }, reader) =>
		ago(acceptedDateTime, reader, {
			one: l10n.t('accepted 1 day ago, nothing since'),
			other: (days) => l10n.t('accepted {0} days ago, nothing since', days),
			unknown: l10n.t('accepted, nothing since'),
		}),
	untouched: ({ updatedDateTime }, reader) =>
		ago(updatedDateTime, reader, {
			one: l10n.t('not updated for 1 day'),
			other: (days) => l10n.t('not updated for {0} days', days),
			unknown: l10n.t('not updated for long'),
		}),
	noValue: () => l10n.t('no value'),
	noCloseDate: () => l10n.t('no close date'),
	nobody: () => l10n.t('nobody in the team'),
} as const satisfies Record<AttentionRule, Text>;

interface Days {
	readonly one: string;
	readonly other: (days: string) => string;
	/** For a time that is no day yet, or no time. */
	readonly unknown: string;
}

/** Whole days only, so that nothing is said to be longer than it is. */
function ago(text: string | undefined, { locale, now }: Reader, { one, other, unknown }: Days): string {
	const instant = text === undefined ? undefined : instantIn(text);
	const days = instant === undefined ? 0 : Math.trunc((now - instant) / day);
	if (days < 1) return unknown;
	return plural(days, { one, other: other(numberFormat(locale).format(days)) });
}

/** That a customer who asked to be contacted waits for longer than Partner Center expects; empty where nobody does. */
export function contactText(referral: Referral, reader: Reader): string {
	const since = waitsSince(referral);
	return since !== undefined && since <= reader.now ? reasonText('unanswered', referral, reader) : '';
}

/** The first millisecond (since 1970) at which any of these words are other ones than now; undefined for never. */
export function nextReasonText(referral: Referral, now: number): number | undefined {
	const { createdDateTime, updatedDateTime, acceptedDateTime, details } = referral;
	if (!isOpen(referral)) return undefined;
	const dates = [createdDateTime, updatedDateTime, acceptedDateTime, details?.closingDateTime];
	const days = dates.flatMap((text) => {
		const instant = text === undefined ? undefined : instantIn(text);
		return instant === undefined ? [] : instant + Math.max(1, Math.floor((now - instant) / day) + 1) * day;
	});
	return days.length > 0 ? Math.min(...days) : undefined;
}

/** What a rule is called where referrals are put together by it. */
export function ruleText(rule: AttentionRule): string {
	return names[rule]();
}

const names = {
	expiring: () => l10n.t('Expires soon'),
	unanswered: () => l10n.t('Customer waits for an answer'),
	sidesDisagree: () => l10n.t('Two sides disagree'),
	closeDatePassed: () => l10n.t('Close date has passed'),
	nothingSince: () => l10n.t('Accepted, nothing since'),
	untouched: () => l10n.t('Not updated for long'),
	noValue: () => l10n.t('No value'),
	noCloseDate: () => l10n.t('No close date'),
	nobody: () => l10n.t('Nobody in the team'),
} as const satisfies Record<AttentionRule, () => string>;
