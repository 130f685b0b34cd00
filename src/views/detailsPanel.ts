import * as vscode from 'vscode';
import { asPartnerError, PartnerError } from '../partner/partnerError.ts';
import type { Received } from '../partner/referral.ts';
import { detailsOf } from '../referrals/details.ts';
import type { Explorer } from '../referrals/explorer.ts';
import { labelOf } from '../referrals/label.ts';
import type { FromPage, ToPage } from '../referrals/pageMessages.ts';
import { detailsHtml } from './detailsHtml.ts';
import { failureText } from './failureText.ts';

/** What the page shows: a referral, and where it was found. */
export interface Shown {
	readonly received: Received;
	readonly explorer: Explorer;
}

/** The details page: one panel, reused for whichever referral is opened next. */
export class DetailsPanel implements vscode.Disposable {
	readonly #folder: vscode.Uri;
	readonly #panel: vscode.WebviewPanel;
	readonly #subscriptions: vscode.Disposable[];
	#shown: Shown;
	#fetching = new AbortController();

	/** The panel was closed, by the user or by `dispose`. */
	readonly onDidDispose: vscode.Event<void>;

	/** @param extension the folder that the extension is installed in */
	constructor(extension: vscode.Uri, shown: Shown) {
		this.#folder = vscode.Uri.joinPath(extension, 'dist', 'webview');
		this.#shown = shown;
		this.#panel = vscode.window.createWebviewPanel('partnerReferrals.details', '', vscode.ViewColumn.Active, {
			enableScripts: true,
			enableForms: false,
			localResourceRoots: [this.#folder],
		});
		this.onDidDispose = this.#panel.onDidDispose;
		this.#subscriptions = [
			this.#panel.webview.onDidReceiveMessage((message) => this.#receive(message)),
			this.#panel.onDidDispose(() => this.#release()),
		];
		this.#panel.webview.html = detailsHtml(this.#panel.webview, this.#folder);
		this.show(shown);
	}

	get shown(): Shown {
		return this.#shown;
	}

	get active(): boolean {
		return this.#panel.active;
	}

	/** Shows what is known of a referral at once and then what the service knows; the last one asked for wins. */
	show(shown: Shown): void {
		this.#shown = shown;
		this.#panel.title = labelOf(shown.received.referral);
		this.#panel.reveal(undefined, true);
		this.#post();
		void this.#fetch();
	}

	dispose(): void {
		this.#panel.dispose();
	}

	async #fetch(): Promise<void> {
		this.#fetching.abort();
		this.#fetching = new AbortController();
		const { signal } = this.#fetching;
		const { explorer, received } = this.#shown;
		const { id } = received.referral;
		const answer = await explorer.client.byId(id, signal).catch(asPartnerError);
		if (signal.aborted) return;
		if (answer instanceof PartnerError) return this.#tell(answer, id);
		this.#shown = { explorer, received: answer };
		this.#post();
	}

	#tell(failure: PartnerError, id: string): void {
		if (failure.kind === 'gone') this.#shown.explorer.drop(id);
		this.#send({ type: 'notice', text: failureText(failure, vscode.env.language).sentence });
	}

	#receive(message: unknown): void {
		const answers = {
			ready: () => this.#post(),
			refresh: () => this.#fetch(),
			copyId: () => vscode.env.clipboard.writeText(this.#shown.received.referral.id),
		} satisfies Record<FromPage['type'], () => unknown>;
		const type = typeOf(message);
		if (type) answers[type]();
	}

	#post(): void {
		const reader = { locale: vscode.env.language, now: Date.now() };
		this.#send({ type: 'show', details: detailsOf(this.#shown.received, reader) });
	}

	// A page that isn't ready yet misses this; it asks again once it is.
	#send(message: ToPage): void {
		void this.#panel.webview.postMessage(message);
	}

	#release(): void {
		this.#fetching.abort();
		for (const subscription of this.#subscriptions) subscription.dispose();
	}
}

/** The page renders a stranger's text, so that what comes from it is believed no further than this. */
function typeOf(message: unknown): FromPage['type'] | undefined {
	if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
	const { type } = message;
	return type === 'ready' || type === 'refresh' || type === 'copyId' ? type : undefined;
}
