import { expect, it } from 'vitest';
import { Painter, type Sheet, type Stretch } from './painter.ts';

/** A canvas that notes what is cleared on it, and how often it is given a size. */
function makeSheet() {
	const cleared: number[][] = [];
	let sized = 0;
	const size = { width: 300, height: 150 };
	const sheet = {
		get width() {
			return size.width;
		},
		set width(px: number) {
			sized++;
			size.width = px;
		},
		get height() {
			return size.height;
		},
		set height(px: number) {
			size.height = px;
		},
		getContext: () => context
	};
	const context = {
		canvas: sheet,
		clearRect: (...box: number[]) => void cleared.push(box),
		fillRect: () => undefined,
		setTransform: () => undefined
	};
	return { sheet: sheet as unknown as Sheet, cleared, timesSized: () => sized };
}

function open() {
	const painter = new Painter(() => {
		throw new Error('Nothing here is drawn in a pattern.');
	});
	painter.follow({ do: 'theme', theme: { colours: {}, families: {}, density: 2 } });
	const one = makeSheet();
	painter.follow({ do: 'take', canvas: 1, sheet: one.sheet });
	const paint = (change: Partial<Stretch>): void => {
		const picture = { shades: [], cells: [], bars: [], launches: [] };
		const shown = { shownLeftPx: 0, shownRightPx: 100, rtl: false };
		const stretch = { canvas: 1, leftPx: 0, widthPx: 100, tallPx: 384, tilePx: 300, topPx: 40 };
		const whole = { ...stretch, heightPx: 50, picture: { ...picture, ...shown }, ...change };
		painter.follow({ do: 'paint', stretches: [whole] });
	};
	return { ...one, painter, paint };
}

it('wipes only the stretch of a row that is painted anew, in the pixels of the screen', () => {
	const { paint, cleared, timesSized } = open();
	paint({});
	cleared.length = 0;
	paint({});
	expect(cleared).toEqual([[0, 80, 200, 100]]);
	expect(timesSized()).toBe(1);
});

it('keeps the memory of a tile that becomes lower, and nothing of what was painted on it', () => {
	const { paint, cleared, timesSized } = open();
	paint({});
	cleared.length = 0;
	paint({ tilePx: 200 });
	expect(cleared[0]).toEqual([0, 0, 200, 768]);
	expect(timesSized()).toBe(1);
});

it('has the memory that was asked for before anything is painted', () => {
	const { painter, paint, timesSized } = open();
	painter.follow({ do: 'size', canvas: 1, widthPx: 100, tallPx: 384 });
	expect(timesSized()).toBe(1);
	paint({});
	expect(timesSized()).toBe(1);
});
