import * as vscode from 'vscode';
import { maskNow } from '../../editor/maskNow.ts';
import type { Query } from '../../query/query.ts';
import type { Presenter } from '../../referral/presenter.ts';
import { oneLine } from '../../text/oneLine.ts';
import type { ColumnContext, TableColumn } from '../columns/column.ts';
import { groupingColumns } from '../columns/columns.ts';
import type { Head, Heading } from '../messages/state.ts';
import type { Table } from '../table/table.ts';
import { queryWith } from '../wishes/asQuery.ts';
import type { ColumnFilter } from '../wishes/filter.ts';

/** What stands above the rows. @param query the active one */
export function headOf(table: Table, query: Query, context: ColumnContext): Head {
	const { filters, groupedBy, density, chartsOpen } = table.wishes;
	return {
		columns: table.columns.map((column) => headingOf(column, table, context)),
		groupings: groupingColumns.map(({ id, label }) => ({ id, label: label() })),
		canSearch: !maskNow() && queryWith(query, filters).rest.size < filters.size,
		...{ groupedBy, density, chartsOpen },
	};
}

function headingOf(column: TableColumn, { wishes }: Table, context: ColumnContext): Heading {
	const { id, label, width, isNumber, filterKind } = column;
	const rank = wishes.sort.findIndex((key) => key.column === id);
	const filter = wishes.filters.get(id);
	return {
		...{ id, label: label(), width, isNumber, filterKind },
		sortRank: rank + 1,
		isDescending: wishes.sort[rank]?.descending ?? false,
		...(filter && { filter }),
		filterText: filter ? filterText(filter, column, context) : '',
	};
}

/** What a filter leaves, in a few words. */
function filterText(filter: ColumnFilter, column: TableColumn, context: ColumnContext): string {
	const { presenter } = context;
	switch (filter.kind) {
		case 'words':
			return vscode.l10n.t('“{0}”', oneLine(filter.words));
		case 'values': {
			const names = filter.values.map((value) => valueText(value, column, context));
			const list = oneLine(new Intl.ListFormat(presenter.locale, { type: 'disjunction' }).format(names));
			return filter.not ? vscode.l10n.t('not {0}', list) : list;
		}
		default:
			return rangeText(filter, presenter);
	}
}

function valueText(value: string, { values }: TableColumn, context: ColumnContext): string {
	const text = value === '' ? '' : oneLine(values?.label(value, context) ?? value);
	return text || vscode.l10n.t('nothing');
}

function rangeText(
	{ kind, from, to }: Extract<ColumnFilter, { kind: 'numbers' | 'days' }>,
	presenter: Presenter,
) {
	const endText = (end: number) =>
		kind === 'days' ? presenter.day(new Date(end).toISOString()) : presenter.count(end);
	if (from === undefined) return to === undefined ? '' : vscode.l10n.t('up to {0}', endText(to));
	if (to === undefined) return vscode.l10n.t('from {0}', endText(from));
	return vscode.l10n.t('{0} to {1}', endText(from), endText(to));
}
