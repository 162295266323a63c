// Brings the tables up to date from drizzle/. Two servers that start at once take turns.
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { fileURLToPath } from 'node:url';
import type postgres from 'postgres';
import type { Orm } from './db.ts';

const migrationsFolder = fileURLToPath(new URL('../../drizzle', import.meta.url));
// Any number, the same for every server of a database.
const TURN = 7_061_513;

/** Applies what is missing. `alone` when no other process can reach this storage. */
export async function migrateTables(sql: postgres.Sql, orm: Orm, alone: boolean): Promise<void> {
	if (alone) return migrate(orm, { migrationsFolder });
	// The turn is another connection's transaction, which therefore stands idle meanwhile.
	await sql.begin(async (turn) => {
		await turn`set local idle_in_transaction_session_timeout = 0`;
		await turn`select pg_advisory_xact_lock(${TURN})`;
		await migrate(orm, { migrationsFolder });
	});
}
