import type { PairCount } from './distribution.ts';
import { invitations } from './phrases.ts';
import type { Random } from './random.ts';

/** The partner organisation whose referrals these are; it exists only here. */
export const organization = {
	organizationId: '3f6a1c52-8d0e-4b7a-9c35-1e2d4f5a6b70',
	organizationName: 'Adventure Works Cloud Services',
};

/** The other side of a deal that is worked on together. */
export const microsoft = { organizationId: 'msft', organizationName: 'Microsoft' };

const location = '8b1d0e2f-64a7-4c39-b5d8-0f9e7a6c5b41';
const otherPartner = '5c0f9b7e-2a41-4d68-8e13-7b6a5d4c3f20';

/** Where a referral comes from and how the parties work on it. */
interface InventedOrigin {
	readonly type: string;
	readonly qualification: string;
	readonly direction?: string;
	readonly [name: string]: unknown;
}

/** Draws one of the documented kinds of referral, and now and then a combination outside their table. */
export function inventOrigin(random: Random, { substatus }: PairCount): InventedOrigin {
	const leads = substatus === 'Pending' || substatus === 'Expired';
	const kind = random.percent(leads ? 60 : 25)
		? random.pick(['marketplace', 'qualified', 'qualified'])
		: random.pick(['coSell', 'coSell', 'coSell', 'own', 'other']);
	switch (kind) {
		case 'marketplace':
			return marketplaceLead(random);
		case 'qualified':
			return incoming(random, 'Independent', random.pick(['SalesQualified', 'MarketingQualified']), 'msft');
		case 'coSell':
			return incoming(random, 'Shared', random.pick(['SalesQualified', 'None']), otherPartner);
		case 'own':
			return outgoing(random);
		default:
			return incoming(random, 'Shared', 'SalesQualified', 'msft');
	}
}

/** Older referrals say nothing about their direction, and the service adds nothing. */
function incoming(
	random: Random,
	type: string,
	qualification: string,
	organizationId: string,
): InventedOrigin {
	const organizationName = organizationId === 'msft' ? 'Microsoft' : 'Trey Research';
	const invitedBy = { organizationId, ...(random.percent(70) && { organizationName }) };
	const code = random.pick(['GeneralOrOther', 'ProofOfConceptOrDemo', 'Unknown']);
	const customerMarketplaceIntent = code === 'GeneralOrOther' ? 'Yes' : 'NotDecided';
	return {
		...{ type, qualification },
		...(type === 'Shared' && { customerMarketplaceIntent }),
		...(random.percent(90) && { direction: 'Incoming' }),
		...(random.percent(80) && { target: [{ type: 'BusinessProfileLocation', id: location }] }),
		inviteContext: {
			...(random.percent(85) && { notes: random.pick(invitations) }),
			...(random.percent(20) && { assistanceRequestCode: code }),
			invitedBy,
		},
	};
}

function outgoing(random: Random): InventedOrigin {
	const type = random.pick(['Shared', 'Independent']);
	const qualification = random.pick(['SalesQualified', 'None']);
	const invitedBy = { ...organization };
	const target = [{ type: 'BusinessProfileLocation', id: 'msft' }];
	const customerMarketplaceIntent = type === 'Shared' ? 'Yes' : 'No';
	const asked = { type, qualification, customerMarketplaceIntent };
	return { ...asked, direction: 'Outgoing', target, inviteContext: { invitedBy } };
}

function marketplaceLead(random: Random): InventedOrigin {
	const intent = random.pick(['Yes', 'No', 'NotDecided']);
	const invited = { inviteContext: { invitedBy: { organizationId: 'msft' } } };
	return {
		...{ type: 'Independent', qualification: 'Direct', direction: 'Incoming' },
		referralSource: random.pick(['AppSource', 'AzureMarketplace', 'AzurePortal']),
		callToAction: random.pick(['ContactMe', 'GetItNow', 'TestDrive']),
		...(random.percent(30) && { customerMarketplaceIntent: intent }),
		...(random.percent(50) && invited),
	};
}
