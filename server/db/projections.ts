// Rows projected from a board's document: written beside its updates, or all at once. Plain rows, no rules.
import type postgres from 'postgres';
import type { Db } from './db.ts';
import { toJson } from './json-text.ts';
import { lockBoard, type Lease } from './lease.ts';

export interface ProjectedAllocation {
	id: string;
	person: string;
	role: string;
	skill: string;
	level: number | null;
	project: string;
	from: string | null;
	to: string | null;
	loadMode: 'perDay' | 'percent' | 'total' | null;
	loadAmount: number | null;
	contour: 'flat' | 'front' | 'back';
	certainty: 'tentative' | 'confirmed' | 'requested';
	probabilityBp: number | null;
	kind: string;
	archived: boolean;
	counts: boolean;
}

export interface ProjectedProject {
	id: string;
	title: string;
	stage: string;
	lead: string;
	launch: string | null;
	committed: boolean;
	/** Its own, or that of all its modules together. */
	effortMinutes: number | null;
	unsized: boolean;
	priority: string;
	mandatory: boolean;
	contentType: string;
	archived: boolean;
}

export interface ProjectedStage {
	id: string;
	name: string;
	phase: string;
	rank: string;
	archived: boolean;
}

/** Rows by id; null for a record that is gone. The rows of a later update replace those of an earlier one. */
export interface ProjectedRows {
	allocations: Map<string, ProjectedAllocation | null>;
	projects: Map<string, ProjectedProject | null>;
	stages: Map<string, ProjectedStage | null>;
}

/** Of this code. Raise it when a row says something else than before: every board is then projected anew. */
export const PROJECTION_VERSION = 2;

const CHUNK = 5_000;

type Kind = keyof ProjectedRows;

const tables = {
	allocations: {
		table: 'projected_allocation',
		columns: {
			person: 'text',
			role: 'text',
			skill: 'text',
			level: 'int',
			project: 'text',
			from: 'date',
			to: 'date',
			loadMode: 'text',
			loadAmount: 'int',
			contour: 'text',
			certainty: 'text',
			probabilityBp: 'int',
			kind: 'text',
			archived: 'boolean',
			counts: 'boolean'
		}
	},
	projects: {
		table: 'projected_project',
		columns: {
			title: 'text',
			stage: 'text',
			lead: 'text',
			launch: 'date',
			committed: 'boolean',
			effortMinutes: 'int',
			unsized: 'boolean',
			priority: 'text',
			mandatory: 'boolean',
			contentType: 'text',
			archived: 'boolean'
		}
	},
	stages: {
		table: 'projected_stage',
		columns: {
			name: 'text',
			phase: 'text',
			rank: 'text',
			archived: 'boolean'
		}
	}
} as const satisfies Record<Kind, { table: string; columns: Record<string, string> }>;

const kinds = Object.keys(tables) as Kind[];

export const noProjectedRows = (): ProjectedRows => ({
	allocations: new Map(),
	projects: new Map(),
	stages: new Map()
});

/** Puts `later` over `earlier`, so that each record is written once. */
export function overlayProjected(earlier: ProjectedRows, later: ProjectedRows): void {
	for (const kind of kinds)
		for (const [id, row] of later[kind]) (earlier[kind] as Map<string, unknown>).set(id, row);
}

/** The statements that bring a board's rows up to date: one a table, one more where something is gone. */
export function writeProjected(
	tx: postgres.ISql,
	board: string,
	rows: ProjectedRows
): { execute(): Promise<unknown> }[] {
	return kinds.flatMap((kind) => {
		const all = [...rows[kind]];
		const gone = all.filter(([, row]) => row === null).map(([id]) => id);
		const kept = all.flatMap(([, row]) => (row === null ? [] : [row]));
		const queries: { execute(): Promise<unknown> }[] = [];
		if (kept.length > 0) queries.push(upsert(tx, board, kind, kept));
		if (gone.length > 0)
			queries.push(tx`
				delete from ${tx(tables[kind].table)} where board = ${board}
					and id in (select json_array_elements_text(${toJson(gone)}::json))`);
		return queries;
	});
}

function upsert(tx: postgres.ISql, board: string, kind: Kind, rows: readonly object[]) {
	const { table, columns } = tables[kind];
	const names = Object.keys(columns);
	const snake = names.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
	const list = (make: (column: string, i: number) => string): string => snake.map(make).join(', ');
	return tx.unsafe(
		`insert into ${table} (board, id, ${list((column) => `"${column}"`)})
		select $1, r.id, ${list((_, i) => `r."${names[i]!}"`)}
		from json_to_recordset($2::json) as r(id text, ${list(
			(_, i) => `"${names[i]!}" ${(columns as Record<string, string>)[names[i]!]!}`
		)})
		on conflict (board, id) do update set ${list((column) => `"${column}" = excluded."${column}"`)}`,
		[board, toJson(rows)],
		{ prepare: true }
	);
}

/** Boards in use whose rows are missing or were written by another version of the code. */
export async function listUnprojected(db: Db): Promise<string[]> {
	const rows = await db.sql<{ id: string }[]>`
		select b.id from boards b
		left join board_projection p on p.board = b.id
		left join board_counter c on c.board = b.id and c.epoch = b.epoch
		where b.archived_at is null and c.seq > 0
			and (p.version is distinct from ${PROJECTION_VERSION} or c.projected <> c.seq)
		order by b.id`;
	return rows.map((row) => row.id);
}

/**
 * Writes a board's rows anew, under the lease its document was read by. `salt` is kept where the board has one.
 * Resolves to false, nothing written, when somebody else has taken the board meanwhile.
 */
export async function replaceProjected(
	db: Db,
	lease: Lease,
	rows: ProjectedRows,
	salt: string
): Promise<boolean> {
	const { board, epoch, fence } = lease;
	return db.sql.begin(async (tx) => {
		await lockBoard(tx, board);
		const held = await tx`select from board_lease where board = ${board} and fence = ${fence}`;
		if (held.length === 0) return false;
		for (const kind of kinds) {
			await tx`delete from ${tx(tables[kind].table)} where board = ${board}`;
			const all = [...rows[kind].values()].flatMap((row) => (row === null ? [] : [row]));
			for (let at = 0; at < all.length; at += CHUNK)
				await upsert(tx, board, kind, all.slice(at, at + CHUNK));
		}
		await tx`
			insert into board_projection (board, version, salt)
			values (${board}, ${PROJECTION_VERSION}, ${salt})
			on conflict (board) do update set version = excluded.version`;
		await tx`
			update board_counter set projected = seq where board = ${board} and epoch = ${epoch}`;
		return true;
	});
}
