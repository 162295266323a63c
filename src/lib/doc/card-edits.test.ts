import { describe, expect, it } from 'vitest';
import { aBoard, aContext, anActor, denialOf, valueOf } from '../../../tests/build.ts';
import type { BoardDoc } from './board-doc.ts';
import { askMove, createModule, createProject, moveCards } from './card-edits.ts';
import { columnsOf } from './columns.ts';
import { setField } from './edits.ts';

function withProjects(count: number): { board: BoardDoc; ids: string[] } {
	const board = aBoard();
	const ctx = aContext(board);
	const ids = Array.from({ length: count }, (_, i) =>
		valueOf(createProject(ctx, { title: `Project ${i}` }))
	);
	return { board, ids };
}
const column = (board: BoardDoc, stage: string): readonly string[] =>
	columnsOf(board, 'projects').cards(stage);

describe('createProject', () => {
	it('starts in the first stage, at its end, in order', () => {
		const { board, ids } = withProjects(4);
		expect(column(board, 'stg_idea')).toEqual(ids);
	});

	it('asks the gates when it shall start further on', () => {
		const ctx = aContext(aBoard());
		const sized = createProject(ctx, { title: 'Sized', stage: 'stg_build', effortMinutes: 60 });
		expect(sized.ok).toBe(true);
		const denied = denialOf(createProject(ctx, { title: 'Unsized', stage: 'stg_build' }));
		expect(denied.rule).toBe('GT sized');
		expect(denied.missing).toHaveLength(1);
		expect([...ctx.board.all('projects')]).toHaveLength(1);
	});

	it('is refused to a viewer (P-1) and says so', () => {
		const ctx = aContext(aBoard(), anActor('viewer'));
		expect(denialOf(createProject(ctx, { title: 'No' })).rule).toBe('P-1');
	});

	it('refuses a title that is none', () => {
		const ctx = aContext(aBoard());
		const denied = denialOf(createProject(ctx, { title: 'a\ud800b' }));
		expect(denied).toMatchObject({ rule: 'field', field: 'title' });
	});
});

