// One row as a value: its shades, the cells of its load, its bars and launches, in pixels of the drawing. Pure; drawn by
// paint-row.ts, and what a person can press is laid over it from the same boxes.

import type { DayScale } from '#lib/chart/scales.ts';
import type { LoadCell } from '#lib/model/load-cell.ts';
import type { BarView } from './bar-view.ts';
import type { LaunchMark } from './launches.ts';
import type { StripUnit } from './load-strip.ts';
import type { Bar } from './row-index.ts';
import type { Shade } from './shades.ts';
import { BAR_PX, boxOf, laneTopPx, STRIP_PX, type RowLook } from './timeline-layout.ts';

export interface Box {
	leftPx: number;
	topPx: number;
	widthPx: number;
	heightPx: number;
}

export interface BarShape extends Box {
	id: string;
	view: BarView;
	/** What is printed: the work, or who does it. */
	label: string;
	/** After the label, quieter. */
	note: string;
	/** How many days too early it starts for what it waits for; empty where it does not. */
	early: string;
	isAlarming: boolean;
	/** Read after the name. */
	more: string;
}

export interface ShadeShape extends Box {
	kind: Shade['kind'] | 'free';
	title: string;
}

export interface CellShape extends Box {
	kind: LoadCell['kind'];
	bin: number | null;
	isFlagged: boolean;
	text: string;
}

export interface LaunchShape extends Box {
	isLate: boolean;
	isCommitted: boolean;
	title: string;
}

export interface RowScene {
	heightPx: number;
	shades: readonly ShadeShape[];
	cells: readonly CellShape[];
	bars: readonly BarShape[];
	launches: readonly LaunchShape[];
}

/** What a bar says beyond its booking. */
export interface BarWords {
	view: BarView;
	early: string;
	problem: string;
	ties: string;
}

const DIAMOND_PX = 11;

export function layBars(
	bars: readonly Bar[],
	scale: DayScale,
	look: RowLook,
	namesWho: boolean,
	wordsOf: (id: string) => BarWords | undefined
): BarShape[] {
	return bars.flatMap((bar) => {
		const words = wordsOf(bar.id);
		if (!words) return [];
		const { view, early, problem, ties } = words;
		const box = boxOf(scale, bar.from, bar.to);
		return [
			{
				...{ id: bar.id, view, early, leftPx: box.leftPx, topPx: laneTopPx(bar.lane, look) },
				widthPx: Math.max(4, box.widthPx - 1),
				heightPx: BAR_PX,
				label: namesWho ? view.who : view.name,
				note: view.isUnknown ? view.part : [view.part, view.load].filter(Boolean).join(' '),
				isAlarming: view.blocked !== '' || early !== '' || problem !== '',
				more: [view.more, ties, problem].filter(Boolean).join(', ')
			}
		];
	});
}

export function layLaunches(
	marks: readonly LaunchMark[],
	scale: DayScale,
	look: RowLook
): LaunchShape[] {
	return marks.map(({ day, lane, isLate, isCommitted, title }) => {
		const { leftPx, widthPx } = boxOf(scale, day, day);
		return {
			...{ isLate, isCommitted, title, widthPx: DIAMOND_PX, heightPx: DIAMOND_PX },
			leftPx: leftPx + widthPx / 2 - DIAMOND_PX / 2,
			topPx: laneTopPx(lane, look) + (BAR_PX - DIAMOND_PX) / 2
		};
	});
}

/** Shades over the whole height, but for leave of a part of the day (its lower half) and leave asked for (the foot). */
export function layShades(
	shades: readonly Shade[],
	free: readonly [first: number, days: number][],
	window: { from: number; to: number },
	scale: DayScale,
	heightPx: number
): ShadeShape[] {
	const shapes: ShadeShape[] = [];
	for (
		let monday = window.from - mod7(window.from - EPOCH_MONDAY);
		monday <= window.to;
		monday += 7
	)
		for (const [first, days] of free)
			shapes.push({
				...boxOf(scale, monday + first, monday + first + days - 1),
				...{ kind: 'free' as const, title: '', topPx: 0, heightPx }
			});
	for (const { kind, from, to, label } of shades) {
		const part = { 'part-leave': heightPx / 2, 'asked-leave': 6 }[kind as string] ?? heightPx;
		shapes.push({
			...boxOf(scale, from, to),
			...{ kind, title: label, topPx: heightPx - part, heightPx: part }
		});
	}
	return shapes;
}

/** A day number that is a Monday: 5 January 1970. */
const EPOCH_MONDAY = 4;
const mod7 = (days: number): number => ((days % 7) + 7) % 7;

/** The cells of the load along the foot of a row. */
export function layCells(
	units: readonly StripUnit[],
	heightPx: number,
	cellOf: (unit: StripUnit) => LoadCell
): CellShape[] {
	return units.map((unit) => {
		const { kind, bin, text, flagged } = cellOf(unit);
		return {
			...{ kind, bin, isFlagged: flagged, text: text === '0' ? '' : text },
			leftPx: unit.leftPx + 0.5,
			widthPx: unit.widthPx - 1,
			topPx: heightPx - STRIP_PX + 1,
			heightPx: STRIP_PX - 2
		};
	});
}

/** What lies at a point of a row and has something to say: launches over bars over shades. */
export function titleAt(scene: RowScene, xPx: number, yPx: number): string {
	const holds = (box: Box): boolean =>
		xPx >= box.leftPx &&
		xPx <= box.leftPx + box.widthPx &&
		yPx >= box.topPx &&
		yPx <= box.topPx + box.heightPx;
	const launch = scene.launches.find(holds);
	if (launch) return launch.title;
	const bar = scene.bars.find(holds);
	if (bar) return `${bar.view.title}, ${bar.more}`;
	return scene.shades.findLast((shade) => shade.title !== '' && holds(shade))?.title ?? '';
}
