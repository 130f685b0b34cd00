import * as vscode from 'vscode';

/** How a row looks, besides its label. */
export interface Look {
	/** The id of a product icon. */
	readonly icon: string;
	readonly contextValue: string;
	/** `None` unless given. */
	readonly state?: vscode.TreeItemCollapsibleState;
	readonly description?: string;
	readonly tooltip?: string;
	/** The id of a theme colour for the icon. */
	readonly color?: string;
	/** What a screen reader says besides label and description. */
	readonly spoken?: string;
	readonly command?: vscode.Command;
}

/** A row. Without words of its own for a screen reader, one with a tooltip would be read as that alone. */
export function itemOf(label: string, { state, icon, color, spoken: more, ...look }: Look): vscode.TreeItem {
	const spoken = [label, look.description, more].filter((text) => text).join(', ');
	const item = new vscode.TreeItem(label, state ?? vscode.TreeItemCollapsibleState.None);
	return Object.assign(item, look, {
		iconPath: new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color)),
		accessibilityInformation: { label: spoken },
	});
}
