import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBoard, aContext, anActor, denialOf, valueOf } from '../../../tests/build.ts';
import { copyAllocations, splitAllocation } from './allocation-copies.ts';
import {
	allocate,
	askMoveAllocations,
	extendAllocations,
	handedOver,
	moveAllocations,
	reassign,
	setContour,
	setKind,
	setLoad,
	setLocked,
	setProbability,
	setSpan
} from './allocation-edits.ts';
import { createProject } from './card-edits.ts';
import type { EditContext } from './edit-context.ts';
import { setField } from './edits.ts';
import { UndoStack } from './undo.ts';

const span = { from: '2026-01-05', to: '2026-01-16' };

function withProject(): { ctx: EditContext; ben: EditContext; project: string } {
	const ctx = aContext(aBoard());
	const project = valueOf(createProject(ctx, { title: 'Safety', lead: 'per_ben' }));
	const ben = { ...aContext(ctx.board, anActor('designer', 'per_ben'), 2) };
	return { ctx, ben, project };
}

/** Ana plans for Studio; Ben is of Studio, Cyd of Media. */
function withTeams(): { planner: EditContext; media: EditContext; project: string } {
	const { ctx, project } = withProject();
	ctx.board.write('people', 'per_ana', 'unit', 'Studio');
	ctx.board.write('people', 'per_ben', 'unit', 'Studio');
	ctx.board.write('people', 'per_cyd', 'unit', 'Media');
	ctx.board.write('people', 'per_cyd', 'homePlans', true);
	const planner = aContext(ctx.board, anActor('planner', 'per_ana'), 3);
	return { planner, media: aContext(ctx.board, anActor('planner', 'per_cyd'), 4), project };
}
const rowOf = (ctx: EditContext, id: string) => ctx.board.get('allocations', id)!;

