import * as vscode from 'vscode';
import { presenting } from '../../editor/presenting.ts';
import type { Exploration } from '../../listing/exploration.ts';
import { fixedEntries } from '../fixed.ts';
import type { ListedEntry } from '../format.ts';
import { reasonsNow } from '../reasons.ts';
import { type ExportSource, exportSource } from '../source.ts';
import { askMask, type MaskChoice } from './askMask.ts';
import { isComplete, loadEntries } from './loadEntries.ts';
import { type ExportWishes, pickExportScope } from './pickScope.ts';
import { type ExportTarget, exportFormat, pickExportTarget } from './pickTarget.ts';
import { tellExported } from './tellExported.ts';
import { writeExport } from './write.ts';
import { writeSomewhere } from './writeSomewhere.ts';

/** What is written, and how. */
interface Material extends MaskChoice {
	readonly source: ExportSource;
	readonly shown: Exploration;
}

/** Exports a branch, the active query or everything to a file of the user's choice; ends with the session. */
export async function exportReferrals(exploration: Exploration, wishes: ExportWishes): Promise<void> {
	const { signal } = exploration.session;
	const scope = await pickExportScope(exploration, wishes, {
		title: vscode.l10n.t('Export Referrals'),
		withEverything: true,
	});
	signal.throwIfAborted();
	const choice = scope && (await askMask(vscode.l10n.t('Export Referrals')));
	signal.throwIfAborted();
	if (!scope || !choice) return;
	const source = exportSource(exploration, scope, Date.now);
	try {
		const target = await pickExportTarget(source.name);
		signal.throwIfAborted();
		const entries = target && (await loadEntries(source, wishes));
		signal.throwIfAborted();
		const exported = entries && (await written(entries, target, { source, shown: exploration, ...choice }));
		if (exported) void tellExported(exported);
	} finally {
		source.dispose();
	}
}

/** Writes; where that fails, the user may choose another place. */
function written(rows: readonly ListedEntry[], first: ExportTarget, { source, shown, mask }: Material) {
	const reasonsOf = reasonsNow(shown.picking, rows, presenting());
	const entries = fixedEntries(rows, mask);
	const choose = () => pickExportTarget(source.name);
	return writeSomewhere(choose, first, async (target) => {
		const done = await writeExport(entries, exportFormat(target.format, reasonsOf), target.uri);
		return done && { target, entries, complete: isComplete(source) };
	});
}
