import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { PartnerError } from '../error.ts';
import { limits } from '../limits.ts';

/**
 * A body in one piece.
 * @param arrived is called with each piece
 * @throws {PartnerError} `tooLarge`
 */
export async function collected(pieces: AsyncIterable<Uint8Array>, arrived = () => {}): Promise<Uint8Array> {
	const kept: Uint8Array[] = [];
	let size = 0;
	for await (const piece of pieces) {
		arrived();
		size += piece.length;
		if (size > limits.body) throw new PartnerError('tooLarge');
		kept.push(piece);
	}
	return Buffer.concat(kept);
}

type Decode = (body: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

const decoders: ReadonlyMap<string, Decode> = new Map([
	['gzip', promisify(gunzip)],
	['x-gzip', promisify(gunzip)],
	['br', promisify(brotliDecompress)],
	['deflate', promisify(inflate)],
]);

/**
 * A body without the encodings that its header names, last one first; with one that nobody knows it is left as it is.
 * Done here because undici's own decoder is experimental and can't stand an answer with early hints.
 */
export async function decoded(body: Uint8Array, encodings = ''): Promise<Uint8Array> {
	const names = encodings
		.toLowerCase()
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
	const steps = names.reverse().map((name) => decoders.get(name));
	let plain = body;
	// Each can make a thousand bytes of one, so that a long row of them is nothing that an honest service sends.
	if (body.length === 0 || steps.length > 3) return plain;
	for (const decode of steps) {
		if (!decode) return body;
		plain = await decode(plain, { maxOutputLength: limits.body });
	}
	return plain;
}