describe('bookings', () => {
	it('are pencilled in by the lead and confirmed by a planner (P-9)', () => {
		const { ctx, ben, project } = withProject();
		const id = valueOf(allocate(ben, { project, person: 'per_ben', span }));
		expect(rowOf(ctx, id).certainty).toBe('tentative');
		expect(denialOf(setField(ben, 'allocations', id, 'certainty', 'confirmed')).rule).toBe('P-9');
		valueOf(setField(ctx, 'allocations', id, 'certainty', 'confirmed'));
		expect(denialOf(setSpan(ben, [id], { deltaDays: 1 })).rule).toBe('P-9');
	});

	it('are shifted, given another span, another person or an open role, and a load', () => {
		const { ctx, project } = withProject();
		const id = valueOf(allocate(ctx, { project, person: 'per_ben', span }));
		valueOf(setSpan(ctx, [id], { deltaDays: -3 }));
		expect(rowOf(ctx, id).span).toEqual({ from: '2026-01-02', to: '2026-01-13' });
		const backwards = { from: '2026-01-09', to: '2026-01-01' };
		expect(denialOf(setSpan(ctx, [id], backwards)).rule).toBe('field');
		valueOf(reassign(ctx, [id], { role: 'Video editor' }));
		expect(rowOf(ctx, id)).toMatchObject({ person: '', role: 'Video editor' });
		valueOf(reassign(ctx, [id], { person: 'per_cyd' }));
		expect(rowOf(ctx, id)).toMatchObject({ person: 'per_cyd', role: 'Video editor' });
		valueOf(setLoad(ctx, [id], { mode: 'perDay', amount: 240 }));
		expect(rowOf(ctx, id).load?.amount).toBe(240);
	});

	it('need no project where it is non-project work, and only there', () => {
		const { ctx, project } = withProject();
		const id = valueOf(
			allocate(ctx, { project: '', kind: 'other', person: 'per_ben', span, note: 'Training' })
		);
		expect(rowOf(ctx, id)).toMatchObject({ project: '', kind: 'other' });
		expect(denialOf(allocate(ctx, { project: '', person: 'per_ben', span })).rule).toBe('P-5');
		valueOf(allocate(ctx, { project, kind: 'other', span }));
		expect(denialOf(allocate(ctx, { project: 'prj_x', kind: 'other', span })).rule).toBe('P-5');
	});

	it('move in time and to another person as one step that is undone as one', () => {
		const { ctx, project } = withProject();
		const ids = ['per_ana', 'per_ben'].map((person) =>
			valueOf(allocate(ctx, { project, person, span }))
		);
		const undo = new UndoStack(() => 'Somebody');
		const outcome = moveAllocations(ctx, ids, { deltaDays: 7, person: 'per_cyd' });
		undo.push(outcome.ok ? outcome.changes : []);
		const moved = { span: { from: '2026-01-12', to: '2026-01-23' }, person: 'per_cyd' };
		for (const id of ids) expect(rowOf(ctx, id)).toMatchObject(moved);
		valueOf(undo.undo(ctx));
		expect(ids.map((id) => rowOf(ctx, id).person)).toEqual(['per_ana', 'per_ben']);
		for (const id of ids) expect(rowOf(ctx, id).span).toEqual(span);
		expect(undo.canUndo).toBe(false);
		valueOf(undo.redo(ctx));
		for (const id of ids) expect(rowOf(ctx, id)).toMatchObject(moved);
	});

	it('P-24 are confirmed for whom they were confirmed, and tentative in other hands', () => {
		const { ctx, project } = withProject();
		const firm = { project, span, certainty: 'confirmed' } as const;
		const ids = ['per_ana', 'per_ben'].map((person) => valueOf(allocate(ctx, { ...firm, person })));
		const soft = valueOf(allocate(ctx, { project, span, person: 'per_ben' }));
		const undo = new UndoStack(() => 'Somebody');
		const outcome = moveAllocations(ctx, [...ids, soft], { deltaDays: 7, person: 'per_cyd' });
		const changes = outcome.ok ? outcome.changes : [];
		undo.push(changes);
		for (const id of ids)
			expect(rowOf(ctx, id)).toMatchObject({ person: 'per_cyd', certainty: 'tentative' });
		expect(handedOver(changes)).toEqual(ids);
		// One is confirmed by command meanwhile; the undo still takes all of it back.
		ctx.board.write('allocations', ids[0]!, 'certainty', 'confirmed');
		valueOf(undo.undo(ctx));
		expect(ids.map((id) => rowOf(ctx, id))).toMatchObject([
			{ person: 'per_ana', certainty: 'confirmed', span },
			{ person: 'per_ben', certainty: 'confirmed', span }
		]);
		const opened = reassign(ctx, ids, { role: 'Author' });
		expect(handedOver(opened.ok ? opened.changes : [])).toEqual([]);
		for (const id of ids) expect(rowOf(ctx, id).certainty).toBe('tentative');
		const moved = moveAllocations(ctx, ids, { deltaDays: 1 });
		expect(handedOver(moved.ok ? moved.changes : [])).toEqual([]);
	});

	it('are asked for days and people first by the step that then moves them (P-23)', () => {
		const { planner, project } = withTeams();
		const given = { project, span, certainty: 'confirmed' } as const;
		const own = valueOf(allocate(planner, { ...given, person: 'per_ben' }));
		const open = valueOf(allocate(planner, { project, span, role: 'Video' }));
		const to = { span: { from: '2026-02-02', to: '2026-02-03' }, person: 'per_cyd' };
		for (const id of [own, open]) {
			expect(askMoveAllocations(planner, [id], to)).toBeNull();
			expect(rowOf(planner, id).span).toEqual(span);
			valueOf(moveAllocations(planner, [id], to));
			expect(rowOf(planner, id)).toMatchObject({ ...to, certainty: 'requested' });
		}
		const taken = valueOf(allocate(aContext(planner.board), { ...given, person: 'per_cyd' }));
		expect(askMoveAllocations(planner, [own, taken], { deltaDays: 1 })).toMatchObject({
			...{ rule: 'P-23', id: taken }
		});
	});

	it('get another last day, never before the first', () => {
		const { ctx, project } = withProject();
		const id = valueOf(allocate(ctx, { project, person: 'per_ben', span }));
		valueOf(extendAllocations(ctx, [id], 5));
		expect(rowOf(ctx, id).span?.to).toBe('2026-01-21');
		valueOf(extendAllocations(ctx, [id], -100));
		expect(rowOf(ctx, id).span).toEqual({ from: span.from, to: span.from });
	});

	it('are locked, and then neither moved, resized nor reassigned until unlocked (P-22)', () => {
		const { ctx, ben, project } = withProject();
		const id = valueOf(allocate(ben, { project, person: 'per_ben', span }));
		expect(denialOf(setLocked(ben, [id], true)).rule).toBe('P-22');
		valueOf(setLocked(ctx, [id], true));
		for (const outcome of [
			setSpan(ctx, [id], { deltaDays: 1 }),
			extendAllocations(ctx, [id], 1),
			reassign(ctx, [id], { person: 'per_cyd' }),
			moveAllocations(ctx, [id], { deltaDays: 1 }),
			setLoad(ctx, [id], { mode: 'total', amount: 60 }),
			splitAllocation(ctx, id, '2026-01-08')
		])
			expect(denialOf(outcome).rule).toBe('P-22');
		valueOf(setKind(ctx, [id], 'maintenance'));
		valueOf(setProbability(ctx, [id], 8000));
		valueOf(setLocked(ctx, [id], false));
		valueOf(setSpan(ctx, [id], { deltaDays: 1 }));
		valueOf(setContour(ctx, [id], 'front'));
		expect(rowOf(ctx, id)).toMatchObject({ kind: 'maintenance', probabilityBp: 8000 });
	});

	it('of another home team are requested, whoever they are moved or copied to (P-23)', () => {
		const { planner, media, project } = withTeams();
		const given = { project, span, certainty: 'confirmed' } as const;
		const own = valueOf(allocate(planner, { ...given, person: 'per_ben' }));
		const asked = valueOf(allocate(planner, { ...given, person: 'per_cyd' }));
		expect(rowOf(planner, own).certainty).toBe('confirmed');
		expect(rowOf(planner, asked).certainty).toBe('requested');
		const undo = new UndoStack(() => 'Somebody');
		const given2 = reassign(planner, [own], { person: 'per_cyd' });
		undo.push(given2.ok ? given2.changes : []);
		expect(rowOf(planner, own).certainty).toBe('requested');
		valueOf(undo.undo(planner));
		expect(rowOf(planner, own)).toMatchObject({ person: 'per_ben', certainty: 'confirmed' });
		valueOf(reassign(planner, [asked], { person: 'per_ben' }));
		expect(rowOf(planner, asked).certainty).toBe('tentative');
		valueOf(reassign(planner, [asked], { person: 'per_cyd' }));
		valueOf(setField(media, 'allocations', asked, 'certainty', 'confirmed'));
		expect(denialOf(setSpan(planner, [asked], { deltaDays: 1 })).rule).toBe('P-23');
		const [copy] = valueOf(copyAllocations(planner, [asked]));
		expect(rowOf(planner, copy!).certainty).toBe('requested');
	});
});

