import type { SampleTenant } from '../../../src/sample/invent/tenant.ts';
import { isAllowed, leavesIn } from '../../unit/referral/mask/masking.ts';

const stages = [
	['New', 'Pending'],
	['New', 'Received'],
	['Active', 'Accepted'],
	['Closed', 'Won'],
	['Closed', 'Lost'],
] as const;
const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day).toISOString();

/** Two of each customer, with a team of three, and two sides of one engagement that differ. */
function referral(number: number): object {
	const [status = 'New', substatus = 'Pending'] = stages[Math.floor(number / 6) % stages.length] ?? [];
	const customer = Math.floor(number / 2);
	const id = (part: number) => `${`${part}${number}`.padStart(8, '0')}-1111-4111-8111-111111111111`;
	return {
		id: id(1),
		engagementId: id(2).replace(/^\d{8}/, `${customer}`.padStart(8, '2')),
		organizationId: number % 2 === 0 ? 'adventure-works' : 'msft',
		organizationName: number % 2 === 0 ? 'Adventure Works' : 'Microsoft',
		name: `Renewal ${number} of Fabrikam Specimen`,
		externalReferenceId: `SPECIMEN-OPP-${number}`,
		campaignId: `specimen-campaign-${customer}`,
		createdDateTime: ago(2 + number / 100),
		updatedDateTime: ago(1 + number / 100),
		expirationDateTime: ago(-2),
		...{ status, substatus, type: 'Shared', qualification: 'SalesQualified', direction: 'Incoming' },
		statusReason: `Fabrikam specimen reason ${number}`,
		customerProfile: {
			name: `Fabrikam Specimen ${customer} Ltd`,
			address: {
				addressLine1: `${number} Specimen Way`,
				city: 'Specimenville',
				state: 'Specimenshire',
				postalCode: 'SP3C 1MN',
				country: ['LI', 'MC', 'SM'][customer % 3],
			},
			size: '10000specimens',
			team: [member('Contact', number, 'fabrikam.example')],
			ids: [{ profileType: 'External', id: `SPECIMEN-CUSTOMER-${customer}` }],
		},
		team: [0, 1, 2].map((place) => member('Colleague', (number + place) % 4, 'specimen.example')),
		details: {
			notes: `Specimen notes ${number}: Fabrikam wants a call.`,
			dealValue: 654_321 + number * 1000,
			currency: 'USD',
			closingDateTime: ago(-30 - number),
			requirements: {
				products: [{ id: 'Azure' }],
				additionalRequirements: { iot: { site: 'Specimen site' } },
			},
		},
		tags: ['specimen-tag'],
		futureField: { 'specimen key': ['specimen future', 987_654] },
	};
}

function member(kind: string, number: number, domain: string): object {
	return {
		firstName: `${kind}name${number}`,
		lastName: `Specimenson${number}`,
		email: `${kind}.${number}@${domain}`.toLowerCase(),
		phoneNumber: `+1 425 555 01${10 + number}`,
		title: 'Specimen officer',
	};
}

const referrals = Array.from({ length: 30 }, (_, number) => referral(number));

/** A service that has nothing but these. */
export const tenant: SampleTenant = JSON.parse(JSON.stringify({ referrals }));

/** What the user typed and is called. */
export const typed = {
	name: 'Renewals of Fabrikam Specimen',
	text: 'fabrikam specimen',
	file: 'fabrikam-specimen',
	account: 'ada@partner.example',
} as const;

const leaves = referrals.flatMap((each) => leavesIn(each));
const open = new Set(leaves.filter(({ path }) => isAllowed(path)).map(({ value }) => `${value}`));

/** All that nobody is to see, in lower case. */
const secrets: readonly string[] = [
	...new Set([
		...leaves.filter(({ path }) => !isAllowed(path)).map(({ value }) => `${value}`),
		...Object.values(typed),
	]),
]
	.filter((text) => text.length > 4 && !open.has(text))
	.map((text) => text.toLowerCase());

/** What of it is in a text. */
export function secretsIn(text: string): readonly string[] {
	const lower = text.toLowerCase();
	return secrets.filter((each) => lower.includes(each) || lower.includes(encodeURIComponent(each)));
}

/** A referral by its place. */
export function idOf(number: number): string {
	return tenant.referrals[number]?.id ?? '';
}
