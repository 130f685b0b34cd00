import * as l10n from '@vscode/l10n';

/** What a calendar says of weeks in a language. */
export interface WeekWords {
	/** The days of a week, in short, from its first one on. */
	readonly heads: readonly string[];
	/** Which of them a day is, from 0. @param time of its midnight in UTC, in milliseconds since 1970 */
	columnOf(time: number): number;
	/** What a day is called, the longest one first: its number, with its month where that begins, or that it is today. */
	dayTexts(day: { readonly time: number; readonly isToday: boolean }): readonly string[];
}

const dayLength = 86_400_000;
/** The first one was a Thursday, so that this was a Monday. */
const someMonday = 4 * dayLength;

/** @param locale a BCP 47 tag that Intl takes */
export function weekWords(locale: string): WeekWords {
	const first = firstDay(locale);
	const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
	const monthAndDay = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
	const number = new Intl.NumberFormat(locale);
	return {
		heads: Array.from({ length: 7 }, (_, day) => weekday.format(someMonday + (first - 1 + day) * dayLength)),
		columnOf: (time) => (((new Date(time).getUTCDay() - first) % 7) + 7) % 7,
		dayTexts: ({ time, isToday }) => {
			const day = new Date(time).getUTCDate();
			if (isToday) return [l10n.t('Today'), number.format(day)];
			return [...(day === 1 ? [monthAndDay.format(time)] : []), number.format(day)];
		},
	};
}

/** The day with which weeks begin: 1 for Monday to 7 for Sunday. */
function firstDay(locale: string): number {
	// Not every browser knows it, nor do the types of the language yet.
	const known: Intl.Locale & { getWeekInfo?(): { readonly firstDay: number } } = new Intl.Locale(locale);
	return known.getWeekInfo?.().firstDay ?? 1;
}
