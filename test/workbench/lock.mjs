import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { kill, pid } from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

const BEAT_MS = 2_000;
const FORGOTTEN_MS = 20_000;

/**
 * Runs `action` while this process holds the lock file at `path`; others wait for it.
 * A lock is taken over when its process is gone or no longer touches the file (another machine, another container).
 * Two takers at once are possible then, so what the lock protects must survive being done twice.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} action
 * @param {() => void} onWait called once when somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(path, action, onWait) {
	await acquire(path, onWait);
	const beat = setInterval(() => touch(path), BEAT_MS);
	try {
		return await action();
	} finally {
		clearInterval(beat);
		await rm(path, { force: true });
	}
}

/** @param {string} path @param {() => void} onWait */
async function acquire(path, onWait) {
	for (let waited = false; !(await create(path)); ) {
		if (await isForgotten(path)) {
			await rm(path, { force: true });
			continue;
		}
		if (!waited) onWait();
		waited = true;
		await delay(250);
	}
}

/** @param {string} path */
async function create(path) {
	try {
		await writeFile(path, String(pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}

/** @param {string} path */
async function isForgotten(path) {
	try {
		if (Date.now() - (await stat(path)).mtimeMs > FORGOTTEN_MS) return true;
		return !isAlive(Number(await readFile(path, 'utf8')));
	} catch {
		return false; // released in between: the next attempt to create it will tell
	}
}

/** @param {number} holder */
function isAlive(holder) {
	if (!holder) return true; // created, its number not yet written
	try {
		return kill(holder, 0);
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/** @param {string} path */
function touch(path) {
	const now = new Date();
	utimes(path, now, now).catch(() => undefined); // gone: somebody took it over, see above
}
