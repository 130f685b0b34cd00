import type { SampleReferral } from '../invent/sampleReferral.ts';

/** One property that `$filter` understands. */
export interface FilterField {
	/** Every value the referral has there; a comparison holds when one of them satisfies it. */
	readonly values: (referral: SampleReferral) => readonly (string | null | undefined)[];
	/** `instant` compares as time and takes all comparisons; the others take `eq` and compare exactly. */
	readonly kind: 'text' | 'instant' | 'choice';
	/** The members of a `choice`. */
	readonly members?: readonly string[];
}

// The documented words first, then those that only the sample tenant knows: the service must not refuse a
// question about a value that it has itself just sent.
const statuses = ['None', 'New', 'Active', 'Closed', 'Paused'];
const substatuses = [
	...['None', 'Pending', 'Received', 'Accepted', 'Won', 'Lost', 'Declined', 'Expired'],
	...['OnHold', 'Archived'],
];
const qualifications = ['None', 'Direct', 'MarketingQualified', 'SalesQualified', 'AIQualified'];

/**
 * What may stand on the left of a comparison, by its path: the five parameters of 2019 and the four added since.
 */
export const filterFields: Readonly<Record<string, FilterField>> = {
	engagementId: { kind: 'text', values: (referral) => [referral.engagementId] },
	status: { kind: 'choice', members: statuses, values: (referral) => [referral.status] },
	substatus: { kind: 'choice', members: substatuses, values: (referral) => [referral.substatus] },
	updatedDateTime: { kind: 'instant', values: (referral) => [referral.updatedDateTime] },
	email: { kind: 'text', values: (referral) => [referral.team ?? []].flat().map((member) => member.email) },
	qualification: {
		kind: 'choice',
		members: qualifications,
		values: (referral) => [referral.qualification],
	},
	direction: {
		kind: 'choice',
		members: ['Incoming', 'Outgoing'],
		values: (referral) => [referral.direction],
	},
	type: {
		kind: 'choice',
		members: ['None', 'Shared', 'Independent', 'Hybrid'],
		values: (referral) => [referral.type],
	},
	'customerProfile/address/country': {
		kind: 'text',
		values: (referral) => [referral.customerProfile.address?.country],
	},
};
