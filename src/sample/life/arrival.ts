import { day, patience, startOfDay, timestamp } from '../invent/calendar.ts';
import type { Random } from '../invent/random.ts';
import { inventReferral } from '../invent/referral.ts';
import type { SampleReferral } from '../invent/sampleReferral.ts';

const pair = { status: 'New', substatus: 'Pending', count: 1 };

/** A referral that comes just now. @param at milliseconds since 1970, and `text` the same as the service writes it */
export function arrival(random: Random, at: number, text: string): SampleReferral {
	return {
		...inventReferral(random, pair, random.guid(), new Date(at)),
		createdDateTime: text,
		updatedDateTime: text,
		expirationDateTime: timestamp(startOfDay(at + patience * day), ''),
	};
}
