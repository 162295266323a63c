// Reading and appending a board's rows. An append is one transaction under the board's lock: the fence and the
// expected sequence are checked, then the updates and every row derived from them are written, or nothing is.
import type postgres from 'postgres';
import type { Db } from './db.ts';
import { toJson } from './json-text.ts';
import { lockBoard, type Lease } from './lease.ts';
import { PROJECTION_VERSION, writeProjected, type ProjectedRows } from './projections.ts';

/** One update with its place in the log. `at` is an ISO instant. */
export interface UpdateRow {
	seq: number;
	bytes: Uint8Array;
	actor: string;
	at: string;
}

/** One field of one record that changed; `field` is empty for a record as a whole. */
export interface AuditRow {
	collection: string;
	record: string;
	field: string;
	before: unknown;
	after: unknown;
	/** `write`, `create`, `delete`, or what a command calls its change. */
	kind: string;
}

/** A card entered a stage. `from` is empty for a card that was just made. */
export interface TransitionRow {
	cardKind: 'projects' | 'modules';
	card: string;
	from: string;
	to: string;
	reason: string;
	kind: 'move' | 'return' | 'override' | 'import';
}

type Stamp = { seq: number; actor: string; at: string };

/** What one group writes. `seq` of a derived row is that of the update it came with. */
export interface AppendedRows {
	updates: UpdateRow[];
	audit: (AuditRow & Stamp)[];
	transitions: (TransitionRow & Stamp)[];
	bindings: { client: number; user: string }[];
	projected: ProjectedRows;
}

export interface StoredLog {
	/** Sequence of the snapshot, 0 without one. */
	snapshotSeq: number;
	snapshot: Uint8Array | undefined;
	/** Rows after the snapshot, in order. */
	updates: { seq: number; bytes: Uint8Array }[];
	/** What the counter says the last sequence is. */
	lastSeq: number;
	bindings: Map<number, string>;
	/** The projected rows say what the log says, as this version of the code would write them. */
	isProjected: boolean;
}

/** Where a board stands for the holder of a lease. */
export interface Standing {
	/** Whether the lease is still the board's newest. */
	held: boolean;
	seq: number;
	/** The update at `seq`, to tell ours from another's. */
	bytes: Uint8Array | undefined;
}

/**
 * Commits one group; resolves after COMMIT. `rows.updates` must continue the sequence. Resolves to `refused`, nothing
 * written, when the lease is lost or the sequence is not where we left it: `readStanding` says which. Rejects with the
 * driver's error; after a broken connection the outcome is unknown until `readStanding` has looked.
 */
export async function appendRows(
	db: Db,
	lease: Lease,
	rows: AppendedRows
): Promise<'done' | 'refused'> {
	const last = rows.updates.at(-1)!.seq;
	return db.sql
		.begin(async (tx) => {
			// Sent in one go, so the checks cost no round trip of their own; what they refuse is rolled back.
			const claim = claimSequence(tx, lease, rows.updates[0]!.seq - 1, last);
			const [, claimed, ...written] = await Promise.allSettled([
				lockBoard(tx, lease.board).execute(),
				claim.execute(),
				insertUpdates(tx, lease, rows.updates).execute(),
				...insertDerived(tx, lease, rows).map((query) => query.execute()),
				...writeProjected(tx, lease.board, rows.projected).map((query) => query.execute())
			]);
			if (claimed.status === 'rejected') throw claimed.reason;
			if (claimed.value.length === 0) throw new Refused();
			for (const result of written) if (result.status === 'rejected') throw result.reason;
			return 'done' as const;
		})
		.catch((error: unknown) => {
			if (error instanceof Refused) return 'refused' as const;
			throw error;
		});
}

/** Looks under the board's lock, so an append of ours that is still under way is waited for. */
export async function readStanding(db: Db, lease: Lease): Promise<Standing> {
	return db.sql.begin(async (tx) => {
		await lockBoard(tx, lease.board);
		const [row] = await tx<{ held: boolean; seq: string; bytes: Buffer | null }[]>`
			select l.fence = ${lease.fence} as held, c.seq, u.bytes
			from board_lease l
			join board_counter c on c.board = l.board and c.epoch = ${lease.epoch}
			left join board_update u on u.board = c.board and u.epoch = c.epoch and u.seq = c.seq
			where l.board = ${lease.board}`;
		if (!row) return { held: false, seq: 0, bytes: undefined };
		return { held: row.held, seq: Number(row.seq), bytes: row.bytes ?? undefined };
	});
}

