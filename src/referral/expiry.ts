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
