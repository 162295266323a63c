import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from './calendar.ts';
import { addDays, dayNumber, intersectSpans } from './days.ts';
import { CapacityGrid } from './grid.ts';
import type { Booking, GridPerson } from './grid.ts';
import { loadState } from './utilisation.ts';

const week = (minutes: number[], absences: WorkCalendar['absences'] = []): WorkCalendar => ({
	patterns: [{ from: null, minutes }],
	holidays: [{ span: { from: '2026-01-13', to: '2026-01-13' }, minutesPerDay: null }],
	absences,
	starts: null,
	ends: null,
	nonProjectBp: 0
});
const people: GridPerson[] = [
	{ id: 'per_full', calendar: week([480, 480, 480, 480, 480, 0, 0]) },
	{ id: 'per_part', calendar: week([0, 333, 217, 0, 101, 0, 0]) },
	{ id: 'per_none', calendar: week([0, 0, 0, 0, 0, 0, 0]) },
	{
		id: 'per_away',
		calendar: week(
			[450, 450, 450, 450, 450, 0, 0],
			[{ span: { from: '2026-01-08', to: '2026-01-20' }, minutesPerDay: null }]
		)
	}
];
const [from, to] = ['2026-01-05', '2026-02-01'];
const newGrid = (): CapacityGrid => new CapacityGrid(people, from, to);

const booking = fc.record<Booking>({
	person: fc.constantFrom('per_full', 'per_part', 'per_none', 'per_away', '', 'per_gone'),
	span: fc.option(
		fc
			.tuple(fc.integer({ min: -20, max: 40 }), fc.integer({ min: -2, max: 30 }))
			.map(([at, days]) => ({ from: addDays(from, at), to: addDays(from, at + days) })),
		{ freq: 12 }
	),
	load: fc.option(
		fc.record({
			mode: fc.constantFrom('perDay' as const, 'percent' as const, 'total' as const),
			amount: fc.integer({ min: 0, max: 9000 })
		}),
		{ freq: 8 }
	),
	certainty: fc.constantFrom('confirmed' as const, 'tentative' as const),
	probabilityBp: fc.option(fc.integer({ min: 0, max: 10000 })),
	contour: fc.constantFrom('flat' as const, 'front' as const, 'back' as const),
	elsewhere: fc.constantFrom(true as const, undefined)
});
const change = fc.record({
	id: fc.constantFrom('alc_a', 'alc_b', 'alc_c', 'alc_d', 'alc_e', 'alc_f'),
	after: fc.option(booking, { freq: 5 })
});

function cells(grid: CapacityGrid): number[][] {
	const { gross, net, confirmed, tentative, weighted, unknown } = grid;
	const { elsewhere, elsewhereConfirmed } = grid;
	return [gross, net, confirmed, tentative, weighted, unknown, elsewhere, elsewhereConfirmed].map(
		(array) => Array.from(array)
	);
}

const sure = (id: string, span: Booking['span'], amount: number): Booking => ({
	person: id,
	span,
	load: { mode: 'total', amount },
	certainty: 'confirmed',
	probabilityBp: null
});

