import * as vscode from 'vscode';
import { feedsOfAll } from '../export/source.ts';
import { plainly } from '../listing/arranging/arranging.ts';
import { PipelineView } from '../pipeline/editor/view.ts';
import { readElement } from '../tree/row/row.ts';
import type { Stage } from './stage.ts';

/** Made when somebody first looks; there is one for each time that the extension is activated. */
const views = new WeakMap<Stage, PipelineView>();

/** The pipeline page of a window. */
export function pipelineOn(stage: Stage): PipelineView {
	const known = views.get(stage);
	if (known) return known;
	const { extension, browsing, changes, memory, choice, view, details, fresh, focus, presentation } = stage;
	const made: PipelineView = new PipelineView(extension.extensionUri, {
		...{ browsing, changes, memory },
		day: () => {
			const { attention, fiscalYearStart } = choice.now?.value ?? plainly;
			return { fiscalYearStart, soonDays: attention.expiringDays };
		},
		went: (id) => {
			void view.revealReferral(id);
			details.pages?.follow(id);
		},
		search: (query) => view.search(query),
		loadAll: async () => void (await view.loadAll(feedsOfAll(await browsing.opened()))),
		run,
		focused: () => focus.cameToEditor(),
		shownIn: (surface) => fresh.shownIn(surface),
	});
	views.set(stage, made);
	focus.page = made;
	view.onDidSelect(() => {
		const row = readElement(view.selected.all[0])?.row;
		if (row?.kind === 'referral') made.panel?.follow(row.id);
	});
	details.onDidFocus((id) => made.panel?.follow(id));
	presentation.onDidChange(() => made.panel?.showAnew());
	return made;
}

/** What the menu of a row on the page means. */
export function meantOnPage(stage: Stage, id: string): readonly string[] {
	return pipelineOn(stage).panel?.contents.meant(id) ?? [id];
}

async function run(command: string, ids: readonly string[] = []): Promise<void> {
	const several = ids.length > 1 ? ids : undefined;
	await vscode.commands.executeCommand(`partnerReferrals.${command}`, ids[0], several);
}
