// A throw-away Postgres cluster for tests and benches: own temporary folder, own port on 127.0.0.1, fsync on.
// Started by root it runs as `postgres` or another account without rights, because Postgres refuses root.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
	chownSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	realpathSync,
	rmSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { findFreePort } from './free-port.ts';

/** How a cluster is stopped: `fast` ends connections in order, `immediate` is a crash it must recover from. */
export type StopMode = 'smart' | 'fast' | 'immediate';

/** A cluster that was started. Its `url` stays the same over a stop and a start. */
export interface Cluster {
	url: string;
	dataDir: string;
	stop(mode?: StopMode): Promise<void>;
	start(): Promise<void>;
	restart(mode?: StopMode): Promise<void>;
	/** Stops it and deletes its files. */
	remove(): Promise<void>;
}

const run = promisify(execFile);
const programs = ['initdb', 'pg_ctl', 'postgres'];

// The shell holds our pipe: when the process that started the cluster ends in any way, so does Postgres.
const guard =
	'"$@" & server=$!; exec 2>/dev/null; cat >/dev/null; kill -QUIT $server; wait $server';

/** Returns the folder of initdb, pg_ctl and postgres: `PLIMSOLL_POSTGRES_BIN`, Debian's newest, the PATH's or Homebrew's. */
export function findPostgres(): string | undefined {
	const named = process.env['PLIMSOLL_POSTGRES_BIN'];
	const onPath = (process.env['PATH'] ?? '').split(path.delimiter);
	const folders = named
		? [named]
		: [
				...listDebianFolders(),
				...onPath,
				'/opt/homebrew/opt/postgresql/bin',
				'/usr/local/pgsql/bin'
			];
	return folders
		.filter((folder) => existsSync(path.join(folder, 'initdb')))
		.map((folder) => path.dirname(realpathSync(path.join(folder, 'initdb'))))
		.find((folder) => programs.every((name) => existsSync(path.join(folder, name))));
}

/** Starts a new cluster. Throws when Postgres is missing (ask `findPostgres` first) or does not come up. */
export async function startCluster(): Promise<Cluster> {
	const bin = findPostgres();
	if (!bin) {
		throw new Error(
			'No initdb, pg_ctl and postgres were found: install Postgres, or name their folder in PLIMSOLL_POSTGRES_BIN.'
		);
	}
	const account = process.getuid?.() === 0 ? getAccount() : undefined;
	const root = mkdtempSync(path.join(account ? '/tmp' : tmpdir(), 'plimsoll-postgres-'));
	if (account) chownSync(root, account.uid, account.gid);
	const dataDir = path.join(root, 'data');
	const as = { ...account, cwd: root, env: { ...process.env, LC_ALL: 'C', HOME: root } };

	await run(
		path.join(bin, 'initdb'),
		['-D', dataDir, '-U', 'plimsoll', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
		as
	);
	const port = await findFreePort();
	const server = [
		path.join(bin, 'postgres'),
		'-D',
		dataDir,
		'-h',
		'127.0.0.1',
		'-p',
		String(port),
		'-k',
		root
	];
	let running: ChildProcess | undefined;

	const cluster: Cluster = {
		url: `postgres://plimsoll@127.0.0.1:${port}/postgres`,
		dataDir,
		async start() {
			if (running) return;
			running = spawn('/bin/sh', ['-c', guard, 'sh', ...server], {
				...as,
				stdio: ['pipe', 'ignore', 'pipe'],
				detached: true
			});
			await waitUntilReady(running);
		},
		async stop(mode = 'fast') {
			if (!running) return;
			const child = running;
			running = undefined;
			const ended = once(child, 'exit');
			await run(path.join(bin, 'pg_ctl'), ['-D', dataDir, 'stop', '-w', '-m', mode], as);
			child.stdin?.end();
			await ended;
		},
		async restart(mode) {
			await cluster.stop(mode);
			await cluster.start();
		},
		async remove() {
			await cluster.stop('immediate');
			rmSync(root, { recursive: true, force: true });
		}
	};
	await cluster.start();
	return cluster;
}

/** Creates an empty database in the cluster at `url`, and returns its own url and how to drop it. */
export async function createDatabase(url: string): Promise<{ url: string; drop(): Promise<void> }> {
	const name = `t_${randomUUID().replaceAll('-', '')}`;
	await execute(url, `create database ${name}`);
	const own = new URL(url);
	own.pathname = `/${name}`;
	return {
		url: own.href,
		drop: () => execute(url, `drop database if exists ${name} with (force)`)
	};
}

async function execute(url: string, statement: string): Promise<void> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		await sql.unsafe(statement);
	} finally {
		await sql.end();
	}
}

function listDebianFolders(): string[] {
	const root = '/usr/lib/postgresql';
	if (!existsSync(root)) return [];
	return readdirSync(root)
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => path.join(root, version, 'bin'));
}

/** Returns the account Postgres runs as when we are root: it looks its own name up, so any free number will not do. */
function getAccount(): { uid: number; gid: number } {
	const accounts = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'))
		.map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
	const account =
		['postgres', 'nobody']
			.map((name) => accounts.find((each) => each.name === name))
			.find(Boolean) ?? accounts.find((each) => each.uid >= 1000);
	if (!account)
		throw new Error('Postgres refuses to run as root, and /etc/passwd has no other account.');
	return { uid: account.uid, gid: account.gid };
}

/** Resolves when Postgres says on its log that it takes connections; rejects with that log when it ends before. */
function waitUntilReady(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let log = '';
		child.once('error', reject);
		child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
			log = (log + piece).slice(-4000);
			if (log.includes('ready to accept connections')) resolve();
		});
		child.stderr?.once('close', () => {
			child.stdin?.end();
			reject(new Error(`Postgres did not start:\n${log}`));
		});
	});
}
