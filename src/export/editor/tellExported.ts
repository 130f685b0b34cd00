import * as vscode from 'vscode';
import { plural } from '../../text/plural.ts';
import type { Entry } from '../format.ts';
import { fileWords } from './fileWords.ts';
import type { ExportTarget, FormatName } from './pickTarget.ts';
import { tellFile } from './tellFile.ts';

/** What was exported. */
export interface Exported {
	readonly target: ExportTarget;
	readonly entries: readonly Entry[];
	/** Whether it is all that there is. */
	readonly complete: boolean;
}

/** Says what was exported, and offers to look at it in the ways that work here. */
export async function tellExported({ target, entries, complete }: Exported): Promise<void> {
	const { uri, format } = target;
	const unreadable = entries.filter(({ kind }) => kind === 'unreadable').length;
	const sentences = [
		exportedText(entries.length - unreadable, fileWords(uri)),
		!complete && vscode.l10n.t('Partner Center has more, which were not loaded.'),
		unreadable > 0 && unreadableTexts[format](unreadable),
	].filter((sentence) => sentence);
	await tellFile(uri, sentences.join(' '));
}

function exportedText(count: number, file: string): string {
	return plural(count, {
		one: vscode.l10n.t('Exported {0} referral to {1}.', countText(count), file),
		other: vscode.l10n.t('Exported {0} referrals to {1}.', countText(count), file),
	});
}

const unreadableTexts = {
	csv: (count) =>
		plural(count, {
			one: vscode.l10n.t("{0} element that can't be read as a referral was left out.", countText(count)),
			other: vscode.l10n.t("{0} elements that can't be read as referrals were left out.", countText(count)),
		}),
	jsonl: (count) =>
		plural(count, {
			one: vscode.l10n.t("{0} element that can't be read as a referral stands at its end.", countText(count)),
			other: vscode.l10n.t(
				"{0} elements that can't be read as referrals stand at its end.",
				countText(count),
			),
		}),
} as const satisfies Record<FormatName, (count: number) => string>;

function countText(count: number): string {
	return count.toLocaleString(vscode.env.language);
}
