// An import from upload to undo, on embedded storage: who may, what is written, what a second time does, what an undo
// keeps, and that 50,000 rows hold nobody up.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '#lib/domain/result.ts';
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import { exportBoard } from '#lib/doc/export-board.ts';
import type { ImportCheck, ImportProgress } from '#lib/model/import.ts';
import { createBoard } from '../create-board.ts';
import { runCommand } from '../command.ts';
import { foundTeam, type Team } from '../../../tests/team.ts';
import { createExports } from '../export/exports.ts';
import { createImports, type Imports } from './imports.ts';

const PLAN = [
	'Task,Start,Finish,Resource',
	'Scripting,2026-01-05,2026-01-16,',
	'Draft,2026-01-05,2026-01-09,"designer, Illustrator"',
	'Review,2026-01-12,2026-01-16,SME'
].join('\n');

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('imports', () => {
	let team: Team;
	let imports: Imports;
	let dataDir: string;
	let board: string;

	beforeAll(async () => {
		team = await foundTeam();
		dataDir = mkdtempSync(path.join(tmpdir(), 'plimsoll-uploads-'));
		const settings = { ...team.deps.settings, dataDir };
		imports = createImports({ ...team.deps, settings });
	});
	beforeEach(async () => {
		const { deps, users, board: first } = team;
		const made = await runCommand(deps, createBoard, users.owner, { board: first, name: 'Trial' });
		board = taken(made).board;
	});
	afterAll(async () => {
		await imports.settled();
		await team.storage.remove();
		rmSync(dataDir, { recursive: true, force: true });
	});

	const taken = <T>(result: Result<T>): T => {
		if (!result.ok) throw new Error(result.problem.message);
		return result.value;
	};
	const open = (): BoardDoc => team.fake.open(board);
	const upload = async (text: string, name = 'plan.csv'): Promise<ImportCheck> =>
		taken(await imports.upload(team.users.owner, board, name, bytes(text)));
	async function bring(
		text: string,
		change: Partial<ImportCheck['choices']> = {}
	): Promise<ImportProgress> {
		const { batch, choices } = await upload(text);
		taken(await imports.start(team.users.owner, board, batch, { ...choices, ...change }));
		await imports.settled();
		return taken(await imports.progress(team.users.owner, board, batch));
	}
	const undo = async (batch: string): Promise<ImportProgress> => {
		taken(await imports.undo(team.users.owner, board, batch));
		await imports.settled();
		return taken(await imports.progress(team.users.owner, board, batch));
	};
	const titles = (collection: 'projects' | 'modules' | 'tasks'): string[] =>
		[...open().all(collection)].map((row) => row.title).sort();

	it('write nothing before they are started', async () => {
		const check = await upload(PLAN);
		expect(check.counts).toMatchObject({ projects: 1, modules: 1, tasks: 2, allocations: 3 });
		expect(titles('projects')).toEqual([]);
	});

	it('bring a plan onto the board, and its second time changes nothing (M-23)', async () => {
		const first = await bring(PLAN, { title: 'Ropes' });
		expect(first).toMatchObject({ state: 'done', counts: { created: 7, updated: 0 } });
		expect([titles('projects'), titles('modules'), titles('tasks')]).toEqual([
			...[['Ropes'], ['Scripting'], ['Draft', 'Review']]
		]);
		const second = await bring(PLAN, { title: 'Ropes' });
		expect(second).toMatchObject({ state: 'done', of: 0, counts: { created: 0, unchanged: 7 } });
		const later = await bring(PLAN.replace('2026-01-16,SME', '2026-01-20,SME'), { title: 'Ropes' });
		expect(later.counts).toMatchObject({ created: 0, updated: 2 });
		expect([...open().all('tasks')].map((task) => task.span?.to).sort()).toEqual([
			'2026-01-09',
			'2026-01-20'
		]);
	});

	it('are taken back as if they had not been', async () => {
		const before = exportBoard(open());
		const done = await bring(PLAN);
		const undone = await undo(done.batch);
		expect(undone).toMatchObject({ state: 'undone', counts: { removed: 7, kept: 0 } });
		expect(exportBoard(open())).toEqual(before);
	});

	it('keep, on undo, what somebody has touched or built on, and say why', async () => {
		const done = await bring(PLAN, { title: 'Ropes' });
		const draft = [...open().all('tasks')].find((task) => task.title === 'Draft')!;
		open().doc.transact(() => open().write('tasks', draft.id, 'status', 'done'));
		const undone = await undo(done.batch);
		expect([titles('projects'), titles('modules'), titles('tasks')]).toEqual([
			...[['Ropes'], ['Scripting'], ['Draft']]
		]);
		expect(undone.counts).toMatchObject({ removed: 4, kept: 3 });
		expect(undone.remarks.map((one) => one.text)).toEqual([
			'Task “Draft”: Status has been changed since.',
			'Module “Scripting”: Task “Draft” belongs to it.',
			'Project “Ropes”: Module “Scripting” belongs to it.'
		]);
	});

	it('put back, on undo, the values a second import changed', async () => {
		await bring(PLAN, { title: 'Ropes' });
		const later = await bring(PLAN.replace('2026-01-16,SME', '2026-01-20,SME'), { title: 'Ropes' });
		expect((await undo(later.batch)).counts).toMatchObject({ restored: 2, removed: 0 });
		expect([...open().all('tasks')].map((task) => task.span?.to).sort()).toEqual([
			'2026-01-09',
			'2026-01-16'
		]);
	});

	it.each(['leader', 'designer', 'viewer'] as const)('are not for a %s (P-17)', async (role) => {
		const { users, board: shared } = team;
		const refused = await imports.upload(users[role], shared, 'plan.csv', bytes(PLAN));
		expect(refused).toMatchObject({ ok: false, problem: { code: 'denied', value: 'P-17' } });
		expect(await imports.list(users[role], shared)).toMatchObject({ ok: false });
	});

	it('are for planners too, and of one board only', async () => {
		const { users, board: shared } = team;
		const check = taken(await imports.upload(users.planner, shared, 'plan.csv', bytes(PLAN)));
		expect(await imports.start(users.planner, board, check.batch, check.choices)).toMatchObject({
			problem: { code: 'not-found' }
		});
	});

	it('refuse choices that are none, and a file that is not the one looked at', async () => {
		const { owner } = team.users;
		const { batch, choices } = await upload(PLAN);
		const wrong = { ...choices, dateOrder: 'sideways' };
		expect(await imports.start(owner, board, batch, wrong)).toMatchObject({
			problem: { code: 'invalid' }
		});
		expect(
			await imports.start(owner, board, batch, JSON.parse('{"__proto__": {"shape": "plan"}}'))
		).toMatchObject({
			problem: { code: 'invalid' }
		});
		for (const name of readdirSync(path.join(dataDir, 'uploads')))
			writeFileSync(path.join(dataDir, 'uploads', name), 'something else');
		expect(await imports.start(owner, board, batch, choices)).toMatchObject({
			problem: { code: 'gone' }
		});
	});

	it('list every remark as a CSV that no spreadsheet runs', async () => {
		const { batch, choices } = await upload(
			'Task,Start,Finish,Resource\n=cmd,31/02/2026,2026-03-01,SME\nFine,2026-03-02,2026-03-03,SME'
		);
		const text = taken(await imports.remarks(team.users.owner, board, batch, choices));
		expect(text.split('\r\n')[1]).toBe(
			`"2","error","no-date","“31/02/2026” is not a date in the order chosen (DMY).","This row is left out.","'=cmd","31/02/2026","2026-03-01","SME"`
		);
	});

	it('stop where the storage does, and can be taken back or done again', async () => {
		const { batch, choices } = await upload(PLAN);
		team.fake.failWith(new Error('storage is away'));
		taken(await imports.start(team.users.owner, board, batch, choices));
		await imports.settled();
		team.fake.failWith(undefined);
		expect(taken(await imports.progress(team.users.owner, board, batch)).state).toBe('stopped');
		taken(await imports.start(team.users.owner, board, batch, choices));
		await imports.settled();
		expect(titles('tasks')).toEqual(['Draft', 'Review']);
	});

	it('stopped half-way and done again are taken back as a whole', async () => {
		const lines = ['Title,Code,Hours'];
		for (let i = 0; i < 400; i++) lines.push(`Project ${i},P-${i},10`);
		await bring([lines[0], ...lines.slice(1, 3)].join('\n'));
		const before = exportBoard(open());
		const changed = lines.map((line) => line.replace(/,10$/, ',20')).join('\n');
		const { batch, choices } = await upload(changed, 'many.csv');
		team.fake.failWith(new Error('storage is away'), 1);
		taken(await imports.start(team.users.owner, board, batch, choices));
		await imports.settled();
		team.fake.failWith(undefined);
		const stopped = taken(await imports.progress(team.users.owner, board, batch));
		expect(stopped.state).toBe('stopped');
		expect(stopped.done).toBeGreaterThan(0);
		taken(await imports.start(team.users.owner, board, batch, choices));
		await imports.settled();
		expect(titles('projects')).toHaveLength(400);
		expect(await undo(batch)).toMatchObject({ state: 'undone', counts: { kept: 0 } });
		expect(exportBoard(open())).toEqual(before);
	});

	it('restore a whole board from its JSON, with comments of others, for an owner (P-21)', async () => {
		await bring(PLAN, { title: 'Ropes' });
		const [project] = [...open().all('projects')];
		open().doc.transact(() =>
			open().create('comments', 'cmt_1', {
				project: project!.id,
				author: 'per_other',
				body: '=1',
				at: 5
			})
		);
		const exported = exportBoard(open());
		const { text } = taken(
			await createExports(team.deps).csv(team.users.viewer, team.board, 'tasks', { bom: true })
		);
		expect(text).toContain('Id,Project');
		const made = await runCommand(team.deps, createBoard, team.users.owner, {
			board: team.board,
			name: 'Copy'
		});
		board = taken(made).board;
		for (const { id } of [...open().all('stages')])
			open().doc.transact(() => open().remove('stages', id));
		const done = await bring(JSON.stringify(exported));
		expect(done.state).toBe('done');
		const {
			people: _p,
			absences: _a,
			approvals: _s,
			elsewhere: _e,
			...copied
		} = exportBoard(open());
		const { people: _p2, absences: _a2, approvals: _s2, elsewhere: _e2, ...original } = exported;
		expect(copied).toEqual(original);
	});

	it('give a board without cards the stages of the file, gates and all, and leave those in use alone', async () => {
		const [first, second] = [...open().all('stages')];
		open().doc.transact(() => {
			open().write('stages', first!.id, 'gate', { brief: 'require', lead: 'remind' });
			open().write('stages', first!.id, 'softLimit', 7);
			open().write('stages', second!.id, 'rank', 'zz');
			open().create('projects', 'prj_kept', {
				title: 'Kept',
				position: { stage: second!.id, rank: 'a0' }
			});
		});
		const exported = JSON.stringify(exportBoard(open()));
		const named = (): unknown[] =>
			[...open().all('stages')]
				.map(({ id: _id, ...says }) => says)
				.sort((a, b) => (a.rank < b.rank ? -1 : 1));
		const before = named();
		const standing = (): unknown => {
			const project = open().get('projects', 'prj_kept');
			return project && open().get('stages', project.position!.stage)?.name;
		};
		const into = async (): Promise<void> => {
			const { deps, users, board: from } = team;
			const made = await runCommand(deps, createBoard, users.owner, { board: from, name: 'Copy' });
			board = taken(made).board;
		};
		await into();
		expect(named()).not.toEqual(before);
		const done = await bring(exported);
		expect(named()).toEqual(before);
		expect(standing()).toBe(second!.name);
		await undo(done.batch);
		expect(named()).not.toEqual(before);

		await into();
		open().doc.transact(() => open().create('projects', 'prj_own', { title: 'Own' }));
		const own = named();
		await bring(exported);
		expect(named()).toEqual(own);
		expect(standing()).toBe(second!.name);
	});

	it('of 50,000 rows go through without holding the server up', async () => {
		const lines = ['Title,Code,Stage,Hours,Launch'];
		for (let i = 0; i < 50_000; i++)
			lines.push(`Project ${i},P-${i},Design,${i % 90},2026-0${1 + (i % 9)}-15`);
		const delay = monitorEventLoopDelay({ resolution: 10 });
		const started = performance.now();
		const check = await upload(lines.join('\n'), 'many.csv');
		const checked = performance.now();
		expect(check.counts).toMatchObject({ projects: 50_000, created: 50_000 });
		delay.enable();
		taken(await imports.start(team.users.owner, board, check.batch, check.choices));
		await imports.settled();
		delay.disable();
		const progress = taken(await imports.progress(team.users.owner, board, check.batch));
		expect(progress).toMatchObject({ state: 'done', done: 50_000 });
		expect(open().rows('projects').size).toBe(50_000);
		const heapMb = Math.round(process.memoryUsage().rss / 1024 / 1024);
		process.stdout.write(
			`50,000 rows: dry run ${Math.round(checked - started)} ms, import ${Math.round(performance.now() - checked)} ms, ` +
				`longest pause ${Math.round(delay.max / 1e6)} ms, p99 ${Math.round(delay.percentile(99) / 1e6)} ms, rss ${heapMb} MB\n`
		);
	}, 180_000);
});
