import * as vscode from 'vscode';
import { type Status, type Substatus, statuses, substatusesOf } from '../referrals/lifecycle.ts';
import { everything, isFiltered, type Query, sorts } from '../referrals/query.ts';
import { type Input, readEngagementId, readTeamEmail, readUpdatedSince } from '../referrals/queryInput.ts';
import { queryText } from '../referrals/queryText.ts';
import { sortLabels } from '../referrals/sortLabels.ts';

type TextField = 'engagementId' | 'updatedSince' | 'teamEmail';

interface Step extends vscode.QuickPickItem {
	/** What the query becomes; undefined ends the prompt with the query as it is. */
	readonly change?: (query: Query) => Promise<Query>;
}

const title = 'Filter Referrals';

/**
 * Lets the user change a query, one field after the other.
 * @returns the query to search with, or undefined when the user left without choosing to search
 */
export async function promptForQuery(before: Query): Promise<Query | undefined> {
	let query = before;
	for (;;) {
		const placeHolder = 'Pick a field to filter by, then Show Referrals';
		const step = await vscode.window.showQuickPick(stepsFor(query), { title, placeHolder });
		if (!step) return undefined;
		if (!step.change) return query;
		query = await step.change(query);
	}
}

function stepsFor(query: Query): Step[] {
	const clear = { label: '$(clear-all) Clear all', change: async () => everything };
	return [
		{ label: '$(search) Show Referrals', description: queryText(query, vscode.env.language) || 'everything' },
		{ label: 'Fields', kind: vscode.QuickPickItemKind.Separator },
		{ label: 'Status', description: query.status ?? 'any', change: pickStatus },
		{ label: 'Substatus', description: query.substatus ?? 'any', change: pickSubstatus },
		...(['engagementId', 'updatedSince', 'teamEmail'] as const).map((field) => textStep(field, query)),
		{ label: 'Sort', description: sortLabels[query.sort], change: pickSort },
		...(isFiltered(query) ? [clear] : []),
	];
}

async function pickStatus(query: Query): Promise<Query> {
	const status = await pick('Status', statuses, query.status);
	if (status === undefined) return query;
	const { status: _, substatus, ...rest } = query;
	if (status === 'any') return { ...rest, ...(substatus && { substatus }) };
	const kept = substatus && substatusesFor(status).includes(substatus) ? { substatus } : {};
	return { ...rest, ...kept, status };
}

async function pickSubstatus(query: Query): Promise<Query> {
	const offered = query.status ? substatusesFor(query.status) : statuses.flatMap(substatusesFor);
	const substatus = await pick('Substatus', offered, query.substatus);
	const { substatus: before, ...rest } = query;
	if (substatus === undefined) return query;
	return substatus === 'any' ? rest : { ...rest, substatus };
}

function substatusesFor(status: Status): readonly Substatus[] {
	return substatusesOf[status];
}

async function pick<T extends string>(
	label: string,
	values: readonly T[],
	active: T | undefined,
): Promise<T | 'any' | undefined> {
	const items = (['any', ...values] as const).map((value) => ({
		label: value === 'any' ? 'Any' : value,
		description: value === (active ?? 'any') ? 'now' : '',
		value,
	}));
	const picked = await vscode.window.showQuickPick(items, {
		title: `${title}: ${label}`,
		placeHolder: label,
	});
	return picked?.value;
}

async function pickSort(query: Query): Promise<Query> {
	const items = sorts.map((sort) => ({ label: sortLabels[sort], sort }));
	const picked = await vscode.window.showQuickPick(items, {
		title: `${title}: Sort`,
		placeHolder: 'By creation or update',
	});
	return picked ? { ...query, sort: picked.sort } : query;
}

const textFields = {
	engagementId: { label: 'Engagement id', prompt: 'Referrals of one engagement', read: readEngagementId },
	updatedSince: { label: 'Updated since', prompt: 'A date (midnight UTC) or a time', read: readUpdatedSince },
	teamEmail: { label: 'Team member', prompt: 'Mail address of somebody in your team', read: readTeamEmail },
} as const satisfies Record<TextField, { label: string; prompt: string; read: (text: string) => Input }>;

function textStep(field: TextField, query: Query): Step {
	return {
		label: textFields[field].label,
		description: query[field] ?? 'any',
		change: (now) => enter(field, now),
	};
}

async function enter(field: TextField, query: Query): Promise<Query> {
	const { label, prompt, read } = textFields[field];
	const typed = await vscode.window.showInputBox({
		title: `${title}: ${label}`,
		prompt: `${prompt}. Leave it empty for any.`,
		value: query[field] ?? '',
		validateInput: (text) => (text.trim() === '' ? undefined : refusalIn(read(text))),
	});
	if (typed === undefined) return query;
	const { [field]: _, ...rest } = query;
	const input = read(typed);
	return 'value' in input ? { ...rest, [field]: input.value } : rest;
}

function refusalIn(input: Input): string | undefined {
	return 'refusal' in input ? input.refusal : undefined;
}
