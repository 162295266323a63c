import { describe, expect, it } from 'vitest';
import {
	PX_PER_DAY,
	createDayScale,
	findNearestLevel,
	findScrollAfterZoom,
	stepLevel
} from './scales.ts';

const january = { from: '2027-01-01', to: '2027-01-31' };

describe('days on a line', () => {
	const scale = createDayScale(january, 18);

	it('gives every day its own column', () => {
		expect(scale.widthPx).toBe(31 * 18);
		expect(scale.toPx('2027-01-01')).toBe(0);
		expect(scale.toPx('2027-01-02')).toBe(18);
		expect(scale.toBox({ from: '2027-01-01', to: '2027-01-01' })).toEqual({
			leftPx: 0,
			widthPx: 18
		});
	});

	it('holds both ends of a span, and an inverted one at a day', () => {
		expect(scale.toBox({ from: '2027-01-04', to: '2027-01-08' })).toEqual({
			leftPx: 54,
			widthPx: 90
		});
		expect(scale.toBox({ from: '2027-01-04', to: '2027-01-01' }).widthPx).toBe(18);
	});

	it('reads back every day from both its edges, across a change of the clock', () => {
		const spring = createDayScale({ from: '2027-03-01', to: '2027-04-30' }, 2.2);
		for (let number = 1; number <= 30; number++) {
			const day = `2027-04-${String(number).padStart(2, '0')}`;
			expect(spring.toDay(spring.toPx(day))).toBe(day);
			expect(spring.toDay(spring.toPx(day) + 2.1)).toBe(day);
		}
	});

	it('clamps what lies outside', () => {
		expect(scale.toDay(-50)).toBe('2027-01-01');
		expect(scale.toDay(99_999)).toBe('2027-01-31');
	});

	it('snaps a drag to whole days', () => {
		expect([8, 10, -10, 0].map(scale.toDays)).toEqual([0, 1, -1, 0]);
	});

	it('refuses a span without days', () => {
		expect(() => createDayScale({ from: '2027-02-01', to: '2027-01-01' }, 18)).toThrow(
			/shows no day/
		);
	});
});

describe('the same line read from the right', () => {
	const scale = createDayScale(january, 18, true);

	it('mirrors boxes and drags', () => {
		expect(scale.toBox({ from: '2027-01-01', to: '2027-01-02' })).toEqual({
			leftPx: 29 * 18,
			widthPx: 36
		});
		expect(scale.toDays(-36)).toBe(2);
		expect(scale.toDay(scale.widthPx - 1)).toBe('2027-01-01');
		expect(scale.toDay(1)).toBe('2027-01-31');
	});
});

describe('zoom', () => {
	it('finds the level nearest in magnification', () => {
		expect([60, 44, 30, 12, 6, 3, 1].map(findNearestLevel)).toEqual([
			'day',
			'day',
			'day',
			'week',
			'month',
			'quarter',
			'quarter'
		]);
	});

	it('steps and stops at the ends', () => {
		expect(stepLevel('week', 1)).toBe('day');
		expect(stepLevel('day', 1)).toBe('day');
		expect(stepLevel('quarter', -1)).toBe('quarter');
	});

	it('keeps the day under the pointer', () => {
		const scroll = findScrollAfterZoom(1000, 300, PX_PER_DAY.week, PX_PER_DAY.month);
		expect((scroll + 300) / PX_PER_DAY.month).toBeCloseTo((1000 + 300) / PX_PER_DAY.week);
	});
});
