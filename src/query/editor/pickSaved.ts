import * as vscode from 'vscode';
import { pickStep } from '../../editor/quickStep.ts';
import { asItem } from '../../text/asItem.ts';
import type { Query } from '../query.ts';
import type { SavedQueries } from '../savedQuery.ts';
import { queryText } from '../text.ts';
import type { QueryShelf } from './shelf.ts';

interface Item extends vscode.QuickPickItem {
	readonly query?: Query;
	/** Shows where it can be mended. */
	readonly open?: () => Promise<void>;
}

/** Lets the user switch to a saved query; undefined when the user left, or went on to the settings. */
export async function pickSavedQuery(shelf: QueryShelf): Promise<Query | undefined> {
	const ended = await pickStep(itemsFor(shelf), {
		title: vscode.l10n.t('Saved Queries'),
		placeholder: vscode.l10n.t('Switch to'),
	});
	if (ended === undefined || ended === 'back') return undefined;
	const { query, open } = ended.picked;
	await open?.();
	return query;
}

function itemsFor(shelf: QueryShelf): readonly Item[] {
	const own = itemsOf(shelf.own(), () => shelf.open());
	const shared = itemsOf(shelf.ofWorkspace(), () => shelf.openOfWorkspace());
	if (own.length + shared.length === 0) return [noneItem()];
	const label = vscode.l10n.t('Saved queries of this workspace');
	const line = { label, kind: vscode.QuickPickItemKind.Separator };
	return shared.length === 0 ? own : [...own, line, ...shared];
}

function itemsOf({ saved, problems }: SavedQueries, open: () => Promise<void>): readonly Item[] {
	const readable = saved.map(({ name, query }) => ({
		label: `$(bookmark) ${asItem(name)}`,
		description: asItem(queryText(query, vscode.env.language)),
		query,
	}));
	const broken = problems.map((detail) => ({
		label: `$(warning) ${vscode.l10n.t('A saved query cannot be read')}`,
		detail: asItem(detail),
		open,
	}));
	return [...readable, ...broken];
}

function noneItem(): Item {
	return {
		label: `$(info) ${vscode.l10n.t('No query is saved yet')}`,
		detail: vscode.l10n.t('Filter…, then Save this query…'),
	};
}
