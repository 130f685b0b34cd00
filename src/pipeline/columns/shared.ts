import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { monthText, quarterText } from '../../referral/dateText.ts';
import { instantIn } from '../../referral/instant.ts';
import { folded } from '../../text/folded.ts';
import { oneLine } from '../../text/oneLine.ts';
import type { ColumnContext, TableColumn } from './column.ts';

/** What most columns here are like. */
const plain = { filterKind: 'values', isNumber: false, needsJson: false, changes: false } as const;

/** Who works on it, by their mail addresses. */
export const colleagues: TableColumn = {
	...{ ...plain, id: 'colleagues', width: 200 },
	label: () => l10n.t('Colleagues'),
	keyOf: ({ referral }) => folded(referral.team?.[0] ?? ''),
	words: ({ referral }) => oneLine((referral.team ?? []).filter((mail) => mail).join(', ')),
	values: {
		of: ({ referral }) => referral.team ?? '',
		label: (value) => oneLine(value),
	},
};

export const solutionAreas: TableColumn = {
	...{ ...plain, id: 'solutionAreas', width: 180 },
	label: () => l10n.t('Solution areas'),
	keyOf: ({ areas }) => folded(areas),
	words: ({ areas }) => oneLine(areas.replaceAll('\n', '; ')),
	values: {
		of: ({ areas }) => (areas.includes('\n') ? areas.split('\n') : areas),
		label: (value) => oneLine(value),
	},
};

/** The month in UTC in which a deal closes, whose day the service writes as a midnight there. */
export const closeMonth: TableColumn = {
	...{ ...plain, id: 'closeMonth', width: 130 },
	label: () => l10n.t('Close month'),
	keyOf: monthOf,
	words: (row, context) => monthText(monthOf(row), context.presenter.locale),
	values: {
		of: (row) => told(monthOf(row)),
		label: (value, { presenter }) => monthText(Number(value), presenter.locale),
		place: Number,
	},
};

export const closeQuarter: TableColumn = {
	...{ ...plain, id: 'closeQuarter', width: 180 },
	label: () => l10n.t('Close quarter'),
	keyOf: quarterOf,
	words: (row, context) => quarterWords(quarterOf(row, context), context),
	values: {
		of: (row, context) => told(quarterOf(row, context)),
		label: (value, context) => quarterWords(Number(value), context),
		place: Number,
	},
};

function quarterWords(month: number, { fiscalYearStart, presenter }: ColumnContext): string {
	return oneLine(quarterText(month, fiscalYearStart, presenter.locale));
}

/** In months since the year 0; NaN where there is no close date. */
function monthOf({ referral: { details } }: ListedReferral): number {
	const text = details?.closingDateTime;
	const instant = text === undefined ? undefined : instantIn(text);
	if (instant === undefined) return Number.NaN;
	const date = new Date(instant);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The month in which the fiscal quarter begins. */
function quarterOf(row: ListedReferral, { fiscalYearStart }: ColumnContext): number {
	const month = monthOf(row);
	return month - ((((month - (fiscalYearStart - 1)) % 3) + 3) % 3);
}

function told(month: number): string {
	return Number.isNaN(month) ? '' : `${month}`;
}
