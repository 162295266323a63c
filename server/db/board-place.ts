// Which document a board is now, and the time zone its days are of.
import { eq } from 'drizzle-orm';
import type { Reach } from './reach.ts';
import { boards } from './schema.ts';

export interface BoardPlace {
	epoch: number;
	/** IANA name; empty means UTC. */
	timeZone: string;
}

/** Undefined when there is no such board; an archived one still has its place. */
export async function findBoardPlace(db: Reach, id: string): Promise<BoardPlace | undefined> {
	const [row] = await db
		.select({ epoch: boards.epoch, timeZone: boards.timeZone })
		.from(boards)
		.where(eq(boards.id, id));
	return row;
}