/** Reads snapshot, rows, counter and bindings as of one moment. Whether they fit together is the caller's to judge. */
export async function readLog(db: Db, board: string, epoch: number): Promise<StoredLog> {
	return db.sql.begin('isolation level repeatable read read only', async (tx) => {
		const [counter] = await tx<{ seq: string; current: boolean | null }[]>`
			select c.seq, c.projected = c.seq and p.version = ${PROJECTION_VERSION} as current
			from board_counter c left join board_projection p on p.board = c.board
			where c.board = ${board} and c.epoch = ${epoch}`;
		const [snapshot] = await tx<{ seq: string; bytes: Buffer }[]>`
			select seq, bytes from board_snapshot where board = ${board} and epoch = ${epoch}`;
		const snapshotSeq = Number(snapshot?.seq ?? 0);
		const updates = await tx<{ seq: string; bytes: Buffer }[]>`
			select seq, bytes from board_update
			where board = ${board} and epoch = ${epoch} and seq > ${snapshotSeq} order by seq`;
		const bindings = await tx<{ client: string; user_id: string }[]>`
			select client, user_id from client_binding where board = ${board}`;
		return {
			snapshotSeq,
			snapshot: snapshot?.bytes,
			updates: updates.map(({ seq, bytes }) => ({ seq: Number(seq), bytes })),
			lastSeq: Number(counter?.seq ?? 0),
			bindings: new Map(bindings.map(({ client, user_id }) => [Number(client), user_id])),
			isProjected: counter?.current ?? false
		};
	});
}

class Refused extends Error {}

/** Moves the counter from `expected` to `last`, under our fence only; no row when either is not so. */
function claimSequence(tx: postgres.ISql, lease: Lease, expected: number, last: number) {
	return tx`
		update board_counter set seq = ${last}, projected = ${last}
		where board = ${lease.board} and epoch = ${lease.epoch} and seq = ${expected}
			and exists (
				select 1 from board_lease where board = ${lease.board} and fence = ${lease.fence}
			)
		returning seq`;
}

// Rows travel as one JSON text: the statement stays the same for any number of them, so it is prepared once.
function insertUpdates(tx: postgres.ISql, lease: Lease, updates: UpdateRow[]) {
	const rows = updates.map(({ seq, bytes, actor, at }) => ({
		seq,
		bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
		actor,
		at
	}));
	return tx`
		insert into board_update (board, epoch, seq, bytes, actor, at)
		select ${lease.board}, ${lease.epoch}, r.seq, decode(r.bytes, 'base64'), r.actor, r.at
		from json_to_recordset(${toJson(rows)}::json)
			as r(seq bigint, bytes text, actor text, at timestamptz)`;
}

function insertDerived(tx: postgres.ISql, lease: Lease, rows: AppendedRows) {
	const queries = [];
	if (rows.audit.length > 0) {
		queries.push(tx`
			insert into audit_event
				(board, epoch, seq, actor, collection, record, field, before, after, kind, at)
			select ${lease.board}, ${lease.epoch}, r.seq, r.actor, r.collection, r.record, r.field,
				r.before, r.after, r.kind, r.at
			from json_to_recordset(${toJson(rows.audit)}::json) as r(seq bigint, actor text,
				collection text, record text, field text, before jsonb, after jsonb, kind text,
				at timestamptz)`);
	}
	if (rows.transitions.length > 0) {
		queries.push(tx`
			insert into gate_transition
				(board, epoch, seq, card_kind, card, "from", "to", actor, reason, kind, at)
			select ${lease.board}, ${lease.epoch}, r.seq, r."cardKind", r.card, r."from", r."to",
				r.actor, r.reason, r.kind, r.at
			from json_to_recordset(${toJson(rows.transitions)}::json) as r(seq bigint,
				"cardKind" text, card text, "from" text, "to" text, actor text, reason text,
				kind text, at timestamptz)`);
	}
	if (rows.bindings.length > 0) {
		queries.push(tx`
			insert into client_binding (board, client, user_id)
			select ${lease.board}, r.client, r."user"
			from json_to_recordset(${toJson(rows.bindings)}::json) as r(client bigint, "user" text)
			on conflict (board, client) do nothing`);
	}
	return queries;
}
