import * as l10n from '@vscode/l10n';

/** A part of the details page, and the fields that stand in it. */
interface Arranged {
	readonly name: string;
	readonly title: () => string;
	/** Beginnings of paths, in the order in which their fields stand; the longest that fits a field claims it. */
	readonly claims: readonly string[];
}

/** The parts of the details page, in the order in which a seller decides. */
export const sections = [
	{
		name: 'deal',
		title: () => l10n.t('Deal'),
		claims: [
			...['name', 'status', 'substatus', 'statusReason', 'details.dealValue', 'details.currency'],
			...['details.closingDateTime', 'salesStage', 'type', 'qualification', 'direction', 'referralSource'],
			...['callToAction', 'customerMarketplaceIntent', 'details'],
		],
	},
	{
		name: 'customer',
		title: () => l10n.t('Customer'),
		claims: [
			...['customerProfile.name', 'customerProfile.address', 'customerProfile.size'],
			...['customerProfile.team', 'customerProfile.ids', 'customerProfile'],
		],
	},
	{
		name: 'needs',
		title: () => l10n.t('Needs'),
		claims: [
			...[
				'details.requirements.industries',
				'details.requirements.products',
				'details.requirements.services',
			],
			...['details.requirements.solutions', 'details.requirements'],
		],
	},
	{ name: 'notes', title: () => l10n.t('Notes'), claims: ['details.notes'] },
	{ name: 'team', title: () => l10n.t('Team'), claims: ['team'] },
	{
		name: 'invitation',
		title: () => l10n.t('Invitation'),
		claims: ['inviteContext.invitedBy.organizationName', 'inviteContext.notes', 'inviteContext'],
	},
	{
		name: 'consent',
		title: () => l10n.t('Consent'),
		claims: [
			...['consent.consentToContact', 'consent.consentToToShareInfoWithOthers'],
			...['consent.consentToShareReferralWithMicrosoftSellers', 'consent'],
		],
	},
	{ name: 'target', title: () => l10n.t('Target'), claims: ['target'] },
	{
		name: 'dates',
		title: () => l10n.t('Dates'),
		claims: [
			...['createdDateTime', 'updatedDateTime', 'expirationDateTime', 'acceptedDateTime'],
			...['closedDateTime'],
		],
	},
	{
		name: 'ids',
		title: () => l10n.t('Ids'),
		claims: [
			...['id', 'engagementId', 'externalReferenceId', 'organizationName', 'organizationId', 'mpnId'],
			...['campaignId', 'eTag'],
		],
	},
] as const satisfies readonly Arranged[];

/** `other` is for the fields that no section claims. */
export type SectionName = (typeof sections)[number]['name'] | 'other';

/** Where a field stands: its section, and its rank among the claims there. */
export interface Claim {
	readonly section: SectionName;
	readonly rank: number;
}

const claims: ReadonlyMap<string, Claim> = new Map(
	sections.flatMap(({ name, claims: own }) =>
		own.map((path, rank): [string, Claim] => [path, { section: name, rank }]),
	),
);

/** The section that claims the longest beginning of a path. */
export function claimOn(path: readonly string[]): Claim {
	for (let length = path.length; length > 0; length--) {
		const claim = claims.get(path.slice(0, length).join('.'));
		if (claim) return claim;
	}
	return { section: 'other', rank: 0 };
}
