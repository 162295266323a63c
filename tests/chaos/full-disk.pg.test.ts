// A disk that is full: the board stays readable, nothing is acknowledged, edits stay with their authors, and all goes on
// when there is room again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, startCluster, type Cluster } from '../postgres.ts';
import { makeFullDisk, type FullDisk } from './full-disk.ts';
import { Host } from './host.ts';
import { join, print } from './member.ts';
import { waitUntil } from './wait-until.ts';

// Random letters: Postgres would squeeze repeated ones into a page that has room.
const long = Array.from({ length: 7_900 }, () => String.fromCharCode(97 + Math.random() * 26)).join(
	''
);

describe.skipIf(!findPostgres())('an append that fails because the disk is full', () => {
	let cluster: Cluster;
	let host: Host;
	let disk: FullDisk;
	beforeAll(async () => {
		cluster = await startCluster();
		host = await Host.open('postgres', { database: cluster.url });
		disk = await makeFullDisk(cluster);
	});
	afterAll(async () => {
		await host.remove();
		await disk.remove();
		await cluster.remove();
	});

	it('is not acknowledged, not shown and not lost', { timeout: 180_000 }, async () => {
		const owner = await host.signIn('owner');
		const { id, document } = await host.findBoard(owner);
		const ann = await join(owner, document);
		const ben = await join(await host.signIn('planner'), document);
		const [project] = [...ann.board.all('projects')].map((one) => one.id);
		const before = await host.export(owner, id);

		await disk.fill();
		ann.write((board) => board.write('projects', project!, 'notes', long));
		await waitUntil('the socket closed by name', () =>
			ann.closings.some(({ code }) => code === 4503)
		);
		expect(ann.isSettled, disk.way).toBe(false);
		expect(ben.project(project!).notes).not.toBe(long);
		expect(await host.export(owner, id), 'the board stays readable').toBe(before);
		const visitor = await join(owner, document);
		expect(print(visitor.board)).toBe(before);
		visitor.destroy();

		await disk.free();
		await ann.settled();
		await waitUntil('the other copy has it', () => ben.project(project!).notes === long);
		expect(await host.export(owner, id)).toBe(print(ann.board));
		expect(await host.metric('unhandled_errors_total')).toBe(0);
		for (const member of [ann, ben]) member.destroy();
	});
});
