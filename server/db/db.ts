// The door to storage: one driver and one set of queries, whether Postgres is a server or runs embedded.
// Connections come back by themselves after an outage; a statement that meets one rejects and is never repeated here.
import { randomBytes } from 'node:crypto';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Settings } from '../settings.ts';
import { startEngine, type Engine } from './embedded.ts';
import { DeadlineMissed, describeFailure, withDeadline } from './failures.ts';
import { migrateTables } from './migrate.ts';
import * as schema from './schema.ts';

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

export interface DbOptions {
	/** Embedded storage that is already being started; it is closed with the rest. */
	engine?: Promise<Engine>;
	/** Told when embedded storage broke and is being started again. */
	onBroken?: (reason: string) => void;
	/** How long embedded storage may leave us without an answer before it is started again. */
	stuckAfterMs?: number;
}

const PING_MS = 2_000;
const CLOSE_S = 3;
const POOL = 10;
const STUCK_AFTER_MS = 20_000;

/** Opens storage and brings its tables up to date. Throws with what to do when it cannot. */
export async function openDb(
	settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
	options: DbOptions = {}
): Promise<Db> {
	const holder = `plimsoll-${randomBytes(9).toString('hex')}`;
	const engine = settings.databaseUrl
		? undefined
		: await (options.engine ?? startEngine(settings.dataDir));
	if (engine && options.onBroken) engine.onBroken = options.onBroken;
	let watching: NodeJS.Timeout | undefined;
	const sql = connectTo(settings.databaseUrl, engine, holder);
	const close = async (): Promise<void> => {
		clearInterval(watching);
		await sql.end({ timeout: CLOSE_S });
		await engine?.stop();
	};
	const orm = drizzle(sql, { schema });
	try {
		await migrateTables(sql, orm, engine !== undefined);
	} catch (error) {
		await close();
		throw new Error(
			engine
				? `Embedded storage in ${settings.dataDir} could not be brought up to date: ${describeFailure(error)}`
				: `Postgres at ${hideSecret(settings.databaseUrl!)} could not be used: ${describeFailure(error)}. Check DATABASE_URL, and that the server runs and lets this login create tables.`,
			{ cause: error }
		);
	}
	if (engine) watching = watch(engine, sql, options.stuckAfterMs ?? STUCK_AFTER_MS);
	let closed: Promise<void> | undefined;
	return {
		sql,
		orm,
		kind: engine ? 'embedded' : 'postgres',
		holder,
		ping: async () => void (await withDeadline(sql`select 1`.execute(), PING_MS, 'storage')),
		close: () => (closed ??= close())
	};
}

function connectTo(url: string | undefined, engine: Engine | undefined, holder: string) {
	const shared: postgres.Options<{ json: postgres.PostgresType }> = {
		connect_timeout: 5,
		// The driver's own waits grow to twenty seconds; a board must be back sooner than that.
		backoff: (attempt) => Math.min(0.05 * 2 ** attempt, 1),
		max_lifetime: null,
		// The driver asks for them by itself, and an outage at that moment rejects where nobody listens.
		fetch_types: false,
		onnotice: () => undefined,
		// Parsed once, by whoever knows the column: parsing here too would turn the text "12" into a number.
		types: { json: { to: 3802, from: [114, 3802], serialize: asIs, parse: asIs } }
	};
	if (engine) {
		return postgres({
			...shared,
			path: engine.socketPath,
			username: 'postgres',
			database: 'postgres',
			// The engine has one session: see engine-worker.ts.
			max: 1
		} as postgres.Options<Record<string, postgres.PostgresType>>);
	}
	return postgres(url!, {
		...shared,
		max: POOL,
		connection: { application_name: holder, idle_in_transaction_session_timeout: 30_000 }
	});
}

/** An engine whose disk filled up at the wrong moment leaves a statement without any answer: it is started again. */
function watch(engine: Engine, sql: postgres.Sql, stuckAfterMs: number): NodeJS.Timeout {
	let asking = false;
	const timer = setInterval(() => {
		const start = engine.findStart();
		if (asking || start === undefined) return;
		asking = true;
		withDeadline(sql`select 1`.execute(), stuckAfterMs, 'the engine')
			.catch((error: unknown) => {
				if (error instanceof DeadlineMissed) engine.restart(start, error.message);
			})
			.finally(() => (asking = false));
	}, stuckAfterMs / 4);
	return timer.unref();
}

function asIs<T>(value: T): T {
	return value;
}

function hideSecret(url: string): string {
	return url.replace(/\/\/[^@/]*@/, '//');
}
