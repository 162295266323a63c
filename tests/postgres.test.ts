import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { createDatabase, findPostgres, startCluster } from './postgres.ts';

describe.skipIf(!findPostgres())('a cluster of our own', () => {
	it('keeps what was committed over a crash and a restart, at the same address, with fsync on', async () => {
		const cluster = await startCluster();
		try {
			const database = await createDatabase(cluster.url);
			const before = postgres(database.url, { max: 1 });
			expect(await before`show fsync`).toEqual([{ fsync: 'on' }]);
			await before`create table kept (word text)`;
			await before`insert into kept values ('plank')`;
			await before.end();

			await cluster.restart('immediate');

			const after = postgres(database.url, { max: 1 });
			expect(await after`select word from kept`).toEqual([{ word: 'plank' }]);
			await after.end();
			await database.drop();
		} finally {
			await cluster.remove();
		}
	});

	it('refuses connections while it is stopped', async () => {
		const cluster = await startCluster();
		try {
			await cluster.stop();
			const sql = postgres(cluster.url, { max: 1, connect_timeout: 2 });
			await expect(sql`select 1`).rejects.toThrow(/ECONNREFUSED/);
			await sql.end();
		} finally {
			await cluster.remove();
		}
	});
});
