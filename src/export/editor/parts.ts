import { createHash, randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

// A folder can be shared by computers, whose processes have numbers of their own.
const computer = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const ours = /^\.partner-referrals-(?<where>[\da-f]{8})-(?<pid>\d{1,10})-[\da-f]{8}\.part$/;
/** As earlier versions called them, which did not say whose they are. */
const earlier = /\.(?:csv|jsonl)\.[\da-f]{8}\.part$/;

/** No part is written for so long without being touched, in milliseconds. */
const forgottenAfter = 3_600_000;

/** Where a part of a file may be written until it is whole: in the folder of the file, since it can't be moved from another disk. */
export function partIn(folder: string): string {
	return join(folder, `.partner-referrals-${computer}-${process.pid}-${randomUUID().slice(0, 8)}.part`);
}

/** Removes what exports that were killed have left in a folder. Never rejects. */
export async function sweepParts(folder: string): Promise<void> {
	const names = await readdir(folder).catch(() => []);
	for (const name of names) {
		const path = join(folder, name);
		if (await isStale(name, path)) await rm(path, { force: true }).catch(() => {});
	}
}

async function isStale(name: string, path: string): Promise<boolean> {
	const { where, pid } = ours.exec(name)?.groups ?? {};
	if (where === undefined && !earlier.test(name)) return false;
	if (where === computer && !isRunning(Number(pid))) return true;
	const known = await stat(path).catch(() => undefined);
	return known !== undefined && Date.now() - known.mtimeMs > forgottenAfter;
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		// Of somebody else.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
