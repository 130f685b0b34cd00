import * as vscode from 'vscode';
import { restoringPanels } from '../../editor/panel/pageKind.ts';
import { type PageMemory, readPageMemory } from '../../editor/panel/pageMemory.ts';
import type { Browsing } from '../../listing/browsing.ts';
import type { ReferralDocuments } from './documents.ts';
import type { DetailsPages, Showing } from './pages.ts';
import type { DetailsPanel } from './panel.ts';

const viewType = 'partnerReferrals.details';

/** Opens the details pages, of which nothing is loaded before the first referral that somebody opens. */
export class DetailsView implements vscode.Disposable {
	readonly #begin: () => Promise<DetailsPages>;
	readonly #focuses = new vscode.EventEmitter<string>();
	readonly #shows = new vscode.EventEmitter<void>();
	readonly #restoring: vscode.Disposable;
	#pages: DetailsPages | undefined;
	#beginning: Promise<DetailsPages> | undefined;
	/** Another one when what was asked for before is wanted no more. */
	#era = {};

	/** The user came to a page, or the page that is looked at shows another referral: its id. */
	readonly onDidFocus = this.#focuses.event;

	/** What is in sight may be another referral. */
	readonly onDidShow = this.#shows.event;

	/** @param extension the folder that the extension is installed in */
	constructor(extension: vscode.Uri, browsing: Browsing, documents: ReferralDocuments) {
		const telling = { focused: (id: string) => this.#focuses.fire(id), shown: () => this.#shows.fire() };
		this.#begin = async () =>
			(await import('./pages.ts')).DetailsPages.begin(viewType, extension, { browsing, documents, telling });
		this.#restoring = restoringPanels<PageMemory>(viewType, {
			read: readPageMemory,
			restore: (panel, memory) => this.#restore(panel, memory),
		});
	}

	/** The referrals that can be seen on pages. */
	get inSight(): readonly string[] {
		return this.#pages?.inSight ?? [];
	}

	/** The page that the user looks at. */
	get active(): DetailsPanel | undefined {
		return this.#pages?.active;
	}

	/** The pages that there are; undefined before the first one. */
	get pages(): DetailsPages | undefined {
		return this.#pages;
	}

	/**
	 * Shows a referral, as `DetailsPages` does. Of several calls the last one counts, however long each takes.
	 * @throws {PartnerError} when there is no session, or no such referral
	 */
	async show(id: string, showing?: Showing): Promise<void> {
		const era = this.#era;
		const pages = await this.#opened();
		if (era === this.#era) await pages.show(id, showing);
	}

	/** The session has ended: closes the pages that show somebody's referral; those that wait for one ask anew. */
	startOver(): void {
		this.#era = {};
		this.#pages?.startOver();
	}

	dispose(): void {
		this.#era = {};
		vscode.Disposable.from(this.#focuses, this.#shows, this.#restoring).dispose();
		this.#pages?.dispose();
	}

	/** A failure is not kept: it is tried again for the next referral. */
	#opened(): Promise<DetailsPages> {
		this.#beginning ??= this.#begin().then(
			(pages) => {
				this.#pages = pages;
				return pages;
			},
			(error: unknown) => {
				this.#beginning = undefined;
				throw error;
			},
		);
		return this.#beginning;
	}

	/** After a reload of the window. */
	async #restore(panel: vscode.WebviewPanel, memory: PageMemory): Promise<void> {
		let isClosed = false;
		panel.onDidDispose(() => {
			isClosed = true;
		});
		const pages = await this.#opened();
		if (!isClosed) pages.restore(panel, memory);
	}
}
