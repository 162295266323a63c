// The demo's two boards as they are seeded: the main one first and whole, the second in sight through three people, and
// all of it gone when the demo is deleted.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot } from '#server/boot.ts';
import type { Services } from '#server/services.ts';
import { makeDataDir } from '../storages.ts';

let dataDir: string;
let services: Services;
beforeAll(async () => {
	dataDir = await makeDataDir();
	services = await boot({
		...{ DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
		...{ PLIMSOLL_DEMO: '1', PLIMSOLL_DEMO_PASSWORD: 'demo-demo-demo' }
	});
}, 120_000);
afterAll(async () => {
	await services?.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

describe('the demo’s boards', () => {
	it('keep the main one first and whole', async () => {
		for (const role of ['owner', 'planner', 'leader', 'designer', 'viewer']) {
			const boards = await services.auth.boardsOf(`usr_demo_${role}`);
			expect(boards.map((board) => board.id)).toEqual(['brd_demo']);
		}
		const live = await services.collab.read('brd_demo', (board) =>
			[...board.all('projects')].filter((project) => !project.archived)
		);
		expect(live.length).toBeGreaterThanOrEqual(40);
		const theirs = await services.auth.boardsOf('usr_demo_compliance');
		expect(theirs.map((board) => board.name)).toEqual(['Compliance refresh']);
	});

	it('show on each other whom they share, without a name', async () => {
		const here = await services.collab.read('brd_demo', (board) => [...board.all('elsewhere')]);
		expect(new Set(here.map((row) => row.person))).toEqual(
			new Set(['per_demo_jonas', 'per_demo_grace', 'per_demo_marcus'])
		);
		expect(new Set(here.map((row) => row.label))).toEqual(new Set(['']));
		const there = await services.collab.read('brd_demo_compliance', (board) => [
			...board.all('elsewhere')
		]);
		expect(there.length).toBeGreaterThan(3);
	});

	it('go without a trace when the demo is deleted', async () => {
		const done = await services.commands.deleteDemo('usr_demo_owner', { board: 'brd_demo' });
		expect(done.ok).toBe(true);
		const { sql } = services.db;
		const rest = await sql<{ id: string }[]>`
			select id from boards where is_demo
			union all select board from projected_allocation
			union all select board from projected_project
			union all select id from people where user_id is distinct from 'usr_demo_owner'`;
		expect(rest).toEqual([]);
	});
});
