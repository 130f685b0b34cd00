import { setTimeout as sleep } from 'node:timers/promises';
import { changed } from './changed.ts';
import type { Exchange, Fault } from './exchange.ts';
import { writeReply } from './writeReply.ts';

/** Connections that end, stay silent, or speak something else, and answers that point elsewhere. */
export const connectionFaults = {
	/** Nothing at all, until somebody hangs up. */
	stall: () => {},
	stallInBody: (exchange) => sendHalf(exchange),
	reset: ({ response }) => {
		response.socket?.resetAndDestroy();
	},
	hangUp: ({ response }) => {
		response.socket?.end();
	},
	resetInBody: async (exchange) => {
		sendHalf(exchange);
		await sleep(20);
		exchange.response.socket?.resetAndDestroy();
	},
	hangUpInBody: async (exchange) => {
		sendHalf(exchange);
		await sleep(20);
		exchange.response.socket?.end();
	},
	lengthTooSmall: raw(({ reply }) => {
		const length = Math.floor(reply.body.length / 2);
		return [`HTTP/1.1 200 OK\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n`, reply.body];
	}),
	notHttp: raw(() => ['220 mail.example ESMTP ready\r\n']),
	badChunk: raw(() => ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n', 'zz\r\n{}\r\n']),
	hugeHeaders: raw(() => [`HTTP/1.1 200 OK\r\nx-padding: ${'x'.repeat(100_000)}\r\n\r\n`]),
	/** 300 milliseconds late, otherwise regular. */
	late: async ({ response, reply }) => {
		await sleep(300);
		writeReply(response, reply);
	},
	/** The regular reply in chunks, about 300 milliseconds from first to last. */
	drip: async ({ response, reply }) => {
		response.writeHead(reply.status, reply.headers);
		const size = Math.ceil(reply.body.length / 15);
		for (let at = 0; at < reply.body.length && !response.destroyed; at += size) {
			response.write(reply.body.subarray(at, at + size));
			await sleep(20);
		}
		response.end();
	},
	earlyHints: ({ response, reply }) => {
		response.writeEarlyHints({ link: '</style.css>; rel=preload' });
		writeReply(response, reply);
	},
	redirect: redirected(302, () => 'https://login.example/authorize'),
	redirectSameHost: redirected(307, ({ request }) => `http://${request.headers.host}${request.url}`),
	redirectPermanent: redirected(308, ({ request }) => `http://${request.headers.host}/v2.0${request.url}`),
	redirectNowhere: changed(() => ({ status: 302, body: new Uint8Array() })),
} as const satisfies Record<string, Fault>;

function sendHalf({ response, reply }: Exchange): void {
	response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length });
	response.write(reply.body.subarray(0, reply.body.length / 2));
}

/** Writes past the HTTP server and hangs up. */
function raw(parts: (exchange: Exchange) => readonly (string | Uint8Array)[]): Fault {
	return (exchange) => {
		const { socket } = exchange.response;
		for (const part of parts(exchange)) {
			socket?.write(part);
		}
		socket?.end();
	};
}

function redirected(status: number, to: (exchange: Exchange) => string): Fault {
	return changed((reply, exchange) => ({
		status,
		headers: { ...reply.headers, location: to(exchange) },
		body: new Uint8Array(),
	}));
}
