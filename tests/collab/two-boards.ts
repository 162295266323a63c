// One organisation with two boards on a real storage, and people who come to them through bare sockets. Ann and Bob are on
// both boards, Cy on the first only; Pia plans the first, Quinn the second, Vic may read the first.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import type { Role } from '#lib/policy/roles.ts';
import { attach } from '#server/attach.ts';
import { createClock } from '#server/clock.ts';
import { createCollab, type Collab } from '#server/collab/collab.ts';
import { documentName } from '#server/collab/deps.ts';
import { readWholeLog } from '#server/collab/whole-log.ts';
import { findBoardPlace } from '#server/db/board-place.ts';
import { findMembership, putMembership } from '#server/db/memberships.ts';
import { putOnBoard } from '#server/db/people.ts';
import { addBoard } from '#server/db/board-settings.ts';
import { addOrganisation, addUser } from '#server/db/users.ts';
import { mirrorBoard } from '#server/commands/mirror-board.ts';
import { readSettings } from '#server/settings.ts';
import { openStorage, type Storage } from '../storages.ts';
import { RawClient } from './raw-client.ts';

export const HERE = 'brd_here';
export const THERE = 'brd_there';

const MEMBERS: readonly [user: string, board: string, role: Role][] = [
	['pia', HERE, 'planner'],
	['vic', HERE, 'viewer'],
	['quinn', THERE, 'planner']
];
const SHOWN: readonly [person: string, board: string][] = [
	['per_ann', HERE],
	['per_bob', HERE],
	['per_cy', HERE],
	['per_ann', THERE],
	['per_bob', THERE]
];

export class TwoBoards {
	readonly storage: Storage;
	readonly collab: Collab;
	readonly logged: string[] = [];
	readonly #http = createServer();
	readonly #clients: RawClient[] = [];
	readonly #clock = createClock(readSettings({}));
	#origin = '';

	private constructor(storage: Storage) {
		this.storage = storage;
		const note = (_fields: object, message: string): void => void this.logged.push(message);
		this.collab = createCollab({
			db: storage.db,
			clock: this.#clock,
			log: { info: () => undefined, warn: note, error: note },
			auth: {
				membershipOf: (user, board) => findMembership(storage.db.orm, user, board),
				isLive: async () => true
			}
		});
	}

	static async open(kind: 'embedded' | 'postgres'): Promise<TwoBoards> {
		const made = new TwoBoards(await openStorage(kind));
		await made.#write();
		await made.#listen();
		return made;
	}

	get db(): Storage['db'] {
		return this.storage.db;
	}

	async #write(): Promise<void> {
		const { orm } = this.db;
		await addOrganisation(orm, 'org', 'Organisation');
		for (const [id, name] of [
			[HERE, 'Here'],
			[THERE, 'Zanzibar secret']
		] as const) {
			const board = { id, organisation: 'org', name, isDemo: false, timeZone: '' };
			await addBoard(orm, { ...board, preset: 'standard' });
		}
		for (const id of ['pia', 'vic', 'quinn']) {
			const user = { id, organisation: 'org', name: id, passwordHash: null };
			await addUser(orm, { ...user, email: `${id}@example.org` });
		}
		for (const [user, board, role] of MEMBERS) await putMembership(orm, board, user, role);
		for (const id of ['per_ann', 'per_bob', 'per_cy']) await this.addPerson(id, 'org');
		for (const [person, board] of SHOWN) await putOnBoard(orm, board, person);
		await this.mirror(HERE);
		await this.mirror(THERE);
	}

	async #listen(): Promise<void> {
		this.#http.listen(0, '127.0.0.1');
		await once(this.#http, 'listening');
		this.#origin = `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
		attach(this.#http, {
			collab: this.collab,
			settings: { origins: [this.#origin] },
			log: { error: () => undefined } as never,
			auth: {
				validate: async (cookie) => {
					const user = { id: cookie ?? '', name: cookie ?? '', email: '', organisation: 'org' };
					return { user, session: { id: `session-${cookie}` }, stale: false } as never;
				}
			}
		});
	}

	async addPerson(id: string, organisation: string): Promise<void> {
		await this.db.sql`
			insert into people (id, organisation, name, non_project_bp)
			values (${id}, ${organisation}, ${id}, 0)`;
	}

	/** What a command does after people or members of a board changed. */
	mirror(board: string): Promise<void> {
		return mirrorBoard({ db: this.db, clock: this.#clock, collab: this.collab }, board);
	}

	/** Comes to a board as a login that belongs to it. */
	async join(user: string, board: string): Promise<RawClient> {
		const headers = { origin: this.#origin, cookie: user };
		const socket = new WebSocket(`${this.#origin.replace('http', 'ws')}/collab`, { headers });
		const place = await findBoardPlace(this.db.orm, board);
		const client = new RawClient(socket, documentName(board, place!.epoch));
		this.#clients.push(client);
		if (!(await client.join())) throw new Error(`${user} was not let in: ${client.refused}`);
		return client;
	}

	/** What is committed of a board, and its bytes as a newcomer gets them. */
	async committed(board: string): Promise<{ board: BoardDoc; bytes: Uint8Array }> {
		const place = await findBoardPlace(this.db.orm, board);
		const { updates } = await readWholeLog(this.db, board, place!.epoch);
		const doc = new Y.Doc();
		doc.transact(() => {
			for (const update of updates) Y.applyUpdate(doc, update);
		});
		return { board: new BoardDoc(doc), bytes: Y.encodeStateAsUpdate(doc) };
	}

	/** The document of a board as a page without a copy is given it before it joins. */
	async given(board: string): Promise<{ board: BoardDoc; bytes: Uint8Array }> {
		const place = await findBoardPlace(this.db.orm, board);
		const bytes = await this.collab.readUpdate(board, place!.epoch);
		const doc = new Y.Doc();
		Y.applyUpdate(doc, bytes!);
		return { board: new BoardDoc(doc), bytes: bytes! };
	}

	/** Everybody leaves. */
	leave(): void {
		for (const client of this.#clients.splice(0)) client.close();
	}

	async close(): Promise<void> {
		this.leave();
		await this.collab.stop();
		this.#http.closeAllConnections();
		this.#http.close();
		await this.storage.remove();
	}
}
