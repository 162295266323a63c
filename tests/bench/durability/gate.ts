// The one way to the killed server. While it is shut only the judge comes in: a writer who came back would bring what the
// server lost, and nobody would see that it was lost.
import net from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export class Gate {
	/** Where everybody knocks; the server behind it must be told so, as its ORIGIN. */
	readonly url: string;
	/** The server's port. */
	target = 0;
	readonly #server: net.Server;
	readonly #sockets = new Set<net.Socket>();
	/** What a request must hold while it is shut; null while it is open. */
	#pass: string | null = null;

	private constructor(server: net.Server) {
		this.#server = server;
		this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		server.on('connection', (socket) => this.#receive(socket));
	}

	static async open(): Promise<Gate> {
		const server = net.createServer({ noDelay: true });
		await once(server.listen(0, '127.0.0.1'), 'listening');
		return new Gate(server);
	}

	/** Ends every connection and from now on lets in only requests that hold `pass`. */
	shut(pass: string): void {
		this.#pass = pass;
		for (const socket of this.#sockets) socket.destroy();
	}

	reopen(): void {
		this.#pass = null;
	}

	async remove(): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		this.#server.close();
		await once(this.#server, 'close');
	}

	#receive(socket: net.Socket): void {
		this.#keep(socket);
		socket.once('data', (head) => {
			if (this.#pass !== null && !head.toString('latin1').includes(this.#pass)) {
				socket.destroy();
				return;
			}
			const onward = net.connect({ port: this.target, host: '127.0.0.1', noDelay: true });
			this.#keep(onward);
			onward.write(head);
			socket.pipe(onward).pipe(socket);
			socket.on('close', () => onward.destroy());
			onward.on('close', () => socket.destroy());
		});
	}

	#keep(socket: net.Socket): void {
		this.#sockets.add(socket);
		socket.on('error', () => socket.destroy());
		socket.on('close', () => this.#sockets.delete(socket));
	}
}
