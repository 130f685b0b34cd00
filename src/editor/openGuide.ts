import * as vscode from 'vscode';

/** Opens the README where it tells how to register one's own application. */
export async function openGuide({ extensionUri }: vscode.Extension<unknown>): Promise<void> {
	const folder = await vscode.workspace.fs.readDirectory(extensionUri);
	// Packaging writes the name in lower case.
	const [name = 'readme.md'] = folder
		.map(([file]) => file)
		.filter((file) => file.toLowerCase() === 'readme.md');
	const fragment = 'sign-in-with-your-own-app-registration';
	const guide = vscode.Uri.joinPath(extensionUri, name).with({ fragment });
	await vscode.commands.executeCommand('markdown.showPreview', guide);
}
