// One socket: what comes in is weighed before Hocuspocus sees it, what goes out waits for what it tells of to be
// committed. Closing means the socket itself; a close frame inside the protocol would leave a client that stays away.
import type { WebSocketLike } from '@hocuspocus/server';
import type { WebSocket } from 'ws';
import { closeReasons, type CloseReason } from '#lib/model/close-codes.ts';
import { admitAwareness } from './awareness.ts';
import type { Dialect } from './dialect.ts';
import { kinds, readPermissionDenied, syncSteps, type Frame } from './frame.ts';
import { Gate } from './gate.ts';
import { Bucket, limits } from './limits.ts';
import type { Seat } from './seat.ts';

export interface Visitor {
	/** Login. */
	user: string;
	/** Name of the login. */
	name: string;
	/** Hash of the session. */
	session: string;
}

/** What a wire asks of whoever holds them all. */
export interface WireHost {
	now(): number;
	/** Resolves to true once all that the board's document shows now is committed; undefined when it is already. */
	settled(address: string): Promise<boolean> | undefined;
	/** A frame no honest client sends. */
	onHostile(wire: Wire, reason: string): void;
	count(what: 'frames_in' | 'frames_out' | 'stalled' | 'slowed'): void;
}

/** The part of Hocuspocus that takes a socket's messages. */
export interface Receiver {
	handleMessage(data: Uint8Array): void;
}

export class Wire implements WebSocketLike {
	readonly visitor: Visitor;
	readonly dialect: Dialect;
	/** By document name. */
	readonly seats = new Map<string, Seat>();
	readonly #socket: WebSocket;
	readonly #host: WireHost;
	readonly #gate: Gate;
	readonly #messages: Bucket;
	readonly #bytes: Bucket;
	readonly #deadline: NodeJS.Timeout;
	#receiver: Receiver | undefined;
	#closed = false;
	/** By document name: what was sent before the document could be joined. */
	readonly #joining = new Map<string, { bytes: number; messages: number; presence?: Uint8Array }>();
	#slowed: NodeJS.Timeout | undefined;
	#unacknowledged = 0;
	#allowedBuffer: number = limits.bufferedBytes;

