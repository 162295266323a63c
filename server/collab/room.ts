// One board in memory: its document, its log and who is bound to which client id. Everything that changes the board
// goes through here, and is shown to others only when the log has committed it.
import type { Document } from '@hocuspocus/server';
import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import type { Actor } from '#lib/policy/roles.ts';
import { Authors } from './authors.ts';
import type { Court, Judgement, JudgeOptions } from './court.ts';
import { limits } from './limits.ts';
import type { BoardLog, DerivedRows, OpenedLog } from './log.ts';
import { projectBoard, Projector } from './projector.ts';
import { judgeUpdate } from './referee.ts';
import { changeOnServer, type EditKind } from './server-edit.ts';

export const SERVER_USER = 'server';

export interface RoomEvents {
	/** The log, or Yjs itself, has failed: the document in memory is not to be trusted any more. */
	onFailed(room: Room, reason: Error): void;
	/** Bookings of these people were committed otherwise than before. */
	onBooked(room: Room, people: ReadonlySet<string>): void;
}

/** Handed to Yjs as the origin of what is written here; Hocuspocus keeps its own storing out of it. */
const origin = { source: 'local' as const, skipStoreHooks: true };

export class Room implements Court {
	readonly name: string;
	readonly boardId: string;
	/** The board's days are those of this time zone; empty means UTC. */
	timeZone: string;
	readonly document: Document;
	readonly board: BoardDoc;
	readonly authors = new Authors();
	readonly #log: BoardLog;
	readonly #events: RoomEvents;
	readonly #bindings: Map<number, string>;
	readonly #clientsOf = new Map<string, number>();
	/** Client ids somebody is seen under who has written nothing yet; theirs while the board is loaded. */
	readonly #seenAs = new Map<number, string>();
	readonly #personOf: Map<string, string>;
	readonly #presences = new Set<number>();
	readonly #projector: Projector;
	#pending = 0;
	#bytes = 0;
	/** Nothing was added since the bytes were measured. */
	#isMeasured = false;
	#failed = false;
	#retired = false;

	/** `persons`: login -> person, for telling others whose edit stands, also of those who have not come since. */
	constructor(
		document: Document,
		timeZone: string,
		persons: ReadonlyMap<string, string>,
		opened: OpenedLog,
		events: RoomEvents
	) {
		this.name = document.name;
		this.timeZone = timeZone;
		this.document = document;
		this.#events = events;
		this.#personOf = new Map(persons);
		this.#log = opened.log;
		this.boardId = opened.log.boardId;
		this.#bindings = opened.bindings;
		for (const user of opened.bindings.values()) this.#countClient(user);

		const sender = document as unknown as { broadcastUpdate(update: Uint8Array): void };
		const send = sender.broadcastUpdate.bind(document);
		sender.broadcastUpdate = () => undefined;
		opened.log.onCommitted = (updates) => {
			if (this.isOpen && updates.length > 0)
				send(updates.length === 1 ? updates[0]! : Y.mergeUpdates(updates));
		};
		opened.log.onFailed = (reason) => this.fail(reason);

		document.transact(() => {
			for (const update of opened.updates) Y.applyUpdate(document, update);
		}, origin);
		this.#bytes = opened.updates.reduce((sum, update) => sum + update.byteLength, 0);
		this.board = new BoardDoc(document);
		this.#projector = new Projector(this.board, projectBoard(this.board));
	}

	/** False once the document in memory is given up. */
	get isOpen(): boolean {
		return !this.#failed && !this.#retired;
	}

	/** Updates that wait for their commit. */
	get pending(): number {
		return this.#pending;
	}

	ownerOf(client: number): string | undefined {
		return client === this.document.clientID ? SERVER_USER : this.#bindings.get(client);
	}

	personOf(user: string): string {
		return this.#personOf.get(user) ?? '';
	}

