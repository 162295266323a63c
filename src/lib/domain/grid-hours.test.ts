import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Away, WorkCalendar } from './calendar.ts';
import { addDays, type Span } from './days.ts';
import { CapacityGrid, type Booking, type GridPerson } from './grid.ts';

const [from, to] = ['2026-01-05', '2026-02-08'];
const IDS = ['per_a', 'per_b', 'per_c'];

const span = (longest: number): fc.Arbitrary<Span> =>
	fc
		.tuple(fc.integer({ min: -30, max: 45 }), fc.integer({ min: -2, max: longest }))
		.map(([at, days]) => ({ from: addDays(from, at), to: addDays(from, at + days) }));
const day = fc.integer({ min: -30, max: 60 }).map((at) => addDays(from, at));
const away: fc.Arbitrary<Away> = fc.record({
	span: span(12),
	minutesPerDay: fc.option(fc.integer({ min: 0, max: 600 }))
});
const pattern = fc.record({
	from: fc.option(day),
	minutes: fc.oneof(
		fc.constant([480, 480, 480, 480, 480, 0, 0]),
		fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 7, maxLength: 7 })
	)
});
const calendar: fc.Arbitrary<WorkCalendar> = fc.record({
	patterns: fc.array(pattern, { maxLength: 3 }),
	holidays: fc.array(away, { maxLength: 2 }),
	absences: fc.array(away, { maxLength: 3 }),
	exceptions: fc
		.array(fc.tuple(day, fc.integer({ min: 0, max: 600 })), { maxLength: 2 })
		.map((days) => new Map(days)),
	starts: fc.option(day, { freq: 1 }),
	ends: fc.option(day, { freq: 1 }),
	nonProjectBp: fc.option(fc.integer({ min: 0, max: 10_000 })),
	nonProjectFrom: fc.array(fc.record({ from: day, bp: fc.integer({ min: 0, max: 10_000 }) }), {
		maxLength: 2
	})
});
const booking: fc.Arbitrary<Booking> = fc.record({
	person: fc.constantFrom(...IDS, '', 'per_gone'),
	span: fc.option(span(70), { freq: 12 }),
	load: fc.option(
		fc.record({
			mode: fc.constantFrom('perDay' as const, 'percent' as const, 'total' as const),
			amount: fc.integer({ min: 0, max: 12_000 })
		}),
		{ freq: 8 }
	),
	certainty: fc.constantFrom('confirmed' as const, 'tentative' as const),
	probabilityBp: fc.option(fc.integer({ min: 0, max: 10_000 })),
	contour: fc.constantFrom('flat' as const, 'front' as const, 'back' as const),
	elsewhere: fc.constantFrom(true as const, undefined)
});
const people = fc
	.tuple(calendar, calendar, calendar)
	.map((all) => IDS.map((id, i): GridPerson => ({ id, calendar: all[i]! })));
const change = fc.oneof(
	fc.record({
		id: fc.constantFrom('alc_a', 'alc_b', 'alc_c', 'alc_d', 'alc_e', 'alc_f', 'alc_g'),
		after: fc.option(booking, { freq: 5 })
	}),
	fc.record({ person: fc.constantFrom(...IDS), calendar })
);
const changes = fc.array(change, { maxLength: 30 });

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Does the changes, and tells what a grid made of their outcome would be given. */
function run(grid: CapacityGrid, before: readonly GridPerson[], list: readonly Change[]) {
	const calendars = new Map(before.map((person) => [person.id, person.calendar]));
	const bookings = new Map<string, Booking>();
	for (const one of list) {
		if ('person' in one) {
			grid.setCalendar(one.person, one.calendar);
			calendars.set(one.person, one.calendar);
			continue;
		}
		grid.setAllocation(one.id, one.after);
		if (one.after) bookings.set(one.id, one.after);
		else bookings.delete(one.id);
	}
	return { people: [...calendars].map(([id, own]) => ({ id, calendar: own })), bookings };
}
function fresh(
	given: { people: readonly GridPerson[]; bookings: ReadonlyMap<string, Booking> },
	first: string,
	last: string
): CapacityGrid {
	const grid = new CapacityGrid(given.people, first, last);
	for (const [id, one] of given.bookings) grid.setAllocation(id, one);
	return grid;
}

function cells(grid: CapacityGrid): number[][] {
	const { gross, net, confirmed, tentative, weighted, unknown } = grid;
	const { elsewhere, elsewhereConfirmed } = grid;
	return [gross, net, confirmed, tentative, weighted, unknown, elsewhere, elsewhereConfirmed].map(
		(array) => Array.from(array)
	);
}

/** Cells and what is told of every booking, whichever way the grid came to hold it. */
function expectSame(grid: CapacityGrid, other: CapacityGrid): void {
	expect(cells(grid)).toEqual(cells(other));
	expect(grid.unplaced().sort()).toEqual(other.unplaced().sort());
	const told = (one: CapacityGrid): unknown =>
		Array.from({ length: one.openRow + 1 }, (_, row) =>
			one.contributions(row, one.from, one.to).sort((a, b) => (a.id < b.id ? -1 : 1))
		);
	expect(told(grid)).toEqual(told(other));
}

