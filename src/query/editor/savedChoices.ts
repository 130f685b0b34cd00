import * as vscode from 'vscode';
import { maskNow } from '../../editor/maskNow.ts';
import { enterStep, pickStep } from '../../editor/quickStep.ts';
import { asItem } from '../../text/asItem.ts';
import { asPlain } from '../../text/asPlain.ts';
import { oneLine } from '../../text/oneLine.ts';
import type { Query } from '../query.ts';
import { readQueryName, type SavedQuery } from '../savedQuery.ts';
import { type Choice, removeButton } from './choice.ts';
import type { Outcome } from './outcome.ts';
import type { QueryShelf } from './shelf.ts';
import { queryWords, savedNameWords } from './spoken.ts';

/** The user's saved queries, to search with, to rename and to remove; and those that can't be read. */
export function ownChoices(shelf: QueryShelf): Choice[] {
	const { saved, problems } = shelf.own();
	const readable = saved.map((each, index) =>
		savedChoice(each, index, {
			rename: () => renameSaved(each.name, shelf),
			remove: () => removeSaved(each.name, index, shelf),
		}),
	);
	return [...readable, ...problems.map((problem) => brokenChoice(problem, () => shelf.open()))];
}

/** Those of the workspace, to search with; to rename or to remove one, its settings are opened. */
export function choicesOfWorkspace(shelf: QueryShelf): Choice[] {
	const { saved, problems } = shelf.ofWorkspace();
	const readable = saved.map((each, index) =>
		savedChoice(each, index, {
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

function savedChoice({ name, query }: SavedQuery, index: number, changes: Changes): Choice {
	const rename = { iconPath: new vscode.ThemeIcon('edit'), tooltip: vscode.l10n.t('Rename') };
	const remove = removeButton();
	return {
		label: `$(bookmark) ${asItem(savedNameWords(name, index))}`,
		description: asItem(queryWords(query)),
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
		// It quotes what was typed.
		...(!maskNow() && { detail: asItem(detail) }),
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

async function removeSaved(name: string, index: number, shelf: QueryShelf): Promise<Outcome> {
	const putBack = await shelf.remove(name);
	const shown = oneLine(savedNameWords(name, index));
	if (putBack) void offerUndo(vscode.l10n.t('The saved query “{0}” was removed.', shown), putBack);
	return 'back';
}

async function offerUndo(sentence: string, putBack: () => Promise<void>): Promise<void> {
	const undo = vscode.l10n.t('Undo');
	if ((await vscode.window.showInformationMessage(asPlain(sentence), undo)) === undo) await putBack();
}

/** Asks for a name, and saves a query under it; in the place of another one if the user says so. */
export async function saveQuery(query: Query, shelf: QueryShelf, value?: string): Promise<Outcome> {
	const suggestion = value ?? (maskNow() ? '' : queryWords(query));
	const name = await enterName(vscode.l10n.t('Save this query'), suggestion, []);
	if (typeof name !== 'object') return name;
	const same = shelf.own().saved.find((each) => each.name.toLowerCase() === name.value.toLowerCase());
	const sure = same ? await confirmOverwrite(same) : true;
	if (sure === undefined) return undefined;
	if (!sure) return saveQuery(query, shelf, name.value);
	await shelf.save({ name: same?.name ?? name.value, query });
	return { query };
}

/** @returns whether to; undefined when the user left */
async function confirmOverwrite({ name, query }: SavedQuery): Promise<boolean | undefined> {
	const replace = {
		label: `$(replace) ${vscode.l10n.t('Replace it')}`,
		detail: asItem(queryWords(query)),
	};
	const rename = { label: `$(edit) ${vscode.l10n.t('Choose another name')}` };
	const ended = await pickStep<vscode.QuickPickItem>([replace, rename], {
		title: vscode.l10n.t('Save this query'),
		placeholder: vscode.l10n.t('Another query is called “{0}”', asItem(name)),
		back: true,
	});
	if (ended === undefined) return undefined;
	return ended !== 'back' && ended.picked === replace;
}

async function renameSaved(before: string, shelf: QueryShelf): Promise<Outcome> {
	const others = shelf.own().saved.filter(({ name }) => name !== before);
	const shown = maskNow() ? '' : before;
	const name = await enterName(vscode.l10n.t('Rename the saved query'), shown, others);
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
