import * as vscode from 'vscode';
import { idInAddress, referralAddress } from '../../editor/referralAddress.ts';
import { referralScheme } from '../../editor/referralScheme.ts';
import { untilCancelled } from '../../editor/untilCancelled.ts';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Browsing } from '../../listing/browsing.ts';
import type { Session } from '../../listing/session.ts';
import { PartnerError } from '../../partner/error.ts';

/** What a document shows for as long as the editor has it. */
interface Shown {
	readonly uri: vscode.Uri;
	readonly id: string;
	readonly session: Session;
	readonly ties: readonly { dispose(): void }[];
	/** The newest that was known, which is what stays of a referral that has gone. */
	state: ListedReferral | undefined;
}

/** The documents that the editor has, and what is in each. */
export class OpenDocuments implements vscode.Disposable {
	readonly #browsing: Browsing;
	readonly #changes: vscode.EventEmitter<vscode.Uri>;
	readonly #shown = new Map<string, Shown>();
	readonly #subscription: vscode.Disposable;

	/** @param changes is told of the addresses of documents whose text is another one now */
	constructor(browsing: Browsing, changes: vscode.EventEmitter<vscode.Uri>) {
		this.#browsing = browsing;
		this.#changes = changes;
		this.#subscription = vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri));
	}

	/** The id of the referral whose document the user looks at. */
	get active(): string | undefined {
		const { uri } = vscode.window.activeTextEditor?.document ?? {};
		const shown = uri && this.#shown.get(uri.toString());
		return shown && !shown.session.signal.aborted ? shown.id : undefined;
	}

	/** Opens a referral. @throws {PartnerError} */
	async open(id: string): Promise<void> {
		const session = await this.#browsing.sessions.opened();
		const uri = await this.#put(id, session);
		const document = uri && (await vscode.workspace.openTextDocument(uri));
		if (!document || session.signal.aborted) return;
		await vscode.window.showTextDocument(document);
		if (session.signal.aborted) await this.close();
	}

	/** Opens two referrals side by side, with what differs. @throws {PartnerError} */
	async compare(one: string, other: string): Promise<void> {
		const session = await this.#browsing.sessions.opened();
		const [left, right] = [await this.#put(one, session), await this.#put(other, session)];
		const { comparisonTitle } = await import('./title.ts');
		if (!left || !right || session.signal.aborted) return;
		await vscode.commands.executeCommand('vscode.diff', left, right, comparisonTitle(one, other));
		if (session.signal.aborted) await this.close();
	}

	/** What is in a document. @throws {Error} with a sentence, which the editor shows where the document would be */
	async textOf(uri: vscode.Uri, cancelled: vscode.CancellationToken): Promise<string> {
		const { jsonText } = await import('../../referral/jsonText.ts');
		const shown =
			this.#shown.get(uri.toString()) ??
			(await untilCancelled(cancelled, (signal) => this.#returned(uri, signal)));
		if (shown.session.signal.aborted) return '';
		shown.state = shown.session.store.get(shown.id) ?? shown.state;
		return shown.state ? jsonText(shown.state.json, shown.state.text) : '';
	}

	/** All of them are to be read again. */
	showAnew(): void {
		for (const { uri } of this.#shown.values()) this.#changes.fire(uri);
	}

	/** Closes all of them, and empties those that the editor keeps, so that nothing of a customer stays. Never rejects. */
	async close(): Promise<void> {
		for (const shown of this.#shown.values()) {
			if (!shown.session.signal.aborted) continue;
			shown.state = undefined;
			this.#changes.fire(shown.uri);
		}
		const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
		try {
			await vscode.window.tabGroups.close(tabs.filter(isOurs));
		} catch {
			// They are empty.
		}
	}

	dispose(): void {
		for (const { uri } of this.#shown.values()) this.#forget(uri);
		this.#subscription.dispose();
	}

	/** Undefined when the user did not want to wait, or the session has ended. */
	async #put(id: string, session: Session): Promise<vscode.Uri | undefined> {
		const { referralById } = await import('./referralById.ts');
		const known = await referralById(session, id);
		if (!known || session.signal.aborted) return undefined;
		const uri = referralAddress(known.id);
		if (this.#shown.get(uri.toString())?.session === session) return uri;
		this.#follow(uri, known.id, session);
		// The editor may still have the document from before.
		this.#changes.fire(uri);
		return uri;
	}

	#follow(uri: vscode.Uri, id: string, session: Session): Shown {
		this.#forget(uri);
		const { store } = session;
		const changed = store.onDidChange((change) => {
			if (change.has(id) && store.get(id)) this.#changes.fire(uri);
		});
		const shown = { uri, id, session, ties: [store.pin(id), changed], state: store.get(id) };
		this.#shown.set(uri.toString(), shown);
		return shown;
	}

	#forget(uri: vscode.Uri): void {
		for (const tie of this.#shown.get(uri.toString())?.ties ?? []) tie.dispose();
		this.#shown.delete(uri.toString());
	}

	/** One that the editor has brought back. */
	async #returned(uri: vscode.Uri, signal: AbortSignal): Promise<Shown> {
		try {
			const id = idInAddress(uri);
			if (id === undefined) throw new PartnerError('gone');
			const session = await this.#browsing.sessions.opened();
			const known = session.store.get(id) ?? (await session.byId(id, signal));
			return this.#shown.get(uri.toString()) ?? this.#follow(uri, known.id, session);
		} catch (error) {
			throw await inWords(error);
		}
	}
}

/** The editor shows an error's message where the document would be. */
async function inWords(error: unknown): Promise<unknown> {
	if (!(error instanceof PartnerError)) return error;
	const { failureText } = await import('../../editor/failureText.ts');
	return new Error(failureText(error, vscode.env.language).sentence);
}

function isOurs({ input }: vscode.Tab): boolean {
	if (input instanceof vscode.TabInputText) return input.uri.scheme === referralScheme;
	return input instanceof vscode.TabInputTextDiff && input.original.scheme === referralScheme;
}
