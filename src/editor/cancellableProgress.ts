import * as vscode from 'vscode';
import { asPlain } from '../text/asPlain.ts';
import { untilCancelled } from './untilCancelled.ts';

/** Shows what is being done, and how much of the whole has been done since it was told last, in percent. */
export type Tell = (message: string, increment?: number) => void;

/** Shows progress at the lower right while something runs; its signal is aborted when the user cancels. */
export function cancellableProgress<T>(
	title: string,
	run: (signal: AbortSignal, tell: Tell) => Promise<T>,
): Thenable<T> {
	const look = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
	return vscode.window.withProgress<T>(look, (progress, cancelled) => {
		const tell: Tell = (message, increment) =>
			progress.report({ message: asPlain(message), ...(increment !== undefined && { increment }) });
		return untilCancelled(cancelled, (signal) => run(signal, tell));
	});
}
