import * as vscode from 'vscode';
import { pickStep } from '../../editor/quickStep.ts';
import type { Query } from '../query.ts';
import type { SavedQuery } from '../savedQuery.ts';
import { queryText } from '../text.ts';
import type { QueryShelf } from './shelf.ts';

/** Lets the user switch to a saved query; undefined when the user left, or went on to the settings. */
export async function pickSavedQuery(shelf: QueryShelf): Promise<Query | undefined> {
	const { saved, problems } = shelf.read();
	const ended = await pickStep(itemsFor(saved, problems), {
		title: 'Saved Queries',
		placeholder: 'Switch to',
	});
	if (ended === undefined || ended === 'back') return undefined;
	const { query } = ended.picked;
	if (!query && problems.length > 0) await shelf.open();
	return query;
}

interface Item extends vscode.QuickPickItem {
	readonly query?: Query;
}

function itemsFor(saved: readonly SavedQuery[], problems: readonly string[]): Item[] {
	const readable = saved.map(({ name, query }) => ({
		label: `$(bookmark) ${name}`,
		description: queryText(query, vscode.env.language),
		query,
	}));
	const broken = problems.map((detail) => ({ label: '$(warning) A saved query cannot be read', detail }));
	const none = { label: '$(info) No query is saved yet', detail: 'Filter…, then Save this query…' };
	return readable.length + broken.length > 0 ? [...readable, ...broken] : [none];
}
