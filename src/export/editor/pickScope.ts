import * as vscode from 'vscode';
import type { Branch } from '../../listing/arranging/arrangement.ts';
import type { Exploration } from '../../listing/exploration.ts';
import { queryWords } from '../../query/editor/spoken.ts';
import { asItem } from '../../text/asItem.ts';
import type { Picked } from '../picked.ts';
import type { ExportScope } from '../source.ts';
import type { Loading } from './loadEntries.ts';

interface Item extends vscode.QuickPickItem {
	readonly scope: ExportScope;
}

/** What is to be exported, as far as it is said, and how what is missing comes. */
export interface ExportWishes extends Loading {
	/** The branch to export; without one, the user is asked. */
	readonly branch: string | undefined;
	/** What to export instead, where several rows are selected, or a referral. */
	readonly picked: Picked | undefined;
	/** What the rows stand for that are selected, if those are several. */
	readonly rowsSelected: Picked | undefined;
	/** The branch that the selected row is or stands in. */
	readonly selected: string | undefined;
}

/** What the user is asked. */
interface Asked {
	readonly title: string;
	/** Whether more than what was asked for can be exported. */
	readonly withEverything: boolean;
}

/** What to export, for which the user is asked where it isn't said. */
export async function pickExportScope(
	exploration: Exploration,
	wishes: ExportWishes,
	asked: Asked,
): Promise<ExportScope | undefined> {
	const { branch, picked } = wishes;
	if (picked) return { picked };
	return branch === undefined ? chosenScope(exploration, wishes, asked) : { branch };
}

async function chosenScope(
	{ query, arrangement }: Exploration,
	{ selected, rowsSelected }: ExportWishes,
	{ title, withEverything }: Asked,
): Promise<ExportScope | undefined> {
	const branch = selected === undefined ? undefined : arrangement.get(selected);
	const all: Item[] = [
		{
			label: vscode.l10n.t('All groups of the active query'),
			description: asItem(queryWords(query)),
			scope: 'query',
		},
		...(withEverything ? [everythingItem()] : []),
	];
	const group = branch && {
		label: vscode.l10n.t('The group that is selected'),
		description: asItem(nameOf(branch)),
		scope: { branch: branch.key },
	};
	const rows = rowsSelected && {
		label: vscode.l10n.t('The rows that are selected'),
		scope: { picked: rowsSelected },
	};
	const items = [...(rows ? [rows] : group ? [group] : []), ...all];
	const look = {
		title,
		placeHolder: vscode.l10n.t('What to export; what is missing is loaded first'),
	};
	return (await vscode.window.showQuickPick(items, look))?.scope;
}

function everythingItem(): Item {
	return { label: vscode.l10n.t('Everything (without the filter)'), scope: 'everything' };
}

function nameOf({ status, substatus }: Branch): string {
	return [status ?? vscode.l10n.t('Other statuses'), substatus].filter((word) => word).join(' › ');
}
