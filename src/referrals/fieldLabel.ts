import { inWords } from './inWords.ts';

/** What a field is called: Partner Center's word where the wire name doesn't say it, else the wire name in words. */
export function fieldLabel(path: readonly string[]): string {
	const label = labels.get(path.join('.'));
	if (label) return label;
	const [name = '', parent] = path.toReversed();
	return inWords(parent && vague.has(name) ? `${parent} ${name}` : name).trim() || 'Unnamed';
}

/** Names that say nothing without the name above them. */
const vague: ReadonlySet<string> = new Set(['id', 'name', 'type', 'uri', 'method', 'value', 'notes']);

const labels: ReadonlyMap<string, string> = new Map([
	['name', 'Deal name'],
	['id', 'Referral id'],
	['engagementId', 'Engagement id'],
	['externalReferenceId', 'CRM id'],
	['mpnId', 'Partner (MPN) id'],
	['campaignId', 'Campaign id'],
	['eTag', 'ETag'],
	['statusReason', 'Reason'],
	['details.notes', 'Notes'],
	['details.dealValue', 'Estimated value'],
	['details.closingDateTime', 'Estimated close'],
	['details.customerRequestedContact', 'Customer asked to be contacted'],
	['customerProfile.name', 'Customer'],
	['customerProfile.team', 'Contacts'],
	['customerProfile.ids', 'Customer ids'],
	['inviteContext.notes', 'Invitation notes'],
	['inviteContext.invitedBy.organizationId', 'Invited by (id)'],
	['inviteContext.invitedBy.organizationName', 'Invited by'],
	['team', 'Members'],
	['consent.consentToContact', 'May be contacted'],
	['consent.consentToToShareInfoWithOthers', 'Information may be shared with others'],
	['consent.consentToShareReferralWithMicrosoftSellers', 'Visible to Microsoft sellers'],
]);
