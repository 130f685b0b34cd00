import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';

/**
 * The same as `replaceFile` where only the editor can write, such as on another computer. It takes a file in one
 * piece, so that the whole text is held meanwhile.
 */
export async function replaceDocument(
	target: vscode.Uri,
	texts: Iterable<string>,
	signal: AbortSignal,
): Promise<void> {
	const { fs } = vscode.workspace;
	const pieces: Buffer[] = [];
	for (const text of texts) {
		signal.throwIfAborted();
		pieces.push(Buffer.from(text));
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
