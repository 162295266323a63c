import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aContext, anActor, anEmptyBoard, denialOf, valueOf } from '../../../tests/build.ts';
import { addDays } from '#lib/domain/days.ts';
import type { Problem, ProblemRule } from '#lib/domain/problems.ts';
import { BoardProblems } from '#lib/model/board-problems.ts';
import type { EntityIn } from '#lib/model/board.ts';
import type { BoardDoc } from './board-doc.ts';
import { isHomeTeam } from '#lib/policy/bookings.ts';
import { fixesOf, mend } from './problem-fixes.ts';
import { UndoStack } from './undo.ts';

const TODAY = '2026-01-05';
const WEEK = [480, 480, 480, 480, 480, 0, 0];
type Booking = Partial<EntityIn<'allocations'>>;

/** Ana plans; Ben takes a week off; Cyd leaves in March; Dot has left. One project launches, one is archived. */
function aTeam(bookings: Booking[] = []): BoardDoc {
	const board = anEmptyBoard(7);
	board.doc.transact(() => {
		board.create('stages', 'stg_a', { name: 'Build', rank: 'a0' });
		board.create('stages', 'stg_z', { name: 'Done', rank: 'a1' });
		const hours = { nonProjectBp: 0, patterns: [{ from: null, minutes: WEEK }] };
		const person = (id: string, given: object): void =>
			board.create('people', id, { name: id.slice(4), active: true, ...hours, ...given });
		person('per_ana', { role: 'owner', unit: 'Studio' });
		person('per_ben', { unit: 'Media', homePlans: true });
		person('per_cyd', { ends: '2026-03-06' });
		person('per_dot', { active: false });
		board.create('absences', 'abs_1', {
			person: 'per_ben',
			span: { from: '2026-02-04', to: '2026-02-10' }
		});
		const position = { stage: 'stg_a', rank: 'a0' };
		board.create('projects', 'prj_a', { title: 'Safety', launch: '2026-03-02', position });
		board.create('projects', 'prj_b', { title: 'Old', archived: true, lead: 'per_ana', position });
		board.create('projects', 'prj_c', { title: 'Lost', lead: 'per_dot', position });
		board.create('modules', 'mod_a', { title: 'French', project: 'prj_a', archived: true });
		bookings.forEach((given, i) => board.create('allocations', `alc_${i}`, given));
	});
	return board;
}
const all = (board: BoardDoc): Problem[] => new BoardProblems(board, TODAY).all();
const firm = (given: Booking): Booking => ({
	...{ person: 'per_ana', project: 'prj_a', certainty: 'confirmed' },
	...{ span: { from: '2026-01-12', to: '2026-01-16' }, load: { mode: 'percent', amount: 6000 } },
	...given
});
const rules = (board: BoardDoc): ProblemRule[] =>
	all(board)
		.filter((one) => one.collection === 'allocations')
		.map((one) => one.rule);
const only = (board: BoardDoc, rule: ProblemRule): Problem => {
	const found = all(board).filter((one) => one.rule === rule && one.collection === 'allocations');
	expect(found).toHaveLength(1);
	return found[0]!;
};
const labels = (board: BoardDoc, problem: Problem): string[] =>
	fixesOf(aContext(board), problem).fixes.map((fix) => fix.label);