	mayBind(user: string, client: number): boolean {
		const seenAs = this.#seenAs.get(client);
		if (seenAs !== undefined && seenAs !== user) return false;
		return (this.#clientsOf.get(user) ?? 0) < limits.clientIdsPerUser;
	}

	/** Keeps in mind which person a login is, for telling others whose edit stands. */
	meet(actor: Actor): void {
		this.#personOf.set(actor.user, actor.person);
	}

	/** True when the client id is this user's to show a presence under; nobody else writes under it from now on. */
	takePresence(client: number, user: string): boolean {
		const owner = this.ownerOf(client) ?? this.#seenAs.get(client);
		if (owner !== undefined && owner !== user) return false;
		if (this.#presences.has(client)) return false;
		if (owner === undefined) {
			if (Y.getState(this.document.store, client) > 0) return false;
			this.#seenAs.set(client, user);
		}
		this.#presences.add(client);
		return true;
	}

	givePresence(client: number): void {
		this.#presences.delete(client);
	}

	/** True when the board holds as much as it may; measured, not only counted, before it says so. */
	isFull(): boolean {
		if (this.#bytes <= limits.documentBytes) return false;
		if (!this.#isMeasured) this.#bytes = Y.encodeStateAsUpdate(this.document).byteLength;
		this.#isMeasured = true;
		return this.#bytes > limits.documentBytes;
	}

	/**
	 * Judges an update and applies what may stand. `committed` resolves to true after the commit of everything the
	 * update rests on, to false when the log failed.
	 */
	judge(
		payload: Uint8Array,
		actor: Actor,
		options: Omit<JudgeOptions, 'origin'>
	): { judgement: Judgement; committed: Promise<boolean> } {
		const judgement = judgeUpdate(this, payload, actor, { ...options, origin });
		if (!judgement.ok) return { judgement, committed: Promise.resolve(false) };
		for (const { client, user } of judgement.rows.bindings) this.#bind(client, user);
		const committed = judgement.update
			? this.#append(judgement.update, actor.user, judgement.rows)
			: this.settled();
		return { judgement, committed };
	}

	/** Runs a change under the server's own client id. Throws what `change` throws, with nothing changed. */
	edit<T>(
		actor: string,
		kind: EditKind,
		now: number,
		change: (board: BoardDoc) => T
	): { value: T; committed: Promise<boolean> } {
		const { value, error, update, rows } = changeOnServer(this, origin, actor, kind, now, change);
		const committed = update ? this.#append(update, actor, rows) : this.settled();
		if (error !== undefined) {
			void committed;
			throw error;
		}
		return { value: value as T, committed };
	}

	/** Resolves to true when everything in the document now is committed, to false when the log failed. */
	async settled(): Promise<boolean> {
		if (this.#pending > 0) await this.#log.settled();
		return this.isOpen;
	}

	/** Gives the document up: nothing that waits for a commit is shown or acknowledged any more. */
	fail(reason: Error): void {
		if (!this.isOpen) return;
		this.#failed = true;
		this.#events.onFailed(this, reason);
	}

	/** Lets the board go; resolves when its log is closed. */
	async retire(): Promise<void> {
		this.#retired = true;
		this.board.destroy();
		await this.#log.close();
	}

	async #append(update: Uint8Array, actor: string, rows: DerivedRows): Promise<boolean> {
		this.#pending++;
		this.#bytes += update.byteLength;
		this.#isMeasured = false;
		const bindings = [...rows.bindings];
		const own = this.document.clientID;
		if (!this.#bindings.has(own) && Y.getState(this.document.store, own) > 0) {
			this.#bindings.set(own, SERVER_USER);
			bindings.push({ client: own, user: SERVER_USER });
		}
		const projected = this.#projector.take();
		try {
			await this.#log.append(update, actor, { ...rows, bindings, projected: projected?.rows });
			if (projected && projected.people.size > 0) this.#events.onBooked(this, projected.people);
			return !this.#failed;
		} catch {
			// The log says so once, through onFailed.
			return false;
		} finally {
			this.#pending--;
		}
	}

	#bind(client: number, user: string): void {
		this.#seenAs.delete(client);
		this.#bindings.set(client, user);
		this.#countClient(user);
	}

	#countClient(user: string): void {
		this.#clientsOf.set(user, (this.#clientsOf.get(user) ?? 0) + 1);
	}
}
