/** Days to pixels and back. A day is a column from its start to its end, so a bar of one day is one
 * day wide; mirrored when the page reads right to left. Plain days only, no Date, no zone. */
import { scaleLinear } from 'd3';
import { dayNumber, dayOf, type Day, type Span } from '#lib/domain/days.ts';

export const ZOOM_LEVELS = ['day', 'week', 'month', 'quarter'] as const;
export type ZoomLevel = (typeof ZOOM_LEVELS)[number];

/** Pixels a day takes at each level. */
export const PX_PER_DAY: Readonly<Record<ZoomLevel, number>> = {
	day: 44,
	week: 18,
	month: 6,
	quarter: 2.2
};

export type DayScale = {
	readonly span: Span;
	readonly pxPerDay: number;
	readonly rtl: boolean;
	/** Width of the whole span. */
	readonly widthPx: number;
	/** The edge a day begins at: its left, or its right when mirrored. */
	toPx(day: Day): number;
	/** The box of a span, both ends included: physical left and width, at least one day wide. */
	toBox(span: Span): { leftPx: number; widthPx: number };
	/** The day under a pixel, clamped to the span. */
	toDay(px: number): Day;
	/** Whole days that a drag by so many pixels means; later is positive. */
	toDays(dxPx: number): number;
};

/** A scale over the days from `span.from` to `span.to`, both shown. Throws for an empty span. */
export function createDayScale(span: Span, pxPerDay: number, rtl = false): DayScale {
	const first = dayNumber(span.from);
	const last = dayNumber(span.to);
	if (last < first) {
		throw new RangeError(`A scale from ${span.from} to ${span.to} shows no day; swap the ends.`);
	}
	const widthPx = (last - first + 1) * pxPerDay;
	const scale = scaleLinear()
		.domain([first, last + 1])
		.range(rtl ? [widthPx, 0] : [0, widthPx]);
	return {
		span,
		pxPerDay,
		rtl,
		widthPx,
		toPx: (day) => scale(dayNumber(day)),
		toBox({ from, to }) {
			const start = scale(dayNumber(from));
			const end = scale(Math.max(dayNumber(from), dayNumber(to)) + 1);
			return { leftPx: Math.min(start, end), widthPx: Math.abs(end - start) };
		},
		toDay(px) {
			// A right-to-left column is open at its left edge; a hair keeps the edge in its own day.
			const number = Math.floor(scale.invert(px) + 1e-9);
			return dayOf(Math.min(last, Math.max(first, number)));
		},
		toDays: (dxPx) => Math.round(((rtl ? -1 : 1) * dxPx) / pxPerDay) || 0
	};
}

/** The level whose pixels a day lie nearest, measured in steps of magnification. */
export function findNearestLevel(pxPerDay: number): ZoomLevel {
	const distance = (level: ZoomLevel) => Math.abs(Math.log(PX_PER_DAY[level] / pxPerDay));
	return ZOOM_LEVELS.reduce((best, level) => (distance(level) < distance(best) ? level : best));
}

/** One level nearer (+1) or farther (-1); stays at the ends. */
export function stepLevel(level: ZoomLevel, step: 1 | -1): ZoomLevel {
	return ZOOM_LEVELS[ZOOM_LEVELS.indexOf(level) - step] ?? level;
}

/** Where to scroll so that the day under the pointer stays there after the zoom. `anchorPx` counts
 * from the left of the visible part. */
export function findScrollAfterZoom(
	scrollPx: number,
	anchorPx: number,
	fromPxPerDay: number,
	toPxPerDay: number
): number {
	return ((scrollPx + anchorPx) * toPxPerDay) / fromPxPerDay - anchorPx;
}
