import type { Dispatcher } from 'undici';
import connect from 'undici/lib/api/api-connect.js';
import request from 'undici/lib/api/api-request.js';
import AnyDispatcher from 'undici/lib/dispatcher/dispatcher.js';
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js';
import decompress from 'undici/lib/interceptor/decompress.js';
import { failureOf } from './networkFailure.ts';
import type { Ask, Reply, Send } from './send.ts';

// A proxy is asked for a tunnel with this method, which only the package's main module would have put there.
Object.assign(AnyDispatcher.prototype, { connect });

/** The largest body that is read, in bytes: a page of 100 referrals is about 0.15 MB. */
const largestBody = 32 * 1024 * 1024;

/** How long the network may take over each step, in milliseconds. */
const patience = { connect: 10_000, headers: 60_000, betweenChunks: 30_000 };

/** A way to the network, with connections that stay open between requests until it is closed. */
export interface Network {
	readonly send: Send;
	close(): Promise<void>;
}

/** Opens a way to the network, through the proxies that the environment names. */
export function openNetwork(): Network {
	const agent = new EnvHttpProxyAgent({
		allowH2: false,
		// Even to an http: address, so that a proxy never reads the token.
		proxyTunnel: true,
		connect: { timeout: patience.connect },
		headersTimeout: patience.headers,
		maxResponseSize: largestBody,
		bodyTimeout: patience.betweenChunks,
	});
	const decoding = agent.compose(decompress({ skipErrorResponses: false, maxSize: largestBody }));
	return { send: (ask) => exchange(decoding, ask), close: () => agent.destroy() };
}

async function exchange(agent: Dispatcher, ask: Ask): Promise<Reply> {
	try {
		const { origin } = new URL(ask.url);
		const response = await request.call(agent, {
			origin,
			// Cut out rather than parsed, because a parsed URL escapes its query anew.
			path: ask.url.slice(origin.length),
			method: 'GET',
			headers: { ...ask.headers, 'accept-encoding': 'gzip, br' },
			signal: ask.signal,
		});
		return {
			status: response.statusCode,
			headers: joined(response.headers),
			body: await response.body.bytes(),
		};
	} catch (error) {
		ask.signal.throwIfAborted();
		throw failureOf(error);
	}
}

function joined(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
	const entries = Object.entries(headers).filter(([, value]) => value !== undefined);
	return Object.fromEntries(entries.map(([name, value]) => [name, [value].flat().join(', ')]));
}
