import { isIP } from 'node:net';
import type { buildConnector, Dispatcher, Pool as PoolTypes } from 'undici';
import connect from 'undici/lib/api/api-connect.js';
import Pool from 'undici/lib/dispatcher/pool.js';

/** A connection that did not come about, with whose fault it is; undici gives one error for either. */
export class ConnectionFailure extends Error {
	override readonly name = 'ConnectionFailure';
	/** One of undici's own codes would make it try for ever. */
	readonly code = 'CONNECTION_FAILURE';
	readonly toward: 'service' | 'proxy';
	/** What the proxy answered instead of connecting us. */
	readonly status: number | undefined;

	constructor(toward: 'service' | 'proxy', cause: unknown, status?: number) {
		super('No connection', { cause });
		this.toward = toward;
		this.status = status;
	}
}

/** What undici gives to those who make its connections for it. */
type Connections = PoolTypes.Options & { readonly connect: buildConnector.connector };

/** Connections to the service, direct or through a proxy's tunnel. */
export function serviceConnections(origin: string | URL, options: Connections): Dispatcher {
	const connector = options.connect;
	return new Pool(origin, {
		...options,
		connect: (wanted, done) =>
			connector(wanted, (...outcome) => (outcome[0] ? done(failed(outcome[0]), null) : done(...outcome))),
	});
}

function failed(error: Error): ConnectionFailure {
	return error instanceof ConnectionFailure ? error : new ConnectionFailure('service', error);
}

/** Connections to a proxy, which are only ever asked for a tunnel. */
export class ProxyConnections extends Pool {
	constructor(origin: URL, options: Connections) {
		// A proxy known by its address has no name to send, though undici would.
		const named = ({ servername, ...wanted }: buildConnector.Options): buildConnector.Options =>
			servername && isIP(servername) === 0 ? { ...wanted, servername } : wanted;
		super(origin, { ...options, connect: (wanted, done) => options.connect(named(wanted), done) });
	}

	override async connect(options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> {
		const tunnel = await connect.call(this, options).catch((error: unknown) => {
			throw new ConnectionFailure('proxy', error);
		});
		if (tunnel.statusCode === 200) return tunnel;
		tunnel.socket.on('error', () => {}).destroy();
		throw new ConnectionFailure('proxy', undefined, tunnel.statusCode);
	}
}
