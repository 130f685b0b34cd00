import { instantIn } from '../../../referral/instant.ts';

/** In milliseconds. */
export const day = 86_400_000;

/** An instant of the service, in milliseconds since 1970; NaN where there is none. */
export function instantOf(text: string | undefined): number {
	return (text === undefined ? undefined : instantIn(text)) ?? Number.NaN;
}

/** The midnight in UTC at which its day begins. */
export function midnightOf(instant: number): number {
	return Math.floor(instant / day) * day;
}

/** The month in UTC, in months since the year 0; NaN for no instant. */
export function monthOf(instant: number): number {
	const date = new Date(instant);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
