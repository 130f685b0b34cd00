import * as vscode from 'vscode';
import type { Browsing } from '../../listing/browsing.ts';
import { queries } from '../../query/editor/savedQueries.ts';
import { SavedRows } from './rows.ts';
import type { Tree } from './tree.ts';

/** A tree with the user's saved queries above it, as the settings have them. */
export function withSavedRows(tree: Tree, browsing: Browsing): SavedRows {
	return new SavedRows(tree, {
		browsing,
		saved: () => queries.own().saved,
		onDidChange: (heard) =>
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration('partnerReferrals.queries')) heard(event);
			}),
	});
}
