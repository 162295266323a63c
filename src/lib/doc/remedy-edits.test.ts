import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/domain/days.ts';
import { findRemedies, REMEDY_KINDS, type Remedy } from '#lib/domain/remedies.ts';
import { findCauses, type CauseQuestion } from '#lib/model/load-causes.ts';
import { countedMinutes } from '#lib/model/load-cell.ts';
import { askRemedies } from '#lib/model/remedy-facts.ts';
import { TeamLoad } from '#lib/model/team-load.ts';
import { isHomeTeam } from '#lib/policy/bookings.ts';
import { aBoard, aContext, anActor, denialOf, valueOf } from '../../../tests/build.ts';
import { allocate, setLocked } from './allocation-edits.ts';
import { createProject } from './card-edits.ts';
import type { EditContext } from './edit-context.ts';
import { setField } from './edits.ts';
import { applyRemedy, askRemedy, type RemedyChange } from './remedy-edits.ts';
import { UndoStack } from './undo.ts';

const MONDAY = '2026-01-05';

/** Ben at 140 % of his week, Cyd free with the same skill. */
function start() {
	const ctx = aContext(aBoard());
	const week = [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }];
	for (const person of ['per_ben', 'per_cyd']) {
		ctx.board.write('people', person, 'patterns', week);
		ctx.board.write('people', person, 'nonProjectBp', 0);
		ctx.board.write('people', person, 'skills', ['Storyline']);
	}
	const project = valueOf(createProject(ctx, { title: 'Safety', launch: '2026-01-16' }));
	const book = (load: { mode: 'percent' | 'total'; amount: number }, to: string): string =>
		valueOf(
			allocate(ctx, {
				project,
				person: 'per_ben',
				span: { from: MONDAY, to },
				load,
				certainty: 'confirmed'
			})
		);
	const long = book({ mode: 'percent', amount: 9000 }, '2026-01-09');
	const small = book({ mode: 'total', amount: 1200 }, '2026-01-09');
	return { ctx, project, long, small };
}

function ask(ctx: EditContext): { remedies: Remedy[]; load: TeamLoad } {
	const load = new TeamLoad(ctx.board, '2025-12-01', '2026-04-05');
	const question: CauseQuestion = {
		board: ctx.board,
		load,
		group: { people: ['per_ben'] },
		from: MONDAY,
		to: '2026-01-11',
		basis: 'booked',
		today: MONDAY,
		asMade: (collection, id, field) => ctx.board.recordValue(collection, id, field)
	};
	const isAsked = (person: string): boolean => !isHomeTeam(ctx.actor, person, ctx.board);
	return { remedies: findRemedies(askRemedies(question, findCauses(question), isAsked)), load };
}

const changeOf = ({ of, steps, launch }: Remedy): RemedyChange => ({
	of,
	steps,
	launch,
	role: 'Vendor: Storyline'
});

