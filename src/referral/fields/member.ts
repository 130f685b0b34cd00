import * as l10n from '@vscode/l10n';
import { field } from './field.ts';

/** What a contact and a team member have. Everything about a person is personal, also what could belong to anybody. */
export const member = {
	firstName: field('text', 'personal', () => l10n.t('First name'), { column: 'First name' }),
	lastName: field('text', 'personal', () => l10n.t('Last name'), { column: 'Last name' }),
	title: field('text', 'personal', () => l10n.t('Title'), { column: 'Title' }),
	phoneNumber: field('text', 'personal', () => l10n.t('Phone number'), { column: 'Phone' }),
	email: field('text', 'personal', () => l10n.t('Email'), { column: 'Email' }),
	contactPreference: field('part', 'personal', () => l10n.t('Contact preference')),
	locale: field('code', 'personal', () => l10n.t('Locale'), { column: 'Locale' }),
	disableNotifications: field('flag', 'personal', () => l10n.t('Disable notifications'), {
		column: 'No notifications',
	}),
};
