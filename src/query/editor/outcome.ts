import * as l10n from '@vscode/l10n';
import type { Query } from '../query.ts';

/** What a step of the builder leads to: on with another query, the end with one, back, or leaving. */
export type Outcome = { readonly query: Query } | { readonly show: Query } | 'back' | undefined;

/** What stands above a step of the builder that is for one condition. */
export function stepTitle(label: string): string {
	return l10n.t('Filter Referrals: {0}', label);
}
