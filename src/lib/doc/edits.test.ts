import { describe, expect, it } from 'vitest';
import { inOrder } from '#lib/domain/rank.ts';
import { aBoard, aContext, anActor, denialOf, valueOf } from '../../../tests/build.ts';
import { createProject } from './card-edits.ts';
import type { EditContext } from './edit-context.ts';
import { archive, createStage, moveStage, restore, setField, setFields } from './edits.ts';
import { addComment, createCheckItem, createTask, moveCheckItem, moveTask } from './task-edits.ts';

function withProject(lead = 'per_ben'): { ctx: EditContext; ben: EditContext; project: string } {
	const ctx = aContext(aBoard());
	const project = valueOf(createProject(ctx, { title: 'Safety', lead }));
	const ben = { ...aContext(ctx.board, anActor('designer', 'per_ben'), 2) };
	return { ctx, ben, project };
}
const order = (rows: Iterable<{ id: string; rank: string }>): string[] =>
	inOrder([...rows]).map((row) => row.id);

describe('setting fields', () => {
	it('writes in one transaction, and nothing when all stands as asked', () => {
		const { ctx, project } = withProject();
		let transactions = 0;
		ctx.board.subscribe(() => transactions++);
		const values = { title: 'Fire safety', launch: '2026-03-01', mandatory: true };
		const outcome = setFields(ctx, 'projects', [project], values);
		expect(outcome.ok && outcome.changes.map((change) => change.kind)).toEqual([
			'write',
			'write',
			'write'
		]);
		expect(transactions).toBe(1);
		expect(setFields(ctx, 'projects', [project], values)).toMatchObject({ ok: true, changes: [] });
		expect(transactions).toBe(1);
	});

	it('writes all or none', () => {
		const { ctx, ben, project } = withProject();
		const other = valueOf(createProject(ctx, { title: 'Other' }));
		const denied = denialOf(setFields(ben, 'projects', [project, other], { brief: 'x' }));
		expect(denied).toMatchObject({ rule: 'P-7', id: other, field: 'brief' });
		expect(ctx.board.get('projects', project)?.brief).toBe('');
	});

	it('refuses a value of the wrong kind, an unknown field, a row that is gone, and a mirror', () => {
		const { ctx, project } = withProject();
		const wrong = setField(ctx, 'projects', project, 'launch', '2026-02-31');
		expect(denialOf(wrong)).toMatchObject({ rule: 'field', field: 'launch' });
		expect(denialOf(setField(ctx, 'projects', project, 'colour' as never, 'x' as never)).rule).toBe(
			'P-5'
		);
		expect(denialOf(setField(ctx, 'projects', 'prj_x', 'title', 'x')).rule).toBe('P-5');
		expect(denialOf(setField(ctx, 'people', 'per_ben', 'name', 'x')).rule).toBe('P-3');
	});

	it('judges a position written directly like a move', () => {
		const { ctx, project } = withProject();
		const position = { stage: 'stg_build', rank: 'a0' };
		expect(denialOf(setField(ctx, 'projects', project, 'position', position)).missing).toHaveLength(
			1
		);
	});

	it('archives and restores', () => {
		const { ctx, project } = withProject();
		valueOf(archive(ctx, 'projects', [project]));
		expect(ctx.board.get('projects', project)?.archived).toBe(true);
		valueOf(restore(ctx, 'projects', [project]));
		expect(ctx.board.get('projects', project)?.archived).toBe(false);
	});
});

describe('stages', () => {
	it('are added and moved between others', () => {
		const { ctx } = withProject();
		const id = valueOf(createStage(ctx, { name: 'Review', before: 'stg_done' }));
		const stages = (): string[] => order(ctx.board.all('stages'));
		expect(stages()).toEqual(['stg_idea', 'stg_build', id, 'stg_done']);
		valueOf(moveStage(ctx, id, { after: null }));
		expect(stages()).toEqual([id, 'stg_idea', 'stg_build', 'stg_done']);
		valueOf(moveStage(ctx, id, { after: 'stg_done' }));
		expect(stages()).toEqual(['stg_idea', 'stg_build', 'stg_done', id]);
	});
});

describe('tasks, check items and comments', () => {
	it('hang on what one leads, in their order', () => {
		const { ben, project } = withProject();
		const tasks = ['A', 'B', 'C'].map((title) => valueOf(createTask(ben, { project, title })));
		valueOf(moveTask(ben, tasks[2]!, { before: tasks[0]! }));
		expect(order(ben.board.where('tasks', 'project', project))).toEqual([
			tasks[2],
			tasks[0],
			tasks[1]
		]);
		const task = tasks[0]!;
		const items = ['x', 'y'].map((text) => valueOf(createCheckItem(ben, { task, text })));
		valueOf(moveCheckItem(ben, items[0]!, { before: null }));
		expect(order(ben.board.where('checkItems', 'task', task))).toEqual([items[1], items[0]]);
	});

	it('are refused on what one does not lead (P-8), and on nothing', () => {
		const { ben, project } = withProject('per_cyd');
		expect(denialOf(createTask(ben, { project, title: 'No' })).rule).toBe('P-8');
		expect(denialOf(createTask(ben, { project: 'prj_x', title: 'No' })).rule).toBe('P-5');
		expect(denialOf(createCheckItem(ben, { task: 'tsk_x', text: 'No' })).rule).toBe('P-5');
	});

	it('a comment is signed and dated, and says something', () => {
		const { ben, project } = withProject('per_cyd');
		const id = valueOf(addComment(ben, { project, body: 'Looks good' }));
		const comment = ben.board.get('comments', id);
		expect(comment).toMatchObject({ author: 'per_ben', project, body: 'Looks good' });
		expect(comment?.at).toBeGreaterThan(0);
		expect(denialOf(addComment(ben, { project, body: ' ' })).field).toBe('body');
	});
});
