// A row as it is sent to the painter: flat values of what touches its paper, and nothing that is not painted. Pure.

import type { BarShape, Box, CellShape, LaunchShape, RowScene, ShadeShape } from './row-scene.ts';

export interface BarPicture extends Box {
	/** A CSS colour of the theme. */
	hue: string;
	label: string;
	note: string;
	early: string;
	isTentative: boolean;
	isRequested: boolean;
	isLocked: boolean;
	isDone: boolean;
	isUnknown: boolean;
	isBlocked: boolean;
	isAlarming: boolean;
	/** In somebody's hand. */
	isFaint: boolean;
}

export type ShadePicture = Box & Pick<ShadeShape, 'kind'>;
export type LaunchPicture = Box & Pick<LaunchShape, 'isLate' | 'isCommitted'>;

export interface RowPicture {
	shades: ShadePicture[];
	cells: CellShape[];
	bars: BarPicture[];
	launches: LaunchPicture[];
	/** Edges of what is in view, in pixels of the drawing: labels stay inside. */
	shownLeftPx: number;
	shownRightPx: number;
	rtl: boolean;
}

/** What of a scene touches a stretch of it; bars that `isFaint` names are in a hand. */
export function pictureOf(
	scene: RowScene,
	{ leftPx, widthPx }: { leftPx: number; widthPx: number },
	shown: Pick<RowPicture, 'shownLeftPx' | 'shownRightPx' | 'rtl'>,
	isFaint: (id: string) => boolean
): RowPicture {
	const touches = (box: Box): boolean =>
		box.leftPx < leftPx + widthPx && box.leftPx + box.widthPx > leftPx;
	return {
		...shown,
		shades: scene.shades.filter(touches).map(({ kind, ...shape }) => ({ kind, ...boxOf(shape) })),
		cells: scene.cells.filter(touches),
		bars: scene.bars.filter(touches).map((bar) => pictureOfBar(bar, isFaint(bar.id))),
		launches: scene.launches
			.filter(touches)
			.map(({ isLate, isCommitted, ...shape }) => ({ isLate, isCommitted, ...boxOf(shape) }))
	};
}

function pictureOfBar(bar: BarShape, isFaint: boolean): BarPicture {
	const { view, label, note, early, isAlarming } = bar;
	const { hue, isTentative, isRequested, isLocked, isDone, isUnknown, blocked } = view;
	return {
		...{ hue, label, note, early, isAlarming, isFaint },
		...{ isTentative, isRequested, isLocked, isDone, isUnknown, isBlocked: blocked !== '' },
		...boxOf(bar)
	};
}

const boxOf = ({ leftPx, topPx, widthPx, heightPx }: Box): Box => ({
	...{ leftPx, topPx, widthPx, heightPx }
});
