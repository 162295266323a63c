// Where rows and bars lie, in pixels of the drawing: rows stacked by their lanes, bars placed by a scale. Pure, and built
// to be asked for the visible part only.

import { dayNumber } from '#lib/domain/days.ts';
import type { DayScale } from '#lib/chart/scales.ts';
import type { Section } from './row-groups.ts';
import type { Bar, Row } from './row-index.ts';

export const BAR_PX = 20;
/** The strip of weekly load at the foot of a person's row. */
export const STRIP_PX = 16;
/** The band of work on other boards, between a person's bars and the strip. */
export const BAND_PX = 18;
/** The head above a section. */
export const HEAD_PX = 26;

export interface Line {
	kind: 'row' | 'head';
	/** The row's key, or `head ` and the name of the section. */
	key: string;
	topPx: number;
	heightPx: number;
	row: Row | null;
	/** What a head stands over. */
	section: Section | null;
	/** A head stays in view as far down as its section goes; a row is as high as it is. */
	reachPx: number;
	/** What it is painted on. */
	tile: Tile;
}

/** A run of lines that share a canvas: a canvas each would cost the browser a layer a row. */
export interface Tile {
	key: number;
	topPx: number;
	heightPx: number;
}

const TILE_LINES = 4;

export interface Layout {
	lines: readonly Line[];
	heightPx: number;
	/** Lines of rows by their keys. */
	byKey: ReadonlyMap<string, Line>;
}

/** The id of the element that names a row: it lies elsewhere in the document, as all names stay in view together. */
export const nameIdOf = (rowKey: string): string => `name-${encodeURIComponent(rowKey)}`;

export interface RowLook {
	strip: boolean;
	/** Least height of a row. */
	minPx: number;
	lanePx: number;
	/** Above the first lane and below the last. */
	padPx: number;
}

/** Rows of 24, 28 or 36 px at least, and of 44 for fingers. */
export function lookOf(
	density: 'compact' | 'usual' | 'roomy',
	isCoarse: boolean
): Omit<RowLook, 'strip'> {
	const look = {
		compact: { minPx: 24, lanePx: 22, padPx: 1 },
		usual: { minPx: 28, lanePx: 24, padPx: 2 },
		roomy: { minPx: 36, lanePx: 30, padPx: 3 }
	}[density];
	return isCoarse ? { ...look, minPx: 44 } : look;
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Sections one below the other, each under its head; of a folded one the head alone. Only people have a load strip, and
 * those who also work `elsewhere` a band for it.
 */
export function stackRows(
	sections: readonly Section[],
	look: RowLook,
	elsewhere: ReadonlySet<string> = NOBODY,
	folded: ReadonlySet<string> = NOBODY
): Layout {
	const lines: Line[] = [];
	let topPx = 0;
	let tile: Tile = { key: 0, topPx: 0, heightPx: 0 };
	const add = (line: Pick<Line, 'kind' | 'key' | 'heightPx' | 'row' | 'section'>): Line => {
		if (lines.length % TILE_LINES === 0)
			tile = { key: lines.length / TILE_LINES, topPx, heightPx: 0 };
		const added = { ...line, topPx, reachPx: line.heightPx, tile };
		lines.push(added);
		topPx += line.heightPx;
		tile.heightPx += line.heightPx;
		return added;
	};
	for (const section of sections) {
		const { name, rows } = section;
		const head =
			name === ''
				? null
				: add({ kind: 'head', key: `head ${name}`, heightPx: HEAD_PX, row: null, section });
		for (const row of folded.has(name) ? [] : rows) {
			const isPerson = row.person !== '' && row.project === '';
			const strip = look.strip && isPerson ? STRIP_PX : 0;
			const band = isPerson && elsewhere.has(row.person) ? BAND_PX : 0;
			const lanesPx = Math.max(look.minPx, row.lanes * look.lanePx + 2 * look.padPx);
			add({ kind: 'row', key: row.key, heightPx: lanesPx + band + strip, row, section: null });
		}
		if (head) head.reachPx = topPx - head.topPx;
	}
	const byKey = new Map(lines.filter((line) => line.row).map((line) => [line.key, line]));
	return { lines, heightPx: topPx, byKey };
}

/** Index of the line under a height, clamped to the first and last; -1 when there is none. */
export function findLineAt({ lines }: Layout, yPx: number): number {
	let low = 0;
	let high = lines.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (lines[middle]!.topPx <= yPx) low = middle;
		else high = middle - 1;
	}
	return high < 0 ? -1 : low;
}

/**
 * First and last line, both included, that a view shows, with some more on either side; whole tiles. Where there are more,
 * the last depends on the first alone, so that lines come and go together: once for each tile that scrolls by.
 */
