import { describe, expect, it } from 'vitest';
import { findGrip } from './grip.ts';
import {
	ENDS,
	findBarNear,
	HANDLE_PX,
	layHandle,
	looseEnd,
	nearestEnd,
	type Square
} from './link-layout.ts';

const bar = { leftPx: 100, widthPx: 200, yPx: 50 };
const always = () => true;
const never = () => false;
/** Free below a height, or above it. */
const under = (yPx: number) => (square: Square) => square.topPx >= yPx;
const over = (yPx: number) => (square: Square) => square.topPx + HANDLE_PX <= yPx;
const place = (of: typeof bar, isMirrored: boolean, isFree: (square: Square) => boolean) =>
	ENDS.map((end) => {
		const handle = layHandle(of, end, isMirrored, isFree);
		return handle && [handle.leftPx, handle.topPx];
	});

describe('handles of a bar', () => {
	it('hang beside its ends, where the bar is not stretched any more, mirrored right to left', () => {
		const [start, end] = [
			[100 - 4 - 24, 38],
			[300 + 4, 38]
		];
		expect(place(bar, false, always)).toEqual([start, end]);
		expect(place(bar, true, always)).toEqual([end, start]);
	});

	it('hang below or above where another bar is beside, and inside where all around is taken', () => {
		expect(place(bar, false, under(60))).toEqual([
			[88, 60],
			[288, 60]
		]);
		expect(place(bar, false, over(40))).toEqual([
			[88, 16],
			[288, 16]
		]);
		const inside = place(bar, false, never) as [number, number][];
		for (const [leftPx] of inside)
			for (const xPx of [leftPx + 1, leftPx + HANDLE_PX - 1])
				expect(findGrip(xPx - bar.leftPx, bar.widthPx)).toBe('whole');
		expect(inside[1]![0] - inside[0]![0] - HANDLE_PX, 'room for carrying').toBeGreaterThan(24);
		expect(place({ ...bar, widthPx: 100 }, false, never)).toEqual([null, null]);
	});

	it('show near the bar what is pressed around', () => {
		for (const isFree of [always, under(60), over(40), never])
			for (const isMirrored of [false, true])
				for (const end of ENDS) {
					const { leftPx, topPx, dot } = layHandle(bar, end, isMirrored, isFree)!;
					const [x, y] = [leftPx + dot[0], topPx + dot[1]];
					expect(Math.min(Math.abs(x - 100), Math.abs(x - 300))).toBeLessThanOrEqual(32);
					expect(Math.abs(y - 50)).toBeLessThanOrEqual(18);
				}
	});
});

describe('what a pointer means', () => {
	const near = { id: 'a', box: bar, slackPx: 10 };
	const next = { id: 'b', box: { leftPx: 305, widthPx: 50, yPx: 50 }, slackPx: 10 };
	const find = (x: number, y: number, ...bars: (typeof near)[]) => findBarNear(bars, [x, y])?.id;

	it('is the bar it lies on, else the nearest one beside it', () => {
		expect(find(150, 50, near, next)).toBe('a');
		expect(find(302, 50, near, next)).toBe('a');
		expect(find(304, 50, near, next)).toBe('b');
		expect(find(91, 50, near, next)).toBe('a');
		expect(find(89, 50, near, next)).toBeUndefined();
		expect(find(150, 63, near, next)).toBeUndefined();
		expect(find(301, 50, { ...near, slackPx: 0 })).toBeUndefined();
	});

	it('is the nearer end, of what is in view, mirrored right to left', () => {
		const all = { leftPx: 0, widthPx: 1000 };
		expect([120, 280].map((x) => nearestEnd(bar, x, all, false))).toEqual(['S', 'F']);
		expect([120, 280].map((x) => nearestEnd(bar, x, all, true))).toEqual(['F', 'S']);
		expect(nearestEnd(bar, 230, { leftPx: 210, widthPx: 500 }, false)).toBe('S');
		expect(nearestEnd(bar, 160, { leftPx: 0, widthPx: 170 }, false)).toBe('F');
	});

	it('is, over no bar, the end into which the line runs straight', () => {
		const ends = [false, true].map((rtl) =>
			[400, 20].map((x) => ENDS.map((end) => looseEnd(bar, end, x, rtl)).join(''))
		);
		expect(ends).toEqual([
			['SS', 'FF'],
			['FF', 'SS']
		]);
	});
});
