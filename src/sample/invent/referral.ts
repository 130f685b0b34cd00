import { inventCustomer } from './customer.ts';
import { inventDetails } from './details.ts';
import type { PairCount } from './distribution.ts';
import { inventExtras } from './extras.ts';
import { inventOrigin, organization } from './origin.ts';
import { colleagues } from './people.ts';
import { dealNames } from './phrases.ts';
import type { Random } from './random.ts';
import type { SampleMember, SampleReferral } from './sampleReferral.ts';
import { inventTimes } from './times.ts';

/** One invented referral of the given status and substatus, as a row of the list shows it. */
export function inventReferral(
	random: Random,
	pair: PairCount,
	engagementId: string,
	now: Date,
): SampleReferral {
	const id = random.guid();
	const customer = inventCustomer(random);
	const { closingDateTime, ...times } = inventTimes(random, pair, now);
	const dealName = `${random.pick(dealNames)} for ${customer.name}`;
	return {
		id,
		...organization,
		engagementId,
		...(random.percent(40) && { name: dealName }),
		...times,
		status: pair.status,
		substatus: pair.substatus,
		...inventOrigin(random, pair),
		customerProfile: customer.profile,
		...inventExtras(random, pair),
		details: inventDetails(random, customer.place, closingDateTime),
		...team(random, pair),
		links: links(random, id, engagementId),
	};
}

/** Who of the partner works on it: hardly anybody before it is accepted. */
function team(random: Random, { status }: PairCount): { readonly team?: readonly SampleMember[] } {
	if (random.percent(status === 'New' ? 60 : 10)) {
		return random.percent(30) ? { team: [] } : {};
	}
	const team = random.some(colleagues, 1, 3).map(([firstName, lastName, email], index) => ({
		contactPreference: random.percent(10) ? null : { locale: 'en-US', disableNotifications: index > 0 },
		firstName,
		lastName,
		phoneNumber: random.percent(10) ? null : `+1 425 555 01${String(random.whole(10, 99))}`,
		email,
	}));
	return { team };
}

const root = 'https://api.partner.microsoft.com/v1.0';

/** Raw spaces and quotes always; the misspelt folder, a missing `?` and a missing slash now and then. */
function links(random: Random, id: string, engagementId: string): Readonly<Record<string, unknown>> {
	const folder = random.percent(30) ? 'engagments' : 'engagements';
	const mark = random.percent(5) ? '' : '?';
	const slash = random.percent(5) ? '' : '/';
	const related = `${root}/${folder}/referrals${mark}$filter=engagementId eq '${engagementId}'`;
	return {
		relatedReferrals: { uri: related, method: 'GET' },
		self: { uri: `${root}/${folder}/referrals${slash}${id}`, method: 'GET' },
	};
}
