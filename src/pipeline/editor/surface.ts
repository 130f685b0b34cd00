import type * as vscode from 'vscode';
import type { Surface } from '../../listing/watching/presence.ts';

/** A panel, as something that shows what is being browsed. @param touched when somebody was at work in it last, in milliseconds since 1970 */
export function surfaceOf(panel: vscode.WebviewPanel, touched: () => number): Surface {
	return {
		get visible() {
			return panel.visible;
		},
		get touched() {
			return touched();
		},
		onDidChange: panel.onDidChangeViewState,
	};
}
