import * as vscode from 'vscode';
import type { Outcome } from './outcome.ts';

/** An item of the builder, and what it leads to. */
export interface Choice extends vscode.QuickPickItem {
	readonly choose?: () => Promise<Outcome>;
	/** What each button at the right of the item does. */
	readonly press?: ReadonlyMap<vscode.QuickInputButton, () => Promise<Outcome>>;
}

/** The button that takes something away, for one showing of an item. */
export function removeButton(): vscode.QuickInputButton {
	return { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Remove') };
}
