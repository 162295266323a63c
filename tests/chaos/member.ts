// A member of a board without a browser: the product's own end of the wire over `ws`, with a session cookie and an
// Origin. It keeps what the server said and why its sockets were closed, and knows when everything is acknowledged.
import WebSocket, { type ClientOptions } from 'ws';
import * as Y from 'yjs';
import { BoardDoc } from '#lib/doc/board-doc.ts';
import { exportBoard } from '#lib/doc/export-board.ts';
import type { EditContext } from '#lib/doc/edit-context.ts';
import type { EntityIn } from '#lib/model/board.ts';
import { Connection } from '#lib/sync/connection.ts';
import type { ServerMessage } from '#lib/sync/messages.ts';
import { isRole } from '#lib/policy/roles.ts';
import type { Login } from './sign-in.ts';

export interface Closing {
	code: number;
	reason: string;
	at: number;
}

export class Member {
	readonly board: BoardDoc;
	/** What the server said of edits and of the door; what the organisation has set is no answer to anything. */
	readonly messages: ServerMessage[] = [];
	/** Every socket that ended, in order. */
	readonly closings: Closing[] = [];
	/** Codes with which the door stayed shut. */
	readonly refusals: number[] = [];
	readonly #wire: Connection;
	#waiting: (() => void)[] = [];

	constructor(login: Login, document: string, doc = new Y.Doc()) {
		const { closings, messages, refusals } = this;
		class Socket extends WebSocket {
			constructor(url: string, protocols?: string[]) {
				super(url, protocols ?? [], headersOf(login));
				this.on('close', (code, reason) =>
					closings.push({ code, reason: reason.toString(), at: performance.now() })
				);
				this.on('error', () => undefined);
			}
		}
		this.board = new BoardDoc(doc);
		this.#wire = new Connection({
			url: `${login.url.replace('http', 'ws')}/collab`,
			name: document,
			doc,
			WebSocketPolyfill: Socket,
			onLink: () => undefined,
			onConfirmed: () => this.#tellSettled(),
			onPending: () => undefined,
			onMessage(message) {
				if (message.t !== 'bands' && message.t !== 'views') messages.push(message);
			},
			onRefused: (code) => refusals.push(code)
		});
	}

	/** True when the server has acknowledged everything this member wrote. */
	get isSettled(): boolean {
		return this.#wire.isConfirmed;
	}

	get isOnline(): boolean {
		return this.#wire.link === 'online';
	}

	/** Resolves at the very moment when everything written up to now is acknowledged. */
	settled(withinMs = 60_000): Promise<void> {
		if (this.isSettled) return Promise.resolve();
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => {
				const last = JSON.stringify(this.closings.at(-1) ?? 'no socket ended');
				reject(new Error(`Not everything was acknowledged in ${withinMs} ms; ${last}`));
			}, withinMs);
			this.#waiting.push(() => {
				clearTimeout(timer);
				resolve();
			});
		});
	}

	/** Writes in one transaction, unasked: the server is who judges. */
	write(work: (board: BoardDoc) => void): void {
		this.board.doc.transact(() => work(this.board));
	}

	/** A context for the verbs of doc, as the person the role stands for on the demo board. */
	as(role: string): EditContext {
		if (!isRole(role)) throw new Error(`${role} is no role`);
		const person = [...this.board.all('people')].find((one) => one.role === role);
		if (!person) throw new Error(`nobody on the board is ${role}`);
		const actor = {
			user: `usr_demo_${role}`,
			person: person.id,
			role,
			preset: 'standard'
		} as const;
		return {
			...{ board: this.board, actor },
			today: () => new Date().toISOString().slice(0, 10),
			now: () => Date.now(),
			random: () => Math.random()
		};
	}

	project(id: string): EntityIn<'projects'> {
		const found = this.board.get('projects', id);
		if (!found) throw new Error(`there is no project ${id} in this copy`);
		return found;
	}

	destroy(): void {
		this.#wire.destroy();
	}

	#tellSettled(): void {
		for (const tell of this.#waiting.splice(0)) tell();
	}
}

/** Joins and resolves when the board has arrived. */
export async function join(login: Login, document: string, doc?: Y.Doc): Promise<Member> {
	const member = new Member(login, document, doc);
	await member.settled();
	return member;
}

/** How a browser opens a socket. */
export function headersOf(login: Login): ClientOptions {
	return { headers: { cookie: login.cookie }, origin: login.url, perMessageDeflate: false };
}

/** A copy as the server would export it: equal text, equal boards. */
export function print(board: BoardDoc): string {
	return JSON.stringify(exportBoard(board));
}
