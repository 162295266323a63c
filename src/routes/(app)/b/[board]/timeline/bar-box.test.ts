import { describe, expect, it } from 'vitest';
import { findBarsInBox, findRange } from './bar-box.ts';
import type { Row } from './row-index.ts';
import { laneTopPx, lookOf, stackRows, BAR_PX, type Line } from './timeline-layout.ts';

const row = (
	key: string,
	...bars: [id: string, from: number, to: number, lane: number][]
): Row => ({
	key,
	person: key,
	role: '',
	project: '',
	name: key,
	bars: bars.map(([id, from, to, lane]) => ({ id, from, to, lane })),
	lanes: Math.max(1, ...bars.map(([, , , lane]) => lane + 1))
});
const look = { strip: false, ...lookOf('usual', false) };
const rows = [
	row('a', ['a1', 0, 4, 0], ['a2', 3, 9, 1]),
	row('b', ['b1', 20, 24, 0]),
	row('c', ['c1', 2, 6, 0])
];
const { lines, byKey } = stackRows([{ name: '', rows }], look);
const laneOf = (line: Line, bar: Row['bars'][number]) => {
	const topPx = line.topPx + laneTopPx(bar.lane, look);
	return { topPx, bottomPx: topPx + BAR_PX };
};
const at = (key: string, index: number) => ({
	line: byKey.get(key)!,
	bar: byKey.get(key)!.row!.bars[index]!
});

describe('bars in a box', () => {
	it('are those whose lane and days it touches', () => {
		const box = (topPx: number, bottomPx: number, from: number, to: number) =>
			findBarsInBox(lines, { topPx, bottomPx, from, to }, laneOf);
		expect(box(0, 10, 0, 30)).toEqual(['a1']);
		expect(box(0, 30, 4, 4)).toEqual(['a1', 'a2']);
		expect(box(0, 500, 5, 5)).toEqual(['a2', 'c1']);
		expect(box(0, 500, 12, 18)).toEqual([]);
	});

	it('are, for a range, all between the two in rows and days', () => {
		expect(findRange(lines, at('a', 1), at('c', 0))).toEqual(['a1', 'a2', 'c1']);
		expect(findRange(lines, at('c', 0), at('b', 0))).toEqual(['b1', 'c1']);
		expect(findRange(lines, at('b', 0), at('b', 0))).toEqual(['b1']);
	});
});
