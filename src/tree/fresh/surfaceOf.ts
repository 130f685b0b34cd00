import type * as vscode from 'vscode';
import type { Surface } from '../../listing/watching/presence.ts';

/** A view, as something that shows what is being browsed; made when it is first asked for. */
export function surfaceOf(view: vscode.TreeView<unknown>): () => Surface {
	let made: Surface | undefined;
	return () => {
		made ??= viewSurface(view);
		return made;
	};
}

/**
 * The editor doesn't say where the pointer is; whoever selects, opens or closes a row has it, or the focus, in the view. The
 * view lets go of who listens when it goes.
 */
function viewSurface(view: vscode.TreeView<unknown>): Surface {
	let touched = 0;
	const touch = () => {
		touched = Date.now();
	};
	view.onDidChangeSelection(touch);
	view.onDidExpandElement(touch);
	view.onDidCollapseElement(touch);
	return {
		get visible() {
			return view.visible;
		},
		get touched() {
			return touched;
		},
		onDidChange: view.onDidChangeVisibility,
	};
}
