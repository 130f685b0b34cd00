import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** Somebody to whom nothing must ever be sent. Listens on loopback and remembers what it got, of any protocol. */
export class HostileOrigin {
	/** What each connection sent. */
	readonly received: string[] = [];
	readonly #server = createServer((socket) => this.#listenTo(socket));

	/** Host and port; another host than the service's, though both lead to this computer. */
	get host(): string {
		const address = this.#server.address();
		if (typeof address !== 'object' || address === null) throw new Error('It is not open.');
		return `localhost:${address.port}`;
	}

	async open(): Promise<void> {
		this.#server.listen(0, '127.0.0.1');
		await once(this.#server, 'listening');
	}

	async close(): Promise<void> {
		const closed = once(this.#server, 'close');
		this.#server.close();
		await closed;
	}

	#listenTo(socket: Socket): void {
		const index = this.received.push('') - 1;
		socket.on('data', (data) => {
			this.received[index] += data.toString('latin1');
			socket.end('HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n{"value":[]}');
		});
		socket.on('error', () => {});
	}
}
