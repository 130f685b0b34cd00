import * as vscode from 'vscode';
import { enterStep, pickStep } from '../../editor/quickStep.ts';
import { asItem } from '../../text/asItem.ts';
import type { Query } from '../query.ts';
import { readQueryName, type SavedQuery } from '../savedQuery.ts';
import { queryText } from '../text.ts';
import { type Choice, removeButton } from './choice.ts';
import type { Outcome } from './outcome.ts';
import type { QueryShelf } from './shelf.ts';

/** The user's saved queries, to search with, to rename and to remove; and those that can't be read. */
export function ownChoices(shelf: QueryShelf): Choice[] {
	const { saved, problems } = shelf.own();
	const readable = saved.map((each) =>
		savedChoice(each, {
			rename: () => renameSaved(each.name, shelf),
			remove: () => shelf.remove(each.name).then((): Outcome => 'back'),
		}),
	);
	return [...readable, ...problems.map((problem) => brokenChoice(problem, () => shelf.open()))];
}

/** Those of the workspace, to search with; to rename or to remove one, its settings are opened. */
export function choicesOfWorkspace(shelf: QueryShelf): Choice[] {
	const { saved, problems } = shelf.ofWorkspace();
	const readable = saved.map((each) =>
		savedChoice(each, {
			rename: () => pointToWorkspace(vscode.l10n.t('Rename the saved query'), shelf),
			remove: () => pointToWorkspace(vscode.l10n.t('Remove the saved query'), shelf),
		}),
	);
	return [...readable, ...problems.map((problem) => brokenChoice(problem, () => shelf.openOfWorkspace()))];
}

interface Changes {
	readonly rename: () => Promise<Outcome>;
	readonly remove: () => Promise<Outcome>;
}

function savedChoice({ name, query }: SavedQuery, changes: Changes): Choice {
	const rename = { iconPath: new vscode.ThemeIcon('edit'), tooltip: vscode.l10n.t('Rename') };
	const remove = removeButton();
	return {
		label: `$(bookmark) ${asItem(name)}`,
		description: asItem(queryText(query, vscode.env.language)),
		buttons: [rename, remove],
		choose: async () => ({ show: query }),
		press: new Map([
			[rename, changes.rename],
			[remove, changes.remove],
		]),
	};
}

function brokenChoice(detail: string, open: () => Promise<void>): Choice {
	return {
		label: `$(warning) ${vscode.l10n.t('A saved query cannot be read')}`,
		detail: asItem(detail),
		choose: () => open().then(() => undefined),
	};
}

/** Says why a query is not ours to change, and leads to where it can be. */
async function pointToWorkspace(title: string, shelf: QueryShelf): Promise<Outcome> {
	const open = {
		label: `$(gear) ${vscode.l10n.t('Open the settings of this workspace')}`,
		detail: vscode.l10n.t('This query stands there, where others share it.'),
	};
	const placeholder = vscode.l10n.t('This query is not among your own');
	const ended = await pickStep([open], { title, placeholder, back: true });
	if (ended === 'back') return 'back';
	if (ended) await shelf.openOfWorkspace();
	return undefined;
}

/** Asks for a name, and saves a query under it. */
export async function saveQuery(query: Query, shelf: QueryShelf): Promise<Outcome> {
	const suggestion = queryText(query, vscode.env.language);
	const name = await enterName(vscode.l10n.t('Save this query'), suggestion, shelf.own().saved);
	if (typeof name !== 'object') return name;
	await shelf.save({ name: name.value, query });
	return { query };
}

async function renameSaved(before: string, shelf: QueryShelf): Promise<Outcome> {
	const others = shelf.own().saved.filter(({ name }) => name !== before);
	const name = await enterName(vscode.l10n.t('Rename the saved query'), before, others);
	if (typeof name !== 'object') return name;
	await shelf.rename(before, name.value);
	return 'back';
}

async function enterName(title: string, value: string, others: readonly SavedQuery[]) {
	const look = {
		title,
		placeholder: vscode.l10n.t('New in the US'),
		prompt: vscode.l10n.t('Name of the query'),
		value,
		back: true,
	};
	const ended = await enterStep(look, (text) => {
		const input = readQueryName(text, others);
		return 'refusal' in input ? input.refusal : undefined;
	});
	if (ended === undefined || ended === 'back') return ended;
	const name = readQueryName(ended.picked, others);
	return 'refusal' in name ? 'back' : name;
}