	constructor(socket: WebSocket, visitor: Visitor, dialect: Dialect, host: WireHost) {
		this.#socket = socket;
		this.visitor = visitor;
		this.dialect = dialect;
		this.#host = host;
		this.#gate = new Gate((frame) => this.#put(frame));
		this.#messages = new Bucket(limits.messagesPerSecond, limits.messageBurst, host.now());
		this.#bytes = new Bucket(limits.bytesPerSecond, limits.byteBurst, host.now());
		this.#deadline = setTimeout(() => {
			if (this.seats.size === 0) this.shut(closeReasons.idle);
		}, limits.beforeJoining.deadlineMs).unref();
	}

	get readyState(): number {
		return this.#closed && this.#socket.readyState < 2 ? 2 : this.#socket.readyState;
	}

	get isClosed(): boolean {
		return this.#closed;
	}

	/** From now on messages are passed on. */
	open(receiver: Receiver): void {
		this.#receiver = receiver;
	}

	/** A message as it came from the socket. After a close nothing is read any more. */
	take(data: Uint8Array, isText: boolean): void {
		if (this.#closed || !this.#receiver) return;
		this.#host.count('frames_in');
		this.#slowDown(data.byteLength);
		const read = isText ? null : this.dialect.read(data);
		if (!read) return this.refuse('malformed frame');
		const { frame, bytes } = read;
		const passed = this.#weigh(frame, bytes);
		if (passed) this.#receiver.handleMessage(passed);
	}

	/** Closes for a frame no honest client sends. */
	refuse(reason: string): void {
		if (this.#closed) return;
		this.#host.onHostile(this, reason);
		this.shut(closeReasons.badFrame, reason);
	}

	/** Closes the socket itself and reads nothing more from it. */
	shut(because: CloseReason, detail = ''): void {
		this.close(because.code, detail === '' ? because.reason : `${because.reason}: ${detail}`);
	}

	/** Of WebSocketLike. */
	close(code?: number, reason?: string): void {
		if (this.#closed) return;
		this.forget();
		// A paused socket would not see the other side's answer.
		this.#socket.resume();
		this.#socket.close(code, reason?.slice(0, 100));
	}

	/** The socket is gone: timers end, nothing is sent any more. */
	forget(): void {
		this.#closed = true;
		this.#gate.shut();
		clearTimeout(this.#deadline);
		clearTimeout(this.#slowed);
	}

	/** Of WebSocketLike: a frame of Hocuspocus on its way out. */
	send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
		if (this.#closed) return;
		const bytes = data as Uint8Array;
		this.#gate.pass(bytes, (address) => this.#host.settled(address));
	}

	/** The acknowledgement that Hocuspocus sends next for this document waits for `committed`. */
	expectAcknowledgement(address: string, committed: Promise<boolean>): void {
		this.#unacknowledged++;
		if (this.#unacknowledged === limits.unacknowledged) this.#socket.pause();
		const done = (): void => {
			this.#unacknowledged--;
			if (this.#unacknowledged === limits.unacknowledged >> 1 && !this.#slowed)
				this.#socket.resume();
		};
		void committed.then(done, done);
		this.#gate.expectAcknowledgement(address, committed);
	}

	/** The seat's board is loaded: what it showed of itself while it waited is looked at now. */
	joined(seat: Seat): void {
		const waiting = this.#joining.get(seat.address);
		this.#joining.delete(seat.address);
		if (!waiting?.presence || this.#closed) return;
		const admitted = admitAwareness(seat, waiting.presence, this.#host.now());
		if (admitted === null) this.refuse('awareness');
		else if (admitted) this.#receiver?.handleMessage(admitted);
	}

	/** Nothing of this document is waited for any more. */
	leave(seat: Seat): void {
		seat.firstSync.resolve(false);
		if (seat.presence !== null) seat.room?.givePresence(seat.presence);
		if (this.seats.get(seat.address) === seat) this.seats.delete(seat.address);
	}

	/** What goes on to Hocuspocus, if anything does. */
	#weigh(frame: Frame, bytes: Uint8Array): Uint8Array | undefined {
		const seat = this.seats.get(frame.address);
		if (!seat?.room) return this.#weighBeforeJoining(frame, bytes);
		switch (frame.kind) {
			case kinds.sync:
			case kinds.syncReply: {
				const most =
					frame.step === syncSteps.update
						? limits.liveUpdateBytes
						: frame.step === syncSteps.missing
							? limits.syncUpdateBytes
							: limits.stateVectorBytes;
				if (frame.body.byteLength <= most) return bytes;
				return this.#refuse('frame too large');
			}
			case kinds.awareness: {
				const admitted = admitAwareness(seat, frame.body, this.#host.now());
				return admitted === null ? this.#refuse('awareness') : admitted;
			}
			case kinds.auth:
			case kinds.stateless:
				return undefined;
			default:
				return bytes;
		}
	}

	#weighBeforeJoining(frame: Frame, bytes: Uint8Array): Uint8Array | undefined {
		const most = limits.beforeJoining;
		const waiting = this.#joining.get(frame.address) ?? { bytes: 0, messages: 0 };
		this.#joining.set(frame.address, waiting);
		waiting.bytes += bytes.byteLength;
		waiting.messages++;
		if (
			this.#joining.size > most.documents ||
			new Set([...this.seats.keys(), ...this.#joining.keys()]).size > limits.documentsPerSocket ||
			waiting.bytes > most.bytes ||
			waiting.messages > most.messages
		) {
			this.shut(closeReasons.tooMany);
			return undefined;
		}
		// Hocuspocus would pass it on without asking whose it is.
		if (frame.kind === kinds.awareness) waiting.presence = frame.body;
		return frame.kind === kinds.stateless || frame.kind === kinds.awareness ? undefined : bytes;
	}

	#refuse(reason: string): undefined {
		this.refuse(reason);
		return undefined;
	}

	/** Above the rate the socket is not read from for a while; nothing is lost. */
	#slowDown(byteLength: number): void {
		const now = this.#host.now();
		const waitMs = Math.max(this.#messages.spend(1, now), this.#bytes.spend(byteLength, now));
		if (waitMs === 0 || this.#slowed) return;
		this.#host.count('slowed');
		this.#socket.pause();
		this.#slowed = setTimeout(() => {
			this.#slowed = undefined;
			if (this.#unacknowledged < limits.unacknowledged) this.#socket.resume();
		}, waitMs);
	}

	/** Through the gate: onto the socket, in the client's own dialect. */
	#put(bytes: Uint8Array): void {
		if (this.#closed) return;
		const denied = readPermissionDenied(bytes, this.#gate.headOf(bytes).at);
		if (denied === 'storage') return this.shut(closeReasons.storage);
		if (denied === 'signed-out') return this.shut(closeReasons.signedOut);
		const written = this.dialect.write(bytes, this.#gate.headOf(bytes));
		if (written === null) return;
		if (!(written instanceof Uint8Array)) return this.shut(written);
		if (this.#socket.bufferedAmount > this.#allowedBuffer) {
			this.#host.count('stalled');
			this.forget();
			this.#socket.close(closeReasons.stalled.code, closeReasons.stalled.reason);
			this.#socket.terminate();
			return;
		}
		this.#allowedBuffer = Math.max(this.#allowedBuffer, limits.bufferedBytes + written.byteLength);
		this.#host.count('frames_out');
		this.#socket.send(written, { binary: true, compress: false });
	}
}
