// What becomes of the rows of a plan and of a list of projects, the good ones and the bad ones.
import { describe, expect, it } from 'vitest';
import { aBoard, anActor, fileOf, planOf } from './test-board.ts';
import type { DryRun } from './dry-run.ts';
import type { ImportChoices } from '#lib/model/import.ts';

const run = (text: string, chosen: Partial<ImportChoices> = {}, facts = aBoard()): DryRun =>
	planOf(fileOf(text), facts, anActor(), 'plan.csv', chosen);
const errorsOf = ({ draft }: DryRun): [number, string][] =>
	draft.remarks.filter((one) => one.level === 'error').map((one) => [one.row, one.kind]);
const saysOf = ({ draft }: DryRun, collection: string): Record<string, unknown>[] =>
	draft.records
		.filter((one) => one.collection === collection)
		.map((one) => ({ ...one.first, ...one.says }));

describe('a plan', () => {
	const plan = [
		'Task,Start,Finish,Resource,% Complete',
		'Scripting,2026-01-05,2026-01-16,,',
		'Draft,2026-01-05,2026-01-09,"Amara Okafor, Illustrator",100%',
		'Review,2026-01-12,2026-01-16,SME & Editor,40'
	].join('\n');

	it('books people by name and everybody else as an open role, tentatively and with unknown load', () => {
		const done = run(plan);
		expect(errorsOf(done)).toEqual([]);
		expect(saysOf(done, 'allocations')).toMatchObject([
			{ person: 'per_amara', role: '', certainty: 'tentative' },
			{ role: 'Illustrator', certainty: 'tentative' },
			{ role: 'SME' },
			{ role: 'Editor' }
		]);
		expect(saysOf(done, 'allocations').some((row) => 'load' in row)).toBe(false);
		expect(saysOf(done, 'tasks')).toMatchObject([
			{ title: 'Draft', assignee: 'per_amara', role: 'Illustrator', status: 'done' },
			{ title: 'Review', role: 'SME, Editor', status: 'doing' }
		]);
	});

	it('takes the hours a week somebody assumes', () => {
		const done = run(plan, { minutesPerWeek: 600 });
		expect(saysOf(done, 'allocations')[0]!.load).toEqual({ mode: 'perDay', amount: 120 });
	});

	it('puts everything at the stage that was chosen', () => {
		const done = run(plan, { stage: 'stg_1' });
		expect(saysOf(done, 'projects')[0]!.position).toMatchObject({ stage: 'stg_1' });
		expect(saysOf(done, 'modules')[0]!.position).toMatchObject({ stage: 'stg_1' });
	});

	it('gives 31 February, an end before the start and a cell that is too long an error at their row', () => {
		const done = run(
			[
				'Task,Start,Finish,Resource',
				'Bad day,31/02/2026,05/03/2026,SME',
				'Backwards,10/03/2026,09/03/2026,SME',
				'For ever,10/03/2026,09/03/2206,SME',
				`${'x'.repeat(5000)},01/03/2026,02/03/2026,SME`,
				'=SUM(A1:A9),02/03/2026,03/03/2026,+cmd'
			].join('\n'),
			{ dateOrder: 'dmy' }
		);
		expect(errorsOf(done)).toEqual([
			[2, 'no-date'],
			[3, 'ends-before-start'],
			[4, 'too-long'],
			[5, 'value']
		]);
		expect(saysOf(done, 'tasks')[0]!.title).toBe('=SUM(A1:A9)');
	});

	it('names what stands in the way: no name column, two of a kind, a heading that is a prototype', () => {
		expect(run(plan, { columns: ['', 'start', 'finish', 'resource', ''] }).obstacle).toMatch(
			/task name/
		);
		expect(run(plan, { columns: ['name', 'start', 'start', '', ''] }).obstacle).toMatch(
			/Two columns/
		);
		expect(run(plan, { columns: ['name', '__proto__', '', '', ''] }).obstacle).toMatch(
			/cannot mean/
		);
		expect(run(plan, { title: ' ' }).obstacle).toMatch(/name/);
	});
});

describe('a list of projects', () => {
	const list = [
		'Project,Code,Status,Owner,Hours,Launch date,Type,Priority,Sponsor,__proto__',
		'Induction,LD-1,In progress,amara@harbour.example,12.5,15/03/2026,E-learning,High,Ines,x',
		'Coaching,LD-2,Nowhere,Somebody Else,,31/02/2026,Workshop,,,',
		'Ladders,LD-3,Nowhere,Somebody Else,abc,,Opera,,,',
		'Ropes,LD-4,Done,Jonas Weber,8,,Opera,Low,,',
		',LD-5,,,,,,,,'
	].join('\n');

	it('maps columns and values, keeps what it cannot place in the notes and says so', () => {
		const done = run(list);
		expect(done.choices.shape).toBe('projects');
		expect(saysOf(done, 'projects')).toMatchObject([
			{
				...{ title: 'Induction', code: 'LD-1', lead: 'per_amara', effortMinutes: 750 },
				...{ launch: '2026-03-15', contentType: 'course', priority: 'fixed' },
				position: { stage: 'stg_1' }
			},
			{ title: 'Ropes', lead: 'per_jonas', notes: 'Content type in the list: Opera' }
		]);
		expect(errorsOf(done)).toEqual([
			[3, 'no-date'],
			[4, 'value']
		]);
		const kinds = done.draft.remarks.map((one) => one.kind);
		expect(kinds).toEqual(expect.arrayContaining(['type-unknown', 'no-name', 'column-unused']));
	});

	it('admits work where it stands, without asking a gate', () => {
		const closed = aBoard((rows) => {
			const review = rows.stages.get('stg_2')!;
			rows.stages.set('stg_2', { ...review, gate: { brief: 'require', 'qa-pass': 'require' } });
		});
		const done = run('Title,Stage\nSails,Review & sign-off', {}, closed);
		expect(errorsOf(done)).toEqual([]);
		expect(done.planned.created).toBe(1);
	});

	it('refuses everybody who may not plan, row by row (P-4)', () => {
		const facts = aBoard();
		const done = planOf(fileOf('Title\nSails'), facts, anActor({ role: 'designer' }));
		expect(done.planned.changes).toEqual([]);
		expect(errorsOf(done)).toEqual([[2, 'denied']]);
	});

	it('refuses a code that stands there twice, and keeps titles apart that are the same', () => {
		const done = run('Title,Code\nSails,A\nSails,A\nSails,B');
		expect(errorsOf(done)).toEqual([[3, 'twice']]);
		expect(run('Title\nSails\nSails').planned.created).toBe(2);
	});
});
