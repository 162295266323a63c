// A stand-in for the server in tests of the page's end of the wire: stock Hocuspocus with one board in memory, which can be
// cut off, hold its confirmations, send messages of its own and refuse. It judges nothing; the real one is tested elsewhere.
import { Hocuspocus, type Connection } from '@hocuspocus/server';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import type { WebSocket, WebSocketServer as Server } from 'ws';
import * as Y from 'yjs';
import { defaultBounds } from '#lib/domain/bands.ts';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import type { BoardWhereabouts } from '#lib/sync/find-board.ts';
import type { Actor } from '#lib/policy/roles.ts';

export interface Relay {
	readonly url: string;
	readonly id: string;
	/** What the server holds. */
	board(): BoardDoc;
	/** Somebody else's edit. */
	edit(work: (board: BoardDoc) => void): void;
	say(message: object): void;
	holdAcks(hold: boolean): void;
	cut(): Promise<void>;
	mend(): Promise<void>;
	/** Answers the next update of a client with `rebase`. */
	rebaseOnce(): void;
	nextEpoch(): void;
	expel(): void;
	epoch(): number;
	whereabouts(): BoardWhereabouts;
	destroy(): Promise<void>;
}

// Where modules are resolved as for a browser, `ws` is an empty page; Node's own resolution has the server.
const { WebSocketServer } = createRequire(import.meta.url)('ws') as {
	WebSocketServer: typeof Server;
};

let boards = 0;

export async function aRelay(): Promise<Relay> {
	const id = `brd_${Date.now().toString(36)}${boards++}`;
	const server = http.createServer();
	const sockets = new Set<WebSocket>();
	const wss = new WebSocketServer({ noServer: true });
	const connections = new Set<Connection>();
	let epoch = 1;
	let isCut = false;
	let isExpelled = false;
	let mustRebase = false;
	let held: Promise<void> | null = null;
	let release: () => void = () => undefined;
	let store = new Y.Doc();
	let board = new BoardDoc(store);

	const hocuspocus = new Hocuspocus({
		quiet: true,
		debounce: 0,
		onAuthenticate: ({ documentName }) => {
			if (isExpelled || documentName !== `board:${id}:${epoch}`)
				return Promise.reject(new Error('refused'));
			return Promise.resolve({});
		},
		onLoadDocument: ({ document }) => {
			Y.applyUpdate(document, Y.encodeStateAsUpdate(store), 'relay');
			const own = store;
			document.on('update', (update: Uint8Array, origin: unknown) => {
				if (origin !== 'relay') Y.applyUpdate(own, update, 'page');
			});
			own.on('update', (update: Uint8Array, origin: unknown) => {
				if (origin !== 'page') Y.applyUpdate(document, update, 'relay');
			});
			return Promise.resolve(document);
		},
		beforeSync: async ({ type, connection }) => {
			connections.add(connection);
			if (type === 0) return;
			if (mustRebase) {
				mustRebase = false;
				connection.sendStateless(JSON.stringify({ t: 'rebase', reason: 'unknown-structs' }));
				await new Promise(() => undefined);
			}
			if (held) await held;
		}
	});
	server.on('upgrade', (request, socket, head) => {
		if (isCut) {
			socket.destroy();
			return;
		}
		wss.handleUpgrade(request, socket, head, (ws) => {
			sockets.add(ws);
			const client = hocuspocus.handleConnection(ws as never, new Request('http://test/collab'));
			ws.on('message', (data: Buffer) => client.handleMessage(new Uint8Array(data)));
			ws.on('close', (code, reason) => client.handleClose({ code, reason: String(reason) }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

	return {
		id,
		url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
		board: () => board,
		edit: (work) => store.transact(() => work(board)),
		say: (message) => {
			for (const connection of connections) connection.sendStateless(JSON.stringify(message));
		},
		holdAcks(hold) {
			if (hold) held = new Promise((resolve) => (release = resolve));
			else {
				held = null;
				release();
			}
		},
		cut() {
			isCut = true;
			for (const socket of sockets) socket.terminate();
			sockets.clear();
			connections.clear();
			return Promise.resolve();
		},
		mend() {
			isCut = false;
			return Promise.resolve();
		},
		rebaseOnce: () => (mustRebase = true),
		nextEpoch() {
			epoch++;
			const rows = [...board.all('stages')];
			store = new Y.Doc();
			board = new BoardDoc(store);
			for (const { id: stage, ...fields } of rows) board.create('stages', stage, fields);
		},
		expel: () => (isExpelled = true),
		epoch: () => epoch,
		whereabouts: () =>
			isCut
				? { state: 'unknown' }
				: isExpelled
					? { state: 'gone' }
					: { state: 'there', epoch, document: `board:${id}:${epoch}` },
		async destroy() {
			for (const socket of sockets) socket.terminate();
			wss.close();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

/** A board page as that actor, on the relay, and what it is given over HTTP to begin with. */
export function aPage(relay: Relay, actor: Actor, update: Uint8Array | null = null): LiveBoard {
	return new LiveBoard({
		id: relay.id,
		name: 'Test board',
		epoch: relay.epoch(),
		actor,
		today: '2026-01-05',
		bounds: defaultBounds,
		storage: 'postgres',
		url: relay.url,
		WebSocketPolyfill: globalThis.WebSocket,
		findBoard: () => Promise.resolve(relay.whereabouts()),
		fetchUpdate: () => Promise.resolve(update)
	});
}
