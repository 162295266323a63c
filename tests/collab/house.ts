// A collaboration server on a free port with the plan of plan.ts, and people who come through real sockets: with the
// provider the page uses, or with bytes of their own.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket, type ClientOptions } from 'ws';
import * as Y from 'yjs';
import { defaultBounds } from '#lib/domain/bands.ts';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import type { Role } from '#lib/policy/roles.ts';
import { attach } from '#server/attach.ts';
import { openCollab, type Collab } from '#server/collab/collab.ts';
import type { Standing } from '#server/collab/deps.ts';
import { MemoryStorage } from './memory-log.ts';
import { actorOf, person, planUpdate, userOf } from './plan.ts';

export const BOARD = 'brd_plan';
export const DOCUMENT = `board:${BOARD}:1`;

type Who = keyof typeof person;
type Stateless = { t: string } & Record<string, unknown>;

export interface Visit {
	provider: HocuspocusProvider;
	socket: HocuspocusProviderWebsocket;
	board: BoardDoc;
	doc: Y.Doc;
	/** Stateless messages, in order. */
	messages: Stateless[];
	/** Close codes of the socket, in order. */
	closes: number[];
	leave(): void;
}

export class House {
	readonly storage = new MemoryStorage();
	readonly collab: Collab;
	/** Errors and warnings that the server logged. */
	readonly logged: string[] = [];
	/** User -> where they stand; change it and call `collab.refreshAccess`. */
	readonly standings = new Map<string, Standing>();
	readonly revoked = new Set<string>();
	epoch = 1;
	/** Added to the clock. */
	aheadMs = 0;
	readonly #http = createServer();
	readonly #visits = new Set<Visit>();
	#port = 0;

	constructor() {
		for (const who of Object.keys(person) as Who[])
			this.standings.set(userOf(who), { actor: actorOf(who), epoch: 1, bounds: defaultBounds });
		this.storage.stored(BOARD).updates.push(planUpdate());
		this.storage.stored(BOARD).bindings.set(1, 'server');
		const note = (_fields: object, message: string): void => void this.logged.push(message);
		this.collab = openCollab({
			openLog: (board, epoch) => this.storage.open(board, epoch),
			findStanding: async (user, board) => {
				const standing = board === BOARD ? this.standings.get(user) : undefined;
				return standing && { ...standing, epoch: this.epoch };
			},
			findPlace: async (board) =>
				board === BOARD ? { epoch: this.epoch, timeZone: '' } : undefined,
			findPersons: async () =>
				new Map([...this.standings.values()].map(({ actor }) => [actor.user, actor.person])),
			// What the board shows is what storage knows.
			findElsewhere: async () => [...this.committed().all('elsewhere')],
			isLive: async (session) => !this.revoked.has(session),
			now: () => Date.now() + this.aheadMs,
			today: () => '2026-03-02',
			log: { info: () => undefined, warn: note, error: note }
		});
	}

	/** Opens the door; the cookie of a visitor is their user's name. */
	async open(): Promise<this> {
		this.#http.listen(0, '127.0.0.1');
		await once(this.#http, 'listening');
		this.#port = (this.#http.address() as AddressInfo).port;
		attach(this.#http, {
			collab: this.collab,
			settings: { origins: [this.origin] },
			log: { error: () => undefined } as never,
			auth: {
				validate: async (cookie) => {
					if (cookie === null || this.revoked.has(`session-${cookie}`)) return null;
					const user = { id: cookie, name: cookie, email: '', organisation: 'org' };
					return { user, session: { id: `session-${cookie}` }, stale: false } as never;
				}
			}
		});
		return this;
	}

	get origin(): string {
		return `http://127.0.0.1:${this.#port}`;
	}

	get url(): string {
		return `ws://127.0.0.1:${this.#port}/collab`;
	}

	/** What is committed, as a board of its own. */
	committed(): BoardDoc {
		const doc = new Y.Doc();
		for (const update of this.storage.stored(BOARD).updates) Y.applyUpdate(doc, update);
		return new BoardDoc(doc);
	}

	setRole(who: Who, role: Role): void {
		const actor = { ...actorOf(who), role };
		this.standings.set(userOf(who), { actor, epoch: this.epoch, bounds: defaultBounds });
	}

	/** Somebody with the page's own provider; with `SETTINGS_TOKEN` they hear what the page does. */
	visit(who: Who, doc = new Y.Doc(), document = DOCUMENT, token = ''): Visit {
		const headers = { origin: this.origin, cookie: userOf(who) };
		class Signed extends WebSocket {
			constructor(url: string, protocols?: string[] | ClientOptions) {
				super(url, Array.isArray(protocols) ? protocols : [], { headers });
			}
		}
		const closes: number[] = [];
		const messages: Stateless[] = [];
		const socket = new HocuspocusProviderWebsocket({
			url: this.url,
			WebSocketPolyfill: Signed,
			delay: 20,
			minDelay: 20,
			maxDelay: 40,
			onClose: ({ event }) => void closes.push(event.code)
		});
		const provider = new HocuspocusProvider({
			websocketProvider: socket,
			name: document,
			document: doc,
			token,
			onStateless: ({ payload }) => void messages.push(JSON.parse(payload) as Stateless)
		});
		provider.attach();
		const board = new BoardDoc(doc);
		const leave = (): void => {
			provider.destroy();
			socket.destroy();
			this.#visits.delete(visit);
		};
		const visit: Visit = { provider, socket, board, doc, messages, closes, leave };
		this.#visits.add(visit);
		return visit;
	}

	/** Comes, and waits until the board is there. */
	async enter(who: Who, doc?: Y.Doc): Promise<Visit> {
		const visit = this.visit(who, doc);
		await until(() => visit.provider.synced && visit.provider.unsyncedChanges === 0);
		return visit;
	}

	/** A bare socket. Pass headers to be somebody else, or nobody. */
	dial(cookie: string | null, path = '', headers: Record<string, string> = {}): WebSocket {
		const own = { origin: this.origin, ...(cookie === null ? {} : { cookie }), ...headers };
		return new WebSocket(this.url + path, { headers: own });
	}

	async close(): Promise<void> {
		for (const visit of [...this.#visits]) visit.leave();
		await this.collab.stop();
		this.#http.closeAllConnections();
		this.#http.close();
	}
}

/** Resolves when `condition` holds; looks after every turn of the event loop, and gives up after `withinMs`. */
export async function until(
	condition: () => boolean | Promise<boolean>,
	withinMs = 10_000
): Promise<void> {
	const deadline = performance.now() + withinMs;
	while (!(await condition())) {
		if (performance.now() > deadline) throw new Error(`never true: ${condition.toString()}`);
		await new Promise((resolve) => setImmediate(resolve));
	}
}
