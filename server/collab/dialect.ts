// The two ways to speak to a board: Hocuspocus' own frames, and the plain ones of y-websocket, which lack the
// document's name because a socket serves one document.
import { closeReasons, type CloseReason } from '#lib/model/close-codes.ts';
import * as encoding from 'lib0/encoding';
import {
	kinds,
	readInbound,
	readPermissionDenied,
	type Frame,
	type readOutbound
} from './frame.ts';

export interface Dialect {
	/** Whether the client understands messages such as `denied`. */
	readonly knowsMessages: boolean;
	/** The frame behind a client's bytes and the bytes for Hocuspocus; null when malformed. */
	read(bytes: Uint8Array): { frame: Frame; bytes: Uint8Array } | null;
	/** Bytes for the client, null for what it is not told, or why its socket is closed instead. */
	write(bytes: Uint8Array, head: ReturnType<typeof readOutbound>): Uint8Array | CloseReason | null;
}

export const hocuspocusDialect: Dialect = {
	knowsMessages: true,
	read(bytes) {
		const frame = readInbound(bytes);
		return frame && { frame, bytes };
	},
	write: (bytes) => bytes
};

const plainKinds: readonly number[] = [kinds.sync, kinds.awareness, kinds.queryAwareness];

/** y-websocket's frames for one document. It knows no messages: what needs one closes the socket. */
export function plainDialect(address: string): Dialect {
	const head = encoding.encode((to) => encoding.writeVarString(to, address));
	return {
		knowsMessages: false,
		read(body) {
			if (!plainKinds.includes(body[0] ?? -1)) return null;
			const bytes = new Uint8Array(head.length + body.length);
			bytes.set(head);
			bytes.set(body, head.length);
			const frame = readInbound(bytes);
			return frame && { frame, bytes };
		},
		write(bytes, { kind, at }) {
			if (kind === kinds.sync || kind === kinds.awareness) return bytes.subarray(at);
			if (kind === kinds.syncReply) {
				const plain = bytes.slice(at);
				plain[0] = kinds.sync;
				return plain;
			}
			const denied = readPermissionDenied(bytes, at);
			if (denied === null) return null;
			return denied === 'epoch' ? closeReasons.rebase : closeReasons.accessLost;
		}
	};
}
