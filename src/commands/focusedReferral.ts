import * as vscode from 'vscode';
import type { ReferralDocuments } from '../details/editor/documents.ts';
import type { DetailsView } from '../details/editor/view.ts';
import type { ReferralsView } from '../tree/referralsView.ts';

/** Another page with referrals on it. */
export interface ReferralPage {
	/** The row that whoever looks at it is at. */
	readonly current: string | undefined;
	/** What is meant by whoever looks at it, in the order in which it is shown; none while nobody does. */
	readonly meant: readonly string[];
}

/** The referral that the user was at last, in the tree or in an editor; commands of the palette act on it. */
export class FocusedReferral implements vscode.Disposable {
	readonly #view: ReferralsView;
	readonly #details: DetailsView;
	readonly #documents: ReferralDocuments;
	readonly #subscription: vscode.Disposable;
	/** The pipeline page, once there is one. */
	page: ReferralPage | undefined;
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

	/** Its id. */
	get id(): string | undefined {
		const row = this.#view.selection;
		const selected = row?.kind === 'referral' ? row.id : undefined;
		const edited = this.page?.current ?? this.#edited[0];
		return this.#wasAt === 'editor' ? (edited ?? selected) : (selected ?? edited);
	}

	/** All that commands act on which can act on several: elements of rows, or the ids of referrals in an editor. */
	get elements(): readonly string[] {
		const { all: selected } = this.#view.selected;
		const edited = this.#edited;
		const hasReferral = selected.some((element) => this.#view.rowOf(element)?.kind === 'referral');
		return edited.length > 0 && (this.#wasAt === 'editor' || !hasReferral) ? edited : selected;
	}

	/** The ids of those in the editor that the user looks at. */
	get #edited(): readonly string[] {
		const onPage = this.page?.meant ?? [];
		return onPage.length > 0 ? onPage : [this.#details.active?.id ?? this.#documents.active ?? []].flat();
	}

	/** The user came to an editor. */
	cameToEditor(): void {
		this.#wasAt = 'editor';
	}

	dispose(): void {
		this.#subscription.dispose();
	}
}
