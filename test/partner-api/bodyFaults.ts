import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { changed, changedBody, changedPage } from './changed.ts';
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
	latin1: changedBody((text) => Buffer.from(text.replace('"organizationName":"', '$&\xc9'), 'latin1')),
	byteZero: changedBody((text) => `${text}\0`),
	utf16: changedBody((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
	deeplyNested: changedBody(() => `{"value":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
	wrongContentType: changed(() => ({ headers: { 'content-type': 'text/plain' } })),
	noContentType: changed(() => ({ headers: {} })),
	gzip: changed(({ headers, body }) => encoded(headers, 'gzip', gzipSync(body))),
	gzipTwice: changed(({ headers, body }) => encoded(headers, 'gzip, gzip', gzipSync(gzipSync(body)))),
	gzipNot: changed(({ headers, body }) => encoded(headers, 'gzip', body)),
	gzipEmpty: changed(({ headers }) => encoded(headers, 'gzip', new Uint8Array())),
	brotli: changed(({ headers, body }) => encoded(headers, 'br', brotliCompressSync(body, quick))),
	brokenGzip: changed(({ headers, body }) => encoded(headers, 'gzip', gzipSync(body).fill(0, 20, 60))),
	truncatedGzip: changed(({ headers, body }) => encoded(headers, 'gzip', gzipSync(body).subarray(0, -20))),
	encodingProto: changed(({ headers, body }) => encoded(headers, '__proto__', body)),
	encodingConstructor: changed(({ headers, body }) => encoded(headers, 'constructor, toString', body)),
	/** More than any page has; and so many that reading them would hold everything up. */
	manyElements: changedPage((page) => ({ ...page, value: Array.from({ length: 5001 }, () => ({})) })),
	elementFlood: changed(({ headers }) =>
		encoded(headers, 'gzip', gzipSync(`{"value":[${'{},'.repeat(8_000_000)}{}]}`, { level: 1 })),
	),
	unknownEncoding: changed(({ headers, body }) => encoded(headers, 'x-zip', body)),
	gzipBomb: changed(({ headers }) =>
		encoded(headers, 'gzip', gzipSync(Buffer.alloc(64 * 2 ** 20, ' '), { level: 1 })),
	),
	tooLarge: changedBody((text) => text + ' '.repeat(60 * 2 ** 20)),
	wrongShape: changedBody(() => '["not", "a", "page"]'),
	scalar: changedBody(() => '42'),
	nothing: changedBody(() => 'null'),
	emptyObject: changedBody(() => '{}'),
	text: changedBody(() => '"rate limit exceeded"'),
	list: changedBody((text) => `[${text}]`),
	/** What was asked for as the only element of a list. */
	wrapped: changedBody((text) => `{"value":[${text}]}`),
	errorWithStatus200: changedBody(() => '{"error":{"code":"generalException","message":"Oops"}}'),
	valueMissing: changedPage((page) => ({ ...page, value: undefined })),
	valueNull: changedPage((page) => ({ ...page, value: null })),
	valueText: changedPage((page) => ({ ...page, value: JSON.stringify(page['value']) })),
	valueNotArray: changedPage((page) => ({ ...page, value: { 0: 'row' } })),
	otherId: changedPage((page) => ({ ...page, id: '00000000-0000-4000-8000-000000000000' })),
	contextElsewhere: changedPage((page, { elsewhere }) => ({
		...page,
		'@odata.context': `http://${elsewhere}/`,
	})),
	unknownFields: changedPage((page) => ({ ...page, '@odata.deltaLink': 7, extra: { deep: [null] } })),
	countLies: changedPage((page) => ({ ...page, '@odata.count': 123_456 })),
	countNegative: changedPage((page) => ({ ...page, '@odata.count': -1 })),
	countText: changedPage((page) => ({ ...page, '@odata.count': 'many' })),
	countMissing: changedPage((page) => ({ ...page, '@odata.count': undefined })),
	prototypeKeys: changedBody((text) => text.replaceAll('"qualification":', '"__proto__":{"id":1},"type":')),
} as const satisfies Record<string, Fault>;

function encoded(headers: Readonly<Record<string, string>>, encoding: string, body: Uint8Array) {
	return { headers: { ...headers, 'content-encoding': encoding }, body };
}
