import * as vscode from 'vscode';
import type { ReferralDocuments } from '../details/editor/documents.ts';
import type { DetailsView } from '../details/editor/view.ts';
import type { Received } from '../partner/referral.ts';
import type { ReferralsView } from '../tree/referralsView.ts';

/** The referral that the user was at last, in the tree or in an editor; commands of the palette act on it. */
export class FocusedReferral implements vscode.Disposable {
	readonly #view: ReferralsView;
	readonly #details: DetailsView;
	readonly #documents: ReferralDocuments;
	readonly #subscription: vscode.Disposable;
	#wasAt: 'tree' | 'editor' = 'tree';

	constructor(view: ReferralsView, details: DetailsView, documents: ReferralDocuments) {
		this.#view = view;
		this.#details = details;
		this.#documents = documents;
		this.#subscription = vscode.Disposable.from(
			view.onDidSelect(() => {
				this.#wasAt = 'tree';
			}),
			details.onDidFocus(() => {
				this.#wasAt = 'editor';
			}),
			vscode.window.onDidChangeActiveTextEditor(() => {
				if (documents.active) this.#wasAt = 'editor';
			}),
		);
	}

	get received(): Received | undefined {
		const row = this.#view.selection;
		const selected = row?.kind === 'referral' ? row.received : undefined;
		const edited = this.#details.active?.received ?? this.#documents.active;
		return this.#wasAt === 'editor' ? (edited ?? selected) : (selected ?? edited);
	}

	dispose(): void {
		this.#subscription.dispose();
	}
}
