import * as vscode from 'vscode';
import type { PageCode } from '../../editor/pageCode.ts';
import { newPanel, restoringPanels } from '../../editor/pageKind.ts';
import { type PageMemory, readPageMemory } from '../../editor/pageMemory.ts';
import type { Browsing } from '../../listing/browsing.ts';
import type { Session } from '../../listing/session.ts';
import type { DetailsPanel, Opening } from './panel.ts';

const viewType = 'partnerReferrals.details';

type Loaded = readonly [typeof import('./panel.ts'), typeof import('./title.ts'), PageCode];

/** Opens the details pages, whose code is loaded for the first referral that somebody opens. */
export class DetailsView implements vscode.Disposable {
	readonly #extension: vscode.Uri;
	readonly #browsing: Browsing;
	readonly #focuses = new vscode.EventEmitter<string>();
	readonly #subscriptions: vscode.Disposable;
	/** The one that was opened last comes last. */
	readonly #panels = new Set<DetailsPanel>();
	#loaded: Promise<Loaded> | undefined;
	#wanted: object | undefined;

	/** The user came to a page, or the page that is looked at shows another referral: its id. */
	readonly onDidFocus = this.#focuses.event;

	/** @param extension the folder that the extension is installed in */
	constructor(extension: vscode.Uri, browsing: Browsing) {
		this.#extension = extension;
		this.#browsing = browsing;
		this.#subscriptions = vscode.Disposable.from(
			this.#focuses,
			restoringPanels<PageMemory>(viewType, {
				read: readPageMemory,
				restore: (panel, memory) => this.#restore(panel, memory),
			}),
		);
	}

	/** The page that the user looks at. */
	get active(): DetailsPanel | undefined {
		return [...this.#panels].find(({ active }) => active);
	}

	/**
	 * Shows a referral on the page that is not pinned, or on one that has it already. One that nobody knows yet is asked
	 * for before anything opens. Of several calls the last one counts, however long each takes.
	 * @throws {PartnerError} when there is no session, or no such referral
	 */
	async show(id: string): Promise<void> {
		const wanted = {};
		this.#wanted = wanted;
		const session = await this.#browsing.sessions.opened();
		const known = await this.#known(id, session);
		const loaded = await this.#load();
		// From here on nothing waits, so that whoever comes next finds the panel.
		if (this.#wanted !== wanted || session.signal.aborted || known === undefined) return;
		const panel = this.#panelFor(known);
		if (panel) panel.show(known, session);
		else this.#open(loaded, this.#newPanel(known, loaded), { id: known, session });
	}

	/** Goes on where the want of a sign-in had stopped a page. */
	signedInAgain(): void {
		for (const panel of this.#panels) panel.signedInAgain();
	}

	/** The session has ended: closes the pages that show somebody's referral; those that wait for one ask anew. */
	startOver(): void {
		this.#wanted = undefined;
		for (const panel of this.#panels) {
			if (panel.isFilled) panel.dispose();
			else panel.startOver();
		}
	}

	dispose(): void {
		this.#wanted = undefined;
		this.#subscriptions.dispose();
		for (const panel of this.#panels) panel.dispose();
	}

	/** The id as the service writes it; undefined when the user did not want to wait, or the session has ended. */
	async #known(id: string, session: Session): Promise<string | undefined> {
		if (session.store.get(id)) return id;
		const { referralById } = await import('./referralById.ts');
		return (await referralById(session, id))?.referral.id;
	}

	/** A failure is not kept: it is tried again for the next referral. */
	#load(): Promise<Loaded> {
		this.#loaded ??= Promise.all([
			import('./panel.ts'),
			import('./title.ts'),
			import('../../editor/pageCode.ts').then(({ readPageCode }) => readPageCode(this.#extension, 'details')),
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
	#newPanel(id: string, [, { panelTitle }]: Loaded): vscode.WebviewPanel {
		const viewColumn = this.#panels.size > 0 ? this.#besideColumn() : vscode.ViewColumn.Active;
		return newPanel(viewType, panelTitle(id), viewColumn);
	}

	#besideColumn(): vscode.ViewColumn {
		const columns = [...this.#panels].map(({ column }) => column ?? 0);
		return Math.min(Math.max(...columns) + 1, vscode.ViewColumn.Nine);
	}

	#open([{ DetailsPanel }, , code]: Loaded, panel: vscode.WebviewPanel, opening: Opening): void {
		const opened = new DetailsPanel(panel, opening, {
			browsing: this.#browsing,
			code,
			focused: (each) => each.active && this.#focuses.fire(each.id),
			open: (id) => this.show(id),
			closed: (each) => this.#panels.delete(each),
		});
		this.#panels.add(opened);
	}

	/** After a reload of the window; of what the page had remembered, an id is all that is needed. */
	async #restore(panel: vscode.WebviewPanel, { id, pinned }: PageMemory): Promise<void> {
		let isClosed = false;
		panel.onDidDispose(() => {
			isClosed = true;
		});
		const loaded = await this.#load();
		if (isClosed) return;
		// It may have been opened meanwhile, or come back twice.
		if ([...this.#panels].some((each) => each.id === id)) panel.dispose();
		else this.#open(loaded, panel, { id, pinned });
	}
}
