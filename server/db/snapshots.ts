// Writing a board's snapshot. Never deletes rows of the log; never replaces a newer snapshot.
import type { Db } from './db.ts';
import { lockBoard } from './lease.ts';

/** Stores `bytes` as the log up to and with `seq`, under the board's lock; leaves a snapshot that is further alone. */
export async function storeSnapshot(
	db: Db,
	board: string,
	epoch: number,
	seq: number,
	bytes: Uint8Array
): Promise<void> {
	await db.sql.begin(async (tx) => {
		await lockBoard(tx, board);
		await tx`
			insert into board_snapshot as s (board, epoch, seq, bytes)
			values (${board}, ${epoch}, ${seq}, ${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)})
			on conflict (board, epoch) do update
				set seq = excluded.seq, bytes = excluded.bytes, at = now()
				where s.seq < excluded.seq`;
	});
}
