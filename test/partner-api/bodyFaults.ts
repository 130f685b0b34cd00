import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { changed, changedBody, changedPage, changedRows } from './changed.ts';
import type { Fault } from './exchange.ts';

const signInPage = '<!DOCTYPE html><html><body>Sign in to continue</body></html>';
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };
/** Bytes that no UTF-8 text holds. */
const badBytes = Buffer.from([0xff, 0xfe, 0xc3]);

/** A status of 200 with a body that is not what was asked for. */
export const bodyFaults = {
	html: changed(() => ({ headers: { 'content-type': 'text/html' }, body: Buffer.from(signInPage) })),
	htmlSaidToBeJson: changedBody(() => signInPage),
	empty: changedBody(() => ''),
	blank: changedBody(() => ' \r\n'),
	truncated: changedBody((text) => text.slice(0, text.length / 2)),
	missingComma: changedBody((text) => text.replace('","', '""')),
	trailingComma: changedBody((text) => text.replace(/\}$/, ',}')),
	trailingText: changedBody((text) => `${text}\n<!-- served by proxy -->`),
	twice: changedBody((text) => text + text),
	notUtf8: changedBody((text) => {
		const at = text.indexOf('"organizationName":"') + '"organizationName":"'.length;
		return Buffer.concat([Buffer.from(text.slice(0, at)), badBytes, Buffer.from(text.slice(at))]);
	}),
	utf8Bom: changedBody((text) => `\ufeff${text}`),
	utf16: changedBody((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
	deeplyNested: changedBody(() => `{"value":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
	wrongContentType: changed(() => ({ headers: { 'content-type': 'text/plain' } })),
	noContentType: changed(() => ({ headers: {} })),
	gzip: changed(({ headers, body }) => encoded(headers, 'gzip', gzipSync(body))),
	brotli: changed(({ headers, body }) => encoded(headers, 'br', brotliCompressSync(body, quick))),
	brokenGzip: changed(({ headers, body }) => encoded(headers, 'gzip', gzipSync(body).fill(0, 20, 60))),
	truncatedGzip: changed(({ headers, body }) => encoded(headers, 'gzip', gzipSync(body).subarray(0, -20))),
	unknownEncoding: changed(({ headers, body }) => encoded(headers, 'x-zip', body)),
	gzipBomb: changed(({ headers }) =>
		encoded(headers, 'gzip', gzipSync(Buffer.alloc(64 * 2 ** 20, ' '), { level: 1 })),
	),
	tooLarge: changedBody((text) => text + ' '.repeat(60 * 2 ** 20)),
	wrongShape: changedBody(() => '["not", "a", "page"]'),
	scalar: changedBody(() => '42'),
	nothing: changedBody(() => 'null'),
	errorWithStatus200: changedBody(() => '{"error":{"code":"generalException","message":"Oops"}}'),
	valueMissing: changedPage((page) => ({ ...page, value: undefined })),
	valueNull: changedPage((page) => ({ ...page, value: null })),
	valueNotArray: changedPage((page) => ({ ...page, value: { 0: 'row' } })),
	countLies: changedPage((page) => ({ ...page, '@odata.count': 123_456 })),
	countText: changedPage((page) => ({ ...page, '@odata.count': 'many' })),
	countMissing: changedPage((page) => ({ ...page, '@odata.count': undefined })),
	rowNull: changedRows((rows) => [...rows.slice(0, 2), null, ...rows.slice(3)]),
	rowText: changedRows((rows) => [...rows.slice(0, 2), 'row', ...rows.slice(3)]),
	rowEmpty: changedRows((rows) => [...rows.slice(0, 2), {}, ...rows.slice(3)]),
	rowWithoutId: changedThird({ id: undefined }),
	rowWithNumericId: changedThird({ id: 42 }),
	rowWithEmptyId: changedThird({ id: '' }),
	rowWithHostileId: changedThird({ id: '../../other?x=1#y' }),
	rowWithWrongTypes: changedThird({ status: 7, substatus: null, customerProfile: 'Contoso', details: [] }),
	rowTwice: changedRows((rows) => [...rows.slice(0, 3), ...rows.slice(2)]),
	rowsTriple: changedRows((rows) => [...rows, ...rows.map(renamed), ...rows.map(renamed).map(renamed)]),
	prototypeKeys: changedBody((text) => text.replaceAll('"qualification":', '"__proto__":{"id":1},"type":')),
} as const satisfies Record<string, Fault>;

function encoded(headers: Readonly<Record<string, string>>, encoding: string, body: Uint8Array) {
	return { headers: { ...headers, 'content-encoding': encoding }, body };
}

function changedThird(change: Readonly<Record<string, unknown>>): Fault {
	return changedRows((rows) =>
		rows.map((row, index) =>
			index === 2 && typeof row === 'object' && row !== null ? { ...row, ...change } : row,
		),
	);
}

/** A copy of a row that is another referral. */
function renamed(row: unknown): unknown {
	if (typeof row !== 'object' || row === null || !('id' in row)) {
		return row;
	}
	return { ...row, id: `${row.id}-copy` };
}
