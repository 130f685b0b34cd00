import * as vscode from 'vscode';
import { textScheme } from './textScheme.ts';

/** Shows a text as a read-only document, which the editor keeps nowhere. @param name with the extension that tells its language */
export async function showText(name: string, text: string): Promise<void> {
	// Each a document of its own, since the editor doesn't read one again that it has.
	const query = `${Date.now()}`;
	const uri = vscode.Uri.from({ scheme: textScheme, path: `/${name}`, query });
	const provided = vscode.workspace.registerTextDocumentContentProvider(uri.scheme, {
		provideTextDocumentContent: () => text,
	});
	try {
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
	} finally {
		provided.dispose();
	}
}
