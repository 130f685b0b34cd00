import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { exportName } from '../fileName.ts';

/** What the user is asked. */
interface Asked {
	readonly title: string;
	/** What is in the file, in words for its name. */
	readonly name: readonly string[];
	/** File name extensions, by what a file of them is called; the first one is proposed. */
	readonly filters: Readonly<Record<string, readonly [string, ...string[]]>>;
}

/** Asks where to write a file; whoever is asked confirms there that one is overwritten. */
export async function pickFile({ title, name, filters }: Asked): Promise<vscode.Uri | undefined> {
	const [[extension] = ['txt']] = Object.values(filters);
	return vscode.window.showSaveDialog({
		title,
		saveLabel: vscode.l10n.t('Export'),
		defaultUri: vscode.Uri.file(join(homedir(), exportName(name, extension, new Date()))),
		filters: Object.fromEntries(Object.entries(filters).map(([kind, all]) => [kind, [...all]])),
	});
}
