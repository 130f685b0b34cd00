import { day, patience, startOfDay, timestamp } from './calendar.ts';
import type { PairCount } from './distribution.ts';
import type { Random } from './random.ts';

const importedDaysAgo = 400;

/** What a referral's dates are on the wire; a date that a referral has not reached is absent. */
interface InventedTimes {
	readonly createdDateTime: string;
	readonly updatedDateTime: string;
	readonly acceptedDateTime?: string;
	readonly closedDateTime?: string;
	readonly expirationDateTime?: string | null;
	/** When the deal is expected to close, or did. */
	readonly closingDateTime: string;
}

/**
 * Dates for a referral in the given state, none after `now` but the expiry and the expected close.
 * What is drawn does not depend on `now`, so another `now` moves every date and changes nothing else.
 */
export function inventTimes(random: Random, { status, substatus }: PairCount, now: Date): InventedTimes {
	const imported = isImported(random, status, substatus);
	const age = Math.floor((imported ? importedDaysAgo : ageInDays(random, status, substatus)) * day);
	const created = now.getTime() - age;
	const within = (part: number) => created + Math.floor(age * part);
	const [early, late] = [random.fraction() * 0.4, 0.5 + random.fraction() * 0.5];
	const usual = startOfDay(created + (random.percent(15) ? 8 : patience) * day);
	const expiry = status === 'New' ? stillToCome(usual, created, now) : usual;
	const accepted = status === 'Active' || substatus === 'Won' || substatus === 'Lost';
	// Some are accepted, and then nobody touches them any more.
	const untouched = accepted ? within(early) : created;
	const touched = random.percent(status === 'New' ? 30 : 92) ? within(late) : untouched;
	const ended = substatus === 'Expired' ? expiry : within(late);
	const updated = status === 'Closed' ? ended : touched;
	const closing = now.getTime() + random.whole(-20, 200) * day;
	const text = timestampStyle(random);
	return {
		createdDateTime: imported ? timestamp(created, '') : text(created),
		updatedDateTime: text(updated),
		...(accepted && { acceptedDateTime: text(within(early)) }),
		...(status === 'Closed' && { closedDateTime: text(ended) }),
		...expiration(random, expiry),
		closingDateTime: timestamp(startOfDay(status === 'Closed' ? ended : closing), ''),
	};
}

/** Some old referrals were created in one go: the same instant in more rows than a page holds. */
function isImported(random: Random, status: string, substatus: string): boolean {
	return status === 'Closed' && substatus !== 'Expired' && random.percent(15);
}

/** What is new has mostly come in the last days, so that few are about to expire. */
function ageInDays(random: Random, status: string, substatus: string): number {
	const [youngest, oldest] = ageRange(status, substatus);
	const share = random.fraction();
	return youngest + (status === 'New' ? share ** 3 : share) * (oldest - youngest);
}

/** A referral that has expired is no longer new. */
function stillToCome(expiry: number, created: number, now: Date): number {
	const candidates = [expiry, startOfDay(created + patience * day)];
	return candidates.find((each) => each > now.getTime()) ?? startOfDay(now.getTime()) + day;
}

function ageRange(status: string, substatus: string): readonly [number, number] {
	if (status === 'New') {
		return [0.01, patience - 0.5];
	}
	return status === 'Active' ? [2, 300] : [substatus === 'Expired' ? patience + 1 : 20, 900];
}

/** Usually a midnight; sometimes `null`, sometimes nothing at all. */
function expiration(random: Random, expiry: number): { readonly expirationDateTime?: string | null } {
	if (random.percent(8)) {
		return {};
	}
	return { expirationDateTime: random.percent(6) ? null : timestamp(expiry, '') };
}

/** The service writes seven digits, six, none, or seven zeros; one referral keeps to one way. */
function timestampStyle(random: Random): (time: number) => string {
	const digits = String(random.whole(1, 9999)).padStart(4, '0');
	const style = random.pick(['seven', 'seven', 'seven', 'six', 'zeros', 'none']);
	switch (style) {
		case 'seven':
			return (time) => timestamp(time, `.${milliseconds(time)}${digits}`);
		case 'six':
			return (time) => timestamp(time, `.${milliseconds(time)}${digits.slice(0, 3)}`);
		case 'zeros':
			return (time) => timestamp(time, '.0000000');
		default:
			return (time) => timestamp(time, '');
	}
}

function milliseconds(time: number): string {
	return new Date(time).toISOString().slice(20, 23);
}
