import * as l10n from '@vscode/l10n';
import { maskNow } from '../../editor/maskNow.ts';
import { enterStep, pickStep } from '../../editor/quickStep.ts';
import { type QueryField, withoutField } from '../field.ts';
import { isMasked } from '../masking/maskedQuery.ts';
import { type Query, sorts } from '../query.ts';
import { refusePair } from '../refusePair.ts';
import { sortLabel } from '../sortLabel.ts';
import { checkValues } from './checkValues.ts';
import { type Outcome, stepTitle } from './outcome.ts';

/** Lets the user choose or enter the value of a condition. */
export function editField(field: QueryField, query: Query): Promise<Outcome> {
	return field.enterSeveral ? checkValues(field, query) : enterValue(field, query);
}

async function enterValue(field: QueryField, query: Query): Promise<Outcome> {
	const isHidden = isMasked(query, field.name, maskNow());
	const value = isHidden ? '' : String(query[field.name] ?? '');
	const prompt = isHidden
		? l10n.t('What is there is hidden in presentation mode. Leave this empty to keep it.')
		: field.meaning();
	const ended = await enterStep({ ...lookOf(field), prompt, value }, (text) =>
		text.trim() === '' ? undefined : typedRefusal(field, text, query),
	);
	if (ended === undefined || ended === 'back') return ended;
	if (isHidden && ended.picked.trim() === '') return { query };
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
