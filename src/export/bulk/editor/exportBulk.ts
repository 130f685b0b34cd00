import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import { cancellableProgress } from '../../../editor/cancellableProgress.ts';
import { maskNow } from '../../../editor/maskNow.ts';
import type { Exploration } from '../../../listing/exploration.ts';
import { statuses } from '../../../referral/lifecycle.ts';
import { asPlain } from '../../../text/asPlain.ts';
import { plural } from '../../../text/plural.ts';
import { fileWords } from '../../editor/fileWords.ts';
import { isComplete, loadEntries } from '../../editor/loadEntries.ts';
import { pickFile } from '../../editor/pickFile.ts';
import { type ExportWishes, pickExportScope } from '../../editor/pickScope.ts';
import { tellFile } from '../../editor/tellFile.ts';
import { writeExport } from '../../editor/write.ts';
import { writeSomewhere } from '../../editor/writeSomewhere.ts';
import type { ListedEntry } from '../../format.ts';
import type { ExportSource } from '../../source.ts';
import { sourceOfStatuses } from '../../sourceOfStatuses.ts';
import { bulkExport, inFiles } from '../bulk.ts';
import { type Judged, judge } from '../judged.ts';
import { mayReplace, numberedFiles } from './files.ts';
import { pickLines, type Wanted } from './pickLines.ts';

/**
 * Exports referrals in the layout of Partner Center's bulk upload, of which the user is told before what the portal would refuse;
 * ends with the session. Nothing is uploaded.
 */
export async function exportBulk(exploration: Exploration, wishes: ExportWishes): Promise<void> {
	const { signal } = exploration.session;
	const title = vscode.l10n.t('Export for Bulk Update');
	const scope = await pickExportScope(exploration, wishes, { title, withEverything: false });
	signal.throwIfAborted();
	if (!scope) return;
	// Closed ones can no longer be changed.
	const source = sourceOfStatuses(exploration, scope, statuses.slice(0, 2), Date.now);
	const entries = await loadEntries(source, wishes);
	signal.throwIfAborted();
	const judged = entries && (await judgedOf(entries));
	const wanted = judged && (await pickLines(judged));
	signal.throwIfAborted();
	const files = wanted && (await mayTellAll()) && (await written(wanted, source));
	if (files) void tellFile(files.first, exportedText(files, source));
}

/** The file is not for an audience, and would change deals if it were. */
async function mayTellAll(): Promise<boolean> {
	if (!maskNow()) return true;
	const message = vscode.l10n.t(
		'The file has names and values as they are, although presentation mode is on.',
	);
	const detail = vscode.l10n.t('If they were masked, an upload would write the masks into your deals.');
	const goOn = vscode.l10n.t('Go On');
	return (await vscode.window.showWarningMessage(asPlain(message), { modal: true, detail }, goOn)) === goOn;
}

/** So many are looked at before anybody could see that it goes on. */
const quickly = 500;

/** Undefined when the user cancelled. */
async function judgedOf(entries: readonly ListedEntry[]): Promise<readonly Judged[] | undefined> {
	const rows = entries.flatMap((entry) => (entry.kind === 'received' ? entry : []));
	const now = Date.now();
	if (rows.length <= quickly) return rows.map((row) => judge(row, now));
	return cancellableProgress(vscode.l10n.t('Checking referrals'), async (signal) => {
		const judged: Judged[] = [];
		for (const [index, row] of rows.entries()) {
			judged.push(judge(row, now));
			if (index % 100 > 0) continue;
			await nextTurn();
			if (signal.aborted) return undefined;
		}
		return judged;
	});
}

/** What was written. */
interface Written {
	readonly first: vscode.Uri;
	readonly last: vscode.Uri;
	readonly files: number;
	readonly count: number;
}

/** @returns where; undefined when the user left, or cancelled */
async function written({ rows, headers }: Wanted, source: ExportSource): Promise<Written | undefined> {
	const { signal } = source.exploration.session;
	const parts = inFiles(rows);
	const choose = () =>
		pickFile({
			title: vscode.l10n.t('Export for Bulk Update'),
			name: ['bulk', ...source.name],
			filters: { [vscode.l10n.t('CSV')]: ['csv'] },
		});
	return writeSomewhere(choose, await choose(), async (first) => {
		const files = numberedFiles(first, parts.length);
		if (!(await mayReplace(files.slice(1)))) return undefined;
		for (const [index, part] of parts.entries()) {
			signal.throwIfAborted();
			if (!(await writeExport(part, bulkExport(Date.now(), headers), files[index] ?? first)))
				return undefined;
		}
		return { first, last: files.at(-1) ?? first, files: files.length, count: rows.length };
	});
}

function exportedText({ first, last, files, count }: Written, source: ExportSource): string {
	const [shown, many] = [count, files].map((number) => number.toLocaleString(vscode.env.language));
	const [from, to] = [first, last].map(fileWords);
	const whole =
		files > 1
			? vscode.l10n.t(
					'Exported {0} referrals to {1} files, from {2} to {3}.',
					`${shown}`,
					`${many}`,
					`${from}`,
					`${to}`,
				)
			: plural(count, {
					one: vscode.l10n.t('Exported {0} referral to {1}.', `${shown}`, `${from}`),
					other: vscode.l10n.t('Exported {0} referrals to {1}.', `${shown}`, `${from}`),
				});
	const more = !isComplete(source) && vscode.l10n.t('Partner Center has more, which were not loaded.');
	const next = vscode.l10n.t('Nothing has been changed in Partner Center: you upload it there yourself.');
	return [whole, more, next].filter((sentence) => sentence).join(' ');
}