describe('grid', () => {
	it('C-18 single changes give the same cells as a new grid', () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
				const grid = newGrid();
				const last = new Map<string, Booking>();
				for (const { id, after } of changes) {
					grid.setAllocation(id, after);
					if (after) last.set(id, after);
					else last.delete(id);
				}
				const live = cells(grid);
				const fresh = newGrid();
				for (const [id, after] of last) fresh.setAllocation(id, after);
				expect(cells(fresh)).toEqual(live);
				for (const id of last.keys()) grid.setAllocation(id, null);
				expect(cells(grid)).toEqual(cells(newGrid()));
			})
		);
	});

	it('C-18 changed hours give the same cells as a grid that had them from the start', () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
				const calendar = week([100, 200, 300, 0, 0, 60, 0]);
				const grid = newGrid();
				const other = new CapacityGrid(
					people.map((p) => (p.id === 'per_away' ? { id: p.id, calendar } : p)),
					from,
					to
				);
				for (const { id, after } of changes) {
					grid.setAllocation(id, after);
					other.setAllocation(id, after);
				}
				grid.setCalendar('per_away', calendar);
				expect(cells(grid)).toEqual(cells(other));
			})
		);
		expect(() => newGrid().setCalendar('per_gone', people[0]!.calendar)).toThrow('per_gone');
	});

	it('C-18 minutes are conserved: every total is in the cells or named as unplaced', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(3), fc.nat(20), fc.nat(7), fc.nat(5000)), { maxLength: 20 }),
				(rows) => {
					const grid = newGrid();
					let placed = 0;
					rows.forEach(([person, at, days, amount], i) => {
						const span = { from: addDays(from, at), to: addDays(from, at + days) };
						grid.setAllocation(`alc_${i}`, sure(people[person]!.id, span, amount));
					});
					const lost = new Set(grid.unplaced());
					rows.forEach(([, , , amount], i) => (placed += lost.has(`alc_${i}`) ? 0 : amount));
					expect(grid.confirmed.reduce((a, b) => a + b, 0)).toBe(placed);
					const parts = rows.map((_, i) => i).filter((i) => !lost.has(`alc_${i}`));
					let said = 0;
					for (let row = 0; row < grid.openRow; row++)
						for (const one of grid.contributions(row, from, to)) said += one.minutes ?? 0;
					expect(said).toBe(parts.reduce((sum, i) => sum + rows[i]![3], 0));
				}
			)
		);
	});

	it('C-18 what lies in the window does not depend on the window', () => {
		fc.assert(
			fc.property(booking, (one) => {
				const wide = new CapacityGrid(people, '2025-11-03', '2026-05-31');
				const narrow = newGrid();
				wide.setAllocation('alc_a', one);
				narrow.setAllocation('alc_a', one);
				if (one.span && intersectSpans(one.span, { from, to }))
					expect(wide.unplaced()).toEqual(narrow.unplaced());
				for (let row = 0; row <= narrow.openRow; row++)
					expect(narrow.sums(row, from, to)).toEqual(wide.sums(row, from, to));
			})
		);
	});

	it('C-10 unknown and unplaced work marks its days, so a week is never empty by mistake', () => {
		const grid = newGrid();
		const span = { from: '2026-01-05', to: '2026-01-06' };
		grid.setAllocation('alc_a', { ...sure('per_full', span, 0), load: null });
		expect(loadState(grid.sums(0, from, '2026-01-11')).kind).toBe('unknown');
		expect(grid.contributions(0, from, to)).toEqual([
			{ id: 'alc_a', minutes: null, tentative: false }
		]);
		grid.setAllocation('alc_a', sure('per_full', { from: '2026-01-10', to: '2026-01-11' }, 60));
		expect(grid.unplaced()).toEqual(['alc_a']);
		expect(loadState(grid.sums(0, from, '2026-01-11')).kind).toBe('unknown');
		grid.setAllocation('alc_b', sure('per_none', span, 60));
		expect(loadState(grid.sums(2, from, '2026-01-11'))).toEqual({
			kind: 'no-capacity',
			maximumMinutes: 0,
			unknown: 2
		});
	});

	it('C-19 open roles and strangers share the last row, which is nobody in particular', () => {
		const grid = newGrid();
		const span = { from: '2026-01-05', to: '2026-01-09' };
		grid.setAllocation('alc_a', sure('', span, 500));
		grid.setAllocation('alc_b', sure('per_gone', span, 500));
		expect(grid.rowOf('per_gone')).toBe(grid.openRow);
		expect(grid.sums(grid.openRow, from, to).confirmed).toBe(1000);
		expect(grid.sums(0, from, to).confirmed).toBe(0);
	});

	it('C-40 work on other boards counts like any and is told apart', () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
				const all = newGrid();
				const own = newGrid();
				for (const { id, after } of changes) {
					all.setAllocation(id, after);
					own.setAllocation(id, after?.elsewhere ? null : after);
				}
				for (let row = 0; row <= all.openRow; row++) {
					const [sum, part] = [all.sums(row, from, to), own.sums(row, from, to)];
					const others = all.sumElsewhere(row, from, to);
					expect(others.confirmed).toBe(sum.confirmed - part.confirmed);
					expect(others.tentative).toBe(sum.tentative - part.tentative);
				}
			})
		);
	});

	it('C-6 sums are clipped to the window, and columns know their day', () => {
		const grid = newGrid();
		expect(grid.sums(0, '2020-01-01', '2030-01-01').net).toBe(19 * 480);
		expect(grid.sums(0, '2027-01-01', '2027-02-01').net).toBe(0);
		expect(grid.sums(0, '2024-01-01', '2024-02-01').net).toBe(0);
		expect(grid.workingDays(0, '2026-01-12', '2026-01-20')).toBe(6);
		expect(grid.workingDays(2, from, to)).toBe(0);
		expect(grid.dayAt(dayNumber('2026-01-09') - dayNumber(from))).toBe('2026-01-09');
	});
});