describe('bookings made of another', () => {
	it('copy what it is, right after it, and stand for themselves', () => {
		const { ctx, project } = withProject();
		const id = valueOf(
			allocate(ctx, { project, person: 'per_ben', span, certainty: 'confirmed', kind: 'delivery' })
		);
		valueOf(setLocked(ctx, [id], true));
		const [copy] = valueOf(copyAllocations(ctx, [id]));
		expect(rowOf(ctx, copy!)).toMatchObject({
			...{ person: 'per_ben', kind: 'delivery', certainty: 'tentative', locked: false },
			span: { from: '2026-01-17', to: '2026-01-28' }
		});
		const [other] = valueOf(copyAllocations(ctx, [id], { deltaDays: 0, person: 'per_cyd' }));
		expect(rowOf(ctx, other!)).toMatchObject({ person: 'per_cyd', span });
	});

	it('split at a day, minutes in all shared as they lay and none lost', () => {
		const { ctx, project } = withProject();
		const load = { mode: 'total', amount: 1001 } as const;
		const id = valueOf(allocate(ctx, { project, role: 'Video', span, load, note: 'n' }));
		const second = valueOf(splitAllocation(ctx, id, '2026-01-08'));
		const [a, b] = [id, second].map((one) => rowOf(ctx, one));
		expect(a!.span).toEqual({ from: '2026-01-05', to: '2026-01-07' });
		expect(b!.span).toEqual({ from: '2026-01-08', to: '2026-01-16' });
		expect([a!.load?.amount, b!.load?.amount]).toEqual([301, 700]);
		expect(b).toMatchObject({ role: 'Video', project, note: 'n' });
		expect(denialOf(splitAllocation(ctx, id, '2026-01-05')).remedy).toMatch(/Choose a day after/);
	});

	it('split a total of somebody with hours, with none, and of any contour into what it was', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 7, maxLength: 7 }),
				fc.integer({ min: 0, max: 100_000 }),
				fc.integer({ min: 1, max: 11 }),
				fc.constantFrom('flat' as const, 'front' as const, 'back' as const),
				(minutes, amount, at, contour) => {
					const { ctx, project } = withProject();
					ctx.board.write('people', 'per_ben', 'patterns', [{ from: null, minutes }]);
					const load = { mode: 'total', amount } as const;
					const given = { project, person: 'per_ben', span, load, contour };
					const id = valueOf(allocate(ctx, given));
					const day = `2026-01-${String(5 + at).padStart(2, '0')}`;
					const second = valueOf(splitAllocation(ctx, id, day));
					const amounts = [id, second].map((one) => rowOf(ctx, one).load!.amount);
					expect(amounts[0]! + amounts[1]!).toBe(amount);
				}
			),
			{ numRuns: 60 }
		);
	});
});
