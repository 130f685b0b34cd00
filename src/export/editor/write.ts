import * as vscode from 'vscode';
import type { Entry } from '../format.ts';
import { type ExportStep, exportSteps } from '../steps.ts';
import { type ExportTarget, exportFormat } from './pickTarget.ts';
import { replaceDocument } from './replaceDocument.ts';
import { replaceFile } from './replaceFile.ts';

/**
 * Writes an export with progress that can be cancelled. Rejects with the file system's error.
 * @returns whether the file was written; not when the user cancelled
 */
export function writeExport(entries: readonly Entry[], { uri, format }: ExportTarget): Thenable<boolean> {
	const look = {
		location: vscode.ProgressLocation.Notification,
		title: 'Exporting referrals',
		cancellable: true,
	};
	return vscode.window.withProgress(look, async (progress, cancelled) => {
		const controller = new AbortController();
		const subscription = cancelled.onCancellationRequested(() => controller.abort());
		const texts = reported(exportSteps(entries, exportFormat(format)), entries.length, progress);
		try {
			await (uri.scheme === 'file'
				? replaceFile(uri.fsPath, texts, controller.signal)
				: replaceDocument(uri, texts, controller.signal));
			return true;
		} catch (error) {
			if (controller.signal.aborted) return false;
			throw error;
		} finally {
			subscription.dispose();
		}
	});
}

type Progress = vscode.Progress<{ readonly message: string; readonly increment: number }>;

function* reported(steps: Iterable<ExportStep>, total: number, progress: Progress): Generator<string> {
	let before = 0;
	const [told, all] = [countText, countText(total)];
	for (const { text, done } of steps) {
		yield text;
		progress.report({
			message: `${told(done)} of ${all} rows`,
			increment: (100 * (done - before)) / total,
		});
		before = done;
	}
}

function countText(count: number): string {
	return count.toLocaleString(vscode.env.language);
}