describe('problems and their fixes', () => {
	it('M-6 work that is archived: release the booking, restore the work, or book the whole', () => {
		const board = aTeam([firm({ project: 'prj_b' }), firm({ module: 'mod_a', person: 'per_ben' })]);
		const [whole, part] = all(board).filter((one) => one.rule === 'M-6');
		expect(whole!.text).toBe('Old is archived, so this booking is not counted.');
		expect(whole!.edits).toMatchObject([
			{ what: 'Confirmed' },
			{ what: 'Old archived', by: 'per_ana' }
		]);
		expect(labels(board, whole!)).toEqual(['Restore Old', 'Release it']);
		expect(labels(board, part!)).toEqual(['Book it on Safety as a whole', 'Release it']);
		expect(rules(aTeam([firm({ project: 'prj_gone' })]))).toEqual(['M-6']);
		expect(rules(aTeam([firm({ project: '', kind: 'other' })]))).toEqual([]);
	});

	it('M-7 days outside employment: keep to it, or give the work to a role', () => {
		const board = aTeam([
			firm({ person: 'per_cyd', span: { from: '2026-03-02', to: '2026-03-13' }, kind: 'delivery' })
		]);
		const found = only(board, 'M-7');
		expect(found.text).toBe('Part of it lies outside the employment of cyd until 6 Mar 2026.');
		expect(labels(board, found)).toEqual([
			'Keep to their employment',
			'Make it an open role',
			'Release it'
		]);
	});

	it('M-8 work after the launch, which delivery and maintenance are not', () => {
		const late = { span: { from: '2026-02-23', to: '2026-03-13' } };
		const board = aTeam([firm(late)]);
		const found = only(board, 'M-8');
		expect(found).toMatchObject({ span: { from: '2026-03-03', to: '2026-03-13' } });
		expect(labels(board, found)).toEqual([
			'Mark as delivery',
			'Mark as maintenance',
			'End it at the launch',
			'Launch on 13 Mar 2026',
			'Release it'
		]);
		board.write('projects', 'prj_a', 'committed', true);
		expect(labels(board, found)).not.toContain('Launch on 13 Mar 2026');
		expect(rules(aTeam([firm({ ...late, kind: 'delivery' })]))).toEqual([]);
	});

	it('M-9 two who confirmed the same week: the later one yields, moves or is opened', () => {
		const board = aTeam([
			firm({ confirmedAt: 200, confirmedBy: 'per_ana' }),
			firm({ confirmedAt: 100, confirmedBy: 'per_ben', note: 'x' })
		]);
		const found = only(board, 'M-9');
		expect(found).toMatchObject({
			...{ subject: 'alc_0', involved: ['alc_0', 'alc_1'] },
			text: 'ana holds 48 h of 40 h in the week of 12 Jan 2026.',
			edits: [
				{ what: 'Safety: Confirmed', by: 'per_ana', at: 200 },
				{ what: 'Safety: Confirmed', by: 'per_ben', at: 100 }
			]
		});
		expect(labels(board, found)).toEqual([
			'Move Safety to 19 Jan 2026',
			'Back to tentative: Safety',
			'Make it an open role'
		]);
		const problems = new BoardProblems(board, TODAY);
		expect(problems.problemsOf('alc_1').map((one) => one.rule)).toEqual(['M-9']);
		board.write('allocations', 'alc_1', 'certainty', 'tentative');
		problems.refresh(new Map([['allocations', new Set(['alc_1'])]]));
		expect(problems.problemsOf('alc_0')).toEqual([]);
		board.write('people', 'per_ana', 'maxLoadBp', 5000);
		problems.refresh(new Map([['people', new Set(['per_ana'])]]));
		expect(problems.problemsOf('alc_0').map((one) => one.rule)).toEqual(['M-9']);
	});

	it('M-10 time off on confirmed work: around it, later, tentative, or another', () => {
		const board = aTeam([
			firm({
				...{ person: 'per_ben', load: { mode: 'perDay', amount: 240 } },
				span: { from: '2026-02-02', to: '2026-02-13' }
			})
		]);
		const found = only(board, 'M-10');
		expect(found.text).toBe('ben is away 4 Feb to 10 Feb 2026, and confirmed on Safety.');
		expect(labels(board, found)).toEqual([
			'Work around the time off',
			'Move Safety to 16 Feb 2026',
			'Back to tentative: Safety',
			'Make it an open role'
		]);
		const ctx = aContext(board);
		const outcome = mend(ctx, found, 'around');
		expect(rules(board)).toEqual([]);
		const spans = [...board.all('allocations')].map((row) => row.span);
		expect(spans).toEqual([
			{ from: '2026-02-02', to: '2026-02-03' },
			{ from: '2026-02-11', to: '2026-02-13' }
		]);
		const undo = new UndoStack(() => 'x');
		undo.push(outcome.ok ? outcome.changes : []);
		valueOf(undo.undo(ctx));
		expect(rules(board)).toEqual(['M-9', 'M-10']);
		expect(undo.canUndo).toBe(false);
		expect(rules(aTeam([firm({ person: 'per_ben' })]))).toEqual([]);
	});

	it('M-16 a lead or a holder who has left', () => {
		const board = aTeam([firm({ person: 'per_dot' }), firm({ project: 'prj_c' })]);
		expect(only(board, 'M-16').text).toContain('dot is not active any more');
		const orphan = all(board).find((one) => one.collection === 'projects')!;
		expect(orphan.text).toBe('Lost is led by dot, who is not active any more.');
		expect(labels(board, orphan)).toEqual(['Give the lead to ana']);
		valueOf(mend(aContext(board), orphan, 'lead-per_ana'));
		expect(all(board).filter((one) => one.collection === 'projects')).toEqual([]);
	});

	it('M-6 to M-10 are the same when followed as when asked afresh', () => {
		const board = aTeam([
			firm({ confirmedAt: 2 }),
			firm({ confirmedAt: 1, project: 'prj_c' }),
			firm({ person: 'per_ben', span: { from: '2026-02-02', to: '2026-02-13' } }),
			firm({ module: 'mod_a', span: { from: '2026-02-23', to: '2026-03-13' } })
		]);
		const followed = new BoardProblems(board, TODAY);
		let touched = new Map<never, Set<string>>();
		board.subscribe((changed) => (touched = changed as typeof touched));
		const keys = (problems: BoardProblems) => problems.all().map((one) => `${one.key} ${one.text}`);
		const steps: (() => void)[] = [
			() => board.write('modules', 'mod_a', 'archived', false),
			() => board.write('projects', 'prj_a', 'launch', '2026-01-14'),
			() => board.write('projects', 'prj_c', 'archived', true),
			() => board.write('absences', 'abs_1', 'span', { from: '2026-01-12', to: '2026-02-10' }),
			() => board.write('allocations', 'alc_1', 'person', 'per_cyd'),
			() => board.write('people', 'per_cyd', 'active', false),
			() => board.write('allocations', 'alc_2', 'load', { mode: 'perDay', amount: 300 }),
			() => board.create('elsewhere', 'els_1', { ...firm({}), person: 'per_ana' } as never)
		];
		expect(keys(followed)).toEqual(keys(new BoardProblems(board, TODAY)));
		for (const step of steps) {
			step();
			followed.refresh(touched);
			expect(keys(followed)).toEqual(keys(new BoardProblems(board, TODAY)));
		}
	});

	it('M-16 a module whose lead has left, by day or by name, goes to whoever leads its project', () => {
		const board = aTeam([firm({ person: 'per_ben', kind: 'delivery' })]);
		board.write('modules', 'mod_a', 'archived', false);
		board.write('modules', 'mod_a', 'lead', 'per_cyd');
		board.write('projects', 'prj_a', 'lead', 'per_ben');
		const orphans = () => all(board).filter((one) => one.collection === 'modules');
		expect(orphans()).toEqual([]);
		board.write('people', 'per_cyd', 'ends', '2026-01-02');
		const [found] = orphans();
		expect(found!.text).toBe('French is led by cyd, who left on 2 Jan 2026.');
		expect(labels(board, found!)).toEqual(['Give the lead to ben', 'Give the lead to ana']);
		valueOf(mend(aContext(board), found!, 'lead-per_ben'));
		expect(orphans()).toEqual([]);
		board.write('projects', 'prj_a', 'lead', 'per_cyd');
		expect(all(board).map((one) => one.key)).toContain('M-16/prj_a');
	});

	it('M-16 keeps what somebody did until they left, and flags what lies after it', () => {
		const board = aTeam([
			firm({ person: 'per_dot', span: { from: '2026-01-05', to: '2026-01-16' } }),
			firm({ person: 'per_dot', span: { from: '2026-01-05', to: '2026-01-07' } }),
			firm({ person: 'per_dot', span: { from: '2026-01-12', to: '2026-01-16' } })
		]);
		board.write('people', 'per_dot', 'ends', '2026-01-07');
		expect(
			all(board).flatMap((one) => (one.rule === 'M-16' && one.span ? [one.text] : []))
		).toEqual([
			'dot left on 7 Jan 2026; what lies after that nobody does.',
			'dot is not active any more; the work counts as unstaffed.'
		]);
	});

	it('P-1 offers nobody what they may not do, and says what would make it possible', () => {
		const board = aTeam([firm({ project: 'prj_b' })]);
		const found = only(board, 'M-6');
		const viewer = aContext(board, anActor('viewer', 'per_ben'));
		expect(fixesOf(viewer, found)).toEqual({
			fixes: [],
			refusal: 'Viewers read. Ask an owner for another role.'
		});
		expect(denialOf(mend(viewer, found, 'release')).remedy).toMatch(/^Viewers read/);
	});

	it('P-23 takes a confirmed booking of another home team back to a request', () => {
		const board = aTeam([firm({ person: 'per_ben' }), firm({ person: 'per_ben' })]);
		const planner = aContext(board, anActor('planner'));
		const found = only(board, 'M-9');
		expect(fixesOf(planner, found).fixes).toEqual([
			{ key: 'pencil', label: 'Request again: Safety' },
			{ key: 'open-role', label: 'Make it an open role' }
		]);
		valueOf(mend(planner, found, 'pencil'));
		expect(board.get('allocations', found.subject)?.certainty).toBe('requested');
	});

	it('says nothing of what is over, archived or without dates', () => {
		const past = { span: { from: '2025-12-01', to: '2026-01-04' } };
		expect(rules(aTeam([firm({ ...past, project: 'prj_b' })]))).toEqual([]);
		expect(rules(aTeam([firm({ project: 'prj_b', archived: true })]))).toEqual([]);
		expect(rules(aTeam([firm({ project: 'prj_b', span: null })]))).toEqual([]);
	});

	it('opens a lock where it must, and says so; takes no fix that does not fit any more', () => {
		const board = aTeam([firm({ project: 'prj_b', locked: true })]);
		const found = only(board, 'M-6');
		expect(labels(board, found)).toEqual(['Restore Old', 'Unlock, then release it']);
		const lead = aContext(board, anActor('designer', 'per_ben'));
		expect(denialOf(mend(lead, found, 'release')).remedy).toMatch(/^Only owners and planners/);
		valueOf(mend(aContext(board), found, 'release'));
		expect(denialOf(mend(aContext(board), found, 'release')).rule).toBe('fix');
	});

	it('M-6 to M-16: every problem has a fix, every fix clears it and makes no new one', () => {
		const often = <T>(usual: T, ...others: T[]) =>
			fc.oneof(
				{ weight: 5, arbitrary: fc.constant(usual) },
				...others.map((one) => fc.constant(one))
			);
		const booking = fc.record({
			person: fc.constantFrom('per_ana', 'per_ben', 'per_ben', 'per_cyd', 'per_cyd', 'per_dot', ''),
			project: often('prj_a', 'prj_b', 'prj_c', ''),
			module: often('', 'mod_a'),
			kind: often<'project' | 'delivery' | 'other'>('project', 'delivery', 'other'),
			span: fc
				.tuple(fc.constantFrom(-10, 0, 22, 27, 29, 50), fc.integer({ min: 0, max: 30 }))
				.map(([at, days]) => ({ from: addDays(TODAY, at), to: addDays(TODAY, at + days) })),
			load: fc.option(
				fc.record({
					mode: often<'perDay' | 'percent' | 'total'>('perDay', 'percent', 'total'),
					amount: fc.integer({ min: 0, max: 1440 })
				}),
				{ freq: 9 }
			),
			certainty: often<'confirmed' | 'tentative'>('confirmed', 'tentative'),
			locked: fc.boolean(),
			confirmedAt: fc.integer({ min: 0, max: 5 })
		});
		// Ben's team has a planner of its own; a planner of another team asks it.
		const who = fc.constantFrom(anActor('owner'), anActor('planner'), anActor('viewer'));
		const met = new Set<string>();
		fc.assert(
			fc.property(
				fc.array(booking, { minLength: 2, maxLength: 6, size: 'max' }),
				who,
				(bookings, actor) => {
					const board = aTeam(bookings);
					const before = all(board).map((one) => one.key);
					for (const problem of all(board)) {
						const { fixes, refusal } = fixesOf(aContext(board, actor), problem);
						if (actor.role === 'owner') expect(fixes.length, problem.text).toBeGreaterThan(0);
						else expect(fixes.length > 0, problem.text).toBe(refusal === '');
						met.add(problem.rule);
						for (const fix of fixes) {
							const copy = aTeam(bookings);
							valueOf(mend(aContext(copy, actor), problem, fix.key));
							for (const row of copy.all('allocations'))
								if (row.certainty !== 'requested' && !isHomeTeam(actor, row.person, copy))
									expect([row.certainty, fix.label]).toEqual([
										board.get('allocations', row.id)?.certainty,
										fix.label
									]);
							const after = all(copy).map((one) => one.key);
							expect(after, fix.label).not.toContain(problem.key);
							expect(
								after.filter((key) => !before.includes(key)),
								fix.label
							).toEqual([]);
						}
					}
				}
			),
			// Every rule is met in one run of fourteen or more, so that none is missed by chance.
			{ numRuns: 300 }
		);
		expect([...met].sort()).toEqual(['M-10', 'M-16', 'M-6', 'M-7', 'M-8', 'M-9']);
	}, 60_000);
});
