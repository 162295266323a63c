// What a query function needs of storage: the pool, or a transaction that is under way.
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type * as schema from './schema.ts';

export type Reach = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;
