import type * as vscode from 'vscode';
import type { Received } from '../partner/referral.ts';
import type { DetailsPanel, Shown } from './detailsPanel.ts';

/** Opens the details page, whose code is loaded for the first referral that somebody opens. */
export class DetailsView implements vscode.Disposable {
	readonly #extension: vscode.Uri;
	#panel: DetailsPanel | undefined;
	#wanted: Shown | undefined;

	/** @param extension the folder that the extension is installed in */
	constructor(extension: vscode.Uri) {
		this.#extension = extension;
	}

	/** The referral on the page, while the page is what the user looks at. */
	get focused(): Received | undefined {
		return this.#panel?.active ? this.#panel.shown.received : undefined;
	}

	async show(shown: Shown): Promise<void> {
		this.#wanted = shown;
		const { DetailsPanel } = await import('./detailsPanel.ts');
		if (this.#wanted !== shown) return;
		if (this.#panel) this.#panel.show(shown);
		else this.#panel = this.#opened(new DetailsPanel(this.#extension, shown));
	}

	/** Closes the page, so that nothing of a customer stays on screen. */
	close(): void {
		this.#wanted = undefined;
		this.#panel?.dispose();
	}

	dispose(): void {
		this.close();
	}

	#opened(panel: DetailsPanel): DetailsPanel {
		panel.onDidDispose(() => {
			this.#panel = undefined;
		});
		return panel;
	}
}