export function findVisibleLines(
	layout: Layout,
	topPx: number,
	heightPx: number,
	more: number
): [first: number, last: number] {
	const { lines } = layout;
	const near = Math.max(0, findLineAt(layout, topPx) - more);
	const first = near - (near % TILE_LINES);
	// However far the first tile is scrolled, the view ends before this.
	const after = lines[Math.min(lines.length - 1, first + TILE_LINES + more)];
	const last = findLineAt(layout, (more === 0 ? topPx : (after?.topPx ?? 0)) + heightPx);
	const end = (Math.floor(last / TILE_LINES) + 1) * TILE_LINES - 1;
	return [first, Math.min(lines.length - 1, end)];
}

const FEW_BARS = 200;

/** Whether there are so few bars that nothing is gained by drawing some of it later. */
export function hasFewBars(rows: readonly Row[]): boolean {
	let count = 0;
	return rows.every(({ bars }) => (count += bars.length) <= FEW_BARS);
}

const PAPER_STEP_PX = 50;

/** What of the drawing rows are painted on: a little wider than the view, so that it moves by steps. */
export function findPaper(
	shownLeftPx: number,
	shownPx: number,
	wholePx: number
): { leftPx: number; widthPx: number } {
	const leftPx = Math.max(0, (Math.floor(shownLeftPx / PAPER_STEP_PX) - 1) * PAPER_STEP_PX);
	const reachPx = (Math.ceil(shownPx / PAPER_STEP_PX) + 3) * PAPER_STEP_PX;
	return { leftPx, widthPx: Math.min(wholePx - leftPx, reachPx) };
}

/** The head whose section holds a line; undefined where it has none. */
export function findHeadOf({ lines }: Layout, index: number): Line | undefined {
	const line = lines[index];
	const head = line && lines.slice(0, index + 1).findLast(({ kind }) => kind === 'head');
	return head && line.topPx < head.topPx + head.reachPx ? head : undefined;
}

/** Top of a lane inside its row. */
export function laneTopPx(
	lane: number,
	{ padPx, lanePx }: Pick<RowLook, 'padPx' | 'lanePx'>
): number {
	return padPx + lane * lanePx + (lanePx - BAR_PX) / 2;
}

/** Bars that hold a day of the window, first and last day number included. */
export function findBarsWithin(row: Row, from: number, to: number): readonly Bar[] {
	if (row.bars.every((bar) => bar.to >= from && bar.from <= to)) return row.bars;
	return row.bars.filter((bar) => bar.to >= from && bar.from <= to);
}

/** Id of the bar of some lines that Tab leads to: the one last in focus while it is drawn, else the first one drawn. */
export function findTabStop(
	lines: readonly Line[],
	window: { from: number; to: number },
	cursor: string
): string {
	let first = '';
	for (const { row } of lines)
		for (const bar of row?.bars ?? []) {
			if (bar.to < window.from || bar.from > window.to) continue;
			if (bar.id === cursor) return bar.id;
			first ||= bar.id;
		}
	return first;
}

/** A bar that is scrolled out of view, the nearest of them, and how many there are. */
export interface Hidden {
	count: number;
	nearest: Bar;
}

/** What lies wholly before and after a window of day numbers; null where nothing does. */
export function findHidden(
	row: Row,
	from: number,
	to: number
): { before: Hidden | null; after: Hidden | null } {
	const before = row.bars.filter((bar) => bar.to < from);
	const after = row.bars.filter((bar) => bar.from > to);
	const last = before.reduce<Bar | null>((a, b) => (a && a.to >= b.to ? a : b), null);
	const next = after.reduce<Bar | null>((a, b) => (a && a.from <= b.from ? a : b), null);
	return {
		before: last && { count: before.length, nearest: last },
		after: next && { count: after.length, nearest: next }
	};
}

/** Left edge and width of day numbers, both included, mirrored with the scale. */
export function boxOf(
	scale: DayScale,
	from: number,
	to: number
): { leftPx: number; widthPx: number } {
	const first = dayNumber(scale.span.from);
	const widthPx = (Math.max(from, to) - from + 1) * scale.pxPerDay;
	const startPx = (from - first) * scale.pxPerDay;
	return { leftPx: scale.rtl ? scale.widthPx - startPx - widthPx : startPx, widthPx };
}

/** A Saturday and the Sunday after it. */
export interface Weekend {
	/** Day number of the Saturday. */
	saturday: number;
	leftPx: number;
	widthPx: number;
}

/** Weekends of the drawing, which begins on a Monday, that touch these day numbers. */
export function layWeekends(
	scale: DayScale,
	{ from, to }: { from: number; to: number }
): Weekend[] {
	const first = dayNumber(scale.span.from);
	const end = Math.min(to, dayNumber(scale.span.to));
	const weeks = Math.max(0, Math.floor((from - first) / 7));
	const found: Weekend[] = [];
	for (let saturday = first + weeks * 7 + 5; saturday <= end; saturday += 7)
		found.push({ saturday, ...boxOf(scale, saturday, saturday + 1) });
	return found;
}
