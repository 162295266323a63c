// A socket without a network: what is put in arrives at once, what comes out is kept. For runs of many thousand frames.
import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';

export class FakeSocket extends EventEmitter {
	readyState = 1;
	bufferedAmount = 0;
	paused = false;
	readonly sent: Uint8Array[] = [];
	closedWith: number | undefined;

	/** As the server's side takes it. */
	asSocket(): WebSocket {
		return this as unknown as WebSocket;
	}

	arrive(frame: Uint8Array, isBinary = true): void {
		this.emit('message', Buffer.from(frame), isBinary);
	}

	send(frame: Uint8Array): void {
		this.sent.push(frame);
	}

	close(code = 1005, reason = ''): void {
		if (this.readyState === 3) return;
		this.readyState = 3;
		this.closedWith = code;
		queueMicrotask(() => this.emit('close', code, Buffer.from(reason)));
	}

	terminate(): void {
		this.close(1006);
	}

	pause(): void {
		this.paused = true;
	}

	resume(): void {
		this.paused = false;
	}
}
