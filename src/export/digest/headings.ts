import * as l10n from '@vscode/l10n';
import type { SectionName } from './sections.ts';

/** What a section is called, with how many are in it, in words. */
export function headingOf(name: SectionName, count: string): string {
	return texts[name](count);
}

const texts = {
	new: (count) => l10n.t('New ({0})', count),
	accepted: (count) => l10n.t('Accepted ({0})', count),
	won: (count) => l10n.t('Won ({0})', count),
	lost: (count) => l10n.t('Lost or declined ({0})', count),
	expired: (count) => l10n.t('Expired ({0})', count),
	expiring: (count) => l10n.t('Expiring within 7 days ({0})', count),
	slipped: (count) => l10n.t('Slipped: close date passed, still open ({0})', count),
	attention: (count) => l10n.t('Needs attention for other reasons ({0})', count),
} as const satisfies Record<SectionName, (count: string) => string>;
