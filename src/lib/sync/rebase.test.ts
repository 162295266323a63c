import { describe, expect, it } from 'vitest';
import { aBoard, aContext, anActor } from '../../../tests/build.ts';
import type { Change } from '#lib/model/change.ts';
import type { Intent } from './outbox.ts';
import { planReplay } from './rebase.ts';
import { replayOn } from './replay.ts';

let count = 0;
const intent = (change: Change): Intent => {
	const at = ++count;
	const key = String(at).padStart(6, '0');
	return { key, edit: key, board: 'brd', epoch: 1, tab: 't', client: 1, clock: at, at, change };
};
const rename = (id: string, before: string, after: string, field = 'name'): Intent =>
	intent({ kind: 'write', collection: 'stages', id, field, before, after });
const make = (id: string, record: object): Intent =>
	intent({ kind: 'create', collection: 'projects', id, record: { id, ...record } });

describe('planReplay', () => {
	it('writes what still has its base, once a field, from the first base to the last value', () => {
		const kept = [rename('stg_idea', 'Idea', 'A'), rename('stg_idea', 'A', 'B')];
		expect(planReplay(kept, aBoard()).writes).toMatchObject([
			{ id: 'stg_idea', base: 'Idea', value: 'B' }
		]);
	});

	it('leaves what stands already, and reports what somebody else has changed', () => {
		const kept = [rename('stg_idea', 'Old', 'Idea'), rename('stg_done', 'Old', 'Mine')];
		const replay = planReplay(kept, aBoard());
		expect(replay.writes).toEqual([]);
		expect(replay.conflicts).toMatchObject([{ id: 'stg_done', value: 'Mine', theirs: 'Done' }]);
	});

	it('reports an edit of what is gone', () => {
		const replay = planReplay([rename('stg_gone', 'A', 'B')], aBoard());
		expect(replay.conflicts).toMatchObject([{ id: 'stg_gone', theirs: undefined }]);
	});

	it('makes records again with all that was said of them, unless they are there', () => {
		const edit = intent({
			kind: 'write',
			collection: 'projects',
			id: 'prj_1',
			field: 'title',
			before: 'One',
			after: 'Two'
		});
		const kept = [make('prj_1', { title: 'One' }), edit];
		const board = aBoard();
		expect(planReplay(kept, board).creations).toMatchObject([
			{ id: 'prj_1', record: { title: 'Two' } }
		]);
		board.create('projects', 'prj_1', { title: 'Two' });
		expect(planReplay(kept, board)).toEqual({ creations: [], writes: [], conflicts: [] });
	});

	it('writes what was said of a record that was kept after all, and reports what somebody changed', () => {
		const write = (field: string, before: string, after: string): Intent =>
			intent({ kind: 'write', collection: 'projects', id: 'prj_1', field, before, after });
		const kept = [
			make('prj_1', { title: 'One', notes: '' }),
			write('title', 'One', 'Two'),
			write('notes', '', 'Mine')
		];
		const board = aBoard();
		board.create('projects', 'prj_1', { title: 'One', notes: 'Theirs' });
		expect(planReplay(kept, board)).toMatchObject({
			creations: [],
			writes: [{ id: 'prj_1', field: 'title', base: 'One', value: 'Two' }],
			conflicts: [{ id: 'prj_1', field: 'notes', value: 'Mine', theirs: 'Theirs' }]
		});
	});

	it('ignores fields this version does not know', () => {
		expect(planReplay([rename('stg_idea', 'a', 'b', 'later')], aBoard()).writes).toEqual([]);
	});
});

describe('replayOn', () => {
	it('keeps fields of a record together, and falls back to one by one', () => {
		const ctx = aContext(aBoard());
		const fields = [
			rename('stg_idea', 'Idea', 'A'),
			rename('stg_idea', '', 'x'.repeat(99), 'phase')
		];
		const outcomes = replayOn(ctx, planReplay(fields, ctx.board));
		expect(outcomes.map((one) => one.ok)).toEqual([true, false]);
		expect(ctx.board.get('stages', 'stg_idea')).toMatchObject({ name: 'A', phase: '' });
	});

	it('asks the policy anew', () => {
		const ctx = aContext(aBoard(), anActor('viewer'));
		const outcomes = replayOn(ctx, planReplay([rename('stg_idea', 'Idea', 'A')], ctx.board));
		expect(outcomes).toMatchObject([{ ok: false, denied: { rule: 'P-1' } }]);
	});
});
