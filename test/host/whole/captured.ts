import { strict as assert } from 'node:assert';
import process from 'node:process';
import * as vscode from 'vscode';

// What the extension gives VS Code and takes from it when it wakes, which has to be noted from the beginning. All of it
// goes on to VS Code.

type Options = vscode.TreeViewOptions<unknown>;
type View = vscode.TreeView<unknown>;
type RevealOptions = NonNullable<Parameters<View['reveal']>[1]>;

/** A page in an editor, with all that it was told. */
interface Page {
	readonly panel: vscode.WebviewPanel;
	readonly told: readonly string[];
	/** Tells the extension something, as the page does. */
	says(message: unknown): void;
}

const views = new Map<string, { readonly provider: vscode.TreeDataProvider<unknown>; readonly view: View }>();
/** Those that are open; one that is closed is let go, so that what is measured of memory is the extension's. */
const pages = new Set<Page>();
const serializers = new Map<string, vscode.WebviewPanelSerializer>();
const handlers: vscode.UriHandler[] = [];
const rejections: string[] = [];
const reveals: RevealOptions[] = [];
let refusesToReveal = false;

const { window } = vscode;
const { createTreeView, createWebviewPanel, registerUriHandler, registerWebviewPanelSerializer } = window;

Object.defineProperties(window, {
	createTreeView: {
		value: (id: string, options: Options) => {
			const view = createTreeView(id, options);
			views.set(id, { provider: options.treeDataProvider, view });
			const { reveal } = view;
			const mayReveal: View['reveal'] = (row, how = {}) => {
				reveals.push(how);
				return refusesToReveal
					? Promise.reject(new Error('The row is not there.'))
					: reveal.call(view, row, how);
			};
			return Object.defineProperty(view, 'reveal', { value: mayReveal });
		},
	},
	createWebviewPanel: {
		value: (...wanted: Parameters<typeof createWebviewPanel>) => noted(createWebviewPanel(...wanted)),
	},
	registerWebviewPanelSerializer: {
		value: (viewType: string, serializer: vscode.WebviewPanelSerializer) => {
			serializers.set(viewType, serializer);
			return registerWebviewPanelSerializer(viewType, serializer);
		},
	},
	registerUriHandler: {
		value: (handler: vscode.UriHandler) => {
			handlers.push(handler);
			return registerUriHandler(handler);
		},
	},
});

process.on('unhandledRejection', (reason) => {
	rejections.push(`${reason}`);
});

function noted(panel: vscode.WebviewPanel): vscode.WebviewPanel {
	const told: string[] = [];
	const messages = new vscode.EventEmitter<unknown>();
	const page = { panel, told, says: (message: unknown) => messages.fire(message) };
	pages.add(page);
	panel.onDidDispose(() => {
		pages.delete(page);
	});
	const { webview } = panel;
	const { onDidReceiveMessage } = webview;
	const post = webview.postMessage.bind(webview);
	const hear: typeof onDidReceiveMessage = (...listening) =>
		vscode.Disposable.from(onDidReceiveMessage(...listening), messages.event(...listening));
	Object.defineProperty(webview, 'onDidReceiveMessage', { value: hear });
	Object.defineProperty(webview, 'postMessage', {
		value: (message: unknown) => {
			told.push(JSON.stringify(message));
			return post(message);
		},
	});
	return panel;
}

/** What was noted of the extension. */
export const captured = {
	get tree() {
		const tree = views.get('partnerReferrals.explorer');
		assert.ok(tree, 'The extension has no tree.');
		return tree;
	},

	/** The details pages that are open. */
	get pages(): readonly Page[] {
		return [...pages];
	},

	/** Brings a page back, as the editor does after a reload of the window. */
	async restore(viewType: string, remembered: unknown): Promise<void> {
		const serializer = serializers.get(viewType);
		assert.ok(serializer, `Nobody brings ${viewType} back.`);
		const panel = noted(createWebviewPanel(viewType, 'Pipeline', vscode.ViewColumn.Active));
		await serializer.deserializeWebviewPanel(panel, remembered);
	},

	/** Promises that were rejected and that nobody cared for. */
	rejections,

	/** How rows were revealed. */
	reveals,

	/** Has VS Code refuse to reveal a row, as it does for one that has gone meanwhile. */
	refuseToReveal(refuse: boolean): void {
		refusesToReveal = refuse;
	},

	/** Opens a link as from outside, once VS Code has asked the user. */
	async openLink(path: string, query = ''): Promise<void> {
		const uri = vscode.Uri.from({
			scheme: vscode.env.uriScheme,
			authority: 'partner-referrals.partner-referrals',
			path,
			query,
		});
		for (const handler of handlers) await handler.handleUri(uri);
	},
};
