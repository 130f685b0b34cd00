import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { captured } from './captured.ts';
import { eventually } from './eventually.ts';

/** The statuses and substatuses that the documentation knows. */
export const pairs = [
	['New', 'Pending'],
	['New', 'Received'],
	['Active', 'Accepted'],
	['Closed', 'Won'],
	['Closed', 'Lost'],
	['Closed', 'Declined'],
	['Closed', 'Expired'],
] as const;

/** A row, of which no more is known than how it looks. */
export interface Row {
	/** What menus hand to a command. */
	readonly element: unknown;
	readonly item: vscode.TreeItem;
	readonly label: string;
}

/** The rows below a row, by the labels on the way to it, once none of them says that it is loading. */
export async function rowsBelow(...path: readonly string[]): Promise<readonly Row[]> {
	return rowsUnder(path.length === 0 ? undefined : (await row(...path)).element);
}

/** The same, of a row at hand. */
export async function rowsUnder(element: unknown): Promise<readonly Row[]> {
	return eventually(async () => {
		const rows = await rowsNow(element);
		const loading = rows.find(({ item }) => item.contextValue === 'loading');
		assert.equal(loading?.label, undefined, 'the row that still loads');
		return rows;
	});
}

/** A row, by its label and the labels above. */
export async function row(...path: readonly string[]): Promise<Row> {
	const [label] = path.slice(-1);
	const above = path.length === 1 ? undefined : (await row(...path.slice(0, -1))).element;
	// More may load behind it.
	const known = (await rowsNow(above)).find((each) => each.label === label);
	if (known) return known;
	const rows = await rowsUnder(above);
	const found = rows.find((each) => each.label === label);
	assert.ok(found, `There is no row ${path.join(' > ')}, but ${rows.map((each) => each.label).join(', ')}.`);
	return found;
}

export async function labels(...path: readonly string[]): Promise<readonly string[]> {
	return (await rowsBelow(...path)).map(({ label }) => label);
}

/** The names of the referrals below a row. */
export async function names(...path: readonly string[]): Promise<readonly string[]> {
	return referralsIn(await rowsBelow(...path));
}

function referralsIn(rows: readonly Row[]): readonly string[] {
	return rows.filter(({ item }) => /^referral\b/.test(item.contextValue ?? '')).map(({ label }) => label);
}

/** How many there are, as it stands beside a row's label, such as "100+"; what they are worth comes behind it. */
export async function count(...path: readonly string[]): Promise<string> {
	const { item } = await row(...path);
	return `${item.description ?? ''}`.split(' · ')[0] ?? '';
}

/** The row of a kind below a row, such as the one that loads more. */
export async function rowOf(kind: string, ...path: readonly string[]): Promise<Row> {
	const rows = await rowsBelow(...path);
	const found = rows.find(({ item }) => item.contextValue === kind);
	assert.ok(found, `There is no row of the kind ${kind} below ${path.join(' > ')}.`);
	return found;
}

/** The rows for what fits no known pair: today one below each status and one at the end, later the last one alone. */
export async function otherRows(): Promise<readonly Row[]> {
	const top = await rowsBelow();
	const statuses = new Set<string>(pairs.map(([status]) => status));
	const substatuses = new Set<string>(pairs.map(([, substatus]) => substatus));
	const below = await Promise.all(
		top.filter(({ label }) => statuses.has(label)).map(({ element }) => rowsUnder(element)),
	);
	return [
		...below.flat().filter(({ label }) => !substatuses.has(label)),
		...top.filter(({ item, label }) => item.contextValue !== 'lens' && !statuses.has(label)),
	];
}

/** The names of the referrals among those that fit no known pair. */
export async function otherNames(): Promise<readonly string[]> {
	const rows = await otherRows();
	const below = await Promise.all(rows.map(({ element }) => rowsUnder(element)));
	return referralsIn(below.flat());
}

/** What stands beside the title of the view: the filter and who is signed in. */
export function viewDescription(): string {
	return captured.tree.view.description ?? '';
}

/** What stands above the tree. */
export function viewMessage(): string {
	return captured.tree.view.message ?? '';
}

async function rowsNow(element: unknown): Promise<readonly Row[]> {
	const { provider } = captured.tree;
	const elements = (await provider.getChildren(element)) ?? [];
	return Promise.all(
		elements.map(async (each) => {
			const item = await provider.getTreeItem(each);
			return { element: each, item, label: labelOf(item) };
		}),
	);
}

function labelOf({ label = '' }: vscode.TreeItem): string {
	return typeof label === 'string' ? label : label.label;
}