/** Counted minutes of the weeks a remedy tells of, from a grid built anew. */
function weeksNow(ctx: EditContext, remedy: Remedy): number[] {
	const { grid } = new TeamLoad(ctx.board, '2025-12-01', '2026-04-05');
	return remedy.weeks.map(({ person, monday }) => {
		const sums = grid.sums(grid.rowOf(person), monday, addDays(monday, 6));
		return countedMinutes(sums, 'booked');
	});
}
describe('applying a remedy', () => {
	it('RE-5, RE-6 does what was shown, each kind, and one undo takes all of it back', () => {
		const { remedies } = ask(start().ctx);
		expect(remedies.map(({ kind }) => kind)).toEqual([...REMEDY_KINDS]);
		for (const kind of REMEDY_KINDS) {
			const { ctx } = start();
			const undo = new UndoStack(() => 'somebody');
			const remedy = ask(ctx).remedies.find((one) => one.kind === kind)!;
			const before = weeksNow(ctx, remedy);
			expect(before).toEqual(remedy.weeks.map(({ beforeMinutes }) => beforeMinutes));
			expect(askRemedy(ctx, changeOf(remedy))).toBe(null);
			expect(weeksNow(ctx, remedy)).toEqual(before);
			const outcome = applyRemedy(ctx, changeOf(remedy));
			const handed = valueOf(outcome);
			if (outcome.ok) undo.push(outcome.changes);
			expect(handed.length > 0).toBe(kind === 'person');
			// P-24: tentative in new hands until the server is asked, which is done at once.
			for (const id of handed) {
				expect(ctx.board.get('allocations', id)?.certainty).toBe('tentative');
				ctx.board.write('allocations', id, 'certainty', 'confirmed');
			}
			expect(weeksNow(ctx, remedy)).toEqual(remedy.weeks.map(({ afterMinutes }) => afterMinutes));
			valueOf(undo.undo(ctx));
			expect(undo.canUndo).toBe(false);
			expect(weeksNow(ctx, remedy)).toEqual(before);
		}
	});

	it('moves the launch with a later launch, and asks a vendor as a tentative open role', () => {
		const { ctx, project } = start();
		const find = (kind: string): Remedy =>
			ask(ctx).remedies.find((remedy) => remedy.kind === kind)!;
		const later = find('launch');
		const vendor = find('vendor');
		valueOf(applyRemedy(ctx, changeOf(later)));
		expect(ctx.board.get('projects', project)?.launch).toBe(later.launch);
		const again = start();
		valueOf(applyRemedy(again.ctx, changeOf(vendor)));
		expect(again.ctx.board.where('allocations', 'person', '')).toMatchObject([
			{ role: 'Vendor: Storyline', certainty: 'tentative' }
		]);
	});

	it('RE-6 refuses who may not write all of it, and says so before', () => {
		const { ctx } = start();
		const { remedies } = ask(ctx);
		for (const role of ['leader', 'viewer', 'designer'] as const) {
			const other = aContext(ctx.board, anActor(role, 'per_cyd'), 2);
			for (const remedy of remedies) {
				expect(askRemedy(other, changeOf(remedy))?.rule).toMatch(/^P-/);
				expect(denialOf(applyRemedy(other, changeOf(remedy))).remedy).not.toBe('');
			}
		}
		expect(ask(ctx).remedies).toEqual(remedies);
	});

	it('P-23 asks somebody of another home team instead of taking them', () => {
		const { ctx, small } = start();
		ctx.board.write('people', 'per_ana', 'unit', 'Studio');
		ctx.board.write('people', 'per_ben', 'unit', 'Studio');
		ctx.board.write('people', 'per_cyd', 'unit', 'Media');
		ctx.board.write('people', 'per_cyd', 'homePlans', true);
		const planner = aContext(ctx.board, anActor('planner', 'per_ana'), 3);
		const given = ask(planner).remedies.find(({ kind }) => kind === 'person')!;
		expect(given).toMatchObject({ of: small, person: 'per_cyd' });
		expect(valueOf(applyRemedy(planner, changeOf(given)))).toEqual([]);
		expect(ctx.board.get('allocations', small)).toMatchObject({
			person: 'per_cyd',
			certainty: 'requested'
		});
		expect(weeksNow(ctx, given)).toEqual(given.weeks.map(({ afterMinutes }) => afterMinutes));
	});

	it('RE-3 leaves locked bookings alone, RE-4 committed launches too', () => {
		const { ctx, long, small, project } = start();
		valueOf(setField(ctx, 'projects', project, 'committed', true));
		expect(ask(ctx).remedies.map(({ kind }) => kind)).not.toContain('launch');
		valueOf(setLocked(ctx, [small], true));
		expect(ask(ctx).remedies.every(({ of }) => of === long)).toBe(true);
		valueOf(setLocked(ctx, [long], true));
		expect(ask(ctx).remedies).toEqual([]);
	});
});
