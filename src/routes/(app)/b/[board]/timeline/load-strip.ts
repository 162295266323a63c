// The weeks (or, far out, the months) of the load strip under a person's bars, aligned with the axis. Pure.

import {
	addDays,
	dayNumber,
	dayOf,
	mondayOf,
	monthEnd,
	monthStart,
	type Day
} from '#lib/domain/days.ts';
import type { DayScale, ZoomLevel } from '#lib/chart/scales.ts';
import { boxOf } from './timeline-layout.ts';

export interface StripUnit {
	from: Day;
	to: Day;
	leftPx: number;
	widthPx: number;
}

/** The units that touch a window of day numbers, inside the scale. A number needs more width than a far week has. */
export function listStripUnits(
	scale: DayScale,
	level: ZoomLevel,
	window: { from: number; to: number }
): StripUnit[] {
	const first = Math.max(window.from, dayNumber(scale.span.from));
	const last = Math.min(window.to, dayNumber(scale.span.to));
	if (last < first) return [];
	const isMonths = level === 'quarter';
	const units: StripUnit[] = [];
	let from = isMonths ? monthStart(dayOf(first)) : mondayOf(dayOf(first));
	while (dayNumber(from) <= last) {
		const to = isMonths ? monthEnd(from) : addDays(from, 6);
		const start = Math.max(dayNumber(from), dayNumber(scale.span.from));
		const end = Math.min(dayNumber(to), dayNumber(scale.span.to));
		units.push({ from, to, ...boxOf(scale, start, end) });
		from = addDays(to, 1);
	}
	return units;
}
