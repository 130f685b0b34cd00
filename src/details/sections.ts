import * as l10n from '@vscode/l10n';
import { type FieldSection, sectionNames } from '../referral/fields/field.ts';
import { pageOf } from '../referral/fields/known.ts';

/** `other` is for the fields that no section claims. */
export type SectionName = FieldSection | 'other';

const titles = {
	notes: () => l10n.t('Notes'),
	needs: () => l10n.t('Needs'),
	deal: () => l10n.t('Deal'),
	customer: () => l10n.t('Customer'),
	contacts: () => l10n.t('Contacts'),
	team: () => l10n.t('Team'),
	dates: () => l10n.t('Dates'),
	invitation: () => l10n.t('Invitation'),
	consent: () => l10n.t('Consent'),
	target: () => l10n.t('Target'),
	ids: () => l10n.t('Ids'),
	other: () => l10n.t('Other fields'),
} as const satisfies Record<SectionName, () => string>;

/** The parts of the details page, in their order. */
export const sections: readonly SectionName[] = [...sectionNames, 'other'];

/** What a section is called. */
export function sectionTitle(name: SectionName): string {
	return titles[name]();
}

/** Where a section stands on a wide page: what is wanted at the left, who and when at the right, the rest below, what nobody expected last. */
export type Region = 'wanted' | 'who' | 'rest' | 'other';

const regions = {
	...({ notes: 'wanted', needs: 'wanted', deal: 'wanted' } as const),
	...({ customer: 'who', contacts: 'who', team: 'who', dates: 'who' } as const),
	...({ invitation: 'rest', consent: 'rest', target: 'rest', ids: 'rest', other: 'other' } as const),
} as const satisfies Record<SectionName, Region>;

/** In which region a section is. */
export function regionOf(name: SectionName): Region {
	return regions[name];
}

/** Where a field stands: its section, and its rank there. */
export interface Claim {
	readonly section: SectionName;
	readonly rank: number;
}

/** The place of a field on the details page, by the catalogue of fields. */
export function claimOn(path: readonly string[]): Claim {
	const [section, rank] = pageOf(path) ?? (['other', 0] as const);
	return { section, rank };
}
