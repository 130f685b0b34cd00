import { instantIn } from '../referral/instant.ts';

const units = { h: 'hour', d: 'day', w: 'week', m: 'month', y: 'year' } as const;
type Unit = keyof typeof units;

/** So many of a unit of time. */
interface Span {
	readonly amount: number;
	readonly unit: Unit;
}

const spanForm = /^([1-9]\d{0,2})([hdwmy])$/;
const hour = 3_600_000;
const lengths = { h: hour, d: 24 * hour, w: 7 * 24 * hour } as const;

/** Whether a text is relative, such as `12h`, `7d`, `2w`, `3m` (months) or `1y`. */
export function isRelative(text: string): boolean {
	return spanForm.test(text);
}

/**
 * The point in time that a text names, as an instant in UTC without fractions, which is how the service is asked.
 * @param when relative (back from now), or an instant, which is returned as it is
 * @param now milliseconds since 1970
 */
export function resolveWhen(when: string, now: number): string {
	const span = spanIn(when);
	return span ? isoText(moved(now, span, -1)) : when;
}

/** The end of a span that begins now, in milliseconds since 1970; undefined when the text names none. */
export function endOf(relative: string, now: number): number | undefined {
	const span = spanIn(relative);
	return span && moved(now, span, 1);
}

/** A relative text in words: `7d` as "7 days", `1d` as "day"; any other as it is. */
export function spanText(relative: string): string {
	const span = spanIn(relative);
	if (!span) return relative;
	return span.amount === 1 ? units[span.unit] : `${span.amount} ${units[span.unit]}s`;
}

/** An instant in UTC without fractions, such as `2026-10-24T00:00:00Z`. */
export function isoText(instant: number): string {
	return `${new Date(instant).toISOString().slice(0, -5)}Z`;
}

/** A day of the calendar, which begins at midnight UTC, or an instant, in milliseconds since 1970. */
export function pointIn(text: string): number | undefined {
	return instantIn(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
}

function spanIn(text: string): Span | undefined {
	const [, amount, letter] = spanForm.exec(text) ?? [];
	const unit = unitsInOrder.find((each) => each === letter);
	return unit && { amount: Number(amount), unit };
}

const unitsInOrder = ['h', 'd', 'w', 'm', 'y'] as const satisfies readonly Unit[];

function moved(from: number, { amount, unit }: Span, sign: 1 | -1): number {
	if (unit === 'm') return movedByMonths(from, sign * amount);
	if (unit === 'y') return movedByMonths(from, sign * amount * 12);
	return from + sign * amount * lengths[unit];
}

/** A month before 31 March is the last day of February, not the third of March as `Date` has it. */
function movedByMonths(from: number, months: number): number {
	const date = new Date(from);
	const day = date.getUTCDate();
	date.setUTCDate(1);
	date.setUTCMonth(date.getUTCMonth() + months);
	const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
	date.setUTCDate(Math.min(day, last));
	return date.getTime();
}
