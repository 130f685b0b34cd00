import { Mask } from '../../../../src/referral/mask/mask.ts';

/**
 * Where something may be read by anybody, by the names that lead to it; of what ends with a star, all below it. Written by hand,
 * so that the catalogue can be wrong without anybody's noticing here.
 */
const allowed: readonly string[] = [
	...[
		'@odata.context',
		'id',
		'engagementId',
		'organizationId',
		'organizationName',
		'mpnId',
		'eTag',
		'lastRunId',
	],
	...['createdDateTime', 'updatedDateTime', 'expirationDateTime', 'acceptedDateTime', 'closedDateTime'],
	...['status', 'substatus', 'type', 'qualification', 'direction', 'referralSource', 'callToAction'],
	...[
		'customerMarketplaceIntent',
		'salesStage',
		'createdVia',
		'lastModifiedVia',
		'quality',
		'dealSensitivity',
	],
	...[
		'referralProgram',
		'registrationStatus',
		'favorite',
		'isSpam',
		'links.*',
		'trackingInfo.microsoftMsxId',
	],
	...['customerProfile.ids.profileType', 'customerProfile.isMatchingComplete', 'consent.*'],
	...['details.dealValue', 'details.currency', 'details.closingDateTime', 'details.customerRequestedContact'],
	...['details.customerAction', 'details.incentiveLevel', 'details.requirements.industries.*'],
	...['details.requirements.products.*', 'details.requirements.services.*', 'details.requirements.offers.*'],
	...['details.requirements.salesPlays.*', 'details.requirements.additionalRequirements.attributes.type'],
	...['details.requirements.additionalRequirements.attributes.id'],
	...[
		'name',
		'id',
		'type',
		'solutionType',
		'publisherName',
		'price',
		'currency',
		'quantity',
		'closingDateTime',
	].map((name) => `details.requirements.solutions.${name}`),
	...['inviteContext.invitedBy.organizationId', 'inviteContext.invitedBy.organizationName'],
	...['inviteContext.assistanceRequestCode', 'inviteContext.invitedMpnId', 'target.type', 'target.id'],
	...['id', 'registrationDateTime', 'status', 'solutionDetails.*', 'statusHistory.*', 'contract.*'].map(
		(name) => `registrations.${name}`,
	),
	...['team', 'customerProfile.team'].map((team) => `${team}.contactPreference.disableNotifications`),
];

/** Whether anybody may read what is there. @param path names, without places in lists */
export function isAllowed(path: readonly string[]): boolean {
	const name = path.join('.');
	return allowed.some((each) => {
		if (!each.endsWith('.*')) return each === name;
		return name === each.slice(0, -2) || name.startsWith(each.slice(0, -1));
	});
}

/** A text or a number, and where it stood. */
export interface Leaf {
	readonly path: readonly string[];
	readonly value: string | number;
}

/** Every text and number of JSON; of objects also what their fields are called, as if it stood in them. */
export function leavesIn(json: unknown, path: readonly string[] = []): readonly Leaf[] {
	if (typeof json === 'string' || typeof json === 'number') return [{ path, value: json }];
	if (Array.isArray(json)) return json.flatMap((each) => leavesIn(each, path));
	if (typeof json !== 'object' || json === null) return [];
	return Object.entries(json).flatMap(([name, value]) => leavesIn(value, [...path, name]));
}

export function mask(hidesValues = false): Mask {
	return new Mask({ hidesValues });
}
