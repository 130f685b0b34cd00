import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { instantIn } from '../../referral/instant.ts';
import { folded } from '../../text/folded.ts';
import type { TableColumn } from './column.ts';

/** When a referral was closed; of one that doesn't tell, when it was updated last. */
export const ended: TableColumn = {
	...{ id: 'ended', filterKind: 'days', isNumber: false, width: 160, needsJson: false, changes: false },
	label: () => l10n.t('Ended'),
	keyOf: endedAt,
	words: (row, { presenter }) => {
		const { closedDateTime, updatedDateTime = '' } = row.referral;
		if (Number.isNaN(endedAt(row))) return '';
		return presenter.date(Number.isNaN(instantOf(closedDateTime)) ? updatedDateTime : (closedDateTime ?? ''));
	},
};

/** In milliseconds since 1970; NaN while it isn't closed. */
function endedAt({ referral }: ListedReferral): number {
	if (folded(referral.status ?? '') !== 'closed') return Number.NaN;
	const closed = instantOf(referral.closedDateTime);
	return Number.isNaN(closed) ? instantOf(referral.updatedDateTime) : closed;
}

function instantOf(text: string | undefined): number {
	return (text === undefined ? undefined : instantIn(text)) ?? Number.NaN;
}
