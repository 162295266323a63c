import { describe, expect, it } from 'vitest';
import { dayNumber } from '#lib/domain/days.ts';
import { createDayScale } from '#lib/chart/scales.ts';
import { findPlaceFor } from './reveal.ts';

const scale = createDayScale({ from: '2027-01-04', to: '2027-12-26' }, 10, false);
const first = dayNumber('2027-01-04');
const bar = (from: number, to: number) => ({
	id: 'a',
	from: first + from,
	to: first + to,
	lane: 0
});
const tile = { key: 0, topPx: 0, heightPx: 0 };
const line = (topPx: number) => ({
	...{ kind: 'row' as const, key: 'p', topPx, heightPx: 40, row: null, section: null },
	...{ reachPx: 40, tile }
});
const view = { leftPx: 500, topPx: 300, widthPx: 800, heightPx: 600 };

describe('where a bar is in view', () => {
	it('stays where it shows already', () => {
		expect(findPlaceFor(bar(60, 70), line(400), 0, view, scale)).toEqual({
			leftPx: 500,
			topPx: 300
		});
		expect(findPlaceFor(bar(40, 54), line(400), 0, view, scale)).toEqual({
			leftPx: 500,
			topPx: 300
		});
	});

	it('puts what begins later at a quarter of the view, and of what has ended its end in view', () => {
		expect(findPlaceFor(bar(200, 210), line(400), 0, view, scale).leftPx).toBe(2000 - 200);
		expect(findPlaceFor(bar(20, 30), line(400), 0, view, scale).leftPx).toBe(0);
		const wide = { ...view, leftPx: 3000 };
		expect(findPlaceFor(bar(10, 250), line(400), 0, wide, scale).leftPx).toBe(2510 - 600);
	});

	it('scrolls to rows above and below, and to one that is under its head', () => {
		expect(findPlaceFor(bar(60, 70), line(900), 0, view, scale).topPx).toBe(700);
		expect(findPlaceFor(bar(60, 70), line(100), 0, view, scale).topPx).toBe(-100);
		expect(findPlaceFor(bar(60, 70), line(310), 26, view, scale).topPx).toBe(110);
	});
});
