// The outermost layer of the wire: whom a frame is for and what kind it is, read before Hocuspocus reads it. Frames
// on which its readers would throw are told apart here, because a throw in there leaves a client that never comes
// back.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export const kinds = {
	sync: 0,
	awareness: 1,
	auth: 2,
	queryAwareness: 3,
	syncReply: 4,
	stateless: 5,
	close: 7,
	syncStatus: 8
} as const;

export const syncSteps = { stateVector: 0, missing: 1, update: 2 } as const;

export interface Frame {
	/** Document name. */
	address: string;
	kind: number;
	/** For sync frames. */
	step: number;
	/** State vector, update or awareness update; empty for the other kinds. */
	body: Uint8Array;
}

const NOTHING = new Uint8Array(0);
const MAX_ADDRESS = 120;

/** The frame a client sent, or null when it is malformed or of a kind that clients do not send. */
export function readInbound(bytes: Uint8Array): Frame | null {
	try {
		const from = decoding.createDecoder(bytes);
		const address = decoding.readVarString(from);
		if (address.length > MAX_ADDRESS || address.includes('\0')) return null;
		const frame: Frame = { address, kind: decoding.readVarUint(from), step: -1, body: NOTHING };
		switch (frame.kind) {
			case kinds.sync:
			case kinds.syncReply:
				frame.step = decoding.readVarUint(from);
				frame.body = decoding.readVarUint8Array(from);
				if (!isSyncBody(frame)) return null;
				break;
			case kinds.awareness:
				frame.body = decoding.readVarUint8Array(from);
				break;
			case kinds.auth:
				if (decoding.readVarUint(from) !== 0) return null;
				decoding.readVarString(from);
				// The provider's version.
				if (decoding.hasContent(from)) decoding.readVarString(from);
				break;
			case kinds.stateless:
				decoding.readVarString(from);
				break;
			case kinds.close:
			case kinds.queryAwareness:
				break;
			default:
				return null;
		}
		return decoding.hasContent(from) ? null : frame;
	} catch {
		return null;
	}
}

function isSyncBody({ step, body }: Frame): boolean {
	if (step === syncSteps.stateVector) return isStateVector(body);
	// The empty update is two bytes; what they say is read by decode-update.ts.
	return (step === syncSteps.missing || step === syncSteps.update) && body.length >= 2;
}

function isStateVector(body: Uint8Array): boolean {
	const from = decoding.createDecoder(body);
	let clients = decoding.readVarUint(from);
	if (clients * 2 > body.length) return false;
	for (; clients > 0; clients--) {
		decoding.readVarUint(from);
		decoding.readVarUint(from);
	}
	return !decoding.hasContent(from);
}

/** Head of a frame that the server sends. */
export function readOutbound(bytes: Uint8Array): {
	address: string;
	kind: number;
	step: number;
	at: number;
} {
	const from = decoding.createDecoder(bytes);
	const address = decoding.readVarString(from);
	const at = from.pos;
	const kind = decoding.readVarUint(from);
	const isSync = kind === kinds.sync || kind === kinds.syncReply;
	return { address, kind, step: isSync ? decoding.readVarUint(from) : -1, at };
}

/** The reason of a frame that refuses to let a document be joined; null for every other frame. */
export function readPermissionDenied(bytes: Uint8Array, at: number): string | null {
	const from = decoding.createDecoder(bytes);
	from.pos = at;
	if (decoding.readVarUint(from) !== kinds.auth || decoding.readVarUint(from) !== 1) return null;
	return decoding.readVarString(from);
}

/** A frame for `address` whose body is written by `write`. */
export function writeFrame(
	address: string,
	kind: number,
	write: (to: encoding.Encoder) => void
): Uint8Array {
	return encoding.encode((to) => {
		encoding.writeVarString(to, address);
		encoding.writeVarUint(to, kind);
		write(to);
	});
}

export function writeStateless(address: string, message: object): Uint8Array {
	return writeFrame(address, kinds.stateless, (to) =>
		encoding.writeVarString(to, JSON.stringify(message))
	);
}

/** One client's awareness state, as a frame. */
export function writeAwareness(
	address: string,
	entry: { client: number; clock: number; state: string }
): Uint8Array {
	const update = encoding.encode((to) => {
		encoding.writeVarUint(to, 1);
		encoding.writeVarUint(to, entry.client);
		encoding.writeVarUint(to, entry.clock);
		encoding.writeVarString(to, entry.state);
	});
	return writeFrame(address, kinds.awareness, (to) => encoding.writeVarUint8Array(to, update));
}
