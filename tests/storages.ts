// The two storages a suite runs on: embedded in a folder of its own, and a database of its own on TEST_DATABASE_URL.
// A suite for Postgres says why it is skipped when that is unset.
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDb, type Db } from '#server/db/db.ts';
import { createDatabase } from './postgres.ts';

export interface Storage {
	db: Db;
	/** What `openDb` was given: open it again with these after `db.close()`. */
	settings: { databaseUrl: string | undefined; dataDir: string };
	/** Closes `db` and deletes everything. */
	remove(): Promise<void>;
}

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const serverUrl = process.env['TEST_DATABASE_URL'];
if (!serverUrl && process.env['VITEST_POOL_ID'] === '1')
	process.stdout.write('Suites on Postgres are skipped: TEST_DATABASE_URL is not set.\n');

/** For `describe.skipIf(withoutPostgres)`. */
export const withoutPostgres = serverUrl === undefined;

/** Opens an empty, migrated storage. */
export function openStorage(kind: 'embedded' | 'postgres'): Promise<Storage> {
	return kind === 'embedded' ? openEmbedded() : openPostgres();
}

/** Makes a data folder whose engine is already initialised, which saves seconds; the caller deletes it. */
export async function makeDataDir(): Promise<string> {
	const dataDir = mkdtempSync(path.join(tmpdir(), 'plimsoll-data-'));
	cpSync(await findTemplate(), dataDir, { recursive: true });
	return dataDir;
}

async function openEmbedded(): Promise<Storage> {
	const settings = { databaseUrl: undefined, dataDir: await makeDataDir() };
	const db = await openDb(settings);
	const remove = async () => {
		await db.close();
		rmSync(settings.dataDir, { recursive: true, force: true });
	};
	return { db, settings, remove };
}

async function openPostgres(): Promise<Storage> {
	const database = await createDatabase(serverUrl!);
	const settings = { databaseUrl: database.url, dataDir: '' };
	const db = await openDb(settings);
	const remove = async () => {
		await db.close();
		await database.drop();
	};
	return { db, settings, remove };
}

/** Kept from run to run; made aside and moved, since several workers may want it at once. */
async function findTemplate(): Promise<string> {
	const name = createHash('sha256');
	for (const file of ['package-lock.json', 'drizzle/meta/_journal.json'])
		name.update(readFileSync(path.join(root, file)));
	const cache = path.join(root, '.cache');
	const template = path.join(cache, `embedded-${name.digest('hex').slice(0, 12)}`);
	if (existsSync(template)) return template;
	mkdirSync(cache, { recursive: true });
	const fresh = mkdtempSync(path.join(tmpdir(), 'plimsoll-template-'));
	await (await openDb({ databaseUrl: undefined, dataDir: fresh })).close();
	const aside = mkdtempSync(`${template}-`);
	cpSync(path.join(fresh, 'postgres'), path.join(aside, 'postgres'), { recursive: true });
	rmSync(fresh, { recursive: true, force: true });
	try {
		renameSync(aside, template);
	} catch {
		rmSync(aside, { recursive: true, force: true });
	}
	return template;
}
