import * as vscode from 'vscode';
import { failureText } from '../../editor/failureText.ts';
import type { Offer } from '../../editor/offersFor.ts';
import type { Exploration } from '../../listing/exploration.ts';
import type { Feed } from '../../listing/feed.ts';
import type { PartnerError } from '../../partner/error.ts';
import { asPlain } from '../../text/asPlain.ts';
import { plural } from '../../text/plural.ts';
import { exportEntries } from '../entries.ts';
import type { Entry } from '../format.ts';
import { type ExportSource, exportSource } from '../source.ts';
import { fileFailureText } from './fileFailureText.ts';
import { pickExportScope } from './pickScope.ts';
import { type ExportTarget, pickExportTarget } from './pickTarget.ts';
import { tellExported } from './tellExported.ts';
import { writeExport } from './write.ts';

interface Wishes {
	/** The branch to export; without one, the user is asked. */
	readonly branch: string | undefined;
	/** The branch that the selected row is or stands in. */
	readonly selected: string | undefined;
	/** Loads what is left of some feeds, with progress. @returns whether everything has come */
	loadAll(feeds: readonly Feed[]): Promise<boolean>;
	/** What can be done about a failure besides trying again. */
	waysOut(failure: PartnerError): readonly Offer[];
}

/** Exports a branch, the active query or everything to a file of the user's choice; ends with the session. */
export async function exportReferrals(exploration: Exploration, wishes: Wishes): Promise<void> {
	const { branch, selected } = wishes;
	const { signal } = exploration.session;
	const scope = branch === undefined ? await pickExportScope(exploration, selected) : { branch };
	signal.throwIfAborted();
	if (!scope) return;
	const source = exportSource(exploration, scope, Date.now);
	try {
		const target = await pickExportTarget(source.name);
		signal.throwIfAborted();
		const entries = target && (await loaded(source, wishes));
		signal.throwIfAborted();
		const exported = entries && (await written(entries, target, source));
		if (exported) void tellExported(exported);
	} finally {
		source.dispose();
	}
}

/** Everything there is, or as much as the user is content with; undefined when that is nothing. */
async function loaded(
	source: ExportSource,
	{ loadAll, waysOut }: Wishes,
): Promise<readonly Entry[] | undefined> {
	const { feeds, exploration } = source;
	while (!isComplete(source) && !(await loadAll(feeds))) {
		exploration.session.signal.throwIfAborted();
		const choice = await askHowToGoOn(source, waysOut);
		if (!choice) return undefined;
		if (choice === 'export') break;
	}
	const entries = exportEntries(source);
	if (entries.length > 0) return entries;
	await vscode.window.showInformationMessage(vscode.l10n.t('There are no referrals to export.'));
	return undefined;
}

function isComplete({ feeds }: ExportSource): boolean {
	return feeds.every(({ complete }) => complete);
}

async function askHowToGoOn(
	source: ExportSource,
	waysOut: Wishes['waysOut'],
): Promise<'load' | 'export' | undefined> {
	const failure = source.feeds.find((feed) => feed.failure)?.failure;
	const count = exportEntries(source).filter(({ kind }) => kind === 'received').length;
	const rest = { title: exportRestText(count), choice: 'export', run: () => {} } as const;
	const goOn = failure ? vscode.l10n.t('Try again') : vscode.l10n.t('Go on loading');
	const again = { title: goOn, choice: 'load', run: () => {} } as const;
	const ways = failure ? waysOut(failure).map((offer) => ({ ...offer, choice: 'load' }) as const) : [];
	const message = failure
		? failureText(failure, vscode.env.language).sentence
		: vscode.l10n.t('Loading was stopped.');
	const detail = vscode.l10n.t('There are more referrals than are loaded.');
	const choices = [...(count > 0 ? [rest] : []), ...ways, again];
	const chosen = await vscode.window.showWarningMessage(
		asPlain(message),
		{ modal: true, detail },
		...choices,
	);
	await chosen?.run();
	return chosen?.choice;
}

function exportRestText(count: number): string {
	const shown = count.toLocaleString(vscode.env.language);
	return plural(count, {
		one: vscode.l10n.t('Export the {0} that is loaded', shown),
		other: vscode.l10n.t('Export the {0} that are loaded', shown),
	});
}

/** Writes; where that fails, the user may choose another place. */
async function written(entries: readonly Entry[], first: ExportTarget, source: ExportSource) {
	for (let target: ExportTarget | undefined = first; target; target = await pickExportTarget(source.name)) {
		try {
			const done = await writeExport(entries, target);
			return done && { target, entries, complete: isComplete(source) };
		} catch (error) {
			const sentence = fileFailureText(error);
			if (sentence === undefined) throw error;
			const elsewhere = vscode.l10n.t('Choose Another Place');
			if ((await vscode.window.showErrorMessage(asPlain(sentence), elsewhere)) !== elsewhere)
				return undefined;
		}
	}
	return undefined;
}
