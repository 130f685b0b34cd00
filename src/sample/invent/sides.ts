import { day } from './calendar.ts';
import { microsoft } from './origin.ts';
import type { Random } from './random.ts';
import type { SampleReferral } from './sampleReferral.ts';

/**
 * Makes of referrals that share an engagement the sides of one deal: the first is ours, the second is Microsoft's, and any
 * more are ours once more, such as another location's. Mostly both sides say the same; some differ in status, value or
 * expected close. Statuses stay as they were drawn, so that a second side whose status differs mostly joins another
 * engagement, in which it doesn't.
 */
export function withSides(referrals: readonly SampleReferral[], random: Random): readonly SampleReferral[] {
	const alone = loneRows(referrals);
	const leads = new Map<string, SampleReferral>();
	const answered = new Set<string>();
	return referrals.map((row) => {
		const first = leads.get(row.engagementId);
		if (first === undefined) {
			leads.set(row.engagementId, row);
			return row;
		}
		const differs = pairOf(first) !== pairOf(row) && !random.percent(12);
		const lead = (differs && alone.get(pairOf(row))?.pop()) || first;
		const owner = answered.has(lead.engagementId) ? {} : microsoft;
		answered.add(lead.engagementId);
		return { ...sameDeal(lead, row, random), ...owner };
	});
}

/** Those that are alone in their engagement, by pair of status and substatus. */
function loneRows(referrals: readonly SampleReferral[]): Map<string, SampleReferral[]> {
	const sizes = Map.groupBy(referrals, ({ engagementId }) => engagementId);
	const alone = referrals.filter(({ engagementId }) => sizes.get(engagementId)?.length === 1);
	return Map.groupBy(alone, pairOf);
}

function pairOf({ status, substatus }: SampleReferral): string {
	return `${status}/${substatus}`;
}

/** A referral as another side of the same deal. */
function sameDeal(lead: SampleReferral, row: SampleReferral, random: Random): SampleReferral {
	const { id, engagementId, customerProfile } = lead;
	const sameTimes = pairOf(lead) === pairOf(row) && 'expirationDateTime' in lead;
	const { name: _, ...rest } = row;
	return {
		...rest,
		engagementId,
		...('name' in lead && { name: lead['name'] }),
		...(sameTimes && timesOf(lead)),
		type: 'Shared',
		qualification: lead.qualification,
		customerProfile,
		details: otherDetails(lead.details, random),
		links: JSON.parse(JSON.stringify(lead['links']).replaceAll(id, row.id)),
	};
}

/** Of one that has all the dates that others of its pair have. */
function timesOf(referral: SampleReferral): Partial<SampleReferral> {
	const { createdDateTime, updatedDateTime, acceptedDateTime, closedDateTime, expirationDateTime } = referral;
	return {
		...{ createdDateTime, updatedDateTime, expirationDateTime },
		...(acceptedDateTime !== undefined && { acceptedDateTime }),
		...(closedDateTime !== undefined && { closedDateTime }),
	};
}

/** What the other side knows of the deal: mostly the same. */
function otherDetails(details: SampleReferral['details'], random: Random): SampleReferral['details'] {
	const [factor, days] = [random.pick([0.5, 0.8, 1.25, 2]), random.pick([-30, 14, 31, 92])];
	const [valued, dated] = [random.percent(15), random.percent(12)];
	const { dealValue, closingDateTime } = details ?? {};
	return {
		...details,
		...(valued && typeof dealValue === 'number' && { dealValue: Math.round(dealValue * factor) }),
		...(dated && typeof closingDateTime === 'string' && { closingDateTime: moved(closingDateTime, days) }),
	};
}

function moved(instant: string, days: number): string {
	return `${new Date(Date.parse(instant) + days * day).toISOString().slice(0, 19)}Z`;
}
