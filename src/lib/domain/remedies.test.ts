import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from './calendar.ts';
import { addDays, weekday } from './days.ts';
import { CapacityGrid, type Booking } from './grid.ts';
import {
	endsOverload,
	findRemedies,
	MOST_REMEDIES,
	REMEDY_KINDS,
	type LooseWork,
	type RemedyQuestion
} from './remedies.ts';

const MONDAY = '2027-01-04';
const day = (offset: number): string => addDays(MONDAY, offset);

const fortyHours: WorkCalendar = {
	patterns: [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }],
	holidays: [{ span: { from: day(9), to: day(9) }, minutesPerDay: null }],
	absences: [],
	starts: null,
	ends: null,
	nonProjectBp: 0
};

function team(bookings: Record<string, Partial<Booking>>): CapacityGrid {
	const people = ['ann', 'bob', 'cat'].map((id) => ({ id, calendar: fortyHours }));
	const grid = new CapacityGrid(people, day(-14), day(97));
	for (const [id, given] of Object.entries(bookings))
		grid.setAllocation(id, {
			person: 'ann',
			span: { from: MONDAY, to: day(4) },
			load: { mode: 'total', amount: 1200 },
			certainty: 'confirmed',
			probabilityBp: null,
			...given
		});
	return grid;
}

const loose = (grid: CapacityGrid, id: string, more: Partial<LooseWork> = {}): LooseWork => ({
	id,
	minutes: grid.minutesOf(id, MONDAY, day(6)) ?? 0,
	tentative: false,
	rank: id,
	at: 0,
	launch: day(30),
	canLaunchLater: true,
	mustEndBy: null,
	isFixed: false,
	...more
});

const question = (
	grid: CapacityGrid,
	work: LooseWork[],
	more: Partial<RemedyQuestion> = {}
): RemedyQuestion => ({
	grid,
	cell: { people: ['ann'], from: MONDAY, to: day(6), count: (sums) => sums.confirmed },
	work,
	takersOf: () => [{ person: 'bob', fit: 0.5 }],
	limitBpOf: () => 10_000,
	today: MONDAY,
	...more
});

/** Forty hours of net time, fifty-six of work: 140 %. */
const full = (): CapacityGrid =>
	team({
		keep: { load: { mode: 'total', amount: 2160 } },
		small: { load: { mode: 'total', amount: 1200 } }
	});

