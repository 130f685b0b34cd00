import * as vscode from 'vscode';

/** Whose accounts they are, as the editor knows it. */
export const provider = 'microsoft';

/** Calls when anything about the accounts has changed; the editor also tells of what concerns nobody here. */
export function onDidChangeAccounts(listener: () => void): vscode.Disposable {
	return vscode.authentication.onDidChangeSessions((event) => {
		if (event.provider.id === provider) listener();
	});
}
