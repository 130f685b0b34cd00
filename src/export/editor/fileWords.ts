import { posix } from 'node:path';
import type * as vscode from 'vscode';
import { maskNow } from '../../editor/maskNow.ts';

/** What a file is called for whoever may read it: its name was typed, and may be a customer's. */
export function fileWords({ path }: Pick<vscode.Uri, 'path'>): string {
	return maskNow()?.hidden ?? posix.basename(path);
}
