// Closing days of an organisation: entered by hand or out of a calendar file. Plain rows, no rules.
import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm';
import type { Reach } from './reach.ts';
import { boards, closingDays } from './schema.ts';

/** The `source` of the demo's closing days, which go with it. */
export const DEMO_CALENDAR = 'Demo';

export interface ClosingDayRow {
	id: string;
	organisation: string;
	/** Empty for everywhere. */
	region: string;
	from: string;
	to: string;
	minutesPerDay: number | null;
	name: string;
	/** The calendar it came from; empty for those entered by hand. */
	source: string;
	/** The public holidays of these days are working days here. */
	works: boolean;
}

/** What an organisation keeps of the days from `first` to `last`, in order. */
export async function listClosingDays(
	db: Reach,
	organisation: string,
	first = '0001-01-01',
	last = '9999-12-31'
): Promise<ClosingDayRow[]> {
	return db
		.select()
		.from(closingDays)
		.where(
			and(
				eq(closingDays.organisation, organisation),
				lte(closingDays.from, last),
				gte(closingDays.to, first)
			)
		)
		.orderBy(asc(closingDays.from), asc(closingDays.id));
}

/** The same for the organisation of a board. */
export async function listClosingDaysOfBoard(
	db: Reach,
	board: string,
	first: string,
	last: string
): Promise<ClosingDayRow[]> {
	const [found] = await db
		.select({ organisation: boards.organisation })
		.from(boards)
		.where(eq(boards.id, board));
	return found ? listClosingDays(db, found.organisation, first, last) : [];
}

/** Adds the rows, or puts them in place of those with their ids. */
export async function putClosingDays(db: Reach, rows: ClosingDayRow[]): Promise<void> {
	await deleteClosingDays(
		db,
		rows.map((row) => row.id)
	);
	if (rows.length > 0) await db.insert(closingDays).values(rows);
}

export async function deleteClosingDays(db: Reach, ids: string[]): Promise<void> {
	if (ids.length > 0) await db.delete(closingDays).where(inArray(closingDays.id, ids));
}

export async function deleteDemoClosingDays(db: Reach, organisation: string): Promise<void> {
	const ofDemo = eq(closingDays.source, DEMO_CALENDAR);
	await db.delete(closingDays).where(and(eq(closingDays.organisation, organisation), ofDemo));
}
