// A client made of bytes: says what it is told to, keeps what it hears. For everything the page's own client never does.
import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import { kinds, syncSteps, writeFrame } from '#server/collab/frame.ts';
import { until } from './house.ts';

export function syncFrame(address: string, step: number, body: Uint8Array): Uint8Array {
	return writeFrame(address, kinds.sync, (to) => {
		encoding.writeVarUint(to, step);
		encoding.writeVarUint8Array(to, body);
	});
}

export function authFrame(address: string): Uint8Array {
	return writeFrame(address, kinds.auth, (to) => {
		encoding.writeVarUint(to, 0);
		encoding.writeVarString(to, 'token');
	});
}

export function awarenessFrame(
	address: string,
	states: { client: number; clock: number; state: unknown }[]
): Uint8Array {
	const body = encoding.encode((to) => {
		encoding.writeVarUint(to, states.length);
		for (const { client, clock, state } of states) {
			encoding.writeVarUint(to, client);
			encoding.writeVarUint(to, clock);
			encoding.writeVarString(to, JSON.stringify(state));
		}
	});
	return writeFrame(address, kinds.awareness, (to) => encoding.writeVarUint8Array(to, body));
}

export class RawClient {
	readonly doc = new Y.Doc();
	readonly board = new BoardDoc(this.doc);
	readonly messages: ({ t: string } & Record<string, unknown>)[] = [];
	/** Why joining was refused. */
	refused: string | undefined;
	closed: { code: number; reason: string } | undefined;
	acknowledged = 0;
	sent = 0;
	readonly #socket: WebSocket;
	readonly #address: string;
	#hasCopy = false;

	constructor(socket: WebSocket, address: string) {
		this.#socket = socket;
		this.#address = address;
		socket.on('message', (data: Buffer) => this.#hear(new Uint8Array(data)));
		socket.on('close', (code, reason) => (this.closed = { code, reason: String(reason) }));
		socket.on('error', () => undefined);
	}

	/** Joins and takes a copy; false when it was not let in. */
	async join(): Promise<boolean> {
		if (this.#socket.readyState === 0)
			await Promise.race([once(this.#socket, 'open'), once(this.#socket, 'close')]);
		this.send(authFrame(this.#address));
		this.send(syncFrame(this.#address, syncSteps.stateVector, Y.encodeStateVector(this.doc)));
		await until(() => this.#hasCopy || this.refused !== undefined || this.closed !== undefined);
		return this.#hasCopy;
	}

	send(frame: Uint8Array): void {
		if (this.#socket.readyState === 1) this.#socket.send(frame);
	}

	/** Makes a change as one update and waits until it is dealt with. */
	async write(change: () => void): Promise<void> {
		const updates: Uint8Array[] = [];
		const grab = (update: Uint8Array): number => updates.push(update);
		this.doc.on('update', grab);
		this.doc.transact(change);
		this.doc.off('update', grab);
		if (updates.length > 0) await this.sendUpdate(Y.mergeUpdates(updates));
	}

	async sendUpdate(update: Uint8Array): Promise<void> {
		this.sent++;
		this.send(syncFrame(this.#address, syncSteps.update, update));
		await until(
			() =>
				this.acknowledged === this.sent ||
				this.closed !== undefined ||
				this.messages.at(-1)?.t === 'rebase' ||
				this.refused !== undefined
		);
	}

	close(): void {
		this.#socket.terminate();
	}

	#hear(bytes: Uint8Array): void {
		const from = decoding.createDecoder(bytes);
		decoding.readVarString(from);
		const kind = decoding.readVarUint(from);
		if (kind === kinds.sync || kind === kinds.syncReply) {
			const step = decoding.readVarUint(from);
			const body = decoding.readVarUint8Array(from);
			if (step === syncSteps.stateVector) return;
			Y.applyUpdate(this.doc, body);
			if (step === syncSteps.missing) this.#hasCopy = true;
		} else if (kind === kinds.stateless)
			this.messages.push(JSON.parse(decoding.readVarString(from)) as { t: string });
		else if (kind === kinds.syncStatus) this.acknowledged++;
		else if (kind === kinds.auth && decoding.readVarUint(from) === 1)
			this.refused = decoding.readVarString(from);
	}
}
