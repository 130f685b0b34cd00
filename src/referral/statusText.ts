import * as l10n from '@vscode/l10n';
import type { Referral } from '../partner/referral.ts';
import { oneLine } from '../text/oneLine.ts';
import type { Status, Substatus } from './lifecycle.ts';

/** A status or a substatus in a word; one that the documentation doesn't have is shown as it came, in one line. */
export function statusText(word: string | undefined): string {
	return words.get(word ?? '')?.() ?? oneLine(word ?? '');
}

/** Where a referral stands, such as "New › Pending". */
export function standingText({ status, substatus }: Referral): string {
	return [statusText(status), statusText(substatus)].filter((word) => word).join(' › ');
}

const texts = {
	New: () => l10n.t('New'),
	Active: () => l10n.t('Active'),
	Closed: () => l10n.t('Closed'),
	Pending: () => l10n.t('Pending'),
	Received: () => l10n.t('Received'),
	Accepted: () => l10n.t('Accepted'),
	Won: () => l10n.t('Won'),
	Lost: () => l10n.t('Lost'),
	Declined: () => l10n.t('Declined'),
	Expired: () => l10n.t('Expired'),
} as const satisfies Record<Status | Substatus, () => string>;

const words: ReadonlyMap<string, () => string> = new Map(Object.entries(texts));
