import * as l10n from '@vscode/l10n';
import { beginOfMonth, monthText, quarterName, quarterText } from '../../../referral/dateText.ts';
import { dateFormat } from '../../../referral/formats.ts';
import { day, monthOf } from './days.ts';

/** How time is cut. */
export interface Periods {
	/** In months. */
	readonly length: 1 | 3;
	/** The month at which the period of a month begins, in months since the year 0. */
	beginOf(month: number): number;
	/** What a period is called, by the month at which it begins: at an axis, and where there is room. */
	label(begins: number): string;
	name(begins: number): string;
}

/** A stretch of an axis: a period, or all that come before or after those that have one of their own. */
export interface Stretch {
	readonly id: string;
	readonly label: string;
	readonly name: string;
	/** Its first and its last day, as midnights in UTC; undefined where it is open. */
	readonly from: number | undefined;
	readonly to: number | undefined;
}

export function months(locale: string): Periods {
	return {
		length: 1,
		beginOf: (month) => month,
		label: (month) => dateFormat(locale, 'months', 'UTC').format(beginOfMonth(month)),
		name: (month) => monthText(month, locale),
	};
}

/** @param fiscalYearStart the first month of a fiscal year, from 1 */
export function quarters(fiscalYearStart: number, locale: string): Periods {
	return {
		length: 3,
		beginOf: (month) => month - ((((month - (fiscalYearStart - 1)) % 3) + 3) % 3),
		label: (begins) => quarterName(begins, fiscalYearStart),
		name: (begins) => quarterText(begins, fiscalYearStart, locale),
	};
}

/** The ids of what is far from now, and of what has no date. */
const [earlierId, laterId] = ['earlier', 'later'];
export const noId = 'none';

/** How many periods around the one of now have a place of their own. */
export interface Reach {
	readonly before: number;
	readonly after: number;
}

/**
 * An axis from the first period in which there is something to the last one, and what is farther from now at its ends. No place
 * is for what has no date.
 */
export class Timeline {
	readonly stretches: readonly Stretch[];
	readonly #first: number;
	readonly #last: number;
	readonly #hasEarlier: boolean;

	/** @param found the months at which periods begin in which there is something */
	constructor(periods: Periods, now: number, { before, after }: Reach, found: Iterable<number>) {
		const current = periods.beginOf(monthOf(now));
		const [from, to] = [current - before * periods.length, current + after * periods.length];
		const dated = [...found].filter((begins) => !Number.isNaN(begins));
		const near = dated.filter((begins) => begins >= from && begins <= to);
		this.#first = near.length > 0 ? Math.min(...near) : current;
		this.#last = near.length > 0 ? Math.max(...near) : current;
		this.#hasEarlier = dated.some((begins) => begins < from);
		const hasLater = dated.some((begins) => begins > to);
		this.stretches = dated.length > 0 ? this.#stretches(periods, hasLater) : [];
	}

	/** The id of the stretch in which the period is that begins at a month; of what has no date, `noId`. */
	idOf(begins: number): string {
		if (Number.isNaN(begins)) return noId;
		if (begins < this.#first) return earlierId;
		return begins > this.#last ? laterId : isoMonth(begins);
	}

	#stretches(periods: Periods, hasLater: boolean): readonly Stretch[] {
		const [first, last, length] = [this.#first, this.#last, periods.length];
		const middle: Stretch[] = [];
		for (let begins = first; begins <= last; begins += length)
			middle.push({
				...{ id: isoMonth(begins), label: periods.label(begins), name: periods.name(begins) },
				from: beginOfMonth(begins),
				to: beginOfMonth(begins + length) - day,
			});
		const [before, after] = [
			l10n.t('Before {0}', periods.label(first)),
			l10n.t('After {0}', periods.label(last)),
		];
		const earlier = { id: earlierId, label: before, name: before, from: undefined };
		const later = { id: laterId, label: after, name: after, to: undefined };
		return [
			...(this.#hasEarlier ? [{ ...earlier, to: beginOfMonth(first) - day }] : []),
			...middle,
			...(hasLater ? [{ ...later, from: beginOfMonth(last + length) }] : []),
		];
	}
}

/** Such as "2026-11". */
function isoMonth(month: number): string {
	return new Date(beginOfMonth(month)).toISOString().slice(0, -'-01T00:00:00.000Z'.length);
}
