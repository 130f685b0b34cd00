const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;

/** A regular file that its owner writes and everybody reads. */
const MODE = (0o100644 << 16) >>> 0;

/**
 * A zip file whose files all have one mode, in place of those that they have on the computer that made it. The zip file
 * has neither a comment nor more files than 65,535.
 */
export function withOneMode(zip: Buffer): Buffer {
	const changed = Buffer.from(zip);
	const end = changed.length - END_BYTES;
	expect(changed, end, END);
	let at = changed.readUInt32LE(end + 16);
	for (let left = changed.readUInt16LE(end + 10); left > 0; left--) {
		expect(changed, at, ENTRY);
		changed.writeUInt32LE(MODE, at + 38);
		const [name, extra, comment] = [28, 30, 32].map((offset) => changed.readUInt16LE(at + offset));
		at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
	}
	return changed;
}

function expect(zip: Buffer, at: number, signature: number): void {
	if (zip.readUInt32LE(at) !== signature) throw new Error('This zip file is not as it was expected to be.');
}
