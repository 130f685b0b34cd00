import { isRelative, pointIn, resolveWhen } from '../../query/when.ts';

/** The time that a digest is of, in milliseconds since 1970; it ends before `to`. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** Those that are offered by name. */
export const spanNames = ['week', 'month', 'lastMonth', 'quarter'] as const;
export type SpanName = (typeof spanNames)[number];

const week = 7 * 86_400_000;

/**
 * What is meant by one of them. Months begin in UTC, as those do by which referrals are grouped.
 * @param now milliseconds since 1970
 * @param fiscalYearStart the first month of a fiscal year, from 1
 */
export function spanCalled(name: SpanName, now: number, fiscalYearStart: number): Span {
	const date = new Date(now);
	const month = date.getUTCMonth();
	const beginOf = (months: number) => Date.UTC(date.getUTCFullYear(), months, 1);
	const intoQuarter = (((month - (fiscalYearStart - 1)) % 3) + 3) % 3;
	const spans = {
		week: { from: now - week, to: now },
		month: { from: beginOf(month), to: now },
		lastMonth: { from: beginOf(month - 1), to: beginOf(month) },
		quarter: { from: beginOf(month - intoQuarter), to: now },
	} as const satisfies Record<SpanName, Span>;
	return spans[name];
}

/** What somebody typed: a day, an instant, or so long ago (`10d`); undefined for anything else, and for what is to come. */
export function spanSince(text: string, now: number): Span | undefined {
	const typed = text.trim();
	const from = pointIn(isRelative(typed) ? resolveWhen(typed, now) : typed);
	return from === undefined || from >= now ? undefined : { from, to: now };
}
