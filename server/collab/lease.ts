// Taking a board's lease, waiting for one that is about to be given back, and keeping this process's leases alive.
import type { Logger } from 'pino';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '../db/db.ts';
import { classifyFailure } from '../db/failures.ts';
import { renewLeases, takeLease, type Lease } from '../db/lease.ts';
import { LogUnavailable } from './log-errors.ts';

const POLL_MS = 100;
const RENEW_MS = 4_000;

/** Returns the lease. Throws LogUnavailable: no such board, another epoch, held by a living server, storage away. */
export async function acquireLease(
	db: Db,
	board: string,
	epoch: number,
	waitMs: number
): Promise<Lease> {
	const deadline = Date.now() + waitMs;
	for (;;) {
		const taking = await takeLease(db, board, epoch).catch((error: unknown) => {
			throw new LogUnavailable(board, classifyFailure(error), error);
		});
		if (taking.taken) return taking.lease;
		if (taking.why !== 'held-elsewhere' || Date.now() >= deadline)
			throw new LogUnavailable(board, taking.why);
		await pause(POLL_MS);
	}
}

/**
 * Says every few seconds that this process lives; returns the way to stop. A sign that could not be given is only
 * logged: whether we still hold a board is asked by every append.
 */
export function keepLeases(db: Db, log: Logger): () => void {
	if (db.kind === 'embedded') return () => undefined;
	let underWay = false;
	const timer = setInterval(() => {
		if (underWay) return;
		underWay = true;
		renewLeases(db)
			.catch((error: unknown) => log.warn({ err: error }, 'the leases were not renewed'))
			.finally(() => (underWay = false));
	}, RENEW_MS);
	timer.unref();
	return () => clearInterval(timer);
}
