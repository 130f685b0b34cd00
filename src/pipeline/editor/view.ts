import * as vscode from 'vscode';
import { newPanel } from '../../editor/panel/newPanel.ts';
import { readPageCode } from '../../editor/panel/pageCode.ts';
import type { Branch } from '../../listing/arranging/arrangement.ts';
import { filtersOf } from '../wishes/ofBranch.ts';
import { PipelinePanel } from './panel.ts';
import type { Surroundings } from './surroundings.ts';

/** What the editor brings the page back by. */
const viewType = 'partnerReferrals.pipeline';

/** The pipeline page, of which there is one in a window. */
export class PipelineView {
	readonly #extension: vscode.Uri;
	readonly #around: Omit<Surroundings, 'code' | 'closed'>;
	#panel: PipelinePanel | undefined;
	#wanted: object | undefined;

	/** @param extension the folder that the extension is installed in */
	constructor(extension: vscode.Uri, around: Omit<Surroundings, 'code' | 'closed'>) {
		this.#extension = extension;
		this.#around = around;
	}

	/** The row that whoever looks at the page is at. */
	get current(): string | undefined {
		return this.#panel?.active ? this.#panel.current : undefined;
	}

	/** What is meant by whoever looks at the page, from top to bottom: the current row and all that are selected with it. */
	get meant(): readonly string[] {
		return this.#panel?.active ? this.#panel.meant : [];
	}

	/** The page, while there is one. */
	get panel(): PipelinePanel | undefined {
		return this.#panel;
	}

	/**
	 * Opens the page, or comes back to it.
	 * @param branch of the tree, whose rows are shown; without, the filters stay
	 */
	async open(branch?: Branch): Promise<void> {
		const wanted = {};
		this.#wanted = wanted;
		const code = this.#panel ? undefined : await readPageCode(this.#extension, 'pipeline');
		// From here on nothing waits, so that whoever comes next finds the page.
		if (this.#wanted !== wanted) return;
		if (this.#panel) this.#panel.focus();
		else if (code) this.#begin(newPanel(viewType, vscode.l10n.t('Pipeline'), place), code);
		// Closed meanwhile.
		else return this.open(branch);
		if (branch) this.#panel?.wish({ filters: filtersOf(branch), groupedBy: '' });
	}

	/** After a reload of the window. */
	async restore(panel: vscode.WebviewPanel): Promise<void> {
		let isClosed = false;
		panel.onDidDispose(() => {
			isClosed = true;
		});
		const code = await readPageCode(this.#extension, 'pipeline');
		if (isClosed) return;
		// It may have been opened meanwhile, or come back twice.
		if (this.#panel) panel.dispose();
		else this.#begin(panel, code);
	}

	#begin(panel: vscode.WebviewPanel, code: Surroundings['code']): void {
		const closed = () => {
			this.#panel = undefined;
		};
		this.#panel = new PipelinePanel(panel, { ...this.#around, code, closed });
	}
}

const place = { viewColumn: vscode.ViewColumn.Active, preserveFocus: false };
