import { describe, expect, it } from 'vitest';
import { allocate, type NewAllocation } from '#lib/doc/allocation-edits.ts';
import { createProject } from '#lib/doc/card-edits.ts';
import { setField } from '#lib/doc/edits.ts';
import { createTask } from '#lib/doc/task-edits.ts';
import { DEPENDENCY_TYPES } from '#lib/domain/dependencies.ts';
import type { LiveBoard } from '#lib/sync/live-board.svelte.ts';
import { aBoard, aContext, anActor, valueOf } from '../../../../../../tests/build.ts';
import { pairWorks, readLink, sayTie } from './link-meaning.ts';
import { TieMoves } from './tie-moves.ts';

const span = { from: '2027-01-04', to: '2027-01-08' };

function aPlan() {
	const ctx = aContext(aBoard());
	const { board } = ctx;
	const project = (title: string) => valueOf(createProject(ctx, { title, lead: 'per_ben' }));
	const [brief, film] = [project('Brief'), project('Film')];
	const task = (title: string) => valueOf(createTask(ctx, { project: film, title }));
	const [cut, mix] = [task('Cut'), task('Mix')];
	const book = (given: Partial<NewAllocation> & Pick<NewAllocation, 'project'>) =>
		valueOf(allocate(ctx, { person: 'per_ben', span, ...given }));
	const bars = {
		brief: book({ project: brief }),
		film: book({ project: film }),
		more: book({ project: film }),
		cut: book({ project: film, task: cut }),
		mix: book({ project: film, task: mix }),
		leave: book({ project: '', kind: 'other', note: 'Fair' })
	};
	const read = (
		on: keyof typeof bars,
		of: keyof typeof bars,
		type: (typeof DEPENDENCY_TYPES)[number] = 'FS',
		actor = ctx.actor
	) =>
		readLink(
			board,
			{ of: bars[of], on: bars[on], type },
			new TieMoves({ doc: board, actor } as unknown as LiveBoard)
		);
	const wait = (of: string, on: string) =>
		valueOf(setField(ctx, 'projects', of, 'after', [{ on, type: 'FS', lagDays: 0 }]));
	return { read, wait, brief, film, cut, mix };
}

describe('a line from bar to bar', () => {
	it('says both names and which ends are tied', () => {
		expect(DEPENDENCY_TYPES.map((type) => sayTie(type, 'Film', 'Brief'))).toEqual([
			'Film starts after Brief ends',
			'Film starts after Brief starts',
			'Film ends after Brief ends',
			'Film ends after Brief starts'
		]);
		const { read, film, brief } = aPlan();
		expect(read('brief', 'film')).toEqual({
			pair: { kind: 'projects', of: film, on: brief },
			text: 'Film starts after Brief ends',
			refusal: ''
		});
	});

	it('ties the most particular work of one kind that both bars have', () => {
		const { read, film, brief, cut, mix } = aPlan();
		expect(read('cut', 'mix')).toMatchObject({
			pair: { kind: 'tasks', of: mix, on: cut },
			text: 'Film: Mix starts after Film: Cut ends'
		});
		expect(read('brief', 'cut').pair).toEqual({ kind: 'projects', of: film, on: brief });
		expect(pairWorks([{ kind: 'tasks', id: 't' }], [{ kind: 'projects', id: 'p' }])).toBeNull();
	});

	it('says why it cannot be: itself, the same work, other kinds, no project', () => {
		const { read } = aPlan();
		const why = (...asked: Parameters<typeof read>) => read(...asked).refusal;
		expect(why('film', 'film')).toBe('Film cannot wait for itself.');
		expect(why('film', 'more')).toBe('Both are Film, which cannot wait for itself.');
		expect(why('film', 'cut')).toMatch(/^One is a task, the other a project: only work of one/);
		expect(why('film', 'leave')).toMatch(/^Fair belongs to no project/);
		expect(why('leave', 'film')).toMatch(/^Fair belongs to no project/);
	});

	it('DP-4 says that it would close a circle, and that it is so already', () => {
		const { read, wait, film, brief } = aPlan();
		wait(film, brief);
		expect(read('film', 'brief').refusal).toBe(
			'Film already waits for Brief, directly or through others.'
		);
		expect(read('brief', 'film').refusal).toBe('Film starts after Brief ends already.');
		expect(read('brief', 'film', 'SS').refusal).toBe('');
	});

	it('P-4 asks the policy who may', () => {
		const { read } = aPlan();
		expect(read('brief', 'film', 'FS', anActor('viewer', 'per_cyd')).refusal).toMatch(/Viewers/);
		expect(read('brief', 'film', 'FS', anActor('planner', 'per_ana')).refusal).toBe('');
	});
});
