import * as l10n from '@vscode/l10n';
import { type FieldSection, sectionNames } from '../referral/fields/field.ts';
import { pageOf } from '../referral/fields/known.ts';

/** `other` is for the fields that no section claims. */
export type SectionName = FieldSection | 'other';

const titles = {
	deal: () => l10n.t('Deal'),
	customer: () => l10n.t('Customer'),
	needs: () => l10n.t('Needs'),
	notes: () => l10n.t('Notes'),
	team: () => l10n.t('Team'),
	invitation: () => l10n.t('Invitation'),
	consent: () => l10n.t('Consent'),
	target: () => l10n.t('Target'),
	dates: () => l10n.t('Dates'),
	ids: () => l10n.t('Ids'),
	other: () => l10n.t('Other fields'),
} as const satisfies Record<SectionName, () => string>;

/** The parts of the details page, in their order. */
export const sections: readonly SectionName[] = [...sectionNames, 'other'];

/** What a section is called. */
export function sectionTitle(name: SectionName): string {
	return titles[name]();
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
