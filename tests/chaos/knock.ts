// A bare socket: for frames no client of ours sends, and for what happens at the door.
import WebSocket from 'ws';
import type { Closing } from './member.ts';

export interface Knock {
	readonly socket: WebSocket;
	/** Resolves when the socket has ended, or to the HTTP status when it was never opened. */
	readonly end: Promise<Closing | { status: number }>;
	/** Resolves to true when it opened. */
	readonly opened: Promise<boolean>;
	/** Every frame that came. */
	readonly frames: Buffer[];
}

/** Opens a socket with just these headers. */
export function knock(url: string, headers: Record<string, string>, path = '/collab'): Knock {
	const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, { headers });
	const frames: Buffer[] = [];
	const opened = Promise.withResolvers<boolean>();
	const end = Promise.withResolvers<Closing | { status: number }>();
	socket.on('message', (data: Buffer) => frames.push(data));
	socket.on('open', () => opened.resolve(true));
	socket.on('unexpected-response', (_request, answer) => {
		opened.resolve(false);
		end.resolve({ status: answer.statusCode ?? 0 });
		socket.terminate();
	});
	socket.on('error', () => undefined);
	socket.on('close', (code, reason) => {
		opened.resolve(false);
		end.resolve({ code, reason: reason.toString(), at: performance.now() });
	});
	return { socket, frames, opened: opened.promise, end: end.promise };
}
