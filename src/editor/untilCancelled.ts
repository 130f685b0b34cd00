import type * as vscode from 'vscode';

/** Runs something with a signal that is aborted when the user cancels. */
export async function untilCancelled<T>(
	cancelled: vscode.CancellationToken,
	run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	const controller = new AbortController();
	const listener = cancelled.onCancellationRequested(() => controller.abort());
	try {
		return await run(controller.signal);
	} finally {
		listener.dispose();
	}
}
