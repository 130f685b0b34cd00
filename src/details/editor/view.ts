import * as vscode from 'vscode';
import type { Received } from '../../partner/referral.ts';
import type { Browsing } from '../../tree/browsing.ts';
import type { PageCode } from './html.ts';
import type { DetailsPanel, Subject } from './panel.ts';
import { panelTitle } from './title.ts';

const viewType = 'partnerReferrals.details';

type Loaded = Promise<readonly [typeof import('./panel.ts'), PageCode]>;

/** A page has nothing to fetch, and no forms; what it shows is found by the editor's find widget. */
const options = {
	enableScripts: true,
	enableForms: false,
	enableFindWidget: true,
	localResourceRoots: [],
} satisfies vscode.WebviewPanelOptions & vscode.WebviewOptions;

/** Opens the details pages, whose code is loaded for the first referral that somebody opens. */
export class DetailsView implements vscode.Disposable {
	readonly #extension: vscode.Uri;
	readonly #browsing: Browsing;
	readonly #changes = new vscode.EventEmitter<Received>();
	readonly #subscriptions: vscode.Disposable;
	/** The one that was opened last comes last. */
	readonly #panels = new Set<DetailsPanel>();
	#loaded: Loaded | undefined;
	#wanted: Received | undefined;

	/** The user came to a page, or the page that is looked at shows another referral. */
	readonly onDidFocus = this.#changes.event;

	/** @param extension the folder that the extension is installed in */
	constructor(extension: vscode.Uri, browsing: Browsing) {
		this.#extension = extension;
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
		await this.#load();
		if (this.#wanted !== received) return;
		const panel = this.#panelFor(received.referral.id);
		if (panel) panel.show(received);
		else await this.#open(this.#newPanel(received.referral.id), received);
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

	/** A failure is not kept: it is tried again for the next referral. */
	#load(): Loaded {
		this.#loaded ??= Promise.all([
			import('./panel.ts'),
			import('./html.ts').then(({ readPageCode }) => readPageCode(this.#extension)),
		]).catch((error: unknown) => {
			this.#loaded = undefined;
			throw error;
		});
		return this.#loaded;
	}

	#panelFor(id: string): DetailsPanel | undefined {
		const panels = [...this.#panels].reverse();
		return panels.find((panel) => panel.id === id) ?? panels.find(({ pinned }) => !pinned);
	}

	/** Beside the pages that are kept, if there are any. */
	#newPanel(id: string): vscode.WebviewPanel {
		const viewColumn = this.#panels.size > 0 ? this.#besideColumn() : vscode.ViewColumn.Active;
		return vscode.window.createWebviewPanel(
			viewType,
			panelTitle(id),
			{ viewColumn, preserveFocus: true },
			options,
		);
	}

	#besideColumn(): vscode.ViewColumn {
		const columns = [...this.#panels].map(({ column }) => column ?? 0);
		return Math.min(Math.max(...columns) + 1, vscode.ViewColumn.Nine);
	}

	async #open(panel: vscode.WebviewPanel, subject: Subject, pinned = false): Promise<void> {
		const [{ DetailsPanel }, code] = await this.#load();
		const opened = new DetailsPanel(
			panel,
			subject,
			{
				browsing: this.#browsing,
				code,
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
		panel.webview.options = options;
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
