// What the projected rows promise, run on both storages by projection.test.ts and projection.pg.test.ts: whatever happens
// to a board, they say what its document says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionName } from '#lib/model/board.ts';
import { projectBoard } from '#server/collab/projector.ts';
import { listUnprojected, noProjectedRows, type ProjectedRows } from '#server/db/projections.ts';
import { compactBoard } from '#server/jobs/compact.ts';
import { projectBoards } from '#server/jobs/project-boards.ts';
import { until } from './house.ts';
import { makeRandom, type Random } from './random.ts';
import type { RawClient } from './raw-client.ts';
import { HERE, THERE, TwoBoards } from './two-boards.ts';

type AnyBoard = {
	create(collection: CollectionName, id: string, given: object): void;
	write(collection: CollectionName, id: string, field: string, value: unknown): void;
	remove(collection: CollectionName, id: string): void;
};

const span = (random: Random): unknown => ({
	from: `2026-0${1 + random.below(4)}-11`,
	to: `2026-0${5 + random.below(4)}-11`
});

const values: Record<string, (random: Random) => unknown> = {
	'allocations/person': (random) => random.pick(['', 'per_ann', 'per_bob', 'per_cy']),
	'allocations/span': (random) => (random.chance(5) ? null : span(random)),
	'allocations/load': (random) =>
		random.pick([null, { mode: 'perDay', amount: 60 }, { mode: 'percent', amount: 5000 }]),
	'allocations/project': (random) => random.pick(['prj_a', 'prj_b', 'prj_gone']),
	'allocations/module': (random) => random.pick(['', 'mod_a', 'mod_b']),
	'allocations/certainty': (random) => random.pick(['tentative', 'confirmed']),
	'allocations/archived': (random) => random.chance(3),
	'allocations/note': (random) => `note ${random.below(99)}`,
	'projects/title': (random) => `Title \0 \ud800 ${random.below(99)}`,
	'projects/archived': (random) => random.chance(2),
	'projects/launch': (random) => random.pick([null, '2026-12-24', '9999-12-31', '0001-01-01']),
	'projects/effortMinutes': (random) => random.pick([null, 60, 10_000_000]),
	'modules/archived': (random) => random.chance(2),
	'modules/effortMinutes': (random) => random.pick([null, 600]),
	'stages/name': (random) => `Stage ${random.below(9)}`
};
const ids: Record<string, string[]> = {
	allocations: ['alc_a', 'alc_b', 'alc_c', 'alc_d'],
	projects: ['prj_a', 'prj_b'],
	modules: ['mod_a', 'mod_b'],
	stages: ['stg_a', 'stg_b']
};

