import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Writes a file piece by piece, letting others have their turn in between. It appears, or takes the place of the one
 * that was there, only when all of it is on disk: until then, and after a failure, there is what was there before.
 * Rejects with Node's error, or with the signal's reason.
 */
export async function replaceFile(path: string, texts: Iterable<string>, signal: AbortSignal): Promise<void> {
	// Renaming would otherwise replace a link by a file.
	const target = await realpath(path).catch(() => path);
	const part = `${target}.${randomUUID().slice(0, 8)}.part`;
	const file = await open(part, 'wx', await modeOf(target));
	try {
		try {
			for (const text of texts) {
				signal.throwIfAborted();
				await file.appendFile(text);
				await nextTurn();
			}
			await file.sync();
		} finally {
			await file.close();
		}
		signal.throwIfAborted();
		await rename(part, target);
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
}

/** That of the file that is replaced; a new one is for its owner only, since it is about customers. */
async function modeOf(path: string): Promise<number> {
	const known = await stat(path).catch(() => undefined);
	return known ? known.mode & 0o777 : 0o600;
}
