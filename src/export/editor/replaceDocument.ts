import { randomUUID } from 'node:crypto';
import { posix } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';

const isPart = /^\.[\da-f]{8}\.part$/;

/** No part is written for so long, in milliseconds. */
const forgottenAfter = 3_600_000;

/**
 * The same as `replaceFile` where only the editor can write, such as on another computer. It takes a file in one
 * piece, so that the whole text is held meanwhile.
 */
export async function replaceDocument(
	target: vscode.Uri,
	texts: Iterable<string | Uint8Array>,
	signal: AbortSignal,
): Promise<void> {
	const { fs } = vscode.workspace;
	await refuseProtected(target);
	await sweepBeside(target);
	const pieces: Uint8Array[] = [];
	for (const text of texts) {
		signal.throwIfAborted();
		pieces.push(typeof text === 'string' ? Buffer.from(text) : text);
		await nextTurn();
	}
	const part = target.with({ path: `${target.path}.${randomUUID().slice(0, 8)}.part` });
	try {
		await fs.writeFile(part, Buffer.concat(pieces));
		signal.throwIfAborted();
		await fs.rename(part, target, { overwrite: true });
	} catch (error) {
		await fs.delete(part).then(undefined, () => {});
		throw error;
	}
}

/** The editor's own way to replace a file asks nobody. @throws {vscode.FileSystemError} */
async function refuseProtected(target: vscode.Uri): Promise<void> {
	const known = await vscode.workspace.fs.stat(target).then(undefined, () => undefined);
	if (known && (known.permissions ?? 0) & vscode.FilePermission.Readonly)
		throw vscode.FileSystemError.NoPermissions(target);
	if (known && known.type & vscode.FileType.Directory) throw vscode.FileSystemError.NoPermissions(target);
}

/** Removes what exports to the same place have left that were killed an hour ago or more. Never rejects. */
async function sweepBeside(target: vscode.Uri): Promise<void> {
	const { fs } = vscode.workspace;
	const folder = vscode.Uri.joinPath(target, '..');
	const files = await fs.readDirectory(folder).then(undefined, () => []);
	const name = posix.basename(target.path);
	for (const [file] of files) {
		if (!file.startsWith(`${name}.`) || !isPart.test(file.slice(name.length))) continue;
		const part = vscode.Uri.joinPath(folder, file);
		const known = await fs.stat(part).then(undefined, () => undefined);
		if (known && Date.now() - known.mtime > forgottenAfter) await fs.delete(part).then(undefined, () => {});
	}
}