export function describeProjection(kind: 'embedded' | 'postgres'): void {
	let boards: TwoBoards;
	beforeAll(async () => {
		boards = await TwoBoards.open(kind);
		await boards.collab.edit(HERE, 'server', 'demo', (board) => {
			for (const id of ids.stages!) board.create('stages', id, { name: id, rank: 'a0' });
			for (const id of ids.projects!) board.create('projects', id, { title: id });
			board.create('modules', 'mod_a', { project: 'prj_a', title: 'M' });
			board.create('modules', 'mod_b', { project: 'prj_b', title: 'N' });
			for (const id of ids.allocations!)
				board.create('allocations', id, { person: 'per_ann', project: 'prj_a' });
		});
	});
	afterAll(() => boards?.close());

	async function stored(board: string): Promise<ProjectedRows> {
		const rows = noProjectedRows() as unknown as Record<string, Map<string, unknown>>;
		const { orm } = boards.db;
		const tables = {
			allocations: await orm.query.projectedAllocations.findMany(),
			projects: await orm.query.projectedProjects.findMany(),
			stages: await orm.query.projectedStages.findMany()
		};
		for (const [name, found] of Object.entries(tables))
			for (const { board: of, ...row } of found) if (of === board) rows[name]!.set(row.id, row);
		return rows as unknown as ProjectedRows;
	}

	/** What storage can hold of a text: see db/json-text.ts. */
	const plain = (rows: ProjectedRows): unknown =>
		Object.fromEntries(
			Object.entries(rows).map(([name, of]) => [
				name,
				[...(of as Map<string, object>).values()]
					.map((row) =>
						Object.fromEntries(
							Object.entries(row)
								.sort()
								.map(([key, value]: [string, unknown]) => [
									key,
									typeof value === 'string'
										? value.toWellFormed().replaceAll('\0', '\uFFFD')
										: value
								])
						)
					)
					.sort((a, b) => ((a['id'] as string) < (b['id'] as string) ? -1 : 1))
			])
		);

	async function expectSame(board = HERE): Promise<void> {
		const committed = await boards.committed(board);
		expect(plain(await stored(board))).toEqual(plain(projectBoard(committed.board)));
	}

	function edit(board: AnyBoard, random: Random): void {
		const [collection, field] = random.pick(Object.keys(values)).split('/') as [
			CollectionName,
			string
		];
		const id = random.pick(ids[collection]!);
		board.write(collection, id, field, values[`${collection}/${field}`]!(random));
	}

	it.each([1, 2, 3])(
		'equal a rebuild after random edits of people and server, %i',
		async (seed) => {
			const random = makeRandom(seed);
			const pia = await boards.join('pia', HERE);
			const vic = await boards.join('vic', HERE);
			const loose = (client: RawClient): AnyBoard => client.board as unknown as AnyBoard;
			for (let step = 0; step < 40; step++) {
				const what = random.below(8);
				const own = `alc_s${seed}x${step}`;
				// Whatever a viewer writes is set back.
				if (what === 0) await vic.write(() => edit(loose(vic), random));
				else if (what === 1) {
					await pia.write(() => loose(pia).create('allocations', own, { person: 'per_bob' }));
					if (random.chance(2)) await pia.write(() => loose(pia).remove('allocations', own));
				} else if (what === 2)
					await boards.collab.edit(HERE, 'server', random.pick(['import', 'command']), (board) => {
						board.create('allocations', own, { person: 'per_cy', project: 'prj_b' });
						edit(board as unknown as AnyBoard, random);
					});
				else if (what === 3)
					await expect(
						boards.collab.edit(HERE, 'server', 'command', (board) => {
							edit(board as unknown as AnyBoard, random);
							throw new Error('taken back');
						})
					).rejects.toThrow('taken back');
				else await pia.write(() => edit(loose(pia), random));
			}
			await expectSame();
			pia.close();
			vic.close();
		}
	);

	describe('written anew', () => {
		const forget = async (): Promise<void> => {
			await until(() => boards.collab.metrics()['collab_boards'] === 0);
			for (const table of ['board_projection', 'projected_allocation', 'projected_project'])
				await boards.db.sql`delete from ${boards.db.sql(table)} where board = ${HERE}`;
		};

		it('are there when a board from before them is opened', async () => {
			await forget();
			expect((await stored(HERE)).projects.size).toBe(0);
			await boards.collab.read(HERE, () => undefined);
			await expectSame();
		});

		it('are written for every board after an update of the server, opened or not', async () => {
			await forget();
			const log = { info: () => undefined, warn: expect.unreachable, error: expect.unreachable };
			const { db, collab } = boards;
			await projectBoards({ db, collab, log: log as never }, new AbortController().signal);
			await expectSame();
			expect(await listUnprojected(db)).toEqual([]);
		});

		it('are made good where another version of the server wrote to the log', async () => {
			await until(() => boards.collab.metrics()['collab_boards'] === 0);
			await boards.db.sql`delete from projected_allocation where board = ${HERE}`;
			await boards.collab.read(HERE, () => undefined);
			expect((await stored(HERE)).allocations.size).toBe(0);
			await until(() => boards.collab.metrics()['collab_boards'] === 0);
			await boards.db.sql`update board_counter set projected = projected - 1 where board = ${HERE}`;
			await boards.collab.read(HERE, () => undefined);
			await expectSame();
		});

		it('stay as they are when a board is rebuilt under its next epoch', async () => {
			await until(() => boards.collab.metrics()['collab_boards'] === 0);
			const before = plain(await stored(HERE));
			await compactBoard(boards.db, HERE, 1);
			expect(plain(await stored(HERE))).toEqual(before);
			await boards.collab.edit(HERE, 'server', 'command', (board) =>
				board.write('projects', 'prj_a', 'title', 'After')
			);
			await expectSame();
		});
	});

	it('go with their board', async () => {
		await boards.collab.edit(THERE, 'server', 'demo', (board) =>
			board.create('allocations', 'alc_t', { person: 'per_ann' })
		);
		expect((await stored(THERE)).allocations.size).toBe(1);
		await until(() => boards.collab.metrics()['collab_boards'] === 0);
		await boards.db.sql`delete from boards where id = ${THERE}`;
		expect((await stored(THERE)).allocations.size).toBe(0);
	});
}
