// A board's document over HTTP, for a device without a copy of it: packed small, and before any code for the wire is here.

import { unpackUpdate } from '#lib/doc/packed-update.ts';

/** A network that says nothing for so long must not keep the board closed. */
const PATIENCE_MS = 4000;

/** Reads `GET /api/boards/<id>/update`. Null where it cannot be had now: then the wire brings everything. */
export async function fetchUpdate(board: string, epoch: number): Promise<Uint8Array | null> {
	const giveUp = new AbortController();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const wait = (): void => {
		clearTimeout(timer);
		timer = setTimeout(() => giveUp.abort(), PATIENCE_MS);
	};
	wait();
	try {
		const { ok, body } = await fetch(`/api/boards/${board}/update?epoch=${epoch}`, {
			...{ signal: giveUp.signal, cache: 'no-store', redirect: 'error' }
		});
		if (!ok || !body) return null;
		const watched = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
			transform(part, to) {
				wait();
				to.enqueue(part);
			}
		});
		return unpackUpdate(await new Response(body.pipeThrough(watched)).arrayBuffer());
	} catch {
		return null;
	} finally {
		clearTimeout(timer);
	}
}