describe('remedies', () => {
	it('RE-3 offers one of each kind where each helps, the cheapest first, and five at most', () => {
		const grid = full();
		const found = findRemedies(question(grid, [loose(grid, 'small'), loose(grid, 'keep')]));
		expect(found.map(({ kind }) => kind)).toEqual([...REMEDY_KINDS]);
		expect(found).toHaveLength(MOST_REMEDIES);
		expect(found.map(({ beforeMinutes, netMinutes }) => [beforeMinutes, netMinutes])[0]).toEqual([
			3360, 2400
		]);
		expect(found.every(endsOverload)).toBe(true);
	});

	it('RE-2 takes nobody over their limit: no room, no offer', () => {
		const grid = full();
		grid.setAllocation('bobs', {
			...grid.bookingOf('keep')!,
			person: 'bob',
			span: { from: MONDAY, to: day(90) },
			load: { mode: 'perDay', amount: 400 }
		});
		const kinds = findRemedies(question(grid, [loose(grid, 'small')])).map(({ kind }) => kind);
		expect(kinds).not.toContain('person');
		const other = findRemedies(
			question(grid, [loose(grid, 'small')], { limitBpOf: () => 20_000 })
		).map(({ kind }) => kind);
		expect(other).toContain('person');
	});

	it('RE-4 moves within the slack before the launch, splits what has begun, and leaves the past alone', () => {
		const grid = full();
		const [first] = findRemedies(question(grid, [loose(grid, 'small')]));
		// The nearest five working days that clear the week; 13 January is closed.
		expect(first?.steps[0]?.after.span).toEqual({ from: day(4), to: day(11) });
		const tight = question(grid, [loose(grid, 'small', { launch: day(4) })]);
		expect(findRemedies(tight).map(({ kind }) => kind)).toEqual(['person', 'vendor', 'launch']);
		const begun = question(grid, [loose(grid, 'small')], { today: day(1) });
		expect(findRemedies(begun).map(({ kind }) => kind)).not.toContain('move');
		for (const { steps } of findRemedies(begun))
			expect(steps.every(({ after }) => after.span!.from >= day(1) || after.person === 'ann')).toBe(
				true
			);
		expect(findRemedies(question(grid, [loose(grid, 'small')], { today: day(7) }))).toEqual([]);
	});

	it('RE-4 never moves a committed launch, delivery on agreed days, or what something waits for', () => {
		const grid = full();
		const of = (more: Partial<LooseWork>): string[] =>
			findRemedies(question(grid, [loose(grid, 'small', { launch: day(4), ...more })])).map(
				({ kind }) => kind
			);
		expect(of({ canLaunchLater: false })).toEqual(['person', 'vendor']);
		expect(of({ isFixed: true, launch: day(30) })).toEqual(['person', 'vendor']);
		expect(of({ launch: day(30), mustEndBy: day(4) })).toEqual(['person', 'vendor']);
	});

	it('RE-4 moves the launch to the day the work then ends, by as little as is enough', () => {
		const grid = full();
		const found = findRemedies(question(grid, [loose(grid, 'small', { launch: day(4) })]));
		const later = found.find(({ kind }) => kind === 'launch')!;
		expect(later.launch).toBe(later.steps.at(-1)!.after.span!.to);
		expect(later.days).toBeGreaterThan(0);
		expect(endsOverload(later)).toBe(true);
	});

	it('RE-5 tells before and after of everybody it touches, week by week', () => {
		const grid = full();
		const given = findRemedies(question(grid, [loose(grid, 'small')])).find(
			({ kind }) => kind === 'person'
		)!;
		expect(given.weeks).toEqual([
			{ person: 'ann', monday: MONDAY, netMinutes: 2400, beforeMinutes: 3360, afterMinutes: 2160 },
			{ person: 'bob', monday: MONDAY, netMinutes: 2400, beforeMinutes: 0, afterMinutes: 1200 }
		]);
	});

	it('has nothing to offer for a cell that is not over', () => {
		const grid = team({ small: {} });
		expect(findRemedies(question(grid, [loose(grid, 'small')]))).toEqual([]);
	});

	it('RE-1 conserves minutes, RE-2 harms nobody, and leaves the grid as it was', () => {
		const booking = fc.record({
			from: fc.integer({ min: -7, max: 5 }),
			days: fc.integer({ min: 1, max: 24 }),
			mode: fc.constantFrom('perDay' as const, 'percent' as const, 'total' as const),
			amount: fc.integer({ min: 1, max: 4000 }),
			tentative: fc.boolean(),
			launch: fc.option(fc.integer({ min: -3, max: 40 }))
		});
		fc.assert(
			fc.property(
				fc.array(booking, { minLength: 1, maxLength: 5 }),
				fc.integer({ min: 0, max: 6 }),
				(all, today) => {
					const grid = team(
						Object.fromEntries(
							all.map((one, i) => [
								`b${i}`,
								{
									span: { from: day(one.from), to: day(one.from + one.days) },
									load: {
										mode: one.mode,
										amount: one.mode === 'perDay' ? one.amount % 600 : one.amount
									},
									certainty: one.tentative ? ('tentative' as const) : ('confirmed' as const)
								}
							])
						)
					);
					const before = [grid.confirmed, grid.tentative, grid.weighted].map((one) => [...one]);
					const whole = (id: string): number => grid.minutesOf(id, grid.from, grid.to) ?? 0;
					const work = all.map((one, i) =>
						loose(grid, `b${i}`, { launch: one.launch === null ? null : day(one.launch) })
					);
					const found = findRemedies(
						question(grid, work, {
							today: day(today),
							cell: {
								people: ['ann'],
								from: MONDAY,
								to: day(6),
								count: (sums) => sums.confirmed + sums.tentative
							}
						})
					);
					expect(found.length).toBeLessThanOrEqual(MOST_REMEDIES);
					for (const remedy of found) {
						expect(remedy.afterMinutes).toBeLessThan(remedy.beforeMinutes);
						const old = whole(remedy.of);
						const parts = remedy.steps.map(({ after }, i) => {
							grid.setAllocation(`try ${i}`, after);
							const minutes = grid.minutesOf(`try ${i}`, grid.from, grid.to);
							grid.setAllocation(`try ${i}`, null);
							expect(weekday(after.span!.from)).toBeGreaterThan(0);
							return minutes ?? NaN;
						});
						expect(parts.reduce((sum, one) => sum + one, 0)).toBe(old);
						for (const week of remedy.weeks)
							expect(
								week.afterMinutes <= week.beforeMinutes || week.afterMinutes <= week.netMinutes
							).toBe(true);
					}
					expect([grid.confirmed, grid.tentative, grid.weighted].map((one) => [...one])).toEqual(
						before
					);
				}
			),
			{ numRuns: 60 }
		);
	});
});