describe('moveCards', () => {
	it('reorders by the cards it shall stand between, top and end included', () => {
		const { board, ids } = withProjects(4);
		const ctx = aContext(board);
		const [a, b, c, d] = ids as [string, string, string, string];
		valueOf(moveCards(ctx, 'projects', [d], { stage: 'stg_idea', before: b }));
		expect(column(board, 'stg_idea')).toEqual([a, d, b, c]);
		valueOf(moveCards(ctx, 'projects', [a], { stage: 'stg_idea', after: c }));
		expect(column(board, 'stg_idea')).toEqual([d, b, c, a]);
		valueOf(moveCards(ctx, 'projects', [c], { stage: 'stg_idea', after: null }));
		expect(column(board, 'stg_idea')).toEqual([c, d, b, a]);
		valueOf(moveCards(ctx, 'projects', [c], { stage: 'stg_idea', before: null }));
		expect(column(board, 'stg_idea')).toEqual([d, b, a, c]);
		valueOf(moveCards(ctx, 'projects', [a, d], { stage: 'stg_idea', after: b }));
		expect(column(board, 'stg_idea')).toEqual([b, a, d, c]);
	});

	it('writes nothing when the card is dropped where it stood', () => {
		const { board, ids } = withProjects(3);
		const ctx = aContext(board);
		const outcome = moveCards(ctx, 'projects', [ids[1]!], { stage: 'stg_idea', before: ids[2]! });
		expect(outcome).toMatchObject({ ok: true, changes: [] });
		const both = moveCards(ctx, 'projects', [ids[1]!, ids[2]!], {
			stage: 'stg_idea',
			after: ids[0]!
		});
		expect(both).toMatchObject({ ok: true, changes: [] });
	});

	it('refuses a gate that is not met, writes nothing, and names what is missing', () => {
		const { board, ids } = withProjects(2);
		const ctx = aContext(board);
		valueOf(setField(ctx, 'projects', ids[0]!, 'effortMinutes', 600));
		const denied = denialOf(moveCards(ctx, 'projects', ids, { stage: 'stg_build' }));
		expect(denied).toMatchObject({ id: ids[1], field: 'position', rule: 'GT sized' });
		expect(column(board, 'stg_build')).toEqual([]);
	});

	it('passes it with a reason, kept only on the card that needed it (P-12)', () => {
		const { board, ids } = withProjects(2);
		const ctx = aContext(board);
		valueOf(setField(ctx, 'projects', ids[0]!, 'effortMinutes', 600));
		valueOf(moveCards(ctx, 'projects', ids, { stage: 'stg_build' }, 'Board decision'));
		expect(column(board, 'stg_build')).toEqual(ids);
		expect(board.get('projects', ids[0]!)?.override).toBeNull();
		expect(board.get('projects', ids[1]!)?.override).toEqual({
			stage: 'stg_build',
			reason: 'Board decision',
			by: 'per_ana'
		});
	});

	it('takes along the modules that stand before the stage, and asks each (GT-12)', () => {
		const { board, ids } = withProjects(1);
		const ctx = aContext(board);
		const project = ids[0]!;
		valueOf(setField(ctx, 'projects', project, 'effortMinutes', 600));
		const one = valueOf(createModule(ctx, { project, title: 'One', effortMinutes: 60 }));
		const two = valueOf(createModule(ctx, { project, title: 'Two' }));
		expect(askMove(ctx, 'projects', project, 'stg_build').missing.map((m) => m.text)).toEqual([
			expect.stringContaining('Two: Build needs an effort estimate')
		]);
		const denied = denialOf(moveCards(ctx, 'projects', [project], { stage: 'stg_build' }));
		expect(denied).toMatchObject({ collection: 'modules', id: two });
		valueOf(setField(ctx, 'modules', two, 'effortMinutes', 60));
		valueOf(moveCards(ctx, 'projects', [project], { stage: 'stg_build' }));
		for (const id of [one, two])
			expect(board.get('modules', id)?.position?.stage).toBe('stg_build');
		expect(column(board, 'stg_build')).toEqual([project]);
	});

	it('going back takes along only the modules standing where the project stood', () => {
		const { board, ids } = withProjects(1);
		const ctx = aContext(board);
		const project = ids[0]!;
		const sized = { project, effortMinutes: 60 };
		valueOf(setField(ctx, 'projects', project, 'effortMinutes', 600));
		const slow = valueOf(createModule(ctx, { ...sized, title: 'Slow' }));
		const fast = valueOf(createModule(ctx, { ...sized, title: 'Fast' }));
		valueOf(moveCards(ctx, 'projects', [project], { stage: 'stg_build' }));
		valueOf(moveCards(ctx, 'modules', [fast], { stage: 'stg_done' }));
		valueOf(moveCards(ctx, 'projects', [project], { stage: 'stg_idea' }));
		expect(board.get('modules', slow)?.position?.stage).toBe('stg_idea');
		expect(board.get('modules', fast)?.position?.stage).toBe('stg_done');
	});

	it('gives a later module the furthest stage its gates allow', () => {
		const { board, ids } = withProjects(1);
		const ctx = aContext(board);
		const project = ids[0]!;
		valueOf(setField(ctx, 'projects', project, 'effortMinutes', 600));
		valueOf(moveCards(ctx, 'projects', [project], { stage: 'stg_build' }));
		const sized = valueOf(createModule(ctx, { project, title: 'Sized', effortMinutes: 5 }));
		const unsized = valueOf(createModule(ctx, { project, title: 'Unsized' }));
		expect(board.get('modules', sized)?.position?.stage).toBe('stg_build');
		expect(board.get('modules', unsized)?.position?.stage).toBe('stg_idea');
	});

	it('refuses a card that is gone', () => {
		const ctx = aContext(aBoard());
		expect(denialOf(moveCards(ctx, 'projects', ['prj_x'], { stage: 'stg_idea' })).rule).toBe('P-5');
	});

	it('agrees with askMove', () => {
		const { board, ids } = withProjects(1);
		const ctx = aContext(board);
		expect(askMove(ctx, 'projects', ids[0]!, 'stg_build').allowed).toBe(false);
		expect(askMove(ctx, 'projects', ids[0]!, 'stg_idea').allowed).toBe(true);
		expect(board.get('projects', ids[0]!)?.position?.stage).toBe('stg_idea');
	});
});
