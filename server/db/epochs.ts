// Turning a board over to its next epoch: the rebuilt content becomes the first row of a new log. The rows of the old
// one stay.
import type { Db } from './db.ts';
import { lockBoard, type Lease } from './lease.ts';

/**
 * Starts the next epoch with `bytes`, under the lease it was read by, and returns its number. Bindings of client ids go:
 * nobody has joined the new document yet. Throws when somebody else has taken the board meanwhile.
 */
export async function startEpoch(db: Db, lease: Lease, bytes: Uint8Array): Promise<number> {
	const { board, epoch, fence } = lease;
	return db.sql.begin(async (tx) => {
		await lockBoard(tx, board);
		const [moved] = await tx<{ epoch: number }[]>`
			update boards set epoch = epoch + 1
			where id = ${board} and epoch = ${epoch}
				and exists (select from board_lease where board = ${board} and fence = ${fence})
			returning epoch`;
		if (!moved) throw new Error(`Board ${board} was taken by another server: nothing was written.`);
		await tx`insert into board_counter (board, epoch, seq) values (${board}, ${moved.epoch}, 1)`;
		await tx`
			insert into board_update (board, epoch, seq, bytes, actor)
			values (${board}, ${moved.epoch}, 1,
				${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)}, 'server')`;
		await tx`delete from client_binding where board = ${board}`;
		await tx`update board_lease set fence = fence + 1, holder = null, until = now() where board = ${board}`;
		return moved.epoch;
	});
}

/** Every board with its present epoch, archived ones too. */
export async function listEpochs(db: Db): Promise<{ id: string; name: string; epoch: number }[]> {
	return db.sql<{ id: string; name: string; epoch: number }[]>`
		select id, name, epoch from boards order by id`;
}
