import * as vscode from 'vscode';
import { referralScheme } from '../../editor/referralScheme.ts';
import type { Browsing } from '../../listing/browsing.ts';
import type { OpenDocuments } from './openDocuments.ts';

/**
 * Referrals as read-only JSON documents, with all that the service sent of the newest state. An address holds an id and no
 * more, since the editor remembers addresses; what is in a document is only in memory, and of one session. The code for it is
 * loaded with the first document.
 */
export class ReferralDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
	readonly #browsing: Browsing;
	readonly #changes = new vscode.EventEmitter<vscode.Uri>();
	readonly #registration: vscode.Disposable;
	#loading: Promise<OpenDocuments> | undefined;
	#open: OpenDocuments | undefined;
	#isOver = false;

	readonly onDidChange = this.#changes.event;

	constructor(browsing: Browsing) {
		this.#browsing = browsing;
		this.#registration = vscode.workspace.registerTextDocumentContentProvider(referralScheme, this);
	}

	/** The id of the referral whose document the user looks at. */
	get active(): string | undefined {
		return this.#open?.active;
	}

	/** Opens a referral. @throws {PartnerError} */
	async open(id: string): Promise<void> {
		await (await this.#loaded()).open(id);
	}

	/** Opens two referrals side by side, with what differs. @throws {PartnerError} */
	async compare(one: string, other: string): Promise<void> {
		await (await this.#loaded()).compare(one, other);
	}

	async provideTextDocumentContent(uri: vscode.Uri, cancelled: vscode.CancellationToken): Promise<string> {
		return (await this.#loaded()).textOf(uri, cancelled);
	}

	/** Shows what is open in other words, as when it is masked. */
	showAnew(): void {
		this.#open?.showAnew();
	}

	/** Closes all of them, and empties those that the editor keeps, so that nothing of a customer stays. Never rejects. */
	async close(): Promise<void> {
		// What is open is emptied at once.
		const open = this.#open ?? (await this.#loaded().catch(() => undefined));
		await open?.close();
	}

	dispose(): void {
		this.#isOver = true;
		this.#open?.dispose();
		this.#registration.dispose();
		this.#changes.dispose();
	}

	/** A failure is not kept: it is tried again for the next document. */
	#loaded(): Promise<OpenDocuments> {
		this.#loading ??= this.#load().catch((error: unknown) => {
			this.#loading = undefined;
			throw error;
		});
		return this.#loading;
	}

	async #load(): Promise<OpenDocuments> {
		const { OpenDocuments } = await import('./openDocuments.ts');
		const open = new OpenDocuments(this.#browsing, this.#changes);
		if (this.#isOver) open.dispose();
		else this.#open = open;
		return open;
	}
}
