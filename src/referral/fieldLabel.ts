import * as l10n from '@vscode/l10n';
import { inWords } from './inWords.ts';

/** What a field is called: Partner Center's word where the wire name doesn't say it, else the wire name in words. */
export function fieldLabel(path: readonly string[]): string {
	const label = labels.get(path.join('.'));
	if (label) return label();
	const [name = '', parent] = path.toReversed();
	return inWords(parent && vague.has(name) ? `${parent} ${name}` : name).trim() || l10n.t('Unnamed');
}

/** Names that say nothing without the name above them. */
const vague: ReadonlySet<string> = new Set(['id', 'name', 'type', 'uri', 'method', 'value', 'notes']);

const labels: ReadonlyMap<string, () => string> = new Map([
	['name', () => l10n.t('Deal name')],
	['id', () => l10n.t('Referral id')],
	['engagementId', () => l10n.t('Engagement id')],
	['organizationId', () => l10n.t('Organization id')],
	['organizationName', () => l10n.t('Organization name')],
	['externalReferenceId', () => l10n.t('CRM id')],
	['mpnId', () => l10n.t('Partner (MPN) id')],
	['campaignId', () => l10n.t('Campaign id')],
	['eTag', () => l10n.t('ETag')],
	['status', () => l10n.t('Status')],
	['substatus', () => l10n.t('Substatus')],
	['statusReason', () => l10n.t('Reason')],
	['type', () => l10n.t('Type')],
	['qualification', () => l10n.t('Qualification')],
	['direction', () => l10n.t('Direction')],
	['salesStage', () => l10n.t('Sales stage')],
	['referralSource', () => l10n.t('Referral source')],
	['callToAction', () => l10n.t('Call to action')],
	['customerMarketplaceIntent', () => l10n.t('Customer marketplace intent')],
	['createdDateTime', () => l10n.t('Created')],
	['updatedDateTime', () => l10n.t('Updated')],
	['expirationDateTime', () => l10n.t('Expiration')],
	['acceptedDateTime', () => l10n.t('Accepted')],
	['closedDateTime', () => l10n.t('Closed')],
	['details.notes', () => l10n.t('Notes')],
	['details.dealValue', () => l10n.t('Estimated value')],
	['details.currency', () => l10n.t('Currency')],
	['details.closingDateTime', () => l10n.t('Estimated close')],
	['details.customerAction', () => l10n.t('Customer action')],
	['details.customerRequestedContact', () => l10n.t('Customer asked to be contacted')],
	['details.requirements.industries', () => l10n.t('Industries')],
	['details.requirements.products', () => l10n.t('Products')],
	['details.requirements.services', () => l10n.t('Services')],
	['details.requirements.solutions', () => l10n.t('Solutions')],
	['customerProfile.name', () => l10n.t('Customer')],
	['customerProfile.address', () => l10n.t('Address')],
	['customerProfile.size', () => l10n.t('Size')],
	['customerProfile.team', () => l10n.t('Contacts')],
	['customerProfile.ids', () => l10n.t('Customer ids')],
	['inviteContext.notes', () => l10n.t('Invitation notes')],
	['inviteContext.assistanceRequestCode', () => l10n.t('Assistance request code')],
	['inviteContext.invitedBy.organizationId', () => l10n.t('Invited by (id)')],
	['inviteContext.invitedBy.organizationName', () => l10n.t('Invited by')],
	['team', () => l10n.t('Members')],
	['target', () => l10n.t('Sent to')],
	['consent.consentToContact', () => l10n.t('May be contacted')],
	['consent.consentToToShareInfoWithOthers', () => l10n.t('Information may be shared with others')],
	['consent.consentToShareReferralWithMicrosoftSellers', () => l10n.t('Visible to Microsoft sellers')],
]);
