import * as vscode from 'vscode';
import { failureText } from '../../editor/failureText.ts';
import type { Offer } from '../../editor/offersFor.ts';
import type { Feed } from '../../listing/feed.ts';
import type { PartnerError } from '../../partner/error.ts';
import { asPlain } from '../../text/asPlain.ts';
import { plural } from '../../text/plural.ts';
import { exportEntries } from '../entries.ts';
import type { ListedEntry } from '../format.ts';
import type { ExportSource } from '../source.ts';

/** How what is missing is loaded. */
export interface Loading {
	/** Loads what is left of some feeds, with progress. @returns whether everything has come */
	loadAll(feeds: readonly Feed[]): Promise<boolean>;
	/** What can be done about a failure besides trying again. */
	waysOut(failure: PartnerError): readonly Offer[];
}

/** Everything there is, or as much as the user is content with; undefined when that is nothing. */
export async function loadEntries(
	source: ExportSource,
	{ loadAll, waysOut }: Loading,
): Promise<readonly ListedEntry[] | undefined> {
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

/** Whether all that there is has come. */
export function isComplete({ feeds }: ExportSource): boolean {
	return feeds.every(({ complete }) => complete);
}

async function askHowToGoOn(
	source: ExportSource,
	waysOut: Loading['waysOut'],
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
