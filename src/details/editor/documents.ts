import * as vscode from 'vscode';
import type { Received } from '../../partner/referral.ts';
import { labelOf } from '../../referral/label.ts';
import { escaped } from '../../text/escaped.ts';
import type { Browsing } from '../../tree/browsing.ts';

const scheme = 'partner-referral';

/**
 * Referrals as read-only JSON documents, with all that the service sent. An address holds an id and no more, since the
 * editor remembers addresses; what is in a document is only in memory.
 */
export class ReferralDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
	readonly #browsing: Browsing;
	readonly #changes = new vscode.EventEmitter<vscode.Uri>();
	readonly #opened = new Map<string, Received>();
	readonly #subscriptions: vscode.Disposable;

	readonly onDidChange = this.#changes.event;

	constructor(browsing: Browsing) {
		this.#browsing = browsing;
		this.#subscriptions = vscode.Disposable.from(
			this.#changes,
			vscode.workspace.registerTextDocumentContentProvider(scheme, this),
			vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#opened.delete(uri.toString())),
		);
	}

	/** The referral whose document the user looks at. */
	get active(): Received | undefined {
		const { uri } = vscode.window.activeTextEditor?.document ?? {};
		return uri && this.#opened.get(uri.toString());
	}

	/** Opens a referral as it was received last. */
	async open(received: Received): Promise<void> {
		await vscode.window.showTextDocument(this.#put(received));
	}

	/** Opens two referrals side by side, with what differs. */
	async compare(one: Received, other: Received): Promise<void> {
		const title = `${labelOf(one.referral)} ↔ ${labelOf(other.referral)}`;
		await vscode.commands.executeCommand('vscode.diff', this.#put(one), this.#put(other), title);
	}

	async provideTextDocumentContent(uri: vscode.Uri, cancelled: vscode.CancellationToken): Promise<string> {
		const received = this.#opened.get(uri.toString()) ?? (await this.#fetched(idIn(uri), cancelled));
		return (await import('../../referral/jsonText.ts')).jsonText(received.json);
	}

	/** Closes all of them, so that nothing of a customer stays on screen. */
	async close(): Promise<void> {
		this.#opened.clear();
		const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
		await vscode.window.tabGroups.close(tabs.filter(isOfReferral));
	}

	dispose(): void {
		this.#opened.clear();
		this.#subscriptions.dispose();
	}

	#put(received: Received): vscode.Uri {
		const uri = uriOf(received.referral.id);
		this.#opened.set(uri.toString(), received);
		this.#changes.fire(uri);
		return uri;
	}

	async #fetched(id: string, cancelled: vscode.CancellationToken): Promise<Received> {
		const explorer = await this.#browsing.opened();
		const loaded = explorer.find(id);
		if (loaded) return loaded.row;
		const controller = new AbortController();
		cancelled.onCancellationRequested(() => controller.abort());
		return explorer.client.byId(id, controller.signal);
	}
}

function uriOf(id: string): vscode.Uri {
	return vscode.Uri.from({ scheme, path: `/${escaped(id)}.json` });
}

function idIn({ path }: vscode.Uri): string {
	return decodeURIComponent(path.slice(1, -'.json'.length));
}

function isOfReferral({ input }: vscode.Tab): boolean {
	if (input instanceof vscode.TabInputText) return input.uri.scheme === scheme;
	return input instanceof vscode.TabInputTextDiff && input.original.scheme === scheme;
}
