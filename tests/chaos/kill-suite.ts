// A server that is killed while ten people edit keeps every edit it acknowledged, on either storage.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Host, type StorageKind } from './host.ts';
import { join, print } from './member.ts';
import { Oracle } from './oracle.ts';
import { waitUntil } from './wait-until.ts';
import { startWriters } from './writers.ts';

const ROUNDS = 5;
const FEWEST_EDITS = 20;

export function testKills(kind: StorageKind): void {
	describe(`SIGKILL while ten people edit, on ${kind} storage`, () => {
		let host: Host;
		const oracle = new Oracle();
		beforeAll(async () => {
			host = await Host.open(kind, { postgres: process.env['TEST_DATABASE_URL'] ?? '' });
		});
		afterAll(async () => {
			await host.remove();
			oracle.remove();
		});

		it(
			`loses, doubles and brings back nothing over ${ROUNDS} kills`,
			{ timeout: 300_000 },
			async () => {
				const owner = await host.signIn('owner');
				const planner = await host.signIn('planner');
				const { id, document } = await host.findBoard(owner);
				const writers = await startWriters(
					[
						{ role: 'owner', login: owner },
						{ role: 'planner', login: planner }
					],
					document,
					oracle
				);
				try {
					for (let round = 0; round < ROUNDS; round++) {
						// Not at the same point of the queue each time.
						await writers.more(FEWEST_EDITS + ((round * 7) % 10));
						await host.stop('SIGKILL');
						await host.start();
						const fresh = await join(owner, document);
						const { acknowledged, ...wrong } = oracle.judge(fresh.board);
						fresh.destroy();
						expect(wrong, `after kill ${round + 1}, ${acknowledged} acknowledged`).toEqual({
							lost: [],
							doubled: [],
							resurrected: []
						});
					}
					await writers.more(FEWEST_EDITS);
					await writers.finish();
					const fresh = await join(planner, document);
					const truth = print(fresh.board);
					await waitUntil('ten copies that equal the server', () =>
						writers.members.every(({ board }) => print(board) === truth)
					);
					expect(oracle.judge(fresh.board)).toMatchObject({
						lost: [],
						doubled: [],
						resurrected: []
					});
					fresh.destroy();
					expect(await host.metric('unhandled_errors_total')).toBe(0);
					expect(await host.export(owner, id)).toContain('writer 9 #1');
				} finally {
					writers.destroy();
				}
			}
		);
	});
}
