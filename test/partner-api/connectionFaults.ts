import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange, Fault } from './exchange.ts';
import { writeReply } from './writeReply.ts';

/** Connections that end, stay silent or take their time. */
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
} as const satisfies Record<string, Fault>;

function sendHalf({ response, reply }: Exchange): void {
	response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length });
	response.write(reply.body.subarray(0, reply.body.length / 2));
}
