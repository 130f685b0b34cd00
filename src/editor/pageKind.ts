import * as vscode from 'vscode';

/** A page has nothing to fetch, and no forms; what it shows is found by the editor's find widget. */
const options = {
	enableScripts: true,
	enableForms: false,
	enableFindWidget: true,
	localResourceRoots: [],
} satisfies vscode.WebviewPanelOptions & vscode.WebviewOptions;

/** A new, empty panel, which does not take the focus. */
export function newPanel(
	viewType: string,
	title: string,
	viewColumn: vscode.ViewColumn,
): vscode.WebviewPanel {
	return vscode.window.createWebviewPanel(viewType, title, { viewColumn, preserveFocus: true }, options);
}

/** How panels of one kind come back after a reload of the window. */
export interface Restoring<Memory> {
	/** Reads what the page remembered; undefined closes the panel. */
	read(memory: unknown): Memory | undefined;
	restore(panel: vscode.WebviewPanel, memory: Memory): Promise<void>;
}

/** Brings panels back, by what their pages had remembered. */
export function restoringPanels<Memory>(
	viewType: string,
	{ read, restore }: Restoring<Memory>,
): vscode.Disposable {
	return vscode.window.registerWebviewPanelSerializer(viewType, {
		deserializeWebviewPanel: async (panel, remembered: unknown) => {
			panel.webview.options = options;
			const memory = read(remembered);
			if (memory === undefined) panel.dispose();
			else await restore(panel, memory);
		},
	});
}
