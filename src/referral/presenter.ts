import type { Referral } from '../partner/referral.ts';
import { oneLine } from '../text/oneLine.ts';
import { briefOf } from './brief.ts';
import { categoryText } from './categoryText.ts';
import type { Clock } from './clock.ts';
import { countryText } from './countryText.ts';
import { dateText, dayText } from './dateText.ts';
import { dealValueText } from './dealValue.ts';
import { type Deadline, deadlineAt, expiryOf, expiryText, nextExpiryText } from './expiry.ts';
import { localeFor, numberFormat } from './formats.ts';
import { labelOf } from './label.ts';
import { moneyText } from './money.ts';
import { descriptionOf, type Reader, spoken } from './rowText.ts';
import { standingText, statusText } from './statusText.ts';
import { type Fact, tooltipFacts } from './tooltip.ts';

/** Who reads, and when. */
export interface Audience {
	/** As the editor calls its language, such as `pt-br`. */
	readonly locale: string;
	/** Of dates with a time of the day, by its IANA name; without one they are in UTC and say so. */
	readonly timeZone?: string;
	readonly clock: Clock;
}

/**
 * The only way from a referral to words. Whatever leaves it is in the reader's language, as of now, and one harmless line (a
 * brief aside), but may be a stranger's: it is no markup yet. What hides a referral's secrets goes before the words, so that
 * everything that concerns a referral takes all of it.
 */
export class Presenter implements Reader {
	readonly locale: string;
	readonly timeZone: string | undefined;
	readonly clock: Clock;

	constructor({ locale, timeZone, clock }: Audience) {
		this.locale = localeFor(locale);
		this.timeZone = timeZone;
		this.clock = clock;
	}

	/** Milliseconds since 1970. */
	get now(): number {
		return this.clock.now();
	}

	/** What a referral is called; never empty. */
	label(referral: Referral): string {
		return labelOf(referral);
	}

	/** What stands in grey behind the label. */
	description(referral: Referral): string {
		return descriptionOf(referral, this);
	}

	/** What a screen reader says. */
	spoken(referral: Referral): string {
		return spoken(referral, this);
	}

	/** What is told to somebody who points at it, besides the label. @param timeZone by its IANA name */
	tooltip(referral: Referral, timeZone = this.timeZone): readonly Fact[] {
		return tooltipFacts(referral, this, timeZone);
	}

	/** A few lines of Markdown for a chat message, in which nothing of a stranger's is markup. */
	brief(referral: Referral, link: string): string {
		return briefOf(referral, this, link);
	}

	/** What Partner Center calls referrals of this kind. */
	category(referral: Referral): string {
		return categoryText(referral);
	}

	/** Where it stands, such as "New › Pending". */
	standing(referral: Referral): string {
		return standingText(referral);
	}

	/** Its deal's value; empty when none came. */
	value(referral: Referral): string {
		return dealValueText(referral, this.locale);
	}

	/** How long it can still be answered; empty when that is not asked. */
	expiry(referral: Referral): string {
		const expiry = expiryOf(referral);
		return expiry === undefined ? '' : expiryText(expiry, this.now, this.locale);
	}

	/** The same in two characters; undefined when that is not asked. @param soon how many days left are few */
	deadline(referral: Referral, soon = 3): Deadline | undefined {
		const expiry = expiryOf(referral);
		return expiry === undefined ? undefined : deadlineAt(expiry, this.now, soon);
	}

	/** The first millisecond (since 1970) at which any of its words are other ones than now; undefined for never. */
	nextChange(referral: Referral): number | undefined {
		const expiry = expiryOf(referral);
		return expiry === undefined ? undefined : nextExpiryText(expiry, this.now);
	}

	/** A status or a substatus. */
	status(word: string): string {
		return statusText(word);
	}

	/** A country by its code. */
	country(code: string): string {
		return inWords(code, countryText(code, this.locale));
	}

	/** An instant of the service, with its time zone; what is no date stays what it is, on one line. */
	date(text: string): string {
		return inWords(text, dateText(text, this.locale, this.timeZone));
	}

	/** The same of an instant that stands for a day when it is midnight in UTC. */
	day(text: string): string {
		return inWords(text, dayText(text, this.locale, this.timeZone));
	}

	/** @param currency a code, or what somebody has put for one */
	money(value: number, currency?: string): string {
		return moneyText(value, currency, this.locale);
	}

	/** A number of things. */
	count(number: number): string {
		return numberFormat(this.locale).format(number);
	}
}

/** Our words are on one line; what there are no words for is a stranger's. */
function inWords(text: string, words: string): string {
	return words === text ? oneLine(text) : words;
}
