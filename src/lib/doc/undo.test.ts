import { describe, expect, it } from 'vitest';
import { aBoard, aContext, anActor, denialOf, valueOf } from '../../../tests/build.ts';
import { createProject, moveCards } from './card-edits.ts';
import type { EditContext, Outcome } from './edit-context.ts';
import { archive, setField } from './edits.ts';
import { UndoStack } from './undo.ts';

function start(): { ctx: EditContext; undo: UndoStack; done: <T>(outcome: Outcome<T>) => T } {
	const ctx = aContext(aBoard());
	const undo = new UndoStack(() => 'Ben Bode');
	const done = <T>(outcome: Outcome<T>): T => {
		const value = valueOf(outcome);
		if (outcome.ok) undo.push(outcome.changes);
		return value;
	};
	return { ctx, undo, done };
}

describe('UndoStack', () => {
	it('takes edits back one by one, and makes them again', () => {
		const { ctx, undo, done } = start();
		const id = done(createProject(ctx, { title: 'One', effortMinutes: 60 }));
		done(setField(ctx, 'projects', id, 'title', 'Two'));
		done(moveCards(ctx, 'projects', [id], { stage: 'stg_build' }));
		const moved = ctx.board.get('projects', id)!;
		valueOf(undo.undo(ctx));
		expect(ctx.board.get('projects', id)?.position?.stage).toBe('stg_idea');
		valueOf(undo.undo(ctx));
		expect(ctx.board.get('projects', id)?.title).toBe('One');
		valueOf(undo.redo(ctx));
		valueOf(undo.redo(ctx));
		expect(ctx.board.get('projects', id)).toEqual(moved);
		expect(undo.canRedo).toBe(false);
	});

	it('archives what was made, and restores it', () => {
		const { ctx, undo, done } = start();
		const id = done(createProject(ctx, { title: 'One' }));
		valueOf(undo.undo(ctx));
		expect(ctx.board.get('projects', id)?.archived).toBe(true);
		valueOf(undo.redo(ctx));
		expect(ctx.board.get('projects', id)?.archived).toBe(false);
	});

	it('refuses what somebody has changed since, says who, and then offers the edit before', () => {
		const { ctx, undo, done } = start();
		const id = done(createProject(ctx, { title: 'One' }));
		done(setField(ctx, 'projects', id, 'title', 'Two'));
		done(setField(ctx, 'projects', id, 'brief', 'Mine'));
		ctx.board.write('projects', id, 'brief', 'Theirs');
		const denied = denialOf(undo.undo(ctx));
		expect(denied).toMatchObject({ rule: 'undo', id, field: 'brief' });
		expect(denied.remedy).toMatch(/^Ben Bode has changed it since/);
		expect(ctx.board.get('projects', id)?.brief).toBe('Theirs');
		valueOf(undo.undo(ctx));
		expect(ctx.board.get('projects', id)?.title).toBe('One');
	});

	it('takes back one edit past later ones, once, and not where a later one changed the same', () => {
		const { ctx, undo, done } = start();
		const id = done(createProject(ctx, { title: 'One' }));
		done(setField(ctx, 'projects', id, 'title', 'Two'));
		const renamed = undo.last;
		done(setField(ctx, 'projects', id, 'brief', 'Later'));
		valueOf(undo.undoOne(ctx, renamed));
		expect(ctx.board.get('projects', id)).toMatchObject({ title: 'One', brief: 'Later' });
		expect(undo.undoOne(ctx, renamed)).toMatchObject({ ok: true, changes: [] });
		expect(ctx.board.get('projects', id)?.brief).toBe('Later');
		valueOf(undo.redo(ctx));
		expect(ctx.board.get('projects', id)?.title).toBe('Two');
		const again = undo.last;
		done(setField(ctx, 'projects', id, 'title', 'Three'));
		denialOf(undo.undoOne(ctx, again));
		expect(ctx.board.get('projects', id)?.title).toBe('Three');
	});

	it('undoes all of an edit or nothing of it', () => {
		const { ctx, undo, done } = start();
		const ids = ['A', 'B'].map((title) => valueOf(createProject(ctx, { title })));
		done(archive(ctx, 'projects', ids));
		ctx.board.write('projects', ids[0]!, 'archived', false);
		expect(denialOf(undo.undo(ctx)).id).toBe(ids[0]);
		expect(ctx.board.get('projects', ids[1]!)?.archived).toBe(true);
	});

	it('forgets what the server took back, and only that', () => {
		const { ctx, undo, done } = start();
		const id = done(createProject(ctx, { title: 'One' }));
		done(setField(ctx, 'projects', id, 'title', 'Two'));
		undo.forget('projects', id, 'title');
		ctx.board.write('projects', id, 'title', 'One');
		valueOf(undo.undo(ctx));
		expect(ctx.board.get('projects', id)?.archived).toBe(true);
		undo.forget('projects', id);
		expect(undo.canRedo).toBe(false);
	});

	it('asks the policy as any edit does', () => {
		const { ctx, undo, done } = start();
		const id = done(createProject(ctx, { title: 'One' }));
		done(setField(ctx, 'projects', id, 'title', 'Two'));
		const demoted = { ...ctx, actor: anActor('viewer') };
		expect(denialOf(undo.undo(demoted)).rule).toBe('P-1');
	});

	it('does nothing when there is nothing', () => {
		const { ctx, undo } = start();
		expect(undo.undo(ctx)).toEqual({ ok: true, value: undefined, changes: [] });
	});
});
