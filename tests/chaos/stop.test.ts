// An orderly end while ten people edit, and a board whose export is what it is whatever the server went through.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Host } from './host.ts';
import { join, print } from './member.ts';
import { Oracle } from './oracle.ts';
import { waitUntil } from './wait-until.ts';
import { startWriters } from './writers.ts';

describe('SIGTERM while ten people edit', () => {
	let host: Host;
	const oracle = new Oracle();
	beforeAll(async () => {
		host = await Host.open('embedded');
	});
	afterAll(async () => {
		await host.remove();
		oracle.remove();
	});

	it(
		'ends within ten seconds by saying so, and keeps what was acknowledged',
		{ timeout: 180_000 },
		async () => {
			const owner = await host.signIn('owner');
			const { id, document } = await host.findBoard(owner);
			const writers = await startWriters([{ role: 'owner', login: owner }], document, oracle);
			try {
				await writers.more(30);
				const asked = performance.now();
				expect(await host.stop('SIGTERM')).toBe(0);
				expect(performance.now() - asked).toBeLessThan(10_000);
				// The end of a process may be heard of before that of its sockets.
				await waitUntil('every socket to end', () =>
					writers.members.every((member) => member.closings.length > 0)
				);
				for (const member of writers.members)
					expect(member.closings[0]).toMatchObject({ code: 1012, reason: 'restarting' });

				await host.start();
				await writers.finish();
				const fresh = await join(owner, document);
				expect(oracle.judge(fresh.board)).toMatchObject({ lost: [], doubled: [], resurrected: [] });

				// A pure function of the content: of this copy, of the server's, and of the one it reads from storage again.
				const told = await host.export(owner, id);
				expect(told).toBe(print(fresh.board));
				fresh.destroy();
				for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
					await host.stop(signal);
					await host.start();
					expect(await host.export(owner, id), `after ${signal}`).toBe(told);
				}
				expect(told).not.toMatch(/"(password|session|email|seq|epoch)/i);
			} finally {
				writers.destroy();
			}
		}
	);
});
