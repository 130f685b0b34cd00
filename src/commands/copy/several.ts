import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import { cancellableProgress } from '../../editor/cancellableProgress.ts';
import { maskNow } from '../../editor/maskNow.ts';
import { presenting } from '../../editor/presenting.ts';
import { fixedEntries } from '../../export/fixed.ts';
import type { Entry } from '../../export/format.ts';
import { type Picked, pickedRows } from '../../export/picked.ts';
import { reasonsNow } from '../../export/reasons.ts';
import { exportSteps } from '../../export/steps.ts';
import type { Exploration } from '../../listing/exploration.ts';
import { asPlain } from '../../text/asPlain.ts';
import { plural } from '../../text/plural.ts';
import { type CopyForm, type CopyName, copyForm } from './form.ts';

/** In UTF-16 code units. More is no longer pasted by anything, and what a system does with it is its own affair. */
const mostCopied = 32_000_000;

/** So many are copied before anybody could see that it goes on. */
const quickly = 500;

/** Copies what was chosen, as one text, and says in the status bar how many that were. */
export async function copySeveral(exploration: Exploration, picked: Picked, name: CopyName): Promise<void> {
	const { signal } = exploration.session;
	const { rows, gone, complete } = pickedRows(exploration, picked);
	if (rows.length === 0) return tellNothing(gone);
	const form = copyForm(name, reasonsNow(exploration.picking, rows, presenting()));
	const text = await textOf(fixedEntries(rows, maskNow()), form);
	signal.throwIfAborted();
	if (text === undefined) return;
	if (text === '') return tell(vscode.l10n.t('None of these referrals has an engagement id.'));
	if (text.length > mostCopied)
		return tell(vscode.l10n.t('That is too much for the clipboard. Export it instead.'));
	await vscode.env.clipboard.writeText(text);
	const sentences = [
		copiedText(rows.length),
		gone > 0 && goneText(gone),
		!complete && vscode.l10n.t('There are more in the group, which are not loaded.'),
	];
	vscode.window.setStatusBarMessage(sentences.filter((sentence) => sentence).join(' '), 6000);
}

/** Undefined when the user cancelled. */
async function textOf(rows: readonly Entry[], form: CopyForm): Promise<string | undefined> {
	if (rows.length <= quickly) return written(rows, form);
	return cancellableProgress(vscode.l10n.t('Copying referrals'), async (signal) =>
		written(rows, form, signal),
	);
}

async function written(
	rows: readonly Entry[],
	form: CopyForm,
	signal?: AbortSignal,
): Promise<string | undefined> {
	const pieces: string[] = [];
	let length = 0;
	for (const { text } of exportSteps(rows, form)) {
		if (signal?.aborted) return undefined;
		pieces.push(text);
		length += text.length;
		if (length > mostCopied) break;
		await nextTurn();
	}
	return pieces.join('') + (form.tail ?? '');
}

function tellNothing(gone: number): void {
	tell(gone > 0 ? goneText(gone) : vscode.l10n.t('Select a referral in the Referrals view first.'));
}

/** Nobody waits until it is read. */
function tell(sentence: string): void {
	void vscode.window.showInformationMessage(asPlain(sentence));
}

function copiedText(count: number): string {
	return plural(count, {
		one: vscode.l10n.t('Copied {0} referral.', countText(count)),
		other: vscode.l10n.t('Copied {0} referrals.', countText(count)),
	});
}

function goneText(count: number): string {
	return plural(count, {
		one: vscode.l10n.t('{0} that you selected is no longer there.', countText(count)),
		other: vscode.l10n.t('{0} that you selected are no longer there.', countText(count)),
	});
}

function countText(count: number): string {
	return count.toLocaleString(vscode.env.language);
}
