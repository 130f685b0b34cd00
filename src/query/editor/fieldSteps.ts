import * as l10n from '@vscode/l10n';
import { enterStep, pickStep } from '../../editor/quickStep.ts';
import { asItem } from '../../text/asItem.ts';
import type { QueryField } from '../fields.ts';
import { type Query, sorts } from '../query.ts';
import { refusePair } from '../refusePair.ts';
import { sortLabel } from '../sortLabel.ts';
import { type Outcome, stepTitle } from './outcome.ts';

/** A query without one of its conditions. */
export function withoutField(query: Query, name: QueryField['name']): Query {
	const { [name]: _, ...rest } = query;
	return rest;
}

/** Lets the user choose or enter the value of a condition. */
export function editField(field: QueryField, query: Query): Promise<Outcome> {
	return field.values ? pickValue(field, field.values, query) : enterValue(field, query);
}

async function pickValue(field: QueryField, values: readonly string[], query: Query): Promise<Outcome> {
	const items = values.map((value) => {
		const refusal = refusalOf(field, value, query);
		return { label: asItem(value), value, ...(refusal && { detail: `$(circle-slash) ${asItem(refusal)}` }) };
	});
	const active = items.find(({ value }) => value === query[field.name]);
	const ended = await pickStep(items, { ...lookOf(field), active });
	if (ended === undefined || ended === 'back') return ended;
	const entered = field.enter(query, ended.picked.value);
	// What can't match stays in the list, saying why, rather than being taken or hidden.
	return 'refusal' in entered || refusePair(entered.query) ? pickValue(field, values, query) : entered;
}

async function enterValue(field: QueryField, query: Query): Promise<Outcome> {
	const value = String(query[field.name] ?? '');
	const ended = await enterStep({ ...lookOf(field), prompt: field.meaning(), value }, (text) =>
		text.trim() === '' ? undefined : typedRefusal(field, text, query),
	);
	if (ended === undefined || ended === 'back') return ended;
	const entered = field.enter(query, ended.picked);
	return 'refusal' in entered ? { query: withoutField(query, field.name) } : entered;
}

/** What is there already may stay, even if nobody would type it. */
function typedRefusal(field: QueryField, text: string, query: Query): string | undefined {
	const typed = text === `${query[field.name]}` ? undefined : field.readTyped?.(text);
	return typed && 'refusal' in typed ? typed.refusal : refusalOf(field, text, query);
}

function refusalOf(field: QueryField, text: string, query: Query): string | undefined {
	const entered = field.enter(query, text);
	return 'refusal' in entered ? entered.refusal : refusePair(entered.query);
}

function lookOf({ label, example }: QueryField) {
	return { title: stepTitle(label()), placeholder: example, back: true };
}

/** Lets the user choose the order. */
export async function editSort(query: Query): Promise<Outcome> {
	const items = sorts.map((sort) => ({ label: sortLabel(sort), sort }));
	const look = {
		title: stepTitle(l10n.t('Sort')),
		placeholder: l10n.t('Asked of Partner Center'),
		back: true,
	};
	const ended = await pickStep(items, { ...look, active: items.find(({ sort }) => sort === query.sort) });
	if (ended === undefined || ended === 'back') return ended;
	return { query: { ...query, sort: ended.picked.sort } };
}
