import * as vscode from 'vscode';
import { pageOptions } from './pageOptions.ts';

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
			panel.webview.options = pageOptions;
			const memory = read(remembered);
			if (memory === undefined) panel.dispose();
			else await restore(panel, memory);
		},
	});
}
