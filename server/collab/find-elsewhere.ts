// Work on other boards as a board may show it: days and load. Of the other board nothing comes along but its name, and
// that only where everybody here belongs to it; the ids are made with a secret of this board.
import { createHmac } from 'node:crypto';
import { addDays, type Day } from '#lib/domain/days.ts';
import type { EntityIn } from '#lib/model/board.ts';
import {
	findProjectionSalt,
	listBoardsOpenToAll,
	listBookedElsewhere,
	type BookedElsewhere
} from '../db/elsewhere.ts';
import type { Reach } from '../db/reach.ts';

/** As far back as a plan reaches. */
const BACK_DAYS = 3 * 365;
const LABEL_CHARS = 80;

/** The rows of `elsewhere` on a board; only of `people` where they are given. */
export async function findElsewhere(
	db: Reach,
	board: string,
	people: ReadonlySet<string> | null,
	today: Day
): Promise<EntityIn<'elsewhere'>[]> {
	const booked = await listBookedElsewhere(db, board, people, addDays(today, -BACK_DAYS));
	if (booked.length === 0) return [];
	const salt = await findProjectionSalt(db, board);
	if (salt === undefined) throw new Error(`Board ${board} was never opened, so it shows nothing.`);
	const names = await listBoardsOpenToAll(db, board);
	return booked.map((row) => showBooking(row, salt, names.get(row.board) ?? ''));
}

function showBooking(row: BookedElsewhere, salt: string, name: string): EntityIn<'elsewhere'> {
	const { person, from, to, loadMode, loadAmount, contour, probabilityBp } = row;
	const mark = createHmac('sha256', salt).update(`${row.board}\0${row.allocation}`).digest('hex');
	return {
		...{ id: `els_${mark.slice(0, 32)}`, person, contour, probabilityBp },
		span: { from, to },
		load: loadMode === null ? null : { mode: loadMode, amount: loadAmount ?? 0 },
		certainty: row.certainty === 'confirmed' ? 'confirmed' : 'tentative',
		label: name.slice(0, LABEL_CHARS).toWellFormed()
	};
}
