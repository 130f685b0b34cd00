import * as vscode from 'vscode';
import { presenting } from '../../../editor/presenting.ts';
import { linkToReferral } from '../../../editor/referralLink.ts';
import type { ListedReferral } from '../../../listing/arranging/listed.ts';
import type { Exploration } from '../../../listing/exploration.ts';
import { statuses } from '../../../referral/lifecycle.ts';
import { plural } from '../../../text/plural.ts';
import { askMask, type MaskChoice } from '../../editor/askMask.ts';
import { fileWords } from '../../editor/fileWords.ts';
import { isComplete, loadEntries } from '../../editor/loadEntries.ts';
import { pickFile } from '../../editor/pickFile.ts';
import { pickNaming } from '../../editor/pickNaming.ts';
import { type ExportWishes, pickExportScope } from '../../editor/pickScope.ts';
import { tellFile } from '../../editor/tellFile.ts';
import { writeTexts } from '../../editor/write.ts';
import { writeSomewhere } from '../../editor/writeSomewhere.ts';
import type { ExportSource } from '../../source.ts';
import { sourceOfStatuses } from '../../sourceOfStatuses.ts';
import { calendarOf, type Expiring, thatExpire } from '../expiries.ts';

/** Exports when new referrals expire to a calendar file of the user's choice; ends with the session. */
export async function exportExpiries(exploration: Exploration, wishes: ExportWishes): Promise<void> {
	const { signal } = exploration.session;
	const title = vscode.l10n.t('Export Expiry Dates');
	const scope = await pickExportScope(exploration, wishes, { title, withEverything: false });
	signal.throwIfAborted();
	if (!scope) return;
	// Only new ones expire.
	const source = sourceOfStatuses(exploration, scope, statuses.slice(0, 1), Date.now);
	const named = await pickNaming(title);
	const choice = named ? await askMask(title) : {};
	signal.throwIfAborted();
	const entries = named !== undefined && choice && (await loadEntries(source, wishes));
	signal.throwIfAborted();
	if (named === undefined || !choice || !entries) return;
	const received = entries.flatMap((entry) => (entry.kind === 'received' ? entry : []));
	const rows = thatExpire(received, Date.now()).map((row) => worn(row, choice));
	if (rows.length === 0) return tellNothing();
	const uri = await written(rows, named, source);
	if (uri) void tellFile(uri, [exportedText(rows.length, uri), moreText(source)].join(' ').trim());
}

function worn({ sent: { referral }, expiry }: ListedReferral, { mask }: MaskChoice): Expiring {
	return { expiry, referral: mask ? mask.referral(referral) : referral };
}

/** @returns where; undefined when the user left */
async function written(
	rows: readonly Expiring[],
	named: boolean,
	source: ExportSource,
): Promise<vscode.Uri | undefined> {
	const { signal } = source.exploration.session;
	const choose = () =>
		pickFile({
			title: vscode.l10n.t('Export Expiry Dates'),
			name: ['expiry', ...source.name],
			filters: { [vscode.l10n.t('Calendar')]: ['ics'] },
		});
	const options = { named, linkTo: linkToReferral, presenter: presenting() };
	return writeSomewhere(choose, await choose(), async (uri) => {
		signal.throwIfAborted();
		return (await writeTexts(() => calendarOf(rows, options), uri)) ? uri : undefined;
	});
}

async function tellNothing(): Promise<void> {
	await vscode.window.showInformationMessage(
		vscode.l10n.t('None of these referrals can expire: only new ones do, and only once.'),
	);
}

function exportedText(count: number, { path }: vscode.Uri): string {
	const [shown, file] = [count.toLocaleString(vscode.env.language), fileWords({ path })];
	return plural(count, {
		one: vscode.l10n.t('Exported {0} expiry date to {1}.', shown, file),
		other: vscode.l10n.t('Exported {0} expiry dates to {1}.', shown, file),
	});
}

function moreText(source: ExportSource): string {
	return isComplete(source) ? '' : vscode.l10n.t('Partner Center has more, which were not loaded.');
}
