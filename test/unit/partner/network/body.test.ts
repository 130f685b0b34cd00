import assert from 'node:assert/strict';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { limits } from '../../../../src/partner/limits.ts';
import { collected, decoded } from '../../../../src/partner/network/body.ts';
import { failing } from '../failing.ts';

const text = '{"value":[]}';
const plain = Buffer.from(text);

describe('a body', () => {
	const decodes = (encodings: string | undefined, body: Uint8Array, expected: Uint8Array = plain) =>
		it(`that is ${encodings ?? 'not encoded'}${body.length ? '' : ' and empty'}`, async () => {
			assert.deepEqual(Buffer.from(await decoded(body, encodings)), Buffer.from(expected));
		});
	decodes(undefined, plain);
	decodes('', plain);
	decodes('gzip', gzipSync(plain));
	decodes('x-gzip', gzipSync(plain));
	decodes('GZip', gzipSync(plain));
	decodes('br', brotliCompressSync(plain));
	decodes('deflate', deflateSync(plain));
	decodes('gzip, br', brotliCompressSync(gzipSync(plain)));
	decodes(' gzip ,, ', gzipSync(plain));
	decodes('gzip', new Uint8Array(), new Uint8Array());
	decodes('zstd', plain);
	decodes('gzip, x-own', gzipSync(plain), gzipSync(plain));
	decodes('constructor', plain);
	decodes('gzip, gzip, gzip, gzip', gzipSync(plain), gzipSync(plain));

	it('that would be too large when decoded', async () => {
		const bomb = gzipSync(gzipSync(Buffer.alloc(limits.body + 1)));
		await assert.rejects(decoded(bomb, 'gzip, gzip'), { code: 'ERR_BUFFER_TOO_LARGE' });
	});
	it('that is as large as may be', async () => {
		const body = await decoded(gzipSync(Buffer.alloc(limits.body)), 'gzip');
		assert.equal(body.length, limits.body);
	});
	it('that comes in pieces', async () => {
		let count = 0;
		const body = await collected(pieces(['{"value"', ':[]}']), () => count++);
		assert.equal(Buffer.from(body).toString(), text);
		assert.equal(count, 2);
	});
	it('that never ends', async () => {
		const endless = async function* () {
			for (;;) yield new Uint8Array(1024 * 1024);
		};
		await failing('tooLarge', () => collected(endless()));
	});
});

async function* pieces(texts: readonly string[]) {
	for (const piece of texts) yield Buffer.from(piece);
}
