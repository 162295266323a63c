// What the driver does with a connection that ends in the middle of something. It is mended for this where it is
// installed: see scripts/mend-packages.mjs.
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStorage, withoutPostgres, type Storage } from '../../tests/storages.ts';

const QUICK_MS = 2_000;

describe.skipIf(withoutPostgres)('a connection that ends', () => {
	const between = new Set<Socket>();
	let isShut = false;
	let turnedAway = 0;
	/** Stands between the driver and Postgres, so that a connection can be reset from outside. */
	const gate = createServer((inner) => {
		if (isShut) {
			turnedAway++;
			return inner.end();
		}
		const url = new URL(storage.settings.databaseUrl!);
		const outer = connect(Number(url.port), url.hostname);
		between.add(inner);
		inner.pipe(outer).pipe(inner);
		for (const side of [inner, outer]) side.on('error', () => side.destroy());
		inner.on('close', () => {
			between.delete(inner);
			outer.destroy();
		});
		outer.on('close', () => inner.end());
	});
	let storage: Storage;
	let other: postgres.Sql;
	const uncaught: unknown[] = [];
	const note = (error: unknown): void => void uncaught.push(error);
	let one: postgres.Sql;

	/** With a single connection whatever comes next must use the same one. */
	function openPool(max = 1): postgres.Sql {
		const url = new URL(storage.settings.databaseUrl!);
		url.port = String((gate.address() as AddressInfo).port);
		url.hostname = '127.0.0.1';
		return postgres(url.href, {
			max,
			connect_timeout: 20,
			backoff: (attempt) => Math.min(0.02 * 2 ** attempt, 1),
			fetch_types: false
		});
	}
	const endings = {
		async 'is ended by Postgres'(pid: number) {
			await other`select pg_terminate_backend(${pid})`;
		},
		async 'is reset'() {
			for (const socket of between) socket.resetAndDestroy();
		}
	};
	const soon = <T>(work: PromiseLike<T>): Promise<T> => {
		let timer: NodeJS.Timeout;
		const late = new Promise<never>((_, reject) => {
			timer = setTimeout(() => reject(new Error('no answer')), QUICK_MS);
		});
		return Promise.race([Promise.resolve(work), late]).finally(() => clearTimeout(timer));
	};

	beforeAll(async () => {
		process.on('uncaughtException', note);
		await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
		storage = await openStorage('postgres');
		other = storage.db.sql;
		await other`create table driver_notes (text text)`;
		one = openPool();
	});
	afterEach(async () => {
		await one.end({ timeout: 0 });
		one = openPool();
		await other`delete from driver_notes`;
	});
	afterAll(async () => {
		await one.end({ timeout: 0 });
		gate.close();
		await storage.remove();
		process.off('uncaughtException', note);
	});

	for (const [how, end] of Object.entries(endings)) {
		it(`${how}: what its transaction still wants is refused and never done beside it`, async () => {
			const pid = (await one<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]!.pid;
			const closed = new Promise<void>((resolve) => {
				const [socket] = between;
				socket!.once('close', resolve);
			});
			let second: unknown = 'nothing';
			const whole = one.begin(async (tx) => {
				await tx`insert into driver_notes values ('first')`;
				await end(pid);
				await closed;
				// Somebody else's work has the connection by now.
				await soon(one`select 1`);
				second = await soon(tx`insert into driver_notes values ('second')`).then(
					() => 'done',
					(error: { code?: string }) => error.code
				);
			});
			await expect(soon(whole)).rejects.toMatchObject({ code: /CONNECTION_CLOSED|ECONNRESET/ });
			await expect.poll(() => second).toBe('CONNECTION_CLOSED');
			expect(await other`select text from driver_notes`).toEqual([]);
			expect(await soon(one`select 2 as two`)).toEqual([{ two: 2 }]);
			expect(uncaught).toEqual([]);
		});

		it(`${how} during a statement: the next ones are answered, and by their own answers`, async () => {
			for (let round = 0; round < 3; round++) {
				const pid = (await one<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]!.pid;
				const slow = one.begin(async (tx) => {
					await tx`select pg_sleep(30)`;
				});
				slow.catch(() => undefined);
				await expect
					.poll(
						() => other`select 1 from pg_stat_activity where pid = ${pid} and query ~ 'pg_sleep'`
					)
					.toHaveLength(1);
				await end(pid);
				await expect(soon(slow)).rejects.toBeTruthy();
				for (let n = 0; n < 3; n++) expect(await soon(one`select ${n}::int as n`)).toEqual([{ n }]);
			}
			expect(uncaught).toEqual([]);
		});
	}

	it('is tried for again with growing pauses where it is ended before it began, and had once it can be', async () => {
		isShut = true;
		turnedAway = 0;
		const answer = one`select 3 as three`.execute();
		await pause(500);
		isShut = false;
		expect(turnedAway).toBeGreaterThan(1);
		expect(turnedAway).toBeLessThan(20);
		expect(await soon(answer)).toEqual([{ three: 3 }]);
	});

	it('ends with all others at once, and what is asked for in that moment is asked for again', async () => {
		const two = openPool(2);
		for (let round = 0; round < 20; round++) {
			await Promise.all([two`select pg_sleep(0.01)`, two`select pg_sleep(0.01)`]);
			const again = soon(two`select pg_sleep(30)`).catch(() => soon(two`select 1`).catch(() => 0));
			await pause(5);
			for (const socket of between) socket.end();
			await again;
			expect(await soon(two`select ${round}::int as n`)).toEqual([{ n: round }]);
		}
		await two.end({ timeout: 0 });
	});
});
