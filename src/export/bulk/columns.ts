/** The header of a column, and what leads to its value in a referral's JSON. */
type Column = readonly [header: string, ...path: (string | number)[]];

/**
 * The cells of a line and their headers, in the order in which Partner Center documents them for the bulk upload of co-sell
 * opportunities ("Bulk operations for co-sell opportunities"); solutions and members of the team come after them. What nobody but
 * the portal fills stays empty.
 */
const columns = {
	errors: ['Errors'],
	engagementId: ['Engagement ID', 'engagementId'],
	referralId: ['Referral ID', 'id'],
	dealName: ['Deal Name', 'name'],
	customerName: ['Customer Name', 'customerProfile', 'name'],
	addressLine1: ['Customer Address Line 1', 'customerProfile', 'address', 'addressLine1'],
	addressLine2: ['Customer Address Line 2', 'customerProfile', 'address', 'addressLine2'],
	city: ['Customer City', 'customerProfile', 'address', 'city'],
	state: ['Customer State', 'customerProfile', 'address', 'state'],
	postalCode: ['Customer Postal code', 'customerProfile', 'address', 'postalCode'],
	country: ['Customer Country', 'customerProfile', 'address', 'country'],
	duns: ['Customer D-U-N-S ID', 'customerProfile', 'ids', 'Duns'],
	contactFirstName: ['Customer Contact First Name', 'customerProfile', 'team', 0, 'firstName'],
	contactLastName: ['Customer Contact Last Name', 'customerProfile', 'team', 0, 'lastName'],
	contactPhone: ['Customer Contact Phone number', 'customerProfile', 'team', 0, 'phoneNumber'],
	contactEmail: ['Customer Contact Email Address', 'customerProfile', 'team', 0, 'email'],
	status: ['Partner Referral Status', 'status'],
	substatus: ['Partner Referral Substatus', 'substatus'],
	microsoftStatus: ['Microsoft Referral Status'],
	reason: ['Declined/Lost/Error reason', 'statusReason'],
	salesStage: ['Sales Stage', 'salesStage'],
	value: ['Estimated Deal Value', 'details', 'dealValue'],
	currency: ['Currency', 'details', 'currency'],
	closeDate: ['Estimated Close Date', 'details', 'closingDateTime'],
	crmId: ['CRM ID', 'externalReferenceId'],
	campaignId: ['Marketing Campaign ID', 'campaignId'],
	notes: ['Notes', 'details', 'notes'],
	help: ['Microsoft help required?', 'inviteContext', 'assistanceRequestCode'],
	helpNumber: ['What specific help from Microsoft?', 'inviteContext', 'assistanceRequestCode'],
	share: ['Share with Microsoft sales team', 'consent', 'consentToShareReferralWithMicrosoftSellers'],
	notesToMicrosoft: ['Notes to Microsoft', 'inviteContext', 'notes'],
	consent: ['Consent to share Customer/Partner contact', 'consent', 'consentToToShareInfoWithOthers'],
	claNumber: ['CLA Number'],
	deviceCategory: ['Device Category'],
	siliconType: ['Silicon Type'],
	azureCertified: ['Azure Certified Device'],
	attachServices: ['Attach Services'],
	msxId: ['Microsoft MSX ID', 'trackingInfo', 'microsoftMsxId'],
	migratedId: ['Migrated PSC Deal ID'],
	partnerId: ['PartnerID (formerly MPN ID)', 'mpnId'],
	intent: ['Marketplace Purchase Intent', 'customerMarketplaceIntent'],
	domain: ['Customer Domain Name'],
	finalAccount: ['Final Matched Customer Account'],
	managedAccount1: ['Managed Account 1'],
	managedAccount2: ['Managed Account 2'],
	unmanagedAccount1: ['Unmanaged Account 1'],
	unmanagedAccount2: ['Unmanaged Account 2'],
	dunsAccount1: ['DUNS Account 1'],
	dunsAccount2: ['DUNS Account 2'],
} as const satisfies Readonly<Record<string, Column>>;

export type CellName = keyof typeof columns;

/** In the order of the columns. */
export const cellNames: readonly CellName[] = namesOf(columns);

/** The header of a column, which is English in any language, since the portal reads it. */
export function headerOf(name: CellName): string {
	return columns[name][0];
}

/** What leads to the value of a column in a referral's JSON; nothing where only the portal fills it. */
export function pathOf(name: CellName): readonly (string | number)[] {
	const [, ...path]: Column = columns[name];
	return path;
}

function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
	const names: Name[] = [];
	for (const name in table) names.push(name);
	return names;
}

/** A header without what its spellings differ in. */
export function lettersOf(header: string): string {
	return header.toLowerCase().replace(/[^a-z\d]/g, '');
}

/** By letters alone, headers that templates and downloads have had for the same besides the documented ones. */
export const otherHeaders: readonly (readonly [letters: string, name: CellName])[] = [
	['customeraddress1', 'addressLine1'],
	['customeraddress2', 'addressLine2'],
	['customercountryregion', 'country'],
	['customerduns', 'duns'],
	['declinelosterrorreason', 'reason'],
	['declinedlostreason', 'reason'],
	['estimatedvalue', 'value'],
	['closedate', 'closeDate'],
	['campaignid', 'campaignId'],
	['mpnid', 'partnerId'],
	['partnerid', 'partnerId'],
];

/** What a deal has several of, each in a column with a number. */
const numbered = { solution: 'Solution', member: 'Team member' } as const;
export type NumberedName = keyof typeof numbered;

/** The header of one of several. @param place from 0 */
export function numberedHeader(name: NumberedName, place: number): string {
	return `${numbered[name]} ${place + 1}`;
}

/** What only the portal fills, behind all others. */
export const lastHeader = 'Microsoft team member 1';

/** The portal's words for what is true and false. */
export const yes = 'Yes';
export const no = 'No';

/** As many solutions, and as many members of the team, a deal can have. */
export const mostNumbered = 50;

/** As many lines one file can have. */
export const mostLines = 1000;

/** The numbers by which the file tells what help is wanted, by the codes of the service. */
export const helpCodes: ReadonlyMap<string, string> = new Map([
	['workloadspecificvalueproposition', '1'],
	['customertechnicalarchitecture', '2'],
	['proofofconceptordemo', '3'],
	['quotesorlicensing', '4'],
	['postsalescustomersuccess', '5'],
	['generalorother', '6'],
]);

/** What the portal takes for the customer's intent, by what the service may send for it, in letters alone. */
export const intents: ReadonlyMap<string, string> = new Map([
	['yes', yes],
	['no', no],
	['havenotdecided', 'Have not decided'],
	['notdecided', 'Have not decided'],
	['undecided', 'Have not decided'],
]);
