// What a board's log promises, said once and run on both storages by log.test.ts and log.pg.test.ts.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { driverError, makeFaulty } from '../../tests/faulty-db.ts';
import { openStorage, type Storage } from '../../tests/storages.ts';
import { readLog } from '../db/board-log.ts';
import type { Db } from '../db/db.ts';
import { takeLease } from '../db/lease.ts';
import { LogDamaged, LogUnavailable, openBoardLog, type DerivedRows } from './log.ts';

const nothing: DerivedRows = { audit: [], transitions: [], bindings: [] };
const update = (n: number) => new TextEncoder().encode(`update ${n}`);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const quick = { retryForMs: 300 };

export function describeLog(kind: 'embedded' | 'postgres'): void {
	let storage: Storage;
	let db: Db;
	let board = '';
	let made = 0;

	beforeAll(async () => {
		storage = await openStorage(kind);
		db = storage.db;
		await db.sql`insert into organisations (id, name) values ('org', 'Organisation')`;
	});
	afterAll(() => storage?.remove());
	beforeEach(async () => {
		board = `brd_${++made}`;
		await db.sql`insert into boards (id, organisation, name) values (${board}, 'org', 'Board')`;
	});

	const readTexts = async () =>
		(await readLog(db, board, 1)).updates.map((row) => new TextDecoder().decode(row.bytes));
	const count = async (table: string) =>
		Number((await db.sql`select count(*) as n from ${db.sql(table)} where board = ${board}`)[0]!.n);

	describe('order and groups', () => {
		it('keeps the order, numbers without a gap and resolves in order', async () => {
			const { log } = await openBoardLog(db, board, 1);
			const resolved: number[] = [];
			await Promise.all(
				numbers(50).map((n) => log.append(update(n), 'usr', nothing).then(() => resolved.push(n)))
			);
			await log.close();

			expect(resolved).toEqual(numbers(50));
			const stored = await readLog(db, board, 1);
			expect(stored.updates.map((row) => row.seq)).toEqual(numbers(50));
			expect(await readTexts()).toEqual(numbers(50).map((n) => `update ${n}`));
			expect(stored.lastSeq).toBe(50);
		});

		it('commits what came meanwhile as one group, told before its promises resolve', async () => {
			const faulty = makeFaulty(db);
			const { log } = await openBoardLog(faulty.db, board, 1);
			const before = faulty.asked();
			const told: number[] = [];
			let resolved = 0;
			log.onCommitted = (updates) => {
				told.push(updates.length);
				expect(resolved).toBe(told.slice(0, -1).reduce((sum, size) => sum + size, 0));
			};
			const first = log.append(update(1), 'usr', nothing).then(() => (resolved += 1));
			await new Promise((resolve) => setImmediate(resolve));
			const rest = numbers(20).map((n) =>
				log.append(update(n + 1), 'usr', nothing).then(() => (resolved += 1))
			);
			await Promise.all([first, ...rest]);
			expect(told).toEqual([1, 20]);
			expect(faulty.asked() - before).toBe(2);
			await log.close();
		});

		it('writes derived rows with the update they came from, whatever their text', async () => {
			const { log } = await openBoardLog(db, board, 1);
			const write = { collection: 'projects', record: 'prj_1', field: 'title', kind: 'write' };
			await Promise.all([
				log.append(update(1), 'usr_a', nothing),
				log.append(update(2), 'usr_b', {
					audit: [
						{ ...write, before: '12', after: 'a\0b \ud800' },
						{ ...write, field: 'position', before: null, after: { stage: 's', rank: 'a' } }
					],
					transitions: [
						{
							cardKind: 'projects',
							card: 'prj_1',
							from: '',
							to: 's',
							reason: "it's time",
							kind: 'move'
						}
					],
					bindings: [{ client: 4_294_967_295, user: 'usr_b' }]
				})
			]);
			await log.close();
			const audit = await db.orm.query.auditEvents.findMany({
				where: (row, { eq }) => eq(row.board, board),
				orderBy: (row, { asc }) => asc(row.id)
			});
			expect(audit.map(({ seq, actor, before, after }) => ({ seq, actor, before, after }))).toEqual(
				[
					{ seq: 2, actor: 'usr_b', before: '12', after: 'a\ufffdb \ufffd' },
					{ seq: 2, actor: 'usr_b', before: null, after: { stage: 's', rank: 'a' } }
				]
			);
			expect(await count('gate_transition')).toBe(1);
			const reopened = await openBoardLog(db, board, 1);
			expect(reopened.bindings).toEqual(new Map([[4_294_967_295, 'usr_b']]));
			await reopened.log.close();
		});
	});

	describe('failures', () => {
		it('tries again while storage is away, and writes once', async () => {
			const faulty = makeFaulty(db);
			const { log } = await openBoardLog(faulty.db, board, 1);
			faulty.failNext(3, 'before', driverError('ECONNREFUSED'));
			await log.append(update(1), 'usr', nothing);
			expect(await readTexts()).toEqual(['update 1']);
			await log.close();
		});

		it('looks a commit up whose answer was lost, and does not write it again', async () => {
			const faulty = makeFaulty(db);
			const { log } = await openBoardLog(faulty.db, board, 1);
			await log.append(update(1), 'usr', nothing);
			faulty.failNext(1, 'after', driverError('CONNECTION_CLOSED'));
			await Promise.all([2, 3].map((n) => log.append(update(n), 'usr', nothing)));
			await log.append(update(4), 'usr', nothing);
			expect(await readTexts()).toEqual(numbers(4).map((n) => `update ${n}`));
			await log.close();
		});

		it('gives up after its time, acknowledges nothing and stays closed', async () => {
			const faulty = makeFaulty(db);
			const { log } = await openBoardLog(faulty.db, board, 1, quick);
			const failed: Error[] = [];
			log.onFailed = (reason) => failed.push(reason);
			faulty.failNext(1_000, 'before', driverError('CONNECTION_CLOSED'));
			const answers = await Promise.allSettled(
				[1, 2].map((n) => log.append(update(n), 'usr', nothing))
			);
			faulty.failNext(0, 'before', driverError(''));
			expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'rejected']);
			expect(failed).toMatchObject([{ name: 'LogUnavailable', trouble: 'connection' }]);
			await expect(log.append(update(3), 'usr', nothing)).rejects.toBe(failed[0]);
			await log.settled();
			await log.close();
			expect(await readTexts()).toEqual([]);
		});

		it('says so when the disk is full, and keeps none of the group', async () => {
			await failInserts(db, 'audit_event', '53100', 'no space left on device');
			const { log } = await openBoardLog(db, board, 1, quick);
			const rows = {
				...nothing,
				audit: [{ collection: 'a', record: 'b', field: 'c', before: 1, after: 2, kind: 'write' }]
			};
			await expect(log.append(update(1), 'usr', rows)).rejects.toThrow(
				/disk.*full.*no space left on device.*insert into audit_event/is
			);
			await db.sql`drop trigger fault on audit_event`;
			expect(await readTexts()).toEqual([]);
			expect((await readLog(db, board, 1)).lastSeq).toBe(0);

			const reopened = await openBoardLog(db, board, 1);
			await reopened.log.append(update(1), 'usr', rows);
			expect(await readTexts()).toEqual(['update 1']);
			await reopened.log.close();
		});

		it('opens for reading where nothing can be written, and takes no edit', async () => {
			const { log: writing } = await openBoardLog(db, board, 1);
			await writing.append(update(1), 'usr', nothing);
			await writing.close();
			for (const [code, trouble] of [
				['53100', 'disk-full'],
				['25006', 'read-only']
			] as const) {
				const faulty = makeFaulty(db);
				faulty.failNext(1, 'before', driverError(code));
				const { log, updates, project } = await openBoardLog(faulty.db, board, 1);
				expect(updates).toHaveLength(1);
				expect(project).toBeUndefined();
				const failed: Error[] = [];
				log.onFailed = (reason) => failed.push(reason);
				await expect(log.append(update(2), 'usr', nothing)).rejects.toMatchObject({ trouble });
				await expect(log.append(update(3), 'usr', nothing)).rejects.toMatchObject({ trouble });
				expect(failed).toMatchObject([{ trouble }]);
				await log.close();
			}
			expect(await readTexts()).toEqual(['update 1']);
			const again = await openBoardLog(db, board, 1);
			await again.log.append(update(2), 'usr', nothing);
			expect(await readTexts()).toEqual(['update 1', 'update 2']);
			await again.log.close();
		});

		it('does not repeat what storage refuses for good', async () => {
			await failInserts(db, 'board_update', '23514', 'refused by a test');
			const faulty = makeFaulty(db);
			const { log } = await openBoardLog(faulty.db, board, 1);
			const before = faulty.asked();
			await expect(log.append(update(1), 'usr', nothing)).rejects.toMatchObject({
				trouble: 'refused'
			});
			await db.sql`drop trigger fault on board_update`;
			expect(faulty.asked() - before).toBe(1);
		});

		it('reports a listener that throws and goes on committing', async () => {
			const { log } = await openBoardLog(db, board, 1);
			const caught = new Promise((resolve) => {
				const others = process.listeners('uncaughtException');
				process.removeAllListeners('uncaughtException');
				process.once('uncaughtException', (error) => {
					for (const other of others) process.on('uncaughtException', other);
					resolve(error);
				});
			});
			log.onCommitted = () => {
				log.onCommitted = () => undefined;
				throw new Error('a listener broke');
			};
			await log.append(update(1), 'usr', nothing);
			expect(await caught).toMatchObject({ message: 'a listener broke' });
			await log.append(update(2), 'usr', nothing);
			expect(await readTexts()).toEqual(['update 1', 'update 2']);
			await log.close();
		});
	});

	describe('lease and whole logs', () => {
		it('refuses an append of whoever lost the lease, within the same transaction', async () => {
			const first = await openBoardLog(db, board, 1);
			await first.log.append(update(1), 'usr', nothing);
			const second = await openBoardLog(db, board, 1);
			expect(second.updates.map((bytes) => new TextDecoder().decode(bytes))).toEqual(['update 1']);
			const late = first.log.append(update(2), 'usr', nothing);
			await expect(late).rejects.toMatchObject({ trouble: 'fence-lost' });
			await second.log.append(update(3), 'usr', nothing);
			await first.log.close();
			expect(await readTexts()).toEqual(['update 1', 'update 3']);
			await second.log.append(update(4), 'usr', nothing);
			await second.log.close();
		});

		it('fences an append whose first answer was lost and whose board was taken meanwhile', async () => {
			const faulty = makeFaulty(db);
			const first = await openBoardLog(faulty.db, board, 1);
			faulty.failNext(1, 'before', driverError('ECONNRESET'));
			const late = first.log.append(update(1), 'usr', nothing);
			await takeLease(db, board, 1);
			await expect(late).rejects.toBeInstanceOf(LogUnavailable);
			expect(await readTexts()).toEqual([]);
		});

		it('refuses a board that is gone, and another epoch', async () => {
			await expect(openBoardLog(db, 'brd_none', 1)).rejects.toMatchObject({ trouble: 'no-board' });
			await expect(openBoardLog(db, board, 2)).rejects.toMatchObject({ trouble: 'stale-epoch' });
			const { log } = await openBoardLog(db, board, 1);
			await db.sql`delete from boards where id = ${board}`;
			await expect(log.append(update(1), 'usr', nothing)).rejects.toMatchObject({
				trouble: 'fence-lost'
			});
		});

		it('refuses a log with a gap and a log that lost its tail', async () => {
			const { log } = await openBoardLog(db, board, 1);
			await Promise.all(numbers(3).map((n) => log.append(update(n), 'usr', nothing)));
			await log.close();
			await db.sql`delete from board_update where board = ${board} and seq = 2`;
			await expect(openBoardLog(db, board, 1)).rejects.toThrow(/row 2 is missing/);
			await db.sql`delete from board_update where board = ${board} and seq = 3`;
			await expect(openBoardLog(db, board, 1)).rejects.toThrow(/ends at 1, but 3 was committed/);
			await expect(openBoardLog(db, board, 1)).rejects.toBeInstanceOf(LogDamaged);
		});

		it('never lets a row of the log be changed', async () => {
			const { log } = await openBoardLog(db, board, 1);
			await log.append(update(1), 'usr', nothing);
			await log.close();
			await expect(
				db.sql`update board_update set actor = 'other' where board = ${board}`
			).rejects.toThrow(/must not be changed/);
		});
	});
}

/** Every insert into `table` fails until the trigger `fault` is dropped. */
async function failInserts(db: Db, table: string, code: string, message: string): Promise<void> {
	await db.sql.unsafe(`
		create or replace function fault() returns trigger language plpgsql as $$
		begin raise exception '${message}' using errcode = '${code}'; end $$;
		create trigger fault before insert on ${table} for each row execute function fault();`);
}
