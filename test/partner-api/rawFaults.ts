import type { Exchange, Fault } from './exchange.ts';

/** Bytes that an HTTP server of Node would not send. */
export const rawFaults = {
	lengthTooSmall: raw(({ reply: { body } }) => [
		`HTTP/1.1 200 OK\r\ncontent-length: ${Math.floor(body.length / 2)}\r\nconnection: close\r\n\r\n`,
		body,
	]),
	lengthTooLarge: raw(({ reply: { body } }) => [
		`HTTP/1.1 200 OK\r\ncontent-length: ${body.length + 1}\r\n\r\n`,
		body,
	]),
	lengthNegative: raw(({ reply: { body } }) => ['HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n', body]),
	/** Which of the two counts is what request smuggling lives on. */
	lengthTwice: raw(({ reply: { body } }) => [
		`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\ncontent-length: 2\r\n\r\n`,
		body,
	]),
	lengthAndChunks: raw(({ reply: { body } }) => [
		`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\ntransfer-encoding: chunked\r\n\r\n`,
		...chunks(body),
	]),
	/** Only the end of the connection tells the end of the body. */
	lengthMissing: raw(({ reply: { body } }) => ['HTTP/1.1 200 OK\r\n\r\n', body]),
	oldHttp: raw(({ reply: { body } }) => ['HTTP/1.0 200 OK\r\n\r\n', body]),
	trailers: raw(({ reply: { body } }) => [
		'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ntrailer: x-sum\r\n\r\n',
		...chunks(body, 'x-sum: 1\r\n'),
	]),
	chunksUnfinished: raw(({ reply: { body } }) => [
		'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n',
		...chunks(body).slice(0, -1),
	]),
	badChunk: raw(() => ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n', 'zz\r\n{}\r\n']),
	duplicateHeaders: raw(({ reply: { body } }) => [
		'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-type: application/json\r\nrequest-id: one\r\n',
		`request-id: two\r\ncontent-length: ${body.length}\r\n\r\n`,
		body,
	]),
	hugeHeaders: raw(() => [`HTTP/1.1 200 OK\r\nx-padding: ${'x'.repeat(100_000)}\r\n\r\n`]),
	headerFlood: raw(() => [
		'HTTP/1.1 200 OK\r\n',
		...Array.from({ length: 20_000 }, (_, index) => `x-${index}: 1\r\n`),
	]),
	badHeader: raw(({ reply: { body } }) => ['HTTP/1.1 200 OK\r\nx y\u0000: 1\r\n\r\n', body]),
	badStatus: raw(({ reply: { body } }) => ['HTTP/1.1 2OO OK\r\n\r\n', body]),
	/** A second answer that nobody asked for, and that no later question may get. */
	twoReplies: raw(({ reply: { body } }) => [
		`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n`,
		body,
		'HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n{"value":[]}',
	]),
	upgrade: raw(() => ['HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n']),
	notHttp: raw(() => ['220 mail.example ESMTP ready\r\n']),
	/** The end of a TLS handshake that the client never began. */
	tlsAlert: raw(() => [Buffer.from([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46])]),
} as const satisfies Record<string, Fault>;

type Part = string | Uint8Array;

/** Writes past the HTTP server and hangs up. */
function raw(parts: (exchange: Exchange) => readonly Part[]): Fault {
	return (exchange) => {
		const { socket } = exchange.response;
		for (const part of parts(exchange)) socket?.write(part);
		socket?.end();
	};
}

function chunks(body: Uint8Array, trailers = ''): Part[] {
	return [`${body.length.toString(16)}\r\n`, body, '\r\n', `0\r\n${trailers}\r\n`];
}
