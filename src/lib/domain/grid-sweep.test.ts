import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from './calendar.ts';
import { addDays } from './days.ts';
import { CapacityGrid, openRoleCalendar, type Booking, type GridPerson } from './grid.ts';

const [from, to] = ['2026-01-05', '2026-03-01'];
const IDS = ['per_a', 'per_b', 'per_c', 'per_d'];

/** Hours as most have them: the same minutes on all working days, but for a little leave. */
const calendar: fc.Arbitrary<WorkCalendar> = fc
	.record({
		minutes: fc.constantFrom([480, 480, 480, 480, 480, 0, 0], [433, 433, 433, 433, 0, 0, 0]),
		leave: fc.array(fc.tuple(fc.nat(60), fc.nat(4), fc.constantFrom(null, 240)), { maxLength: 2 }),
		nonProjectBp: fc.constantFrom(0, 1000, 10_000)
	})
	.map(({ minutes, leave, nonProjectBp }) => ({
		...openRoleCalendar,
		...{ patterns: [{ from: null, minutes }], nonProjectBp },
		absences: leave.map(([at, days, minutesPerDay]) => ({
			span: { from: addDays(from, at), to: addDays(from, at + days) },
			minutesPerDay
		}))
	}));
const booking: fc.Arbitrary<Booking> = fc.record({
	person: fc.constantFrom(...IDS, ''),
	span: fc
		.tuple(fc.integer({ min: -5, max: 60 }), fc.nat(25))
		.map(([at, days]) => ({ from: addDays(from, at), to: addDays(from, at + days) })),
	load: fc.record({
		mode: fc.constantFrom('perDay' as const, 'percent' as const, 'total' as const),
		amount: fc.integer({ min: 0, max: 9000 })
	}),
	certainty: fc.constantFrom('confirmed' as const, 'tentative' as const),
	probabilityBp: fc.constantFrom(null, 0, 2500)
});
const people = fc
	.tuple(calendar, calendar, calendar, calendar)
	.map((all) => IDS.map((id, i): GridPerson => ({ id, calendar: all[i]! })));

function fresh(who: readonly GridPerson[], bookings: readonly Booking[], first = from, last = to) {
	const grid = new CapacityGrid(who, first, last);
	for (const [i, one] of bookings.entries()) grid.setAllocation(`alc_${i}`, one);
	return grid;
}

function expectSame(grid: CapacityGrid, other: CapacityGrid): void {
	const read = (one: CapacityGrid): unknown => ({
		...{ gross: one.gross, net: one.net, unknown: one.unknown, unplaced: one.unplaced() },
		...{ confirmed: one.confirmed, tentative: one.tentative, weighted: one.weighted }
	});
	expect(read(grid)).toEqual(read(other));
}

describe('a row laid at once', () => {
	it('C-42 has the cells of one laid booking by booking, row after row and time after time', () => {
		fc.assert(
			fc.property(people, fc.array(booking, { maxLength: 60 }), (who, bookings) => {
				const grid = fresh(who, bookings);
				for (const days of [0, 7, 0, 3]) {
					const [first, last] = [addDays(from, days), addDays(to, days)];
					grid.cover(who, first, last);
					expectSame(grid, fresh(who, bookings, first, last));
				}
			}),
			{ numRuns: 200 }
		);
	});

	it('C-18, C-41 goes on from there as any other: bookings change, go and come, and so do hours', () => {
		fc.assert(
			fc.property(
				people,
				fc.array(booking, { minLength: 1, maxLength: 40 }),
				fc.array(fc.tuple(fc.nat(), fc.option(booking)), { maxLength: 10 }),
				calendar,
				(who, bookings, changes, hours) => {
					const grid = fresh(who, bookings);
					grid.cover(who, from, to);
					const now = new Map(bookings.entries());
					for (const [at, after] of changes) {
						const i = at % bookings.length;
						grid.setAllocation(`alc_${i}`, after);
						if (after) now.set(i, after);
						else now.delete(i);
					}
					grid.setCalendar('per_b', hours);
					const others = who.map((one) => (one.id === 'per_b' ? { ...one, calendar: hours } : one));
					const other = new CapacityGrid(others, from, to);
					for (const [i, one] of now) other.setAllocation(`alc_${i}`, one);
					expect(new Set(grid.unplaced())).toEqual(new Set(other.unplaced()));
					for (const i of now.keys())
						expect(grid.minutesOf(`alc_${i}`, from, to)).toBe(
							other.minutesOf(`alc_${i}`, from, to)
						);
					for (const name of ['confirmed', 'tentative', 'weighted', 'net'] as const)
						expect(grid[name]).toEqual(other[name]);
				}
			),
			{ numRuns: 200 }
		);
	});
});
