import { describe, expect, it } from 'vitest';
import { aContext, anEmptyBoard, denialOf, valueOf } from '../../../tests/build.ts';
import { BoardProblems } from '#lib/model/board-problems.ts';
import type { EntityIn } from '#lib/model/board.ts';
import { findOverbooked } from '#lib/model/over-booking.ts';
import { planSpan } from '#lib/model/plan-span.ts';
import { TeamLoad } from '#lib/model/team-load.ts';
import { copyAllocations, splitAllocation } from './allocation-copies.ts';
import { extendAllocations, moveAllocations, setSpan } from './allocation-edits.ts';
import type { BoardDoc } from './board-doc.ts';
import { fixesOf } from './problem-fixes.ts';

const TODAY = '2026-01-05';
const WEEK = [480, 480, 480, 480, 480, 0, 0];
const last = { from: '9999-12-30', to: '9999-12-31' };

/** Ana's plan as an old file left it: near work that overlaps, and dates nobody can have meant. */
function aBoard(): BoardDoc {
	const board = anEmptyBoard(7);
	board.doc.transact(() => {
		const hours = { nonProjectBp: 0, patterns: [{ from: null, minutes: WEEK }] };
		board.create('people', 'per_ana', { name: 'Ana', active: true, role: 'owner', ...hours });
		board.create('projects', 'prj_a', { title: 'Safety', launch: '9999-12-31' });
		board.create('absences', 'abs_1', { person: 'per_ana', span: last });
		const book = (id: string, given: Partial<EntityIn<'allocations'>>): void =>
			board.create('allocations', id, {
				...{ person: 'per_ana', project: 'prj_a', certainty: 'confirmed' },
				...{ load: { mode: 'percent', amount: 6000 }, ...given }
			});
		const week = { from: '2026-01-12', to: '2026-01-16' };
		book('alc_one', { span: week, confirmedAt: 1 });
		book('alc_two', { span: week, confirmedAt: 2 });
		book('alc_far', { span: { from: '2150-01-01', to: '2206-01-05' } });
		book('alc_last', { span: last });
		book('alc_total', { span: last, load: { mode: 'total', amount: 600 } });
		book('alc_long', { span: { from: TODAY, to: '2126-01-04' }, load: null });
		// No field takes this one; it stands in documents that are older than the check.
		book('alc_endless', { span: { from: TODAY, to: '2206-01-05' } });
	});
	return board;
}

describe('dates far away', () => {
	it('M-9 leave the problems of everything else, and their fixes, as they are', () => {
		const board = aBoard();
		const problems = new BoardProblems(board, TODAY);
		const found = problems.all();
		expect(found.map((one) => one.key)).toEqual(['M-9/per_ana', 'M-10/alc_last', 'M-10/alc_total']);
		expect(found[0]).toMatchObject({
			involved: ['alc_two', 'alc_one'],
			text: 'Ana holds 48 h of 40 h in the week of 12 Jan 2026.'
		});
		for (const problem of found)
			expect(fixesOf(aContext(board), problem).fixes, problem.key).not.toEqual([]);
		for (const row of board.all('allocations')) problems.problemsOf(row.id);
	});

	it('D-5 a span of 180 years reads as no dates, and its booking counts for nothing', () => {
		const board = aBoard();
		expect(board.get('allocations', 'alc_endless')!.span).toBe(null);
		const ctx = aContext(board);
		const long = { from: '2026-01-12', to: '2206-01-05' };
		expect(denialOf(setSpan(ctx, ['alc_one'], long))).toMatchObject({
			rule: 'field',
			remedy: 'Dates: it goes on from 2026-01-12 to 2206-01-05, more than 100 years'
		});
	});

	it('P-24 a booking of a hundred years, and the last week there is, can be asked about', () => {
		const board = aBoard();
		const row = board.get('allocations', 'alc_last')!;
		const load = { mode: 'perDay', amount: 900 } as const;
		expect(findOverbooked(board, { ...row, load })).toMatchObject([{ week: '9999-12-27' }]);
		const long = board.get('allocations', 'alc_long')!;
		expect(findOverbooked(board, { ...long, load })).toHaveLength(5217);
	});

	it('D-1 verbs stop at the last day', () => {
		const board = aBoard();
		const ctx = aContext(board);
		valueOf(moveAllocations(ctx, ['alc_last'], { deltaDays: 7 }));
		valueOf(extendAllocations(ctx, ['alc_last'], 7));
		expect(board.get('allocations', 'alc_last')!.span).toEqual(last);
		const [copy] = valueOf(copyAllocations(ctx, ['alc_last']));
		expect(board.get('allocations', copy!)!.span).toEqual(last);
		valueOf(splitAllocation(ctx, 'alc_total', '9999-12-31'));
	});

	it('C-18 the grid of the plan is built beside them', () => {
		const board = aBoard();
		const { from, to } = planSpan(board, TODAY);
		expect(to < '2029-02-01').toBe(true);
		const load = new TeamLoad(board, from, to);
		expect(load.week('per_ana', '2026-01-12')).toMatchObject({ confirmedBp: 12_000 });
		expect(load.grid.contributions(0, '2026-01-12', '2026-01-16')).toHaveLength(3);
	});
});
