// Who may append to a board. Every taking raises the fence; the number, not the time, is what appends are checked by.
// A lease of a living server is refused until it is given back or runs out.
import type postgres from 'postgres';
import type { Db } from './db.ts';

export interface Lease {
	board: string;
	epoch: number;
	fence: number;
}

export type Taking =
	| { taken: true; lease: Lease }
	| { taken: false; why: 'no-board' | 'stale-epoch' | 'held-elsewhere'; epoch?: number };

/** How long a lease outlives the last sign of its holder's life. */
const LEASE_S = 15;

/** Returns the statement that serialises everything about one board until the end of the transaction. */
export function lockBoard(tx: postgres.ISql, board: string): postgres.PendingQuery<postgres.Row[]> {
	return tx`select pg_advisory_xact_lock(hashtextextended(${board}, 0))`;
}

/** Takes the lease with a higher fence. A holder whose last connection has ended is dead, whatever its time says. */
export async function takeLease(db: Db, board: string, epoch: number): Promise<Taking> {
	return db.sql.begin(async (tx): Promise<Taking> => {
		await lockBoard(tx, board);
		const [found] = await tx<{ epoch: number; held: boolean }[]>`
			select b.epoch, coalesce(
				l.holder <> ${db.holder} and l.until > now() and exists (
					select 1 from pg_stat_activity a
					where a.application_name = l.holder and a.datname = current_database()
				), false) as held
			from boards b left join board_lease l on l.board = b.id
			where b.id = ${board}`;
		if (!found) return { taken: false, why: 'no-board' };
		if (found.epoch !== epoch) return { taken: false, why: 'stale-epoch', epoch: found.epoch };
		if (found.held) return { taken: false, why: 'held-elsewhere' };
		const [lease] = await tx<{ fence: string }[]>`
			insert into board_lease as l (board, holder, fence, until)
			values (${board}, ${db.holder}, 1, now() + make_interval(secs => ${LEASE_S}))
			on conflict (board) do update
				set holder = excluded.holder, fence = l.fence + 1, until = excluded.until
			returning fence`;
		await tx`
			insert into board_counter (board, epoch, seq) values (${board}, ${epoch}, 0)
			on conflict do nothing`;
		return { taken: true, lease: { board, epoch, fence: Number(lease!.fence) } };
	});
}

/** Gives the lease back, unless somebody has taken it since. */
export async function releaseLease(db: Db, lease: Lease): Promise<void> {
	await db.sql`
		update board_lease set holder = null, until = now()
		where board = ${lease.board} and fence = ${lease.fence} and holder = ${db.holder}`;
}

/** A sign of life for every lease of this process. */
export async function renewLeases(db: Db): Promise<void> {
	await db.sql`
		update board_lease set until = now() + make_interval(secs => ${LEASE_S})
		where holder = ${db.holder}`;
}
