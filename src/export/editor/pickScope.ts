import * as vscode from 'vscode';
import type { Branch } from '../../listing/arrangement.ts';
import type { Exploration } from '../../listing/exploration.ts';
import { queryText } from '../../query/text.ts';
import { asItem } from '../../text/asItem.ts';
import type { ExportScope } from '../source.ts';

/** Lets the user choose what to export. @param selected the branch that the selected row is or stands in */
export async function pickExportScope(
	{ query, arrangement }: Exploration,
	selected: string | undefined,
): Promise<ExportScope | undefined> {
	const branch = selected === undefined ? undefined : arrangement.get(selected);
	const all: (vscode.QuickPickItem & { readonly scope: ExportScope })[] = [
		{
			label: vscode.l10n.t('All groups of the active query'),
			description: asItem(queryText(query, vscode.env.language)),
			scope: 'query',
		},
		{ label: vscode.l10n.t('Everything (without the filter)'), scope: 'everything' },
	];
	const items = branch
		? [
				{
					label: vscode.l10n.t('The group that is selected'),
					description: asItem(nameOf(branch)),
					scope: { branch: branch.key },
				},
				...all,
			]
		: all;
	const look = {
		title: vscode.l10n.t('Export Referrals'),
		placeHolder: vscode.l10n.t('What to export; what is missing is loaded first'),
	};
	return (await vscode.window.showQuickPick(items, look))?.scope;
}

function nameOf({ status, substatus }: Branch): string {
	return [status ?? vscode.l10n.t('Other statuses'), substatus].filter((word) => word).join(' › ');
}
