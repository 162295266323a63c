// The door to storage: one driver and one set of queries, whether Postgres is a server or runs embedded.
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import type * as schema from './schema.ts';
import type { Settings } from '../settings.ts';

export type Orm = PostgresJsDatabase<typeof schema>;

export interface Db {
	/** Plain SQL. JSON and dates go in and come out as text: use `orm` for rows that hold them. */
	sql: postgres.Sql;
	orm: Orm;
	kind: 'postgres' | 'embedded';
	/** Names this process among the servers of one database; every connection carries it. */
	holder: string;
	/** Resolves when storage answers a read within two seconds; rejects with the reason otherwise. */
	ping(): Promise<void>;
	close(): Promise<void>;
}

/** Opens storage and brings its tables up to date. Throws with what to do when it cannot. */
export declare function openDb(settings: Settings): Promise<Db>;
