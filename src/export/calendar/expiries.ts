import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Referral } from '../../partner/referral.ts';
import type { Presenter } from '../../referral/presenter.ts';
import { escaped } from '../../text/escaped.ts';
import { nameText } from '../../text/nameText.ts';
import { oneLine } from '../../text/oneLine.ts';
import { contentLine, instantValue, textValue } from './contentLine.ts';

/** How appointments are written. */
export interface CalendarOptions {
	/** Whether customers and deals are told by their names. */
	readonly named: boolean;
	/** Opens a referral in the editor. */
	linkTo(id: string): string;
	readonly presenter: Presenter;
}

/**
 * In milliseconds. An appointment ends when the referral expires, so that whoever is reminded of its beginning can still answer;
 * many expire at midnight UTC, which is no longer the last day.
 */
const length = 30 * 60_000;

/** A referral as it is to be told of, and when it expires, in milliseconds since 1970. */
export type Expiring = Pick<ListedReferral, 'referral' | 'expiry'>;

/** Calendar files write years in four digits. */
const lastYear = Date.UTC(9999, 0);

/** Those that can still be answered, the first to expire first. @param now milliseconds since 1970 */
export function thatExpire(rows: readonly ListedReferral[], now: number): readonly ListedReferral[] {
	return rows
		.filter(({ expiry }) => expiry > now && expiry < lastYear)
		.sort((one, other) => one.expiry - other.expiry);
}

/**
 * A calendar file (RFC 5545) with an appointment for each referral, at its expiry and with a reminder a day before. A file that
 * is made again later changes the appointments of the earlier one.
 * @param rows new ones, which expire
 */
export function* calendarOf(rows: readonly Expiring[], options: CalendarOptions): Generator<string> {
	const product = '-//Partner Referrals//Expiry Dates//EN';
	yield contentLine('BEGIN', 'VCALENDAR') + contentLine('VERSION', '2.0') + contentLine('PRODID', product);
	for (const row of rows) yield eventOf(row, options);
	yield contentLine('END', 'VCALENDAR');
}

function eventOf({ referral, expiry }: Expiring, options: CalendarOptions): string {
	const { linkTo, presenter } = options;
	const summary = summaryOf(referral, options);
	const link = linkTo(referral.id);
	const lines = [
		['BEGIN', 'VEVENT'],
		['UID', `${escaped(referral.id)}-expiry@partner-referrals`],
		['DTSTAMP', instantValue(presenter.now)],
		['DTSTART', instantValue(expiry - length)],
		['DTEND', instantValue(expiry)],
		['SUMMARY', textValue(summary)],
		['DESCRIPTION', textValue([...factsOf(referral, options), link].join('\n'))],
		['URL', link],
		// It takes nobody's time.
		['TRANSP', 'TRANSPARENT'],
		['BEGIN', 'VALARM'],
		['ACTION', 'DISPLAY'],
		['DESCRIPTION', textValue(summary)],
		['TRIGGER', '-P1D'],
		['END', 'VALARM'],
		['END', 'VEVENT'],
	] as const;
	return lines.map(([name, value]) => contentLine(name, value)).join('');
}

function summaryOf(referral: Referral, { named, presenter }: CalendarOptions): string {
	if (named) return l10n.t('{0} expires', presenter.label(referral));
	return l10n.t('Referral {0} expires', `${oneLine(referral.id).slice(0, 8)}…`);
}

function factsOf(referral: Referral, { named, presenter }: CalendarOptions): readonly string[] {
	const customer = named ? nameText(referral.customerProfile?.name) : '';
	const facts = [
		customer,
		presenter.category(referral),
		presenter.standing(referral),
		presenter.value(referral),
	];
	return facts.filter((fact) => fact);
}
