import { day, startOfDay, timestamp } from '../invent/calendar.ts';
import { colleagues } from '../invent/people.ts';
import { reasons } from '../invent/phrases.ts';
import type { Random } from '../invent/random.ts';
import type { SampleReferral } from '../invent/sampleReferral.ts';

/** When something happens, and by what chance. */
export interface Moment {
	/** Milliseconds since 1970. */
	readonly at: number;
	/** The same as the service writes it. */
	readonly text: string;
	readonly random: Random;
}

/** Something that happens to a referral. */
export interface Change {
	/** Whether it can happen to a referral as that is now. */
	readonly fits: (referral: SampleReferral) => boolean;
	/** What is different then, apart from when it was updated. */
	readonly to: (referral: SampleReferral, moment: Moment) => Partial<SampleReferral>;
	/** How often the other sides of the deal that are as far follow at once, in percent. */
	readonly shared: number;
}

const isActive = ({ status, substatus }: SampleReferral) => status === 'Active' && substatus === 'Accepted';

/** What happens in the sample tenant while somebody looks, each a step that Partner Center allows. */
export const changes = {
	deliver: {
		fits: ({ status, substatus }) => status === 'New' && substatus === 'Pending',
		to: () => ({ substatus: 'Received' }),
		shared: 100,
	},
	accept: {
		fits: isUnanswered,
		to: ({ team = [] }, { text, random }) => ({
			status: 'Active',
			substatus: 'Accepted',
			acceptedDateTime: text,
			team: [team].flat().length > 0 ? team : [somebody(random)],
		}),
		shared: 70,
	},
	win: {
		fits: isActive,
		to: (_, { text }) => ({ status: 'Closed', substatus: 'Won', closedDateTime: text }),
		shared: 70,
	},
	lose: {
		fits: isActive,
		to: (_, { text, random }) => {
			const statusReason = random.pick(reasons);
			return { status: 'Closed', substatus: 'Lost', closedDateTime: text, statusReason };
		},
		shared: 70,
	},
	revalue: {
		fits: (referral) => isActive(referral) && typeof referral.details?.['dealValue'] === 'number',
		to: ({ details }, { random }) => {
			const factor = random.pick([0.75, 0.9, 1.2, 1.5]);
			return { details: { ...details, dealValue: Math.round(Number(details?.['dealValue']) * factor) } };
		},
		shared: 50,
	},
	postpone: {
		fits: (referral) => isActive(referral) && typeof referral.details?.['closingDateTime'] === 'string',
		to: ({ details }, { at, random }) => {
			const closing = startOfDay(at) + random.whole(7, 120) * day;
			return { details: { ...details, closingDateTime: timestamp(closing, '') } };
		},
		shared: 50,
	},
} as const satisfies Record<string, Change>;

/** Whether a referral waits for an answer, without which it expires. */
export function isUnanswered({ status, substatus }: SampleReferral): boolean {
	return status === 'New' && (substatus === 'Pending' || substatus === 'Received');
}

/** What becomes of one that has got none. @param closedDateTime when it expired */
export function expired(closedDateTime: string): Partial<SampleReferral> {
	return { status: 'Closed', substatus: 'Expired', closedDateTime, updatedDateTime: closedDateTime };
}

function somebody(random: Random) {
	const [firstName, lastName, email] = random.pick(colleagues);
	return { contactPreference: null, firstName, lastName, phoneNumber: null, email };
}
