import * as vscode from 'vscode';
import type { Received } from '../partner/referral.ts';
import type { DetailsView } from './detailsView.ts';
import type { ReferralsView } from './referralsView.ts';

/** The referral that the user was at last, in the tree or on a page; commands of the palette act on it. */
export class FocusedReferral implements vscode.Disposable {
	readonly #view: ReferralsView;
	readonly #details: DetailsView;
	readonly #subscription: vscode.Disposable;
	#wasAt: 'tree' | 'page' = 'tree';

	constructor(view: ReferralsView, details: DetailsView) {
		this.#view = view;
		this.#details = details;
		this.#subscription = vscode.Disposable.from(
			view.onDidSelect(() => {
				this.#wasAt = 'tree';
			}),
			details.onDidFocus(() => {
				this.#wasAt = 'page';
			}),
		);
	}

	get received(): Received | undefined {
		const row = this.#view.selection;
		const selected = row?.kind === 'referral' ? row.received : undefined;
		const onPage = this.#details.active?.received;
		return this.#wasAt === 'page' ? (onPage ?? selected) : (selected ?? onPage);
	}

	dispose(): void {
		this.#subscription.dispose();
	}
}
