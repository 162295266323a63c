import { describe, expect, it } from 'vitest';
import { dayNumber } from '#lib/domain/days.ts';
import { PX_PER_DAY, ZOOM_LEVELS, createDayScale } from '#lib/chart/scales.ts';
import type { Row } from './row-index.ts';
import {
	BAND_PX,
	BAR_PX,
	boxOf,
	findBarsWithin,
	findHeadOf,
	findPaper,
	findHidden,
	findLineAt,
	findVisibleLines,
	hasFewBars,
	laneTopPx,
	layWeekends,
	lookOf,
	stackRows
} from './timeline-layout.ts';

const row = (key: string, lanes = 1, bars: Row['bars'] = []): Row => ({
	key,
	person: key.startsWith('role:') ? '' : key,
	role: '',
	project: '',
	name: key,
	bars,
	lanes
});
const look = { strip: true, ...lookOf('usual', false) };
const people = (...rows: Row[]) => [{ name: '', rows }];

describe('timeline layout', () => {
	it('leaves a band under the bars of whoever also works on other boards', () => {
		const { lines } = stackRows(people(row('a'), row('b')), look, new Set(['b']));
		expect(lines[1]!.heightPx - lines[0]!.heightPx).toBe(BAND_PX);
	});

	it('stacks rows by their lanes, open roles under a head and without a strip', () => {
		const { lines, heightPx } = stackRows(
			[...people(row('a'), row('b', 3)), { name: 'Open roles', rows: [row('role:x')] }],
			look
		);
		expect(lines.map(({ key, topPx, heightPx }) => [key, topPx, heightPx])).toEqual([
			['a', 0, 44],
			['b', 44, 92],
			['head Open roles', 136, 26],
			['role:x', 162, 28]
		]);
		expect(heightPx).toBe(190);
	});

	it('folds a section to its head, and keeps the head in view as far as the section goes', () => {
		const sections = [
			{ name: 'Studio', rows: [row('a'), row('b')] },
			{ name: 'Media', rows: [row('c')] },
			{ name: '', rows: [row('d')] }
		];
		const open = stackRows(sections, look);
		expect(open.lines.map(({ reachPx }) => reachPx)).toEqual([114, 44, 44, 70, 44, 44]);
		expect(findHeadOf(open, 2)?.key).toBe('head Studio');
		expect(findHeadOf(open, 3)?.key).toBe('head Media');
		expect(findHeadOf(open, 5)).toBe(undefined);
		const { lines, heightPx } = stackRows(sections, look, undefined, new Set(['Studio']));
		expect(lines.map(({ key }) => key)).toEqual(['head Studio', 'head Media', 'c', 'd']);
		expect([lines[0]!.reachPx, heightPx]).toEqual([26, 26 + 70 + 44]);
	});

	it('finds the line under a pixel, at its very edges too', () => {
		const layout = stackRows(people(row('a'), row('b', 3)), look);
		expect([-5, 0, 43, 44, 135, 900].map((y) => findLineAt(layout, y))).toEqual([0, 0, 0, 1, 1, 1]);
		expect(findLineAt(stackRows([], look), 10)).toBe(-1);
	});

	it('keeps bars inside their lanes at every density, and targets of 44 px for fingers', () => {
		for (const density of ['compact', 'usual', 'roomy'] as const) {
			const own = lookOf(density, false);
			expect(laneTopPx(0, own)).toBeGreaterThanOrEqual(own.padPx);
			expect(laneTopPx(1, own) - laneTopPx(0, own)).toBe(own.lanePx);
			expect(own.lanePx).toBeGreaterThan(BAR_PX);
			expect(lookOf(density, true).minPx).toBe(44);
		}
		expect(['compact', 'usual', 'roomy'].map((one) => lookOf(one as 'usual', false).minPx)).toEqual(
			[24, 28, 36]
		);
	});

	it('draws a few of five hundred rows', () => {
		const rows = Array.from({ length: 500 }, (_, i) => row(`p${i}`));
		const layout = stackRows(people(...rows), { ...look, strip: false });
		expect(findVisibleLines(layout, 280, 560, 2)).toEqual([8, 35]);
		expect(findVisibleLines(layout, 13_900, 560, 2)).toEqual([492, 499]);
	});

	it('draws whole tiles that cover the view, and changes them only as one scrolls by', () => {
		const rows = Array.from({ length: 200 }, (_, i) => row(`p${i}`, 1 + (i % 3)));
		const layout = stackRows(people(...rows), look);
		const drawn = new Set<string>();
		for (let topPx = 0; topPx <= layout.heightPx - 600; topPx += 7) {
			const [first, last] = findVisibleLines(layout, topPx, 600, 1);
			const [top, end] = [layout.lines[first]!, layout.lines[last]!];
			expect(top.topPx).toBeLessThanOrEqual(topPx);
			expect(end.topPx + end.heightPx).toBeGreaterThanOrEqual(topPx + 600);
			expect(layout.lines[first - 1]?.tile).not.toBe(top.tile);
			expect(layout.lines[last + 1]?.tile).not.toBe(end.tile);
			drawn.add(`${first} ${last}`);
		}
		expect(drawn.size).toBeLessThanOrEqual(new Set(layout.lines.map(({ tile }) => tile)).size);
		for (const { tile } of layout.lines) {
			const own = layout.lines.filter((line) => line.tile === tile);
			expect(tile.topPx).toBe(own[0]!.topPx);
			expect(tile.heightPx).toBe(own.reduce((sum, line) => sum + line.heightPx, 0));
		}
	});

	it('draws the tiles in view and no other where nobody scrolls', () => {
		const rows = Array.from({ length: 200 }, (_, i) => row(`p${i}`));
		const layout = stackRows(people(...rows), { ...look, strip: false });
		expect(findVisibleLines(layout, 0, 560, 0)).toEqual([0, 23]);
		expect(findVisibleLines(layout, 0, 560, 1)).toEqual([0, 27]);
		expect(findVisibleLines(layout, 280, 560, 0)).toEqual([8, 31]);
	});

	it('knows a picture of few bars', () => {
		const bars = Array.from({ length: 100 }, (_, i) => ({ id: `b${i}`, from: i, to: i, lane: 0 }));
		expect(hasFewBars([])).toBe(true);
		expect(hasFewBars([row('a', 1, bars), row('b', 1, bars)])).toBe(true);
		expect(hasFewBars([row('a', 1, bars), row('b', 1, bars), row('c', 1, bars)])).toBe(false);
	});

	it('keeps paper under all of the view, wherever it is scrolled to', () => {
		const seen = new Set<number>();
		for (let leftPx = 0; leftPx <= 5000 - 1404; leftPx += 3) {
			const paper = findPaper(leftPx, 1404, 5000);
			expect(paper.leftPx).toBeLessThanOrEqual(leftPx);
			expect(paper.leftPx + paper.widthPx).toBeGreaterThanOrEqual(leftPx + 1404);
			expect(paper.leftPx + paper.widthPx).toBeLessThanOrEqual(5000);
			seen.add(paper.leftPx);
		}
		expect(seen.size).toBeLessThanOrEqual(3600 / 50 + 1);
	});

	it('keeps bars that touch the window by a day', () => {
		const bars = [
			{ id: 'a', from: 0, to: 4, lane: 0 },
			{ id: 'b', from: 5, to: 9, lane: 0 },
			{ id: 'c', from: 10, to: 14, lane: 0 }
		];
		const one = row('a', 1, bars);
		expect(findBarsWithin(one, 4, 5).map((bar) => bar.id)).toEqual(['a', 'b']);
		expect(findBarsWithin(one, 0, 20)).toBe(bars);
	});

	it('counts what is out of view on either side, whatever else the row shows', () => {
		const bars = [
			{ id: 'long', from: 0, to: 9, lane: 0 },
			{ id: 'short', from: 1, to: 2, lane: 1 },
			{ id: 'shown', from: 10, to: 14, lane: 0 },
			{ id: 'next', from: 16, to: 20, lane: 0 },
			{ id: 'far', from: 30, to: 31, lane: 0 }
		];
		const one = row('a', 1, bars);
		const { before, after } = findHidden(one, 11, 15);
		expect([before?.count, before?.nearest.id]).toEqual([2, 'long']);
		expect([after?.count, after?.nearest.id]).toEqual([2, 'next']);
		expect(findHidden(one, 2, 30)).toEqual({ before: null, after: null });
		expect(findHidden(row('a'), 0, 20)).toEqual({ before: null, after: null });
	});

	it('places bars as the scale does at every zoom, over changes of clocks and mirrored', () => {
		const span = { from: '2027-03-01', to: '2027-11-30' };
		const bar = { from: '2027-03-26', to: '2027-04-02' };
		for (const level of ZOOM_LEVELS)
			for (const rtl of [false, true]) {
				const scale = createDayScale(span, PX_PER_DAY[level], rtl);
				const box = boxOf(scale, dayNumber(bar.from), dayNumber(bar.to));
				const same = scale.toBox(bar);
				expect(box.leftPx).toBeCloseTo(same.leftPx, 6);
				expect(box.widthPx).toBeCloseTo(8 * PX_PER_DAY[level], 6);
			}
	});

	it('lays the weekends that touch some days, from the Monday the drawing begins on to its end', () => {
		const span = { from: '2026-01-05', to: '2026-02-01' };
		const first = dayNumber(span.from);
		const all = layWeekends(createDayScale(span, 10), { from: first - 60, to: first + 60 });
		expect(all.map(({ leftPx, widthPx }) => [leftPx, widthPx])).toEqual(
			[50, 120, 190, 260].map((leftPx) => [leftPx, 20])
		);
		const some = layWeekends(createDayScale(span, 10), { from: first + 6, to: first + 12 });
		expect(some.map(({ saturday }) => saturday - first)).toEqual([5, 12]);
		const mirrored = layWeekends(createDayScale(span, 10, true), { from: first, to: first + 6 });
		expect(mirrored).toEqual([{ saturday: first + 5, leftPx: 210, widthPx: 20 }]);
	});
});
