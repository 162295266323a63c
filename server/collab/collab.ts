// Collaboration: sockets in, judged and committed edits out. The list of extensions is the order in which a message
// is dealt with. Refuses sockets of people who have too many, or who sent what no honest client sends.
import { setImmediate } from 'node:timers/promises';
import type { Hocuspocus } from '@hocuspocus/server';
import * as encoding from 'lib0/encoding';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import { closeReasons } from '#lib/model/close-codes.ts';
import { StorageAway } from '../db/failures.ts';
import { Access } from './access.ts';
import { authenticate } from './authenticate.ts';
import { presence } from './awareness.ts';
import { Counts } from './counts.ts';
import { documentName, type BoardPlace, type CollabDeps } from './deps.ts';
import { hocuspocusDialect, plainDialect, type Dialect } from './dialect.ts';
import { Elsewhere } from './elsewhere.ts';
import { kinds, writeFrame } from './frame.ts';
import { guardHooks } from './guard.ts';
import { judgement } from './judgement.ts';
import { Door, limits } from './limits.ts';
import { liveDeps, type LiveServices } from './live-deps.ts';
import type { Room } from './room.ts';
import { Boards, Rooms } from './rooms.ts';
import { tellViews } from './seat.ts';
import { seating } from './seating.ts';
import type { EditKind } from './server-edit.ts';
import { Wire, type Visitor, type WireHost } from './wire.ts';

export type { CollabDeps } from './deps.ts';
export type { EditKind } from './server-edit.ts';
export type { Visitor } from './wire.ts';

export interface Collab {
	readonly hocuspocus: Hocuspocus;
	/**
	 * Runs a server-side edit under the server's own client id, through the same log; resolves after COMMIT. Loads the
	 * board when nobody is on it, and lets it go after. What `change` throws is thrown, and nothing has changed.
	 */
	edit<T>(
		boardId: string,
		actor: string,
		kind: EditKind,
		change: (board: BoardDoc) => T
	): Promise<T>;
	/** Keeps a board loaded while `work` runs: many edits in a row then load it once. */
	hold<T>(boardId: string, work: () => Promise<T>): Promise<T>;
	/** Reads a board as it is committed. */
	read<T>(boardId: string, look: (board: BoardDoc) => T): Promise<T>;
	/**
	 * A board's document as it is committed, as one update. It is what whoever joins is given, and not what lies in storage:
	 * that still holds what was overwritten, and what it tells of other boards may no longer be theirs to see. Undefined when
	 * the board is at another epoch, or is not. It stays loaded for a moment, for the one who asks will join.
	 */
	readUpdate(boardId: string, epoch: number): Promise<Uint8Array | undefined>;
	/** Role or membership changed, session revoked: takes effect on open sockets at once, also while they write. */
	refreshAccess(filter: { user?: string; session?: string; board?: string }): Promise<void>;
	/**
	 * People, members or the name of a board changed: what is shown of work elsewhere may be another. Resolves when the
	 * board itself shows it, if it is open; boards that share people with it follow.
	 */
	refreshElsewhere(boardId: string): Promise<void>;
	/** Days of the board begin in this zone from now on, where it is open. */
	setTimeZone(boardId: string, timeZone: string): void;
	/** Saved views of the board changed: open pages of that login, or everybody's, are told to read them again. */
	tellViews(boardId: string, user?: string): void;
	/** Closes every socket of a board with a named reason. */
	closeBoard(boardId: string, code: number, reason: string): Promise<void>;
	/** Takes a socket that was upgraded for somebody signed in; `plainBoard` when it speaks y-websocket. */
	accept(socket: WebSocket, visitor: Visitor, plainBoard?: string): Promise<void>;
	metrics(): Record<string, number>;
	/** Commits what is queued, closes every socket, lets every board go. */
	stop(): Promise<void>;
}

