import * as vscode from 'vscode';
import { untilCancelled } from './untilCancelled.ts';

/** What has been done so far, and how much of the whole that was, in percent. */
export type Progress = vscode.Progress<{ readonly message?: string; readonly increment?: number }>;

/** Shows progress at the lower right while something runs; its signal is aborted when the user cancels. */
export function cancellableProgress<T>(
	title: string,
	run: (signal: AbortSignal, progress: Progress) => Promise<T>,
): Thenable<T> {
	const look = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
	return vscode.window.withProgress(look, (progress, cancelled) =>
		untilCancelled(cancelled, (signal) => run(signal, progress)),
	);
}
