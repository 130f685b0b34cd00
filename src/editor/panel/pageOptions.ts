import type * as vscode from 'vscode';

/** A page has nothing to fetch, and no forms; what it shows is found by the editor's find widget. */
export const pageOptions = {
	enableScripts: true,
	enableForms: false,
	enableFindWidget: true,
	localResourceRoots: [],
} satisfies vscode.WebviewPanelOptions & vscode.WebviewOptions;
