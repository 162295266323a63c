// Reads who changed what last. The log writes these rows; nobody else does.
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Reach } from './reach.ts';
import { auditEvents, users } from './schema.ts';

export interface LastEdit {
	/** Name of the login; empty where the server did it. */
	name: string;
	field: string;
	at: Date;
}

/** The last change of one of these fields of a record; undefined where none is known. */
export async function findLastEdit(
	db: Reach,
	board: string,
	record: string,
	fields: readonly string[]
): Promise<LastEdit | undefined> {
	const [row] = await db
		.select({ name: users.name, field: auditEvents.field, at: auditEvents.at })
		.from(auditEvents)
		.leftJoin(users, eq(users.id, auditEvents.actor))
		.where(
			and(
				eq(auditEvents.board, board),
				eq(auditEvents.record, record),
				inArray(auditEvents.field, [...fields])
			)
		)
		.orderBy(desc(auditEvents.id))
		.limit(1);
	return row && { ...row, name: row.name ?? '' };
}
