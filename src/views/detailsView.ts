import * as vscode from 'vscode';
import type { Received } from '../partner/referral.ts';
import type { Browsing } from './browsing.ts';
import type { DetailsPanel, Subject } from './detailsPanel.ts';

const viewType = 'partnerReferrals.details';

/** Opens the details pages, whose code is loaded for the first referral that somebody opens. */
export class DetailsView implements vscode.Disposable {
	readonly #folder: vscode.Uri;
	readonly #browsing: Browsing;
	readonly #changes = new vscode.EventEmitter<Received>();
	readonly #subscriptions: vscode.Disposable;
	/** The one that was opened last comes last. */
	readonly #panels = new Set<DetailsPanel>();
	#wanted: Received | undefined;

	/** The user came to a page, or the page that is looked at shows another referral. */
	readonly onDidFocus = this.#changes.event;

	/** @param extension the folder that the extension is installed in */
	constructor(extension: vscode.Uri, browsing: Browsing) {
		this.#folder = vscode.Uri.joinPath(extension, 'dist', 'webview');
		this.#browsing = browsing;
		this.#subscriptions = vscode.Disposable.from(
			this.#changes,
			vscode.window.registerWebviewPanelSerializer(viewType, {
				deserializeWebviewPanel: (panel, memory) => this.#restore(panel, memory),
			}),
		);
	}

	/** The page that the user looks at. */
	get active(): DetailsPanel | undefined {
		return [...this.#panels].find(({ active }) => active);
	}

	/** Shows a referral on the page that is not pinned, or on one that has it already. */
	async show(received: Received): Promise<void> {
		this.#wanted = received;
		await import('./detailsPanel.ts');
		if (this.#wanted !== received) return;
		const panel = this.#panelFor(received.referral.id);
		if (panel) panel.show(received);
		else await this.#open(this.#newPanel(), received);
	}

	/** Goes on where the want of a sign-in had stopped a page. */
	signedInAgain(): void {
		for (const panel of this.#panels) panel.signedInAgain();
	}

	/** Closes the pages that show somebody's referral; those that wait for one ask anew. */
	startOver(): void {
		this.#wanted = undefined;
		for (const panel of this.#panels) {
			if (panel.received) panel.dispose();
			else void panel.refresh();
		}
	}

	dispose(): void {
		this.#subscriptions.dispose();
		for (const panel of this.#panels) panel.dispose();
	}

	#panelFor(id: string): DetailsPanel | undefined {
		const panels = [...this.#panels].reverse();
		return panels.find((panel) => panel.id === id) ?? panels.find(({ pinned }) => !pinned);
	}

	/** Beside the pages that are kept, if there are any. */
	#newPanel(): vscode.WebviewPanel {
		const viewColumn = this.#panels.size > 0 ? this.#besideColumn() : vscode.ViewColumn.Active;
		const options = { enableScripts: true, enableFindWidget: true, localResourceRoots: [this.#folder] };
		return vscode.window.createWebviewPanel(viewType, '', { viewColumn, preserveFocus: true }, options);
	}

	#besideColumn(): vscode.ViewColumn {
		const columns = [...this.#panels].map(({ column }) => column ?? 0);
		return Math.max(...columns) + 1;
	}

	async #open(panel: vscode.WebviewPanel, subject: Subject, pinned = false): Promise<void> {
		const { DetailsPanel } = await import('./detailsPanel.ts');
		const opened = new DetailsPanel(
			panel,
			subject,
			{
				browsing: this.#browsing,
				folder: this.#folder,
				changed: (each) => each.active && each.received && this.#changes.fire(each.received),
				open: (received) => void this.show(received),
			},
			pinned,
		);
		this.#panels.add(opened);
		opened.onDidDispose(() => this.#panels.delete(opened));
	}

	/** After a reload of the window; of what the page had remembered, an id is all that is needed. */
	async #restore(panel: vscode.WebviewPanel, memory: unknown): Promise<void> {
		const { id, pinned } = readMemory(memory);
		if (id) await this.#open(panel, { kind: 'wanted', id }, pinned);
		else panel.dispose();
	}
}

function readMemory(memory: unknown): { readonly id?: string; readonly pinned?: boolean } {
	if (typeof memory !== 'object' || memory === null || !('id' in memory)) return {};
	if (typeof memory.id !== 'string' || memory.id === '' || memory.id.length > 200) return {};
	return { id: memory.id, pinned: 'pinned' in memory && memory.pinned === true };
}
