import { catalogue } from '../../referral/fields/catalogue.ts';
import type { KnownField } from '../../referral/fields/field.ts';
import type { TableColumn } from './column.ts';
import { ended } from './ended.ts';
import { fieldColumn } from './fieldColumn.ts';
import { closeMonth, closeQuarter, colleagues, solutionAreas } from './shared.ts';
import { attention, category, daysInStage, deal, news, stage, timeLeft } from './workedOut.ts';

const fields: readonly (readonly [path: string, field: KnownField])[] = Object.entries(catalogue);
const lists = fields.flatMap(([path, { kind }]) => (kind === 'list' || kind === 'people' ? `${path}.` : []));

/** Whether one column can show it: no part of a list's elements, and nothing of the protocol's. The team is told by its mail addresses. */
function isOwn(path: string): boolean {
	return path !== 'team' && !path.startsWith('@') && !lists.some((list) => path.startsWith(list));
}

/** All that there are, in the order in which they are offered. */
export const tableColumns: readonly TableColumn[] = [
	...[deal, stage, timeLeft, attention, news, daysInStage, ended, category],
	...[closeMonth, closeQuarter, colleagues, solutionAreas],
	...fields.flatMap(([path, field]) => (isOwn(path) ? (fieldColumn(path, field) ?? []) : [])),
];

const byId: ReadonlyMap<string, TableColumn> = new Map(
	tableColumns.map((column) => [column.id, column] as const),
);

export function columnCalled(id: string): TableColumn | undefined {
	return byId.get(id);
}

/** Those that are shown before the user chooses. */
export const usualColumns: readonly TableColumn[] = [
	...['label', 'customerProfile.name', 'stage', 'timeLeft', 'details.dealValue', 'details.closingDateTime'],
	...['attention', 'customerProfile.address.country', 'updatedDateTime'],
].flatMap((id) => byId.get(id) ?? []);

/** Those by which rows can be grouped. */
export const groupingColumns: readonly TableColumn[] = tableColumns.filter(({ values }) => values);
