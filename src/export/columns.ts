/** A column: its header, and the names that lead to its value in a referral's JSON. */
export type ExportColumn = readonly [header: string, ...path: string[]];

/**
 * What an export has one column each of. Headers are those of Partner Center's own download where it has the field
 * ("Bulk operations for co-sell opportunities"), so that sheets made for that one go on working.
 */
export const exportColumns = [
	['Engagement ID', 'engagementId'],
	['Referral ID', 'id'],
	['Deal Name', 'name'],
	['Customer Name', 'customerProfile', 'name'],
	['Customer Address 1', 'customerProfile', 'address', 'addressLine1'],
	['Customer Address 2', 'customerProfile', 'address', 'addressLine2'],
	['Customer City', 'customerProfile', 'address', 'city'],
	['Customer State', 'customerProfile', 'address', 'state'],
	['Customer Region', 'customerProfile', 'address', 'region'],
	['Customer Postal Code', 'customerProfile', 'address', 'postalCode'],
	['Customer Country', 'customerProfile', 'address', 'country'],
	['Customer DUNS', 'customerProfile', 'ids', 'Duns'],
	['Customer External ID', 'customerProfile', 'ids', 'External'],
	['Customer Size', 'customerProfile', 'size'],
	['Customer Matching Complete', 'customerProfile', 'isMatchingComplete'],
	['Partner Referral Status', 'status'],
	['Partner Referral Substatus', 'substatus'],
	['Declined/Lost Reason', 'statusReason'],
	['Sales Stage', 'salesStage'],
	['Estimated Value', 'details', 'dealValue'],
	['Currency', 'details', 'currency'],
	['Close Date', 'details', 'closingDateTime'],
	['CRM ID', 'externalReferenceId'],
	['Campaign ID', 'campaignId'],
	['Notes', 'details', 'notes'],
	['Marketplace Purchase Intent', 'customerMarketplaceIntent'],
	['Type', 'type'],
	['Qualification', 'qualification'],
	['Direction', 'direction'],
	['Created', 'createdDateTime'],
	['Updated', 'updatedDateTime'],
	['Expires', 'expirationDateTime'],
	['Accepted', 'acceptedDateTime'],
	['Closed', 'closedDateTime'],
	['Lead Source', 'referralSource'],
	['Call to Action', 'callToAction'],
	['Customer Action', 'details', 'customerAction'],
	['Customer Requested Contact', 'details', 'customerRequestedContact'],
	['Incentive Level', 'details', 'incentiveLevel'],
	['Industries', 'details', 'requirements', 'industries'],
	['Products', 'details', 'requirements', 'products'],
	['Services', 'details', 'requirements', 'services'],
	['Offers', 'details', 'requirements', 'offers'],
	['Sales Plays', 'details', 'requirements', 'salesPlays'],
	['Attributes', 'details', 'requirements', 'additionalRequirements', 'attributes'],
	['IoT Requirements', 'details', 'requirements', 'additionalRequirements', 'iot'],
	['Consent to Contact', 'consent', 'consentToContact'],
	['Consent to Share with Others', 'consent', 'consentToToShareInfoWithOthers'],
	['Consent to Share with Microsoft Sellers', 'consent', 'consentToShareReferralWithMicrosoftSellers'],
	['Consent to Contact Specific Partners', 'consent', 'consentToMicrosoftToContactSpecificPartners'],
	['Invitation Notes', 'inviteContext', 'notes'],
	['Invited by', 'inviteContext', 'invitedBy', 'organizationName'],
	['Invited by ID', 'inviteContext', 'invitedBy', 'organizationId'],
	['Help Needed from Microsoft', 'inviteContext', 'assistanceRequestCode'],
	['Invited MPN ID', 'inviteContext', 'invitedMpnId'],
	['Targets', 'target'],
	['Organization ID', 'organizationId'],
	['Organization Name', 'organizationName'],
	['MPN ID', 'mpnId'],
	['Referral Program', 'referralProgram'],
	['Registration Status', 'registrationStatus'],
	['Quality', 'quality'],
	['Deal Sensitivity', 'dealSensitivity'],
	['Favorite', 'favorite'],
	['Spam', 'isSpam'],
	['Tags', 'tags'],
	['Created via', 'createdVia'],
	['Last Modified via', 'lastModifiedVia'],
	['Last Run ID', 'lastRunId'],
	['Tracking', 'trackingInfo'],
] as const satisfies readonly ExportColumn[];

const member = [
	['First name', 'firstName'],
	['Last name', 'lastName'],
	['Title', 'title'],
	['Phone', 'phoneNumber'],
	['Email', 'email'],
	['Locale', 'contactPreference', 'locale'],
	['No notifications', 'contactPreference', 'disableNotifications'],
] as const satisfies readonly ExportColumn[];

/** A list of which each element has columns of its own: "Contact 1 First name", "Contact 1 Last name", and so on. */
export interface NumberedColumns {
	readonly header: string;
	/** The names that lead to the list. */
	readonly path: readonly string[];
	readonly columns: readonly ExportColumn[];
}

export const numberedColumns = [
	{ header: 'Contact', path: ['customerProfile', 'team'], columns: member },
	{
		header: 'Solution',
		path: ['details', 'requirements', 'solutions'],
		columns: [
			['', 'name'],
			['ID', 'id'],
			['Type', 'type'],
			['Kind', 'solutionType'],
			['Publisher', 'publisherName'],
			['Price', 'price'],
			['Currency', 'currency'],
			['Quantity', 'quantity'],
			['Close date', 'closingDateTime'],
		],
	},
	{ header: 'Team member', path: ['team'], columns: member },
	{
		header: 'Registration',
		path: ['registrations'],
		columns: [
			['ID', 'id'],
			['Date', 'registrationDateTime'],
			['Status', 'status'],
			['Status reason', 'statusReason'],
			['Contract value', 'contract', 'value'],
			['Contract currency', 'contract', 'currency'],
			['Contract term', 'contract', 'term'],
			['Contract start', 'contract', 'startDateTime'],
			['Contract end', 'contract', 'endDateTime'],
			['Contract signed', 'contract', 'signDateTime'],
			['Solutions', 'solutionDetails'],
			['History', 'statusHistory'],
		],
	},
] as const satisfies readonly NumberedColumns[];
