import * as vscode from 'vscode';
import { enterStep, pickStep } from '../../editor/quickStep.ts';
import { type QueryField, queryFields } from '../fields.ts';
import { filterText } from '../odata/odata.ts';
import { everything, isFiltered, type Query } from '../query.ts';
import { refusePair } from '../refusePair.ts';
import { readQueryName, type SavedQuery } from '../savedQuery.ts';
import { sortLabels } from '../sortLabels.ts';
import { queryText } from '../text.ts';
import { editAsText } from './asText.ts';
import { editField, editSort, withoutField } from './fieldSteps.ts';
import { builderTitle, type Outcome } from './outcome.ts';
import type { QueryShelf } from './shelf.ts';

interface Choice extends vscode.QuickPickItem {
	readonly choose?: () => Promise<Outcome>;
	/** What each button at the right of the item does. */
	readonly press?: ReadonlyMap<vscode.QuickInputButton, () => Promise<Outcome>>;
}

const remove = { iconPath: new vscode.ThemeIcon('trash'), tooltip: 'Remove' };
const rename = { iconPath: new vscode.ThemeIcon('edit'), tooltip: 'Rename' };

/**
 * Lets the user build a query, one condition after the other.
 * @returns the query to search with, or undefined when the user left, which changes nothing
 */
export async function buildQuery(before: Query, shelf: QueryShelf): Promise<Query | undefined> {
	for (let query = before; ; ) {
		const placeholder = 'Add or change conditions, then Show Referrals';
		const ended = await pickStep(choicesFor(query, shelf), { title: builderTitle, placeholder });
		if (ended === undefined || ended === 'back') return undefined;
		const { picked, button } = ended;
		const outcome = await (button ? picked.press?.get(button) : picked.choose)?.();
		if (outcome === undefined) return undefined;
		if (outcome === 'back') continue;
		if ('show' in outcome) return outcome.show;
		query = outcome.query;
	}
}

function choicesFor(query: Query, shelf: QueryShelf): Choice[] {
	const active = queryFields.filter(({ name }) => query[name] !== undefined);
	const others = queryFields.filter(({ name }) => query[name] === undefined);
	return [
		showChoice(query),
		...under('Conditions', [...active.map((field) => activeChoice(field, query)), sortChoice(query)]),
		...under('Add a condition, asked of Partner Center', fieldChoices(others, 'service', query)),
		...under('Add a condition on the rows that are loaded', fieldChoices(others, 'loaded', query)),
		...under('Saved queries', savedChoices(shelf)),
		...under('More', moreChoices(query, shelf)),
	];
}

function under(label: string, choices: readonly Choice[]): Choice[] {
	return choices.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...choices];
}

function showChoice(query: Query): Choice {
	const refusal = refusePair(query);
	if (refusal) return { label: '$(warning) Nothing can match', detail: refusal, choose: async () => 'back' };
	return {
		label: '$(search) Show Referrals',
		description: queryText(query, vscode.env.language) || 'everything, newest first',
		detail: `$filter=${filterText(query, Date.now()) || '(none)'}`,
		choose: async () => ({ show: query }),
	};
}

function activeChoice(field: QueryField, query: Query): Choice {
	return {
		label: `$(filter-filled) ${field.label}: ${query[field.name]}`,
		description: field.asked === 'loaded' ? 'on loaded rows' : '',
		buttons: [remove],
		choose: () => editField(field, query),
		press: new Map([[remove, async () => ({ query: withoutField(query, field.name) })]]),
	};
}

function sortChoice(query: Query): Choice {
	return { label: `$(list-ordered) Sort: ${sortLabels[query.sort]}`, choose: () => editSort(query) };
}

function fieldChoices(fields: readonly QueryField[], asked: QueryField['asked'], query: Query): Choice[] {
	return fields
		.filter((field) => field.asked === asked)
		.map((field) => ({
			label: `$(add) ${field.label}`,
			description: field.meaning,
			choose: () => editField(field, query),
		}));
}

function savedChoices(shelf: QueryShelf): Choice[] {
	const { saved, problems } = shelf.read();
	const broken: Choice[] = problems.map((problem) => ({
		label: '$(warning) A saved query cannot be read',
		detail: problem,
		choose: async () => {
			await shelf.open();
			return undefined;
		},
	}));
	const readable = saved.map(
		({ name, query }): Choice => ({
			label: `$(bookmark) ${name}`,
			description: queryText(query, vscode.env.language),
			buttons: [rename, remove],
			choose: async () => ({ show: query }),
			press: new Map([
				[rename, () => renameSaved(name, shelf)],
				[remove, () => shelf.remove(name).then((): Outcome => 'back')],
			]),
		}),
	);
	return [...readable, ...broken];
}

function moreChoices(query: Query, shelf: QueryShelf): Choice[] {
	const save = { label: '$(save) Save this query…', choose: () => saveQuery(query, shelf) };
	const clear = { label: '$(clear-all) Clear', choose: async () => ({ query: everything }) };
	const text = {
		label: '$(code) Edit as text…',
		description: 'OData $filter',
		choose: () => editAsText(query),
	};
	return isFiltered(query) ? [save, text, clear] : [text];
}

async function saveQuery(query: Query, shelf: QueryShelf): Promise<Outcome> {
	const suggestion = queryText(query, vscode.env.language);
	const ended = await enterName('Save this query', suggestion, shelf.read().saved);
	if (ended === undefined || ended === 'back') return ended;
	await shelf.save({ name: ended.picked.trim(), query });
	return { query };
}

async function renameSaved(before: string, shelf: QueryShelf): Promise<Outcome> {
	const others = shelf.read().saved.filter(({ name }) => name !== before);
	const ended = await enterName('Rename the saved query', before, others);
	if (ended === undefined || ended === 'back') return ended;
	await shelf.rename(before, ended.picked.trim());
	return 'back';
}

function enterName(title: string, value: string, others: readonly SavedQuery[]) {
	const look = { title, placeholder: 'New in the US', prompt: 'Name of the query', value, back: true };
	return enterStep(look, (text) => {
		const input = readQueryName(text, others);
		return 'refusal' in input ? input.refusal : undefined;
	});
}
