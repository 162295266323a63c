// Postgres going away and coming back under a writing board: on a cluster of the suite's own, so it may be crashed.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, startCluster, type Cluster } from '../../tests/postgres.ts';
import { openBoardLog, type DerivedRows } from '../collab/log.ts';
import { readLog } from './board-log.ts';
import { openDb, type Db } from './db.ts';

const nothing: DerivedRows = { audit: [], transitions: [], bindings: [] };

describe.skipIf(!findPostgres())('Postgres goes away', () => {
	let cluster: Cluster;
	let db: Db;

	beforeAll(async () => {
		cluster = await startCluster();
		db = await openDb({ databaseUrl: cluster.url, dataDir: '' });
		await db.sql`insert into organisations (id, name) values ('org', 'Organisation')`;
	});
	afterAll(async () => {
		await db?.close();
		await cluster?.remove();
	});
	const addBoard = (id: string) =>
		db.sql`insert into boards (id, organisation, name) values (${id}, 'org', 'Board')`;
	const readSeqs = async (board: string) =>
		(await readLog(db, board, 1)).updates.map(({ bytes }) => new TextDecoder().decode(bytes));

	it('keeps a log going over crashes: nothing lost, nothing twice', async () => {
		await addBoard('brd_crash');
		const { log } = await openBoardLog(db, 'brd_crash', 1, { retryForMs: 30_000 });
		const acknowledged: string[] = [];
		let going = true;
		const write = async (writer: number) => {
			for (let n = 0; going; n += 1) {
				const text = `${writer}-${n}`;
				await log.append(new TextEncoder().encode(text), 'usr', nothing);
				acknowledged.push(text);
			}
		};
		const writers = Promise.all([1, 2, 3, 4].map(write));
		for (let round = 1; round <= 3; round += 1) {
			const goal = acknowledged.length + 40;
			while (acknowledged.length < goal) await pause(5);
			await cluster.restart('immediate');
		}
		const goal = acknowledged.length + 40;
		while (acknowledged.length < goal) await pause(5);
		going = false;
		await writers;
		await log.close();
		const kept = await readSeqs('brd_crash');
		expect(kept.toSorted()).toEqual(acknowledged.toSorted());
	});

	it('answers and reads again by itself after a stop, and a failed log can be opened again', async () => {
		await addBoard('brd_stop');
		const { log } = await openBoardLog(db, 'brd_stop', 1, { retryForMs: 200 });
		await log.append(new TextEncoder().encode('1'), 'usr', nothing);
		await cluster.stop();
		await expect(db.ping()).rejects.toThrow();
		await expect(log.append(new TextEncoder().encode('2'), 'usr', nothing)).rejects.toMatchObject({
			trouble: 'connection'
		});
		await expect(openBoardLog(db, 'brd_stop', 1)).rejects.toMatchObject({ trouble: 'connection' });
		await cluster.start();
		const back = Date.now();
		for (;;) {
			const alive = await db.ping().then(
				() => true,
				() => false
			);
			if (alive) break;
			await pause(20);
		}
		expect(Date.now() - back).toBeLessThan(5_000);
		const again = await openBoardLog(db, 'brd_stop', 1);
		await again.log.append(new TextEncoder().encode('3'), 'usr', nothing);
		await again.log.close();
		expect(await readSeqs('brd_stop')).toEqual(['1', '3']);
	});

	it('survives a backend that is ended in the middle of its transaction', async () => {
		await addBoard('brd_ended');
		const { log } = await openBoardLog(db, 'brd_ended', 1);
		const appends = [];
		for (let n = 1; n <= 200; n += 1) {
			appends.push(log.append(new TextEncoder().encode(String(n)), 'usr', nothing));
			if (n % 20 === 0) {
				await Promise.race([appends.at(-1), pause(2)]);
				await db.sql`
					select pg_terminate_backend(pid) from pg_stat_activity
					where application_name = ${db.holder} and pid <> pg_backend_pid()`.catch(() => undefined);
			}
		}
		await Promise.all(appends);
		await log.close();
		expect(await readSeqs('brd_ended')).toEqual(appends.map((_, index) => String(index + 1)));
	});

	it('lets a second server take a board once the first has ended, not while it lives', async () => {
		await addBoard('brd_two');
		const other = await openDb({ databaseUrl: cluster.url, dataDir: '' });
		await openBoardLog(other, 'brd_two', 1);
		await expect(openBoardLog(db, 'brd_two', 1, { leaseWaitMs: 50 })).rejects.toMatchObject({
			trouble: 'held-elsewhere'
		});
		// Ends as a killed process does: connections gone, lease not given back.
		await other.close();
		const taken = await openBoardLog(db, 'brd_two', 1);
		await taken.log.close();
	});
});
