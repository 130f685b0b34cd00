import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pid, stderr } from 'node:process';
import { cacheFolder } from './cacheFolder.mjs';
import { withLock } from './lock.mjs';

/**
 * A program kept in the cache.
 * @typedef {object} Piece
 * @property {string} name its folder, with the version in it
 * @property {string} title how people call it
 * @property {string} size roughly, on disk, when ready
 * @property {(folder: string, place: string) => Promise<void>} build fills `folder`, which will be moved to `place`
 */

/**
 * The folder of a piece, which is fetched first if it isn't there yet. It appears under its final name only when it is
 * complete, so a crash on the way never leaves half of it to be used.
 * @param {Piece} piece
 */
export async function provide(piece) {
	const place = join(cacheFolder(), piece.name);
	if (existsSync(place)) return place;
	await mkdir(cacheFolder(), { recursive: true });
	const fetchUnlessThere = async () => {
		if (!existsSync(place)) await fetch(piece, place);
	};
	await withLock(`${place}.lock`, fetchUnlessThere, () =>
		say(`Waiting for another run to fetch ${piece.title} …`),
	);
	return place;
}

/** @param {Piece} piece @param {string} place */
async function fetch(piece, place) {
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	say(`Fetching ${piece.title} (about ${piece.size} on disk, once per user) …`);
	const progress = setInterval(() => say(`… still fetching ${piece.title}, ${seconds()} s`), 10_000);
	try {
		await build(piece, place);
		say(`… ${piece.title} is ready after ${seconds()} s, in ${place}`);
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		throw new Error(
			`${piece.title} could not be fetched with npm. Check the network and try again.\n${why}`,
			{ cause },
		);
	} finally {
		clearInterval(progress);
	}
}

/** @param {Piece} piece @param {string} place */
async function build(piece, place) {
	await removeLeftovers(place);
	const folder = `${place}.${pid}.partial`;
	await mkdir(folder);
	try {
		await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
		await piece.build(folder, place);
		await rename(folder, place);
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		if (!existsSync(place)) throw error; // somebody else may have finished first: theirs is as good
	}
}

/** What crashed runs left behind; the lock says nobody is at work on it. @param {string} place */
async function removeLeftovers(place) {
	const all = await readdir(dirname(place));
	const left = all.filter((name) => name.startsWith(`${basename(place)}.`) && name.endsWith('.partial'));
	await Promise.all(left.map((name) => rm(join(dirname(place), name), { recursive: true, force: true })));
}

/** @param {string} words */
function say(words) {
	stderr.write(`${words}\n`);
}
