import * as vscode from 'vscode';
import { maskNow } from '../../editor/maskNow.ts';
import { pickStep } from '../../editor/quickStep.ts';
import { asItem } from '../../text/asItem.ts';
import { asksLoadedOnly } from '../asksLoadedOnly.ts';
import { wantedText } from '../condition/wantedText.ts';
import { type FieldName, type QueryField, withoutField } from '../field.ts';
import { queryFields } from '../fields.ts';
import { isSecret, maskedQuery } from '../masking/maskedQuery.ts';
import { odataFor } from '../odata/odata.ts';
import { everything, isFiltered, type Query } from '../query.ts';
import { refusePair } from '../refusePair.ts';
import { sortLabel } from '../sortLabel.ts';
import { editAsText } from './asText.ts';
import { type Choice, removeButton } from './choice.ts';
import { editField, editSort } from './fieldSteps.ts';
import { choicesOfWorkspace, ownChoices, saveQuery } from './savedChoices.ts';
import type { QueryShelf } from './shelf.ts';
import { queryWords } from './spoken.ts';

/**
 * Lets the user build a query, one condition after the other.
 * @returns the query to search with, or undefined when the user left, which changes nothing
 */
export async function buildQuery(before: Query, shelf: QueryShelf): Promise<Query | undefined> {
	for (let query = before; ; ) {
		const ended = await pickStep(choicesFor(query, shelf), {
			title: vscode.l10n.t('Filter Referrals'),
			placeholder: vscode.l10n.t('Add or change conditions, then Show Referrals'),
		});
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
		...under(vscode.l10n.t('Conditions'), [
			...active.map((field) => activeChoice(field, query)),
			sortChoice(query),
		]),
		...under(
			vscode.l10n.t('Add a condition, asked of Partner Center'),
			fieldChoices(others, 'service', query),
		),
		...under(
			vscode.l10n.t('Add a condition on the rows that are loaded'),
			fieldChoices(others, 'loaded', query),
		),
		...under(vscode.l10n.t('Saved queries'), ownChoices(shelf)),
		...under(vscode.l10n.t('Saved queries of this workspace'), choicesOfWorkspace(shelf)),
		...under(vscode.l10n.t('More'), moreChoices(query, shelf)),
	];
}

function under(label: string, choices: readonly Choice[]): Choice[] {
	return choices.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...choices];
}

function showChoice(query: Query): Choice {
	const refusal = refusePair(query);
	if (refusal) {
		const label = `$(warning) ${vscode.l10n.t('Nothing can match')}`;
		return { label, detail: asItem(refusal), choose: async () => 'back' };
	}
	return {
		label: `$(search) ${vscode.l10n.t('Show Referrals')}`,
		description: asItem(queryWords(query) || vscode.l10n.t('everything, newest first')),
		detail: asItem(
			`$filter=${odataFor(maskedQuery(query, maskNow()), {}, Date.now()).filter ?? vscode.l10n.t('(none)')}`,
		),
		choose: async () => ({ show: query }),
	};
}

function activeChoice(field: QueryField, query: Query): Choice {
	const remove = removeButton();
	return {
		label: `$(filter-filled) ${asItem(`${field.label()}: ${shownValue(field, query)}`)}`,
		description: isOnLoaded(field, query) ? vscode.l10n.t('on loaded rows') : '',
		buttons: [remove],
		choose: () => editField(field, query),
		press: new Map([[remove, async () => ({ query: withoutField(query, field.name) })]]),
	};
}

function shownValue({ name }: QueryField, query: Query): string {
	const mask = maskNow();
	const value = maskedQuery(query, mask)[name];
	return value === undefined && mask ? mask.hidden : valueText(value);
}

function valueText(value: Query[FieldName]): string {
	if (value === undefined || typeof value === 'number') return `${value}`;
	return wantedText(value, vscode.env.language);
}

/** A condition with several values is; those of status are asked for one by one. */
function isOnLoaded({ name, asked }: QueryField, query: Query): boolean {
	return asked === 'loaded' || asksLoadedOnly({ ...everything, [name]: query[name] });
}

function sortChoice(query: Query): Choice {
	return {
		label: `$(list-ordered) ${vscode.l10n.t('Sort: {0}', sortLabel(query.sort))}`,
		choose: () => editSort(query),
	};
}

function fieldChoices(fields: readonly QueryField[], asked: QueryField['asked'], query: Query): Choice[] {
	return fields
		.filter((field) => field.asked === asked)
		.map((field) => ({
			label: `$(add) ${field.label()}`,
			description: field.meaning(),
			choose: () => editField(field, query),
		}));
}

function moreChoices(query: Query, shelf: QueryShelf): Choice[] {
	const save = {
		label: `$(save) ${vscode.l10n.t('Save this query…')}`,
		choose: () => saveQuery(query, shelf),
	};
	const clear = {
		label: `$(clear-all) ${vscode.l10n.t('Clear')}`,
		choose: async () => ({ query: everything }),
	};
	const text = {
		label: `$(code) ${vscode.l10n.t('Edit as text…')}`,
		description: vscode.l10n.t('OData $filter'),
		choose: () => editAsText(query),
	};
	// The text has all that was typed.
	const asText = isSecret(query, maskNow()) ? [] : [text];
	return isFiltered(query) ? [save, ...asText, clear] : asText;
}
