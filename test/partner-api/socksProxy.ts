import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A SOCKS 5 proxy on loopback. */
export class SocksProxy implements AsyncDisposable {
	/** How many connections it made. */
	connected = 0;
	readonly #leadsTo: number;
	readonly #greeting: Uint8Array;
	readonly #sockets = new Set<Socket>();
	readonly #server = createServer((socket) => void this.#serve(socket));

	/**
	 * @param leadsTo the port on loopback that all connections lead to, whatever was asked for
	 * @param options what it answers first: unless given, that no password is needed
	 */
	constructor(leadsTo: number, { greeting = Uint8Array.of(5, 0) } = {}) {
		this.#leadsTo = leadsTo;
		this.#greeting = greeting;
	}

	/** @returns what to set as a proxy */
	async start(): Promise<string> {
		this.#server.listen(0, '127.0.0.1');
		await once(this.#server, 'listening');
		const address = this.#server.address();
		return `socks5://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		const closed = once(this.#server, 'close');
		this.#server.close();
		for (const socket of this.#sockets) socket.destroy();
		await closed;
	}

	/** Answers the greeting and the request for a connection with RFC 1928's shortest yes, each as it comes. */
	async #serve(socket: Socket): Promise<void> {
		this.#own(socket);
		await once(socket, 'data');
		socket.write(this.#greeting);
		await once(socket, 'data');
		const far = connect(this.#leadsTo, '127.0.0.1');
		this.#own(far);
		await once(far, 'connect');
		this.connected++;
		socket.write(Uint8Array.of(5, 0, 0, 1, 0, 0, 0, 0, 0, 0));
		socket.pipe(far).pipe(socket);
	}

	#own(socket: Socket): void {
		this.#sockets.add(socket.on('error', () => {}).once('close', () => this.#sockets.delete(socket)));
	}
}
