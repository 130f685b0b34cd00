import type { Referral } from '../partner/referral.ts';
import { instantIn } from './instant.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * When a referral expires, as milliseconds since 1970. Only one that is still new can: the service leaves the
 * date in place on those that were accepted or closed.
 */
export function expiryOf({ status, expirationDateTime }: Referral): number | undefined {
	if (status?.toLowerCase() !== 'new' || !expirationDateTime) return undefined;
	return instantIn(expirationDateTime);
}

/** The expiry in words, such as "expires in 3 days". */
export function expiryText(expiry: number, now: number): string {
	return `${expiry < now ? 'expired' : 'expires'} ${relativeText(expiry, now)}`;
}

// In English like the words around it, whatever the reader's locale.
const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

function relativeText(instant: number, now: number): string {
	const days = Math.trunc((instant - now) / day);
	if (days !== 0) return words.format(days, 'day');
	const hours = Math.trunc((instant - now) / (day / 24));
	return hours === 0
		? words.format(Math.trunc((instant - now) / 60_000), 'minute')
		: words.format(hours, 'hour');
}
