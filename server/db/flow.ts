// The moves of a board's cards as days of its time zone. The rows are written by the log (board-log.ts); here they are
// only read, except for the past a demo makes up for itself.
import { and, asc, eq, sql } from 'drizzle-orm';
import { dayNumber, type Day } from '#lib/domain/days.ts';
import type { Reach } from './reach.ts';
import { gateTransitions } from './schema.ts';

export interface CardMove {
	/** A project or a module, by its id. */
	card: string;
	/** Day number in the board's time zone. */
	day: number;
	/** Stage entered. */
	stage: string;
	isImported: boolean;
}

/** Every entry of a board's cards into a stage, oldest first. `timeZone` is an IANA name; empty means UTC. */
export async function listMoves(db: Reach, board: string, timeZone: string): Promise<CardMove[]> {
	const zone = timeZone || 'UTC';
	const rows = await db
		.select({
			card: gateTransitions.card,
			day: sql<Day>`to_char(${gateTransitions.at} at time zone ${zone}, 'YYYY-MM-DD')`,
			stage: gateTransitions.to,
			kind: gateTransitions.kind
		})
		.from(gateTransitions)
		.where(eq(gateTransitions.board, board))
		.orderBy(asc(gateTransitions.at), asc(gateTransitions.id));
	return rows.map(({ card, day, stage, kind }) => ({
		...{ card, stage },
		day: dayNumber(day),
		isImported: kind === 'import'
	}));
}

export interface PastMove {
	cardKind: 'projects' | 'modules';
	card: string;
	/** Empty for its making. */
	from: string;
	to: string;
	at: Date;
}

/** Sequence of moves that happened before there was a log. */
const BEFORE_THE_LOG = 0;

/** Writes what happened before the first update of a board; writing it again replaces it. */
export async function putPastMoves(
	db: Reach,
	board: string,
	moves: readonly PastMove[]
): Promise<void> {
	const mine = and(eq(gateTransitions.board, board), eq(gateTransitions.seq, BEFORE_THE_LOG));
	await db.delete(gateTransitions).where(mine);
	await db.insert(gateTransitions).values(
		moves.map((move) => ({
			...move,
			...{ board, epoch: 1, seq: BEFORE_THE_LOG, actor: 'demo', kind: 'move' as const }
		}))
	);
}
