import * as l10n from '@vscode/l10n';
import { field } from './field.ts';
import { member } from './member.ts';

/** Who else takes part, and what is allowed. Consents are open, since whoever sees a deal must know what is not allowed. */
export const partners = {
	consent: field('part', 'open', () => l10n.t('Consent'), { page: ['consent', 4] }),
	'consent.consentToContact': field('flag', 'open', () => l10n.t('May be contacted'), {
		column: 'Consent to Contact',
		page: ['consent', 1],
	}),
	'consent.consentToToShareInfoWithOthers': field(
		...(['flag', 'open'] as const),
		() => l10n.t('Information may be shared with others'),
		{ column: 'Consent to Share with Others', page: ['consent', 2] },
	),
	'consent.consentToShareReferralWithMicrosoftSellers': field(
		...(['flag', 'open'] as const),
		() => l10n.t('Visible to Microsoft sellers'),
		{ column: 'Consent to Share with Microsoft Sellers', page: ['consent', 3] },
	),
	'consent.consentToMicrosoftToContactSpecificPartners': field(
		...(['flag', 'open'] as const),
		() => l10n.t('Consent to microsoft to contact specific partners'),
		{ column: 'Consent to Contact Specific Partners' },
	),
	inviteContext: field('part', 'customer', () => l10n.t('Invite context'), { page: ['invitation', 3] }),
	'inviteContext.notes': field('note', 'customer', () => l10n.t('Invitation notes'), {
		column: 'Invitation Notes',
		page: ['invitation', 2],
	}),
	'inviteContext.invitedBy': field('part', 'business', () => l10n.t('Invited by')),
	// A company, and no customer; but with whom a partner works is its own business.
	'inviteContext.invitedBy.organizationName': field('text', 'business', () => l10n.t('Invited by'), {
		column: 'Invited by',
		page: ['invitation', 1],
	}),
	'inviteContext.invitedBy.organizationId': field('id', 'open', () => l10n.t('Invited by (id)'), {
		column: 'Invited by ID',
	}),
	'inviteContext.assistanceRequestCode': field('code', 'business', () => l10n.t('Assistance request code'), {
		column: 'Help Needed from Microsoft',
	}),
	'inviteContext.invitedMpnId': field('id', 'open', () => l10n.t('Invited mpn id'), {
		column: 'Invited MPN ID',
	}),
	target: field('list', 'open', () => l10n.t('Sent to'), { column: 'Targets', page: ['target', 1] }),
	'target.type': field('code', 'open', () => l10n.t('Target type')),
	'target.id': field('id', 'open', () => l10n.t('Target id')),
	team: field('people', 'personal', () => l10n.t('Members'), { numbered: 'Team member', page: ['team', 1] }),
	'team.firstName': member.firstName,
	'team.lastName': member.lastName,
	'team.title': member.title,
	'team.phoneNumber': member.phoneNumber,
	'team.email': member.email,
	'team.contactPreference': member.contactPreference,
	'team.contactPreference.locale': member.locale,
	'team.contactPreference.disableNotifications': member.disableNotifications,
};
