// An update of a document on its way over HTTP: its length in four bytes, lowest first, and then itself. What was cut off on
// the way would be read in part before Yjs says so.

const LENGTH = 4;

export function packUpdate(update: Uint8Array): Uint8Array<ArrayBuffer> {
	const packed = new Uint8Array(LENGTH + update.byteLength);
	new DataView(packed.buffer).setUint32(0, update.byteLength, true);
	packed.set(update, LENGTH);
	return packed;
}

/** What was packed. Throws a RangeError for what ends too early. */
export const unpackUpdate = (packed: ArrayBuffer): Uint8Array<ArrayBuffer> =>
	new Uint8Array(packed, LENGTH, new DataView(packed).getUint32(0, true));
