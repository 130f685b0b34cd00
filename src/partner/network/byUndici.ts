import type { Dispatcher } from 'undici';
import request from 'undici/lib/api/api-request.js';
import buildConnector from 'undici/lib/core/connect.js';
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js';
import { PartnerError } from '../error.ts';
import type { Ask, Reply } from '../send.ts';
import { unlessAborted } from '../unlessAborted.ts';
import { collected, decoded } from './body.ts';
import { ConnectionFailure, ProxyConnections, serviceConnections } from './connecting.ts';
import { failureOf } from './failure.ts';
import type { Network } from './network.ts';
import type { Patience } from './patience.ts';
import { proxiesOf } from './proxies.ts';
import type { NetworkSettings } from './settings.ts';
import { trustWithSystem } from './trust.ts';

/** The way by undici, which sees nothing of VS Code's settings unless given them. */
export function networkByUndici(settings: NetworkSettings, patience: Patience): Network {
	let agent: Dispatcher | undefined;
	const send = async (ask: Ask): Promise<Reply> => {
		try {
			ask.signal.throwIfAborted();
			agent ??= agentFor(settings, patience);
			// Undici heeds a signal only once there is a connection, or none to be had.
			return await unlessAborted(exchange(agent, ask, patience), ask.signal);
		} catch (error) {
			ask.signal.throwIfAborted();
			throw ownFailureOf(error);
		}
	};
	return { send, close: async () => agent?.destroy() };
}

/** Of connections, only those to a SOCKS proxy fail without having been told apart before. */
function ownFailureOf(error: unknown): PartnerError {
	const failure = failureOf(error);
	const { kind, facts } = failure;
	if (error instanceof ConnectionFailure) return failure;
	const untold =
		kind === 'connectionRefused' || kind === 'nameUnknown' || facts.code === 'UND_ERR_CONNECT_TIMEOUT';
	return untold ? new PartnerError('proxyUnreachable', facts) : failure;
}

function agentFor(settings: NetworkSettings, patience: Patience): Dispatcher {
	const secureContext = settings.systemCertificates ? trustWithSystem() : undefined;
	const connecting = {
		allowH2: false,
		timeout: patience.connect,
		// Said, since NODE_TLS_REJECT_UNAUTHORIZED would say otherwise.
		rejectUnauthorized: true,
		...(secureContext && { secureContext }),
	};
	const token = settings.proxyAuthorization;
	const proxies = proxiesOf(settings, process.env);
	const speaksSocks = [proxies.httpProxy, proxies.httpsProxy].some((address) => address.startsWith('socks'));
	return new EnvHttpProxyAgent({
		...proxies,
		...(token && { token }),
		allowH2: false,
		// Even to an http: address, so that a proxy never reads the token.
		proxyTunnel: true,
		connect: buildConnector(connecting),
		requestTls: connecting,
		// With these, undici would speak TLS to a SOCKS proxy.
		...(!speaksSocks && { proxyTls: { ...connecting, rejectUnauthorized: settings.proxyStrictSSL } }),
		connectTimeout: patience.connect,
		factory: serviceConnections,
		clientFactory: (origin, options) =>
			new ProxyConnections(origin, { ...options, headersTimeout: patience.tunnel }),
	});
}

async function exchange(agent: Dispatcher, ask: Ask, patience: Patience): Promise<Reply> {
	const { origin } = new URL(ask.url);
	const response = await request.call(agent, {
		origin,
		// Cut out rather than parsed, because a parsed URL escapes its query anew.
		path: ask.url.slice(origin.length),
		method: 'GET',
		headers: { ...ask.headers, 'accept-encoding': 'gzip, br' },
		headersTimeout: patience.headers,
		bodyTimeout: patience.betweenChunks,
		signal: ask.signal,
	});
	const headers = joined(response.headers);
	const sent = await collected(response.body);
	const body = await decoded(sent, headers['content-encoding']).catch((error: unknown) => {
		// The status of a failure tells more than a body that can't be read.
		if (response.statusCode < 400) throw error;
		return new Uint8Array();
	});
	return { status: response.statusCode, headers, body };
}

function joined(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
	const entries = Object.entries(headers).filter(([, value]) => value !== undefined);
	return Object.fromEntries(entries.map(([name, value]) => [name, [value].flat().join(', ')]));
}