/** Collaboration over this server's storage and sessions. */
export function createCollab(services: LiveServices): Collab {
	return openCollab(liveDeps(services));
}

/** Collaboration over whatever answers its questions. */
export function openCollab(deps: CollabDeps): Collab {
	const counts = new Counts();
	const door = new Door();
	const wires = new Set<Wire>();
	const rooms: Rooms = new Rooms(deps, counts, {
		onLoaded: (room) => elsewhere.bring(room),
		onBooked: (room, people) => elsewhere.spread(room, people),
		onFailed(room) {
			for (const wire of wiresOf(room)) wire.shut(closeReasons.storage);
			if (boards.documents.get(room.name) === room.document) boards.documents.delete(room.name);
			room.document.destroy();
		}
	});
	const elsewhere = new Elsewhere({
		findElsewhere: deps.findElsewhere,
		now: deps.now,
		rooms: () => rooms.all(),
		onTrouble: (room, error) =>
			deps.log.error({ board: room.boardId, err: error }, 'work elsewhere was not read')
	});
	const wiresOf = (room: Room): Wire[] =>
		[...wires].filter((wire) => [...wire.seats.values()].some((seat) => seat.room === room));

	const onHookFailed = (hook: string, error: unknown): void => {
		counts.add('hooks_failed');
		deps.log.error({ hook, err: error }, 'a hook failed');
	};
	const access = new Access(deps, wires, counts);
	const boards = new Boards({
		quiet: true,
		flushDelay: false,
		timeout: limits.recheckMs,
		maxUnauthenticatedQueueSize: limits.beforeJoining.bytes,
		maxUnauthenticatedQueueMessages: limits.beforeJoining.messages,
		maxPendingDocuments: limits.beforeJoining.documents,
		extensions: [
			authenticate(deps, access, () => counts.add('joins_refused')),
			rooms.extension(),
			seating((document) => rooms.find(document)),
			presence(),
			judgement({
				now: deps.now,
				today: (room) => deps.today(room.timeZone),
				roomOf: (document) => rooms.find(document),
				counts
			})
		].map((extension) => guardHooks(extension, onHookFailed))
	});

	const host: WireHost = {
		now: deps.now,
		count: (what) => counts.add(what),
		settled(address) {
			const room = rooms.findByName(address);
			if (!room) return Promise.resolve(false);
			return room.pending > 0 ? room.settled() : undefined;
		},
		onHostile(wire, reason) {
			counts.add('frames_refused');
			door.strike(wire.visitor.user, deps.now());
			deps.log.warn({ user: wire.visitor.user, reason }, 'a frame was refused');
		}
	};
	const findPlace = async (boardId: string): Promise<BoardPlace> => {
		const place = await deps.findPlace(boardId);
		if (!place) throw new Error(`There is no board ${boardId}; it may have been deleted.`);
		return place;
	};
	const inRoom = async <T>(boardId: string, work: (room: Room) => Promise<T>): Promise<T> =>
		rooms.withRoom(boards, documentName(boardId, (await findPlace(boardId)).epoch), work);

	const accept = (socket: WebSocket, visitor: Visitor, dialect: Dialect, first?: Uint8Array) => {
		const wire = new Wire(socket, visitor, dialect, host);
		socket.on('error', () => undefined);
		counts.add('sockets_opened');
		const theirs = [...wires].filter((one) => one.visitor.user === visitor.user);
		if (door.isShut(visitor.user, deps.now()) || theirs.length >= limits.socketsPerUser)
			return wire.shut(closeReasons.tooMany);
		wires.add(wire);
		const client = boards.handleConnection(wire, new Request('http://socket.invalid/'), { wire });
		wire.open(client);
		socket.on('message', (data: Buffer, isBinary: boolean) =>
			wire.take(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), !isBinary)
		);
		socket.on('close', (code, reason) => {
			wires.delete(wire);
			wire.forget();
			client.handleClose({ code, reason: String(reason) });
		});
		if (first) client.handleMessage(first);
	};

	return {
		hocuspocus: boards,
		edit: (boardId, actor, kind, change) =>
			inRoom(boardId, async (room) => {
				const { value, committed } = room.edit(actor, kind, deps.now(), change);
				if (await committed) return value;
				throw new StorageAway(`The edit of board ${boardId} was not kept`);
			}),
		hold: (boardId, work) => inRoom(boardId, work),
		read: (boardId, look) => inRoom(boardId, (room) => readCommitted(room, look)),
		async readUpdate(boardId, epoch) {
			if ((await deps.findPlace(boardId))?.epoch !== epoch) return undefined;
			const encode = async (room: Room): Promise<Uint8Array> => {
				const update = Y.encodeStateAsUpdate(room.document);
				if (await room.settled()) return update;
				throw new StorageAway(`Board ${boardId} cannot be read`);
			};
			return rooms.withRoom(boards, documentName(boardId, epoch), encode, limits.lingerMs);
		},
		refreshAccess: (filter) => access.refresh(filter),
		async refreshElsewhere(boardId) {
			elsewhere.spreadAll(boardId);
			const open = rooms.all().filter((room) => room.boardId === boardId && room.isOpen);
			await Promise.all(open.map((room) => elsewhere.bring(room)));
		},
		setTimeZone(boardId, timeZone) {
			for (const room of rooms.all()) if (room.boardId === boardId) room.timeZone = timeZone;
		},
		tellViews(boardId, user) {
			for (const wire of wires)
				if (user === undefined || user === wire.visitor.user)
					for (const seat of wire.seats.values()) if (seat.boardId === boardId) tellViews(seat);
		},
		async closeBoard(boardId, code, reason) {
			for (const wire of [...wires])
				if ([...wire.seats.values()].some((seat) => seat.boardId === boardId))
					wire.close(code, reason);
		},
		async accept(socket, visitor, plainBoard) {
			if (plainBoard === undefined) return accept(socket, visitor, hocuspocusDialect);
			socket.pause();
			const place = await deps.findPlace(plainBoard).catch(() => null);
			socket.resume();
			if (place === null)
				return socket.close(closeReasons.storage.code, closeReasons.storage.reason);
			const address = documentName(plainBoard, place?.epoch ?? 1);
			accept(socket, visitor, plainDialect(address), writeToken(address));
		},
		metrics: () => ({
			...counts.read(),
			collab_sockets: wires.size,
			collab_boards: rooms.all().length,
			collab_seats: [...wires].reduce((sum, wire) => sum + wire.seats.size, 0),
			collab_uncommitted: rooms.all().reduce((sum, room) => sum + room.pending, 0)
		}),
		async stop() {
			access.stop();
			elsewhere.stop();
			// What was accepted is committed and acknowledged before the sockets go.
			await Promise.all(rooms.all().map((room) => room.settled()));
			await setImmediate();
			for (const wire of [...wires]) wire.shut(closeReasons.restart);
			await rooms.stop();
		}
	};
}

/** What a client of Hocuspocus says first; the cookie has said it already. */
function writeToken(address: string): Uint8Array {
	return writeFrame(address, kinds.auth, (to) => {
		encoding.writeVarUint(to, 0);
		encoding.writeVarString(to, '');
	});
}

/** The board itself while nothing waits for its commit, else a copy of it, taken now, once that is committed. */
async function readCommitted<T>(room: Room, look: (board: BoardDoc) => T): Promise<T> {
	if (room.pending === 0) return look(room.board);
	const state = Y.encodeStateAsUpdate(room.document);
	if (!(await room.settled())) throw new StorageAway(`Board ${room.boardId} cannot be read`);
	const doc = new Y.Doc();
	Y.applyUpdate(doc, state);
	const copy = new BoardDoc(doc);
	try {
		return look(copy);
	} finally {
		copy.destroy();
		doc.destroy();
	}
}
