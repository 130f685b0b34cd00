import * as vscode from 'vscode';
import { failureText } from '../../editor/failureText.ts';
import type { Browsing } from '../../tree/browsing.ts';
import type { ReferralsView } from '../../tree/referralsView.ts';
import type { Row } from '../../tree/row.ts';
import { exportEntries } from '../entries.ts';
import type { Entry } from '../format.ts';
import { type ExportSource, exportSource } from '../source.ts';
import { fileFailureText } from './fileFailureText.ts';
import { nodeOf, pickExportScope } from './pickScope.ts';
import { type ExportTarget, pickExportTarget } from './pickTarget.ts';
import { tellExported } from './tellExported.ts';
import { writeExport } from './write.ts';

interface Stage {
	readonly browsing: Browsing;
	readonly view: ReferralsView;
}

/**
 * Exports a group, the active query or everything to a file of the user's choice.
 * @param row the group or status to export; without one, the user is asked
 * @throws {PartnerError} where there is no connection
 */
export async function exportReferrals({ browsing, view }: Stage, row?: Row): Promise<void> {
	const explorer = await browsing.opened();
	const scope = (row && nodeOf(row, explorer)) ?? (await pickExportScope(explorer, view.selection));
	if (!scope) return;
	const source = exportSource(explorer, scope);
	try {
		const target = await pickExportTarget(source.name);
		const entries = target && (await loaded(source, view));
		const exported = entries && (await written(entries, target, source));
		if (exported) void tellExported(exported);
	} finally {
		source.dispose();
	}
}

/** Everything there is, or as much as the user is content with; undefined when that is nothing. */
async function loaded(source: ExportSource, view: ReferralsView): Promise<readonly Entry[] | undefined> {
	const { listings } = source;
	const isComplete = () => listings.every(({ complete }) => complete);
	while (!isComplete() && !(await view.loadAll(listings))) {
		const choice = await askHowToGoOn(source);
		if (!choice) return undefined;
		if (choice === 'export') break;
	}
	const entries = exportEntries(listings);
	if (entries.length > 0) return entries;
	await vscode.window.showInformationMessage('There are no referrals to export.');
	return undefined;
}

async function askHowToGoOn({ listings }: ExportSource): Promise<'load' | 'export' | undefined> {
	const failure = listings.find((listing) => listing.failure)?.failure;
	const count = exportEntries(listings).filter(({ kind }) => kind === 'received').length;
	const rest = {
		title: `Export the ${count.toLocaleString(vscode.env.language)} that are loaded`,
		choice: 'export',
	} as const;
	const again = { title: failure ? 'Try again' : 'Go on loading', choice: 'load' } as const;
	const message = failure ? failureText(failure, vscode.env.language).sentence : 'Loading was stopped.';
	const detail = 'There are more referrals than are loaded.';
	const choices = count > 0 ? [rest, again] : [again];
	return (await vscode.window.showWarningMessage(message, { modal: true, detail }, ...choices))?.choice;
}

/** Writes; where that fails, the user may choose another place. */
async function written(entries: readonly Entry[], first: ExportTarget, { listings, name }: ExportSource) {
	for (let target: ExportTarget | undefined = first; target; target = await pickExportTarget(name)) {
		try {
			const done = await writeExport(entries, target);
			return done && { target, entries, complete: listings.every(({ complete }) => complete) };
		} catch (error) {
			const sentence = fileFailureText(error);
			if (sentence === undefined) throw error;
			const elsewhere = 'Choose Another Place';
			if ((await vscode.window.showErrorMessage(sentence, elsewhere)) !== elsewhere) return undefined;
		}
	}
	return undefined;
}
