// The elbow of a dependency between two bars, and which line lies under a pointer. Pure pixels.

import type { DependencyType } from '#lib/domain/dependencies.ts';

export interface Box {
	leftPx: number;
	widthPx: number;
	/** Middle of the bar. */
	yPx: number;
}

export type Point = readonly [xPx: number, yPx: number];

/** How far a line runs straight out of a bar before it turns. */
const STUB_PX = 7;
/** Half a bar and half the gap below it: where a line that must go back runs between two lanes. */
const BETWEEN_PX = 12;

/** Corners of the line from the bar that is waited for to the one that waits; mirrored right to left. */
export function layElbow(from: Box, to: Box, type: DependencyType, isMirrored = false): Point[] {
	// Out of an end towards later, out of a start towards earlier; into a start from earlier, into an end from later.
	const later = isMirrored ? -1 : 1;
	const out = type[0] === 'F' ? later : -later;
	const into = type[1] === 'S' ? -later : later;
	const edge = (box: Box, side: number) => box.leftPx + (side > 0 ? box.widthPx : 0);
	const start: Point = [edge(from, out), from.yPx];
	const end: Point = [edge(to, into), to.yPx];
	const a = start[0] + out * STUB_PX;
	const b = end[0] + into * STUB_PX;
	if (out === into) {
		const x = out > 0 ? Math.max(a, b) : Math.min(a, b);
		return [start, [x, start[1]], [x, end[1]], end];
	}
	if ((b - a) * out >= 0) return [start, [a, start[1]], [a, end[1]], end];
	const y = start[1] + (end[1] >= start[1] ? BETWEEN_PX : -BETWEEN_PX);
	return [start, [a, start[1]], [a, y], [b, y], [b, end[1]], end];
}

/** The line as an SVG path with a small open arrow at its end. */
export function drawElbow(points: readonly Point[]): string {
	const [end, before] = [points.at(-1)!, points.at(-2)!];
	const back = Math.sign(before[0] - end[0]) * 4;
	const line = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
	return `${line}M${end[0] + back} ${end[1] - 3}L${end[0]} ${end[1]}L${end[0] + back} ${end[1] + 3}`;
}

/** Does a point lie on the line, give or take some pixels? */
export function isOnElbow(points: readonly Point[], [x, y]: Point, slackPx: number): boolean {
	return points.slice(1).some((end, i) => {
		const start = points[i]!;
		return (
			x >= Math.min(start[0], end[0]) - slackPx &&
			x <= Math.max(start[0], end[0]) + slackPx &&
			y >= Math.min(start[1], end[1]) - slackPx &&
			y <= Math.max(start[1], end[1]) + slackPx
		);
	});
}

/** The box all corners lie in. */
export function drawnBox(points: readonly Point[]) {
	const xs = points.map(([x]) => x);
	const ys = points.map(([, y]) => y);
	return {
		left: Math.min(...xs),
		right: Math.max(...xs),
		top: Math.min(...ys),
		bottom: Math.max(...ys)
	};
}
