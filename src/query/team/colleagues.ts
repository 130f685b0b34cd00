import type { Referral } from '../../partner/referral.ts';
import { isMail } from '../mail.ts';

/** Somebody in the teams of referrals. */
export interface Colleague {
	/** As most of the referrals write it: the service compares it letter by letter, as far as is known. */
	readonly mail: string;
	/** How many referrals have it in their team. */
	readonly referrals: number;
}

/** Who works on some referrals: first those who work on most of them. What can't be asked for is left out. */
export function colleaguesIn(referrals: Iterable<Pick<Referral, 'team'>>): readonly Colleague[] {
	const people = new Map<string, Map<string, number>>();
	for (const { team = [] } of referrals) {
		const members = new Map(team.map((mail) => [mail.toLowerCase(), mail]));
		for (const [key, mail] of members) {
			const spellings = people.get(key) ?? new Map<string, number>();
			people.set(key, spellings.set(mail, (spellings.get(mail) ?? 0) + 1));
		}
	}
	return [...people.values()]
		.map(colleagueOf)
		.filter(({ mail }) => isMail(mail))
		.sort((one, other) => other.referrals - one.referrals || (one.mail < other.mail ? -1 : 1));
}

/** A mail address as most of some referrals write it; as it is where none of them has it. */
export function asWrittenIn(referrals: Iterable<Pick<Referral, 'team'>>, mail: string): string {
	const same = colleaguesIn(referrals).find((each) => each.mail.toLowerCase() === mail.toLowerCase());
	return same?.mail ?? mail;
}

function colleagueOf(spellings: ReadonlyMap<string, number>): Colleague {
	const [[mail] = ['']] = [...spellings].sort(([, one], [, other]) => other - one);
	return { mail, referrals: [...spellings.values()].reduce((sum, count) => sum + count, 0) };
}
