/** A token of the documentation's sample holds 624 bytes, 832 characters of Base64 without padding. */
const usualLength = 624;
const headLength = 6;

/**
 * Wraps a continuation into a token that looks like the service's: Base64 without `=`, of the same length for
 * any usual query, unreadable, and different in nearly every character when one thing differs inside.
 */
export function sealSkipToken(state: string): string {
	const text = new TextEncoder().encode(state);
	const needed = Math.max(usualLength, headLength + text.length);
	const bytes = new Uint8Array(Math.ceil(needed / 3) * 3);
	bytes.set(text, headLength);
	new DataView(bytes.buffer).setUint16(4, text.length);
	const sum = checksum(bytes.subarray(4));
	new DataView(bytes.buffer).setUint32(0, sum);
	scramble(bytes.subarray(4), sum);
	return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The continuation inside a token, or `undefined` when the token is not one of ours, to the last character. */
export function openSkipToken(token: string): string | undefined {
	if (!/^(?:[A-Za-z0-9+/]{4})+$/.test(token)) {
		return undefined;
	}
	const bytes = Uint8Array.from(atob(token), (character) => character.charCodeAt(0));
	if (bytes.length < usualLength) {
		return undefined;
	}
	const view = new DataView(bytes.buffer);
	const sum = view.getUint32(0);
	scramble(bytes.subarray(4), sum);
	if (checksum(bytes.subarray(4)) !== sum) {
		return undefined;
	}
	return new TextDecoder().decode(bytes.subarray(headLength, headLength + view.getUint16(4)));
}

/** FNV-1a over 32 bits: enough to notice a token that was decoded once too often. */
function checksum(bytes: Uint8Array): number {
	return bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
}

/** Makes the content unreadable, and readable when applied twice. Not a cipher: there is nothing to protect. */
function scramble(bytes: Uint8Array, key: number): void {
	let state = key;
	for (const [index, byte] of bytes.entries()) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		bytes[index] = byte ^ (state >>> 24);
	}
}
