import * as vscode from 'vscode';
import { type PageCode, readPageCode } from '../../editor/panel/pageCode.ts';
import type { PageMemory } from '../../editor/panel/pageMemory.ts';
import type { Browsing } from '../../listing/browsing.ts';
import type { Session } from '../../listing/session.ts';
import type { ReferralDocuments } from './documents.ts';
import type { Opening } from './opening.ts';
import { DetailsPanel } from './panel.ts';
import { placedPanel } from './placedPanel.ts';
import { referralById } from './referralById.ts';
import { panelTitle } from './title.ts';

/** How a page is shown. */
export interface Showing {
	/** Whether it goes beside what is looked at, where it is kept and gets the focus. */
	readonly aside?: boolean;
}

/** What the pages need around them. */
interface Around {
	readonly browsing: Browsing;
	readonly documents: ReferralDocuments;
	readonly telling: Telling;
}

/** What the pages tell. */
export interface Telling {
	/** The user came to a page, or the page that is looked at shows another referral: its id. */
	focused(id: string): void;
	/** What is in sight may be another referral. */
	shown(): void;
}

/** The details pages of a window. */
export class DetailsPages implements vscode.Disposable {
	readonly #viewType: string;
	readonly #code: PageCode;
	readonly #browsing: Browsing;
	readonly #documents: ReferralDocuments;
	readonly #telling: Telling;
	readonly #subscription: vscode.Disposable;
	/** The one that was opened last comes last. */
	readonly #panels = new Set<DetailsPanel>();
	#wanted: object | undefined;

	private constructor(viewType: string, code: PageCode, around: Around) {
		this.#viewType = viewType;
		this.#code = code;
		this.#browsing = around.browsing;
		this.#documents = around.documents;
		this.#telling = around.telling;
		this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
			if (!event.affectsConfiguration('partnerReferrals.tabTitle')) return;
			for (const panel of this.#panels) panel.retitle();
		});
	}

	/** @param viewType what the editor calls their panels @param extension the folder that the extension is installed in */
	static async begin(viewType: string, extension: vscode.Uri, around: Around): Promise<DetailsPages> {
		return new DetailsPages(viewType, await readPageCode(extension, 'details'), around);
	}

	/** The referrals that can be seen on pages. */
	get inSight(): readonly string[] {
		return [...this.#panels].filter(({ inSight }) => inSight).map(({ id }) => id);
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
	async show(id: string, { aside = false }: Showing = {}): Promise<void> {
		const wanted = {};
		this.#wanted = wanted;
		const session = await this.#browsing.sessions.opened();
		const known = await this.#known(id, session);
		// From here on nothing waits, so that whoever comes next finds the panel.
		if (this.#wanted !== wanted || session.signal.aborted || known === undefined) return;
		const panel = this.#panelFor(known, aside);
		panel?.show(known, session);
		if (panel && aside) panel.keepAside();
		if (panel) return;
		const title = panelTitle(known, session.store.get(known)?.referral);
		const columns = [...this.#panels].map(({ column }) => column);
		const made = placedPanel(this.#viewType, title, aside ? 'aside' : columns);
		this.#open(made, { id: known, session, pinned: aside });
	}

	/** After a reload of the window; of what the page had remembered, an id is all that is needed. */
	restore(panel: vscode.WebviewPanel, { id, pinned }: PageMemory): void {
		// It may have been opened meanwhile, or come back twice.
		if ([...this.#panels].some((each) => each.id === id)) panel.dispose();
		else this.#open(panel, { id, pinned });
	}

	/** Shows a known referral on a page that is in sight and not kept, if there is one; the focus stays where it is. */
	follow(id: string): void {
		const { current } = this.#browsing.sessions;
		const panel = [...this.#panels].findLast(({ inSight, pinned }) => inSight && !pinned);
		if (panel && current?.store.get(id)) panel.show(id, current);
	}

	/** Goes on where the want of a sign-in had stopped a page. */
	signedInAgain(): void {
		for (const panel of this.#panels) panel.signedInAgain();
	}

	/** Shows the same in other words, as when it is masked. */
	showAnew(): void {
		for (const panel of this.#panels) panel.showAnew();
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
		this.#subscription.dispose();
		for (const panel of this.#panels) panel.dispose();
	}

	/** The id as the service writes it; undefined when the user did not want to wait, or the session has ended. */
	async #known(id: string, session: Session): Promise<string | undefined> {
		if (session.store.get(id)) return id;
		return (await referralById(session, id))?.referral.id;
	}

	#panelFor(id: string, aside: boolean): DetailsPanel | undefined {
		const panels = [...this.#panels].reverse();
		const same = panels.find((panel) => panel.id === id);
		return same ?? (aside ? undefined : panels.find(({ pinned }) => !pinned));
	}

	#open(panel: vscode.WebviewPanel, opening: Opening): void {
		const opened = new DetailsPanel(panel, opening, {
			browsing: this.#browsing,
			code: this.#code,
			focused: (each) => {
				this.#telling.shown();
				if (each.active) this.#telling.focused(each.id);
			},
			open: (id) => this.show(id),
			compare: (one, other) => this.#documents.compare(one, other),
			closed: (each) => this.#panels.delete(each),
		});
		this.#panels.add(opened);
	}
}
