// The boards in memory: loaded from their log when the first one joins, let go when the last one leaves, given up when
// the log fails. One load and one lease a board at a time.
import { Hocuspocus, type Document, type Extension } from '@hocuspocus/server';
import { randomUUID } from 'node:crypto';
import { JoinRefused } from './authenticate.ts';
import type { Counts } from './counts.ts';
import { parseDocumentName, type CollabDeps } from './deps.ts';
import { projectBoard } from './projector.ts';
import { Room } from './room.ts';

/** Hocuspocus with the unloading mended: it looked for the name only, and so let a late unload take a living board. */
export class Boards extends Hocuspocus {
	override unloadDocument(document: Document): Promise<unknown> {
		if (this.documents.get(document.name) !== document) return Promise.resolve();
		return super.unloadDocument(document);
	}
}

export interface RoomsEvents {
	/** Before anybody sees the board. Rejecting keeps it closed. */
	onLoaded(room: Room): Promise<void>;
	/** Bookings of these people were committed otherwise than before. */
	onBooked(room: Room, people: ReadonlySet<string>): void;
	onFailed(room: Room): void;
}

export class Rooms {
	readonly #deps: CollabDeps;
	readonly #counts: Counts;
	readonly #events: RoomsEvents;
	readonly #rooms = new Map<Document, Room>();
	/** Logs that are being closed, by document name: the next load waits for them. */
	readonly #closing = new Map<string, Promise<void>>();
	#isStopping = false;

	constructor(deps: CollabDeps, counts: Counts, events: RoomsEvents) {
		this.#deps = deps;
		this.#counts = counts;
		this.#events = events;
	}

	find(document: Document): Room | undefined {
		return this.#rooms.get(document);
	}

	findByName(name: string): Room | undefined {
		return this.all().find((room) => room.name === name);
	}

	all(): Room[] {
		return [...this.#rooms.values()];
	}

	/** The hooks that load and let go. */
	extension(): Extension {
		return {
			extensionName: 'boards',
			onLoadDocument: ({ document, documentName }) => this.#load(document, documentName),
			beforeUnloadDocument: async ({ document }) => {
				await this.#rooms.get(document)?.settled();
			}
		};
	}

	/**
	 * Runs `work` on a loaded board and lets it go after, or so much later, when nobody else is there. Rejects when it cannot
	 * load.
	 */
	async withRoom<T>(
		boards: Boards,
		name: string,
		work: (room: Room) => Promise<T>,
		lingerMs = 0
	): Promise<T> {
		for (;;) {
			const document = await boards.createDocument(
				name,
				new Request('http://server.invalid/'),
				randomUUID(),
				{ isAuthenticated: true, readOnly: false },
				{}
			);
			const room = this.#rooms.get(document);
			// Let go between its loading and our turn: load it again.
			if (!room?.isOpen) continue;
			document.addDirectConnection();
			const letGo = async (): Promise<void> => {
				document.removeDirectConnection();
				await boards.unloadDocument(document);
			};
			try {
				return await work(room);
			} finally {
				if (lingerMs === 0) await letGo();
				else setTimeout(() => void letGo(), lingerMs).unref();
			}
		}
	}

	/** Refuses new boards and closes every log; what is queued is committed first. */
	async stop(): Promise<void> {
		this.#isStopping = true;
		const rooms = this.all();
		this.#rooms.clear();
		for (const room of rooms) this.#close(room);
		await Promise.all(this.#closing.values());
	}

	async #load(document: Document, name: string): Promise<void> {
		try {
			await this.#closing.get(name);
			const parsed = parseDocumentName(name);
			const place = parsed && (await this.#deps.findPlace(parsed.boardId));
			if (!place || place.epoch !== parsed.epoch)
				throw new Error('there is no such board, or it was rebuilt');
			const persons = await this.#deps.findPersons(parsed.boardId);
			const opened = await this.#deps.openLog(parsed.boardId, parsed.epoch);
			if (this.#isStopping) {
				await opened.log.close();
				throw new Error('the server is stopping');
			}
			const room = new Room(document, place.timeZone, persons, opened, {
				onFailed: (failed, reason) => this.#giveUp(failed, reason),
				onBooked: this.#events.onBooked
			});
			this.#rooms.set(document, room);
			document.on('destroy', () => {
				if (this.#rooms.delete(document)) this.#close(room);
			});
			await opened.project?.(projectBoard(room.board));
			await this.#events.onLoaded(room);
			if (!room.isOpen) throw new Error('it was let go while it loaded');
			this.#counts.add('boards_loaded');
		} catch (error) {
			this.#deps.log.error({ document: name, err: error }, 'a board could not be loaded');
			// Nobody else ends its presence timer: it never becomes one of the loaded documents.
			document.destroy();
			throw new JoinRefused('storage', error);
		}
	}

	#giveUp(room: Room, reason: Error): void {
		this.#counts.add('boards_failed');
		this.#deps.log.error(
			{ board: room.boardId, err: reason },
			'a board is given up and loaded anew'
		);
		this.#rooms.delete(room.document);
		this.#close(room);
		this.#events.onFailed(room);
	}

	#close(room: Room): void {
		const closing = room.retire().catch((error: unknown) => {
			this.#deps.log.error({ board: room.boardId, err: error }, 'a log was not closed in order');
		});
		this.#closing.set(room.name, closing);
		void closing.finally(() => {
			if (this.#closing.get(room.name) === closing) this.#closing.delete(room.name);
		});
	}
}
