// Postgres goes away under two people who edit, and comes back: nobody loses an edit, nothing is acknowledged that is
// not kept, and nobody has to reload.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, startCluster, type Cluster } from '../postgres.ts';
import { Host } from './host.ts';
import { join, print } from './member.ts';
import { waitUntil } from './wait-until.ts';

describe.skipIf(!findPostgres())('Postgres stopped while two people edit', () => {
	let cluster: Cluster;
	let host: Host;
	beforeAll(async () => {
		cluster = await startCluster();
		host = await Host.open('postgres', { database: cluster.url });
	});
	afterAll(async () => {
		await host.remove();
		await cluster.remove();
	});

	it(
		'keeps every edit with its author and lets them in when it is back',
		{ timeout: 180_000 },
		async () => {
			const owner = await host.signIn('owner');
			const planner = await host.signIn('planner');
			const { id, document } = await host.findBoard(owner);
			const ann = await join(owner, document);
			const ben = await join(planner, document);
			const [first, second] = [...ann.board.all('projects')].map((project) => project.id);
			const writeNotes = (member: typeof ann, project: string, notes: string): void =>
				member.write((board) => board.write('projects', project, 'notes', notes));
			writeNotes(ann, first!, 'before');
			await ann.settled();
			await waitUntil('the other copy has it', () => ben.project(first!).notes === 'before');

			await cluster.stop('immediate');
			const away = await waitUntil('readiness to say so', async () => {
				const answer = await fetch(`${host.url}/readyz`);
				return answer.status === 503 && answer;
			});
			expect(await away.text()).toMatch(/storage/);
			expect((await fetch(`${host.url}/healthz`)).status).toBe(200);
			writeNotes(ann, first!, 'while away, by Ann');
			writeNotes(ben, second!, 'while away, by Ben');
			// The door is shut by name once the log has given up; nothing was acknowledged by then, and nobody saw anything.
			await waitUntil('both sockets closed by name', () =>
				[ann, ben].every((member) => member.closings.some(({ code }) => code === 4503))
			);
			expect([ann.isSettled, ben.isSettled]).toEqual([false, false]);
			expect(ben.project(first!).notes).toBe('before');
			expect(ann.project(second!).notes).not.toBe('while away, by Ben');

			await cluster.start();
			await Promise.all([ann.settled(), ben.settled()]);
			await waitUntil('two equal copies', () => print(ann.board) === print(ben.board));
			expect(ann.project(first!).notes).toBe('while away, by Ann');
			expect(ann.project(second!).notes).toBe('while away, by Ben');
			expect(await host.export(owner, id)).toBe(print(ann.board));
			expect((await fetch(`${host.url}/readyz`)).status).toBe(200);
			expect([...ann.messages, ...ben.messages]).toEqual([]);
			expect(await host.metric('unhandled_errors_total')).toBe(0);
			for (const member of [ann, ben]) member.destroy();
		}
	);
});
