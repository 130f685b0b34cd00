import type { Page } from '../../partner/page.ts';
import type { Referral } from '../../partner/referral.ts';
import { expiryOf } from '../../referral/expiry.ts';
import { instantIn } from '../../referral/instant.ts';

/** What a look has found. */
export interface Found {
	/** How many new referrals were looked at, which are those that the user hasn't put aside. */
	readonly looked: number;
	/** How many of them expire soon, and what is soon, in days. */
	readonly expiring: number;
	readonly days: number;
	/** How many of them came in since the day of the look before; none where there was none, or where there are more than were sent. */
	readonly came: number;
	/** That day, such as `2026-11-28`. */
	readonly since: string | undefined;
}

interface Wishes {
	/** How near an expiry must be, in days. */
	readonly expiringDays: number;
	/** Whether the user has put a referral aside. */
	isQuiet(referral: Referral): boolean;
	/** The day of the look before, such as `2026-11-28`. */
	readonly since: string | undefined;
	/** Milliseconds since 1970. */
	readonly now: number;
}

const day = 86_400_000;

/** Goes through a page of new referrals, the oldest first. What else a service sends is passed over. */
export function foundIn(page: Page, { expiringDays: days, isQuiet, since, now }: Wishes): Found {
	const states = new Map(
		page.entries.flatMap((entry) => (entry.kind === 'received' ? [[entry.referral.id, entry.referral]] : [])),
	);
	const looked = [...states.values()].filter((referral) => isNew(referral) && !isQuiet(referral));
	const expiring = looked.filter((referral) => {
		const expiry = expiryOf(referral) ?? Number.NaN;
		return expiry > now && expiry <= now + days * day;
	});
	// The newest are on the last page.
	const isWhole = page.next === undefined && page.refused === undefined;
	const from = isWhole && since !== undefined ? new Date(`${since}T00:00:00`).getTime() : Number.NaN;
	const came = looked.filter(({ createdDateTime }) => {
		const created = createdDateTime === undefined ? undefined : instantIn(createdDateTime);
		return created !== undefined && created >= from && created <= now;
	});
	return { looked: looked.length, expiring: expiring.length, days, came: came.length, since };
}

function isNew({ status }: Referral): boolean {
	return status?.toLowerCase() === 'new';
}
