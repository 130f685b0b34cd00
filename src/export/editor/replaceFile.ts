import { access, constants, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { partIn, sweepParts } from './parts.ts';

/**
 * Writes a file piece by piece, letting others have their turn in between. It appears, or takes the place of the one
 * that was there, only when all of it is on disk: until then, and after a failure, there is what was there before.
 * Meanwhile the pieces are in a file without a name, of which nothing stays when the editor is killed.
 * Rejects with Node's error, or with the signal's reason.
 */
export async function replaceFile(
	path: string,
	texts: Iterable<string | Uint8Array>,
	signal: AbortSignal,
): Promise<void> {
	// Renaming would otherwise replace a link by a file.
	const target = await realpath(path).catch(() => path);
	await modeFor(target);
	await sweepParts(dirname(target));
	await withPart(target, 0o600, async (nameless, name) => {
		// Some file systems keep the name of a file that is open; then it goes at the end.
		await rm(name).catch(() => {});
		for (const text of texts) {
			signal.throwIfAborted();
			await nameless.appendFile(text);
			await nextTurn();
		}
		await place(nameless, target, signal);
	});
}

/** Gives a file without a name one, which it gets as a whole. */
async function place(nameless: FileHandle, target: string, signal: AbortSignal): Promise<void> {
	const mode = await modeFor(target);
	await withPart(target, mode, async (file, name) => {
		await copy(nameless, file, signal);
		await file.sync();
		await file.close();
		signal.throwIfAborted();
		await rename(name, target);
	});
}

/** Makes a part of a file, which is gone afterwards. */
async function withPart(
	target: string,
	mode: number,
	use: (file: FileHandle, name: string) => Promise<void>,
): Promise<void> {
	const name = partIn(dirname(target));
	const file = await open(name, 'wx+', mode);
	try {
		await use(file, name);
	} finally {
		await file.close();
		await rm(name, { force: true });
	}
}

async function copy(from: FileHandle, to: FileHandle, signal: AbortSignal): Promise<void> {
	const piece = Buffer.allocUnsafe(1 << 20);
	for (let at = 0; ; ) {
		signal.throwIfAborted();
		const { bytesRead } = await from.read(piece, 0, piece.length, at);
		if (bytesRead === 0) return;
		await to.appendFile(piece.subarray(0, bytesRead));
		at += bytesRead;
	}
}

/**
 * That of the file that is replaced; a new one is for its owner only, since it is about customers. Rejects when that file is
 * none or may not be written, which nobody else would find out: to replace it is a matter of its folder.
 */
async function modeFor(path: string): Promise<number> {
	const known = await stat(path).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'ENOENT') throw error;
	});
	if (!known) return 0o600;
	// An administrator may write to each file, also to those that somebody has protected.
	if (!known.isFile() || (known.mode & 0o222) === 0) throw protectedError();
	await access(path, constants.W_OK);
	return known.mode & 0o777;
}

function protectedError(): Error {
	return Object.assign(new Error('The file is protected.'), { code: 'EACCES', syscall: 'open' });
}