describe('grid under changed hours', () => {
	it('C-41 changed hours and changed bookings in any order give the cells of a new grid', () => {
		fc.assert(
			fc.property(people, changes, (before, list) => {
				const grid = new CapacityGrid(before, from, to);
				expectSame(grid, fresh(run(grid, before, list), from, to));
			}),
			{ numRuns: 400 }
		);
	});

	it('C-41 lays anew what stands on days with other hours, and leaves other weeks alone', () => {
		const full: WorkCalendar = {
			patterns: [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }],
			...{ holidays: [], absences: [], starts: null, ends: null, nonProjectBp: 0 }
		};
		const grid = new CapacityGrid([{ id: 'per_a', calendar: full }], from, to);
		const book = (id: string, mode: 'perDay' | 'percent' | 'total', at: number): void =>
			grid.setAllocation(id, {
				...{ person: 'per_a', certainty: 'confirmed', probabilityBp: null },
				span: { from: addDays(from, at), to: addDays(from, at + 4) },
				load: { mode, amount: 300 }
			});
		for (const [i, mode] of (['perDay', 'percent', 'total'] as const).entries()) {
			book(`alc_${i}`, mode, 0);
			book(`alc_late_${i}`, mode, 7);
		}
		const minutes = (day: number): number => grid.confirmed[day]!;
		const late = [7, 8, 9, 10, 11].map(minutes);
		const leave = { span: { from: addDays(from, 1), to: addDays(from, 1) }, minutesPerDay: null };
		grid.setCalendar('per_a', { ...full, absences: [leave] });
		// 300 a day also on the day of leave; 3 % of four days' 1,920 minutes is 58; 300 in all over four days.
		expect([0, 1, 2, 3, 4].map(minutes)).toEqual([390, 300, 390, 389, 389]);
		expect([7, 8, 9, 10, 11].map(minutes)).toEqual(late);
	});

	it('C-41 minutes in all stay whole, wherever days off push them', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(20), fc.nat(9), fc.nat(5000)), { maxLength: 12 }),
				fc.array(calendar, { minLength: 1, maxLength: 5 }),
				(rows, calendars) => {
					const grid = new CapacityGrid([{ id: 'per_a', calendar: calendars[0]! }], from, to);
					for (const [i, [at, days, amount]] of rows.entries())
						grid.setAllocation(`alc_${i}`, {
							...{ person: 'per_a', certainty: 'confirmed', probabilityBp: null },
							span: { from: addDays(from, at), to: addDays(from, at + days) },
							load: { mode: 'total', amount }
						});
					for (const next of calendars) {
						grid.setCalendar('per_a', next);
						const lost = new Set(grid.unplaced());
						const kept = rows.filter((_, i) => !lost.has(`alc_${i}`));
						expect(grid.confirmed.reduce((a, b) => a + b, 0)).toBe(
							kept.reduce((sum, [, , amount]) => sum + amount, 0)
						);
					}
				}
			)
		);
	});

	it('C-42 the same bookings over other people and days give the cells of a new grid', () => {
		const window = fc.tuple(fc.integer({ min: -40, max: 20 }), fc.integer({ min: -1, max: 90 }));
		const order = fc.shuffledSubarray(IDS);
		fc.assert(
			fc.property(
				people,
				changes,
				window,
				order,
				changes,
				(before, list, [at, days], ids, more) => {
					const grid = new CapacityGrid(before, from, to);
					const given = run(grid, before, list);
					const [first, last] = [addDays(from, at), addDays(from, at + days)];
					const seated = ids.map((id) => given.people.find((person) => person.id === id)!);
					grid.cover(seated, first, last);
					expect(grid.people).toEqual(ids);
					expectSame(grid, fresh({ ...given, people: seated }, first, last));
					// And it goes on from there.
					for (const one of more) {
						if ('person' in one || !one.after) continue;
						grid.setAllocation(one.id, one.after);
						given.bookings.set(one.id, one.after);
					}
					expectSame(grid, fresh({ ...given, people: seated }, first, last));
					grid.cover(given.people, from, to);
					expectSame(grid, fresh(given, from, to));
				}
			),
			{ numRuns: 300 }
		);
	});

	it('refuses an amount that is no whole number, and stays as it was', () => {
		const grid = new CapacityGrid([], from, to);
		const one: Booking = {
			...{ person: '', certainty: 'confirmed', probabilityBp: null },
			span: { from, to: from },
			load: { mode: 'total', amount: 60 }
		};
		grid.setAllocation('alc_a', one);
		const before = cells(grid);
		expect(() =>
			grid.setAllocation('alc_a', { ...one, load: { mode: 'total', amount: 1.5 } })
		).toThrow('alc_a: 1.5 is no whole number');
		expect(cells(grid)).toEqual(before);
	});
});
