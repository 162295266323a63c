import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CapacityGrid } from './grid.ts';
import { addLoads, alertOf, loadState, NO_LOAD, ratiosOf } from './utilisation.ts';

const sums = (net: number, confirmed: number, tentative: number, unknown = 0): typeof NO_LOAD => ({
	net,
	confirmed,
	tentative,
	weighted: tentative * 5000,
	unknown
});

describe('utilisation', () => {
	it('C-11 the worked example: Christmas week, half a day off, 66.67 / 94.44 / 122.22 %', () => {
		const grid = new CapacityGrid(
			[
				{
					id: 'per_priya',
					calendar: {
						patterns: [{ from: null, minutes: [480, 480, 480, 480, 0, 0, 0] }],
						holidays: [{ span: { from: '2025-12-25', to: '2025-12-26' }, minutesPerDay: null }],
						absences: [{ span: { from: '2025-12-24', to: '2025-12-24' }, minutesPerDay: 240 }],
						starts: null,
						ends: null,
						nonProjectBp: 1000
					}
				}
			],
			'2025-12-22',
			'2025-12-28'
		);
		const span = { from: '2025-12-22', to: '2025-12-28' };
		grid.setAllocation('alc_sure', {
			person: 'per_priya',
			span,
			load: { mode: 'total', amount: 720 },
			certainty: 'confirmed',
			probabilityBp: null
		});
		grid.setAllocation('alc_maybe', {
			person: 'per_priya',
			span,
			load: { mode: 'total', amount: 600 },
			certainty: 'tentative',
			probabilityBp: null
		});
		expect(loadState(grid.sums(0, span.from, span.to))).toEqual({
			kind: 'load',
			net: 18 * 60,
			maximumMinutes: 1320,
			unknown: 0,
			confirmedBp: 6667,
			expectedBp: 9444,
			maximumBp: 12222
		});
	});

	it('C-11 basis points are rounded half up', () => {
		expect(ratiosOf(sums(20000, 1, 0)).confirmedBp).toBe(1);
		expect(ratiosOf(sums(20001, 1, 0)).confirmedBp).toBe(0);
		expect(ratiosOf(sums(10, 0, 1)).expectedBp).toBe(500);
		expect(() => ratiosOf(sums(0, 5, 0))).toThrow(RangeError);
	});

	it('C-12 a week is the ratio of sums, never the mean of its days', () => {
		const week = addLoads([sums(480, 480, 0), sums(60, 0, 0)]);
		expect(ratiosOf(week).confirmedBp).toBe(8889);
	});

	it('C-11 confirmed <= expected <= maximum, whatever the sums', () => {
		const minutes = fc.integer({ min: 0, max: 1_000_000 });
		fc.assert(
			fc.property(minutes, minutes, minutes, fc.integer({ min: 0, max: 10000 }), (n, c, t, p) => {
				const ratios = ratiosOf({ ...sums(n + 1, c, t), weighted: t * p });
				expect(ratios.confirmedBp).toBeLessThanOrEqual(ratios.expectedBp);
				expect(ratios.expectedBp).toBeLessThanOrEqual(ratios.maximumBp);
			})
		);
	});

	it('C-13 no capacity and unknown effort are states, not numbers', () => {
		expect(loadState(sums(0, 60, 0))).toEqual({
			kind: 'no-capacity',
			maximumMinutes: 60,
			unknown: 0
		});
		expect(loadState(NO_LOAD).kind).toBe('no-capacity');
		expect(loadState(sums(480, 0, 0, 2))).toEqual({ kind: 'unknown', net: 480, unknown: 2 });
		expect(loadState(sums(480, 240, 0, 2))).toMatchObject({ kind: 'load', unknown: 2 });
		expect(loadState(sums(480, 0, 0))).toMatchObject({ kind: 'load', maximumBp: 0 });
	});

	it('C-14 over 100 % confirmed is a breach, expected a warning, at most a risk', () => {
		const alert = (c: number, t: number): string | null => alertOf(ratiosOf(sums(100, c, t)));
		expect([alert(101, 0), alert(90, 40), alert(90, 15), alert(100, 0)]).toEqual([
			'breach',
			'warning',
			'risk',
			null
		]);
	});
});
