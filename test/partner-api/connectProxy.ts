import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Identity } from './privateAuthority.ts';

interface ConnectProxyOptions {
	/** The certificate to be reached by `https:` with; plain `http:` unless given. */
	readonly identity?: Identity;
	/** `user:password` to ask for. */
	readonly credentials?: string;
	/** Where all tunnels lead, whatever was asked for: `port` on loopback. */
	readonly leadsTo?: number;
	/** Answers, or fails to answer, in place of opening a tunnel. */
	readonly instead?: (socket: Duplex) => void;
}

/** A company's proxy on loopback: it opens tunnels and does nothing else, and remembers all that it could read. */
export class ConnectProxy {
	/** What tunnels were opened to, such as `127.0.0.1:443`. */
	readonly tunnels: string[] = [];
	/** What it could read of every request, refused ones too: request line and headers, and bytes in a tunnel. */
	read = '';
	readonly #options: ConnectProxyOptions;
	readonly #server: Server;
	readonly #sockets = new Set<Duplex>();
	#port = 0;

	constructor(options: ConnectProxyOptions) {
		this.#options = options;
		const { identity } = options;
		this.#server = identity ? createSecureServer(identity) : createServer();
		this.#server.on('connect', (request: IncomingMessage, socket: Duplex) => this.#serve(request, socket));
		// A request to the proxy itself, which would show it everything.
		this.#server.on('request', (request, response) => {
			this.#note(request);
			response.writeHead(400).end();
		});
		this.#server.on('connection', (socket: Socket) => this.#own(socket));
	}

	/** What to set as a proxy, without credentials. */
	get address(): string {
		return `${this.#options.identity ? 'https' : 'http'}://127.0.0.1:${this.#port}`;
	}

	/** What to set as a proxy, with credentials. */
	get addressWithCredentials(): string {
		return this.address.replace('//', `//${this.#options.credentials}@`);
	}

	/** Connections to it that are open. */
	get connections(): number {
		return this.#sockets.size;
	}

	/** Resolves when no connection to it is open any more. */
	async left(): Promise<void> {
		for (const socket of this.#sockets) await once(socket, 'close');
	}

	async start(): Promise<this> {
		this.#server.listen(0, '127.0.0.1');
		await once(this.#server, 'listening');
		const address = this.#server.address();
		this.#port = typeof address === 'object' && address !== null ? address.port : 0;
		return this;
	}

	async close(): Promise<void> {
		const closed = once(this.#server, 'close');
		this.#server.close();
		for (const socket of this.#sockets) socket.destroy();
		await closed;
	}

	#serve(request: IncomingMessage, socket: Duplex): void {
		this.#note(request);
		const { credentials, instead } = this.#options;
		socket.on('error', () => {});
		if (instead) instead(socket.resume().once('end', () => socket.end()));
		else if (credentials && request.headers['proxy-authorization'] !== basic(credentials)) refuse(socket);
		else this.#tunnel(request.url ?? '', socket);
	}

	#tunnel(target: string, socket: Duplex): void {
		this.tunnels.push(target);
		const { hostname, port } = new URL(`http://${target}`);
		const { leadsTo = Number(port || 80) } = this.#options;
		const far = connect(leadsTo, this.#options.leadsTo === undefined ? hostname : '127.0.0.1');
		this.#own(far);
		far.on('error', () => socket.destroy());
		far.once('connect', () => socket.write('HTTP/1.1 200 Connection established\r\n\r\n'));
		socket.on('data', (bytes: Buffer) => {
			this.read += bytes.toString('latin1');
		});
		socket.pipe(far).pipe(socket);
	}

	#note({ method, url, rawHeaders }: IncomingMessage): void {
		this.read += `${method} ${url}\n${rawHeaders.join('\n')}\n`;
	}

	#own(socket: Socket): void {
		this.#sockets.add(socket.on('error', () => {}).once('close', () => this.#sockets.delete(socket)));
	}
}

/** Starts a proxy on loopback. */
export function startConnectProxy(options: ConnectProxyOptions = {}): Promise<ConnectProxy> {
	return new ConnectProxy(options).start();
}

/** What a client sends that knows the credentials. */
export function basic(credentials: string): string {
	return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

function refuse(socket: Duplex): void {
	socket.end(
		'HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm="Contoso"\r\ncontent-length: 0\r\n\r\n',
	);
}
