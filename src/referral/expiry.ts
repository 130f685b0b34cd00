import * as l10n from '@vscode/l10n';
import type { Referral } from '../partner/referral.ts';
import { relativeFormat } from './formats.ts';
import { instantIn } from './instant.ts';

/**
 * When a referral expires, as milliseconds since 1970. Only one that is still new can: the service leaves the
 * date in place on those that were accepted or closed.
 */
export function expiryOf({ status, expirationDateTime }: Referral): number | undefined {
	if (status?.toLowerCase() !== 'new' || !expirationDateTime) return undefined;
	return instantIn(expirationDateTime);
}

/** The expiry in words, such as "expires in 3 days"; whole units only, so that nothing is said to be longer than it is. */
export function expiryText(expiry: number, now: number, locale: string): string {
	const { unit, length } = unitFor(expiry - now);
	const relative = relativeFormat(locale).format(Math.trunc((expiry - now) / length), unit);
	return expiry < now ? l10n.t('expired {0}', relative) : l10n.t('expires {0}', relative);
}

/** The first millisecond at which the words for an expiry are other ones than now. */
export function nextExpiryText(expiry: number, now: number): number {
	const left = expiry - now;
	const { length } = unitFor(left);
	const units = Math.floor(Math.abs(left) / length);
	return left < 0 ? expiry + (units + 1) * length : expiry - units * length + 1;
}

const minute = { unit: 'minute', length: 60 * 1000 } as const;
const hour = { unit: 'hour', length: 60 * minute.length } as const;
const day = { unit: 'day', length: 24 * hour.length } as const;

function unitFor(milliseconds: number): typeof minute | typeof hour | typeof day {
	const size = Math.abs(milliseconds);
	if (size >= day.length) return day;
	return size >= hour.length ? hour : minute;
}

/** How near the end of the time is in which a new referral can be answered. */
export type Urgency = 'over' | 'hours' | 'soon' | 'later';

/** The time left as it stands on a row: in two characters, for which there is room in a narrow side bar. */
export interface Deadline {
	readonly badge: string;
	readonly urgency: Urgency;
}

/** @param expiry milliseconds since 1970, as is `now` @param soon how many days left are few; Partner Center gives 14 for an answer */
export function deadlineAt(expiry: number, now: number, soon: number): Deadline {
	const left = expiry - now;
	if (left < 0) return { badge: '!', urgency: 'over' };
	if (left < day.length) return { badge: '<1', urgency: 'hours' };
	const days = Math.trunc(left / day.length);
	return { badge: badgeOf(days), urgency: days <= soon ? 'soon' : 'later' };
}

/** There is no room for more than two characters. */
function badgeOf(days: number): string {
	if (days > 99) return '';
	return days > 9 ? `${days}` : `${days}d`;
}
