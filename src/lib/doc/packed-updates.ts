// Updates of a document on their way over HTTP: one after the other, each after its length in four bytes, lowest first.

const LENGTH = 4;

export function packUpdates(updates: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const size = updates.reduce((sum, { byteLength }) => sum + LENGTH + byteLength, 0);
	const packed = new Uint8Array(size);
	const view = new DataView(packed.buffer);
	let at = 0;
	for (const update of updates) {
		view.setUint32(at, update.byteLength, true);
		packed.set(update, at + LENGTH);
		at += LENGTH + update.byteLength;
	}
	return packed;
}

/**
 * What was packed, each update in a buffer of its own: whoever stores a view of a large buffer stores all of that. Throws
 * a RangeError for what ends too early.
 */
export function unpackUpdates(packed: ArrayBuffer): Uint8Array<ArrayBuffer>[] {
	const view = new DataView(packed);
	const updates: Uint8Array<ArrayBuffer>[] = [];
	for (let at = 0; at < packed.byteLength;) {
		const length = view.getUint32(at, true);
		updates.push(new Uint8Array(packed, at + LENGTH, length).slice());
		at += LENGTH + length;
	}
	return updates;
}
