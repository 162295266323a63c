// Embedded storage across processes: one owner a folder, a killed owner leaves a folder that opens, a stopping one is
// waited for, and an engine that breaks is started again.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDataDir } from '../../tests/storages.ts';
import { findSocketPath, lockDataDir } from './data-dir-lock.ts';
import { openDb, type Db } from './db.ts';

const folder = new URL('.', import.meta.url).href;
let dataDir = '';
const children: ChildProcess[] = [];

beforeEach(async () => {
	dataDir = await makeDataDir();
});
afterEach(() => {
	for (const child of children.splice(0)) child.kill('SIGKILL');
	rmSync(dataDir, { recursive: true, force: true });
});

/** Runs `script` in a process of its own; resolves when it has printed a line. */
async function startOther(script: string): Promise<{ child: ChildProcess; line: string }> {
	const child = spawn(
		process.execPath,
		['--input-type=module', '-e', `const dataDir = ${JSON.stringify(dataDir)};\n${script}`],
		{ stdio: ['ignore', 'pipe', 'inherit'] }
	);
	children.push(child);
	const [line] = (await once(child.stdout!.setEncoding('utf8'), 'data')) as [string];
	return { child, line: line.trim() };
}

const holdLock = `
	const { lockDataDir } = await import('${folder}data-dir-lock.ts');
	const lock = await lockDataDir(dataDir);
	setInterval(() => {}, 1000);
	console.log('locked');`;

describe('the lock of a data folder', () => {
	it('refuses a second process and names the first', async () => {
		const { child } = await startOther(holdLock);
		await expect(lockDataDir(dataDir)).rejects.toThrow(
			new RegExp(`${dataDir} is in use by process ${child.pid}.*DATA_DIR`)
		);
	});

	it('takes the folder of a killed process at once', async () => {
		const { child } = await startOther(holdLock);
		child.kill('SIGKILL');
		await once(child, 'exit');
		expect(existsSync(findSocketPath(dataDir, 'lock'))).toBe(true);
		const lock = await lockDataDir(dataDir, 0);
		await expect(lockDataDir(dataDir, 0)).rejects.toThrow(/in use/);
		await lock.release();
	});

	it('lets exactly one of several starts take a stale folder', async () => {
		const { child } = await startOther(holdLock);
		child.kill('SIGKILL');
		await once(child, 'exit');
		const starts = await Promise.allSettled(
			Array.from({ length: 8 }, () => lockDataDir(dataDir, 0))
		);
		const taken = starts.filter((start) => start.status === 'fulfilled');
		expect(taken).toHaveLength(1);
		await taken[0]!.value.release();
	});

	it('waits for an owner that is stopping, but not for ever', async () => {
		const first = await lockDataDir(dataDir);
		first.announceStop();
		const second = lockDataDir(dataDir);
		await expect(lockDataDir(dataDir, 100)).rejects.toThrow(/still being closed/);
		await first.release();
		await (await second).release();
	});

	it('puts the socket aside when the path is too long for one', async () => {
		const long = path.join(dataDir, 'x'.repeat(100));
		mkdirSync(long);
		const socket = findSocketPath(long, 'lock');
		expect(socket.startsWith(tmpdir())).toBe(true);
		expect(statSync(path.dirname(socket)).mode & 0o077).toBe(0);
		await (await lockDataDir(long)).release();
	});
});

const isAlive = (db: Db) =>
	db.ping().then(
		() => true,
		() => false
	);

describe('embedded storage', () => {
	const writeAndWait = `
		const { openDb } = await import('${folder}db.ts');
		const db = await openDb({ databaseUrl: undefined, dataDir });
		for (let n = 1; ; n += 1) {
			await db.sql\`insert into organisations (id, name) values (\${'org_' + n}, 'x')\`;
			console.log(n);
		}`;

	it('keeps every answered write over a SIGKILL, and refuses a second server before it', async () => {
		const { child } = await startOther(writeAndWait);
		let answered = 0;
		child.stdout!.on('data', (text: string) => {
			answered = Number(text.trim().split('\n').at(-1));
		});
		while (answered < 20) await once(child.stdout!, 'data');
		await expect(openDb({ databaseUrl: undefined, dataDir })).rejects.toThrow(/in use by process/);
		child.kill('SIGKILL');
		await once(child, 'exit');

		const db = await openDb({ databaseUrl: undefined, dataDir });
		const [row] = await db.sql`select count(*) from organisations`;
		expect(Number(row!['count'])).toBeGreaterThanOrEqual(answered);
		await db.close();
	});

	it('starts an engine that got stuck again; connections come back by themselves', async () => {
		const files = path.join(dataDir, 'postgres');
		const walFolder = path.join(files, 'pg_wal');
		const told: string[] = [];
		const db = await openDb(
			{ databaseUrl: undefined, dataDir },
			{ onBroken: (reason) => told.push(reason), stuckAfterMs: 1_000 }
		);
		await db.sql`insert into organisations (id, name) values ('org', 'x')`;
		// Without room for its next segment the engine neither answers nor ends.
		renameSync(walFolder, `${walFolder}-away`);
		await db.sql`select pg_switch_wal()`;
		const lost = db.sql`insert into organisations (id, name) values ('lost', 'x')`;
		await expect(lost).rejects.toThrow();
		renameSync(`${walFolder}-away`, walFolder);

		while (!(await isAlive(db))) await pause(50);
		expect(told[0]).toMatch(/did not answer within 1000 ms/);
		expect(await db.sql`select id from organisations`).toEqual([{ id: 'org' }]);
		await db.close();
	});

	it('clears what an interrupted first start left', async () => {
		const fresh = mkdtempSync(path.join(tmpdir(), 'plimsoll-data-'));
		try {
			mkdirSync(path.join(fresh, 'postgres-new-abc'));
			const db = await openDb({ databaseUrl: undefined, dataDir: fresh });
			await db.ping();
			await db.close();
			expect(readdirSync(fresh)).toEqual(['postgres']);
			expect(statSync(fresh).isDirectory()).toBe(true);
		} finally {
			rmSync(fresh, { recursive: true, force: true });
		}
	}, 60_000);
});
