import * as vscode from 'vscode';
import { maskNow } from '../../editor/maskNow.ts';
import { pickStep } from '../../editor/quickStep.ts';
import { asItem } from '../../text/asItem.ts';
import type { Query } from '../query.ts';
import type { SavedQueries } from '../savedQuery.ts';
import type { QueryShelf } from './shelf.ts';
import { queryWords, savedNameWords } from './spoken.ts';

interface Item extends vscode.QuickPickItem {
	readonly query?: Query;
	/** Shows where it can be mended. */
	readonly open?: () => Promise<void>;
}

/**
 * Lets the user switch to a saved query, or to one that was left; undefined when the user left, or went on to the settings.
 * @param recent those that were left, the last one first
 */
export async function pickSavedQuery(
	shelf: QueryShelf,
	recent: readonly Query[],
): Promise<Query | undefined> {
	const ended = await pickStep([...itemsFor(shelf), ...recentItems(recent)], {
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

function recentItems(recent: readonly Query[]): readonly Item[] {
	const items = recent.map((query) => ({
		label: `$(history) ${asItem(queryWords(query))}`,
		query,
	}));
	const label = vscode.l10n.t('Recent queries of this window');
	const line = { label, kind: vscode.QuickPickItemKind.Separator };
	return items.length === 0 ? [] : [line, ...items];
}

function itemsOf({ saved, problems }: SavedQueries, open: () => Promise<void>): readonly Item[] {
	const readable = saved.map(({ name, query }, index) => ({
		label: `$(bookmark) ${asItem(savedNameWords(name, index))}`,
		description: asItem(queryWords(query)),
		query,
	}));
	const broken = problems.map((detail) => ({
		label: `$(warning) ${vscode.l10n.t('A saved query cannot be read')}`,
		// It quotes what was typed.
		...(!maskNow() && { detail: asItem(detail) }),
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
