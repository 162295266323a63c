// Draws a row's scene on a canvas, in the theme's ink. Decides nothing about what is where.

import { paintBin } from '#lib/chart/colour.ts';
import type { Context, Dashes, Ink } from '#lib/chart/ink.ts';
import type { BarPicture, LaunchPicture, RowPicture, ShadePicture } from './row-picture.ts';
import type { Box, CellShape } from './row-scene.ts';

interface Paper extends Pick<RowPicture, 'shownLeftPx' | 'shownRightPx' | 'rtl'> {
	context: Context;
	ink: Ink;
}

const ICON_PX = 12;
const PAD_PX = 6;
/** One for all that is written: to change the font of a canvas costs as much as a row of letters. */
const FONT = '500 12px';
const HEAVY_FONT = '600 12px';
const FAMILY = 'font-condensed';
/** Narrower than this a bar has no room for a letter. */
const WORDLESS_PX = 18;
const DASHED: Dashes = [4, 3];
const DOTTED: Dashes = [1, 2];
const HATCH = { css: 'var(--line-2)', gapPx: 4, linePx: 1, rises: false } as const;

/** Paints a row; the drawing's own pixels from the row's top are the unit of the context. */
export function paintRow(context: Context, ink: Ink, picture: RowPicture): void {
	const { shownLeftPx, shownRightPx, rtl } = picture;
	const paper: Paper = { context, ink, shownLeftPx, shownRightPx, rtl };
	for (const shade of picture.shades) paintShade(paper, shade);
	paintCells(paper, picture.cells);
	ink.write(context, ink.font(FONT, FAMILY));
	context.textBaseline = 'alphabetic';
	for (const bar of picture.bars) paintBar(paper, bar);
	for (const launch of picture.launches) paintLaunch(paper, launch);
}

function paintShade({ context, ink }: Paper, shade: ShadePicture): void {
	const { kind } = shade;
	if (kind === 'free') context.fillStyle = ink.colour('var(--shade-weekend)');
	else if (kind === 'holiday')
		context.fillStyle = ink.colour('color-mix(in oklab, var(--ink) 8%, transparent)');
	else if (kind === 'not-employed') context.fillStyle = ink.colour('var(--paper-2)');
	else context.fillStyle = ink.stripes(context, HATCH);
	fill(context, shade);
	if (kind !== 'leave' || shade.widthPx <= 26) return;
	ink.write(context, ink.font(FONT, FAMILY));
	const middlePx = shade.leftPx + shade.widthPx / 2;
	context.fillStyle = ink.colour('var(--paper-0)');
	context.fillRect(middlePx - 11, shade.topPx + shade.heightPx / 2 - 8, 22, 16);
	context.fillStyle = ink.colour('var(--ink-3)');
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	context.fillText('off', middlePx, shade.topPx + shade.heightPx / 2 + 1);
}

function paintCells(paper: Paper, cells: readonly CellShape[]): void {
	const { context, ink } = paper;
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	const [usual, heavy] = [FONT, HEAVY_FONT].map((font) => ink.font(font, FAMILY)) as [
		string,
		string
	];
	for (const cell of cells) {
		const paint = cell.bin === null ? null : paintBin(cell.bin);
		if (paint) {
			context.fillStyle = ink.colour(paint.fill);
			fill(context, cell);
			context.fillStyle = ink.colour(paint.cap);
			context.fillRect(cell.leftPx, cell.topPx, cell.widthPx, paint.capPx);
		} else if (cell.kind === 'off') {
			context.fillStyle = ink.stripes(context, HATCH);
			fill(context, cell);
		}
		if (cell.isFlagged) outline(paper, 'var(--ink-2)', cell, DOTTED);
		if (cell.text === '') continue;
		ink.write(context, paint?.weight === 600 ? heavy : usual);
		context.fillStyle = ink.colour(
			paint?.text ?? (cell.kind === 'off' ? 'var(--ink-3)' : 'var(--ink-2)')
		);
		const downPx = (paint?.capPx ?? 0) / 2 + 0.5;
		context.fillText(
			cell.text,
			cell.leftPx + cell.widthPx / 2,
			cell.topPx + cell.heightPx / 2 + downPx,
			cell.widthPx
		);
	}
}

function paintBar(paper: Paper, bar: BarPicture): void {
	const { context, ink, rtl } = paper;
	const { hue, isTentative, isRequested, isDone, isUnknown } = bar;
	const mixed = (share: number): string => `color-mix(in oklab, ${hue} ${share}%, var(--sheet))`;
	const mix = (share: number): string => ink.colour(mixed(share));
	context.globalAlpha = bar.isFaint ? 0.4 : 1;
	const isStriped = isTentative || isRequested;
	context.fillStyle = isStriped ? ink.colour('var(--paper-0)') : mix(isDone ? 9 : 20);
	fill(context, bar);
	if (isStriped) {
		const css = `color-mix(in oklab, ${hue} ${isRequested ? 16 : 14}%, transparent)`;
		context.fillStyle = ink.stripes(context, {
			...{ css, gapPx: isRequested ? 7 : 5, linePx: isRequested ? 1 : 2, rises: !isRequested }
		});
		fill(context, bar);
	}
	const edge = isRequested ? hue : mixed(isDone ? 25 : 45);
	outline(paper, edge, bar, isStriped ? DASHED : isUnknown ? DOTTED : undefined);
	if (!isRequested) {
		context.fillStyle = bar.isBlocked
			? ink.colour('var(--alarm)')
			: isDone
				? mix(55)
				: ink.colour(hue);
		context.fillRect(rtl ? bar.leftPx + bar.widthPx - 3 : bar.leftPx, bar.topPx, 3, bar.heightPx);
	}
	if (bar.widthPx >= WORDLESS_PX) writeOnBar(paper, bar);
	context.globalAlpha = 1;
}

/** Glyphs, then the name, then the rest: from the leading edge that is in view, cut at the other end. */
function writeOnBar(paper: Paper, bar: BarPicture): void {
	const { context, ink, rtl, shownLeftPx, shownRightPx } = paper;
	const leftPx = Math.max(bar.leftPx, rtl ? -Infinity : shownLeftPx + 2) + 3;
	const rightPx = Math.min(bar.leftPx + bar.widthPx, rtl ? shownRightPx - 2 : Infinity) - 1;
	if (rightPx - leftPx < WORDLESS_PX - 6) return;
	context.textAlign = rtl ? 'right' : 'left';
	let atPx = rtl ? rightPx - PAD_PX : leftPx + PAD_PX - 2;
	const step = (px: number): void => void (atPx += rtl ? -px : px);
	const quiet = ink.colour('var(--ink-2)');
	const glyph = (draw: Glyph, css: string): void => {
		context.strokeStyle = context.fillStyle = css;
		drawGlyph(context, draw, rtl ? atPx - ICON_PX : atPx, bar.topPx + 4);
		step(ICON_PX + 4);
	};
	const write = (text: string, css: string): void => {
		const roomPx = rtl ? atPx - leftPx : rightPx - atPx;
		const shown = ink.cut(context, text, roomPx - 2);
		if (shown === '') return;
		context.fillStyle = css;
		context.fillText(shown, atPx, bar.topPx + 14);
		step(ink.widthOf(context, shown) + 5);
	};
	if (bar.isLocked) glyph(lock, quiet);
	if (bar.isDone) glyph(check, quiet);
	if (bar.isRequested) glyph(question, quiet);
	if (bar.isAlarming) glyph(warning, ink.colour('var(--alarm)'));
	if (bar.early !== '') write(bar.early, ink.colour('var(--alarm)'));
	if (bar.isUnknown) {
		const box = { leftPx: rtl ? atPx - 12 : atPx, topPx: bar.topPx + 3, widthPx: 12, heightPx: 14 };
		outline(paper, 'var(--ink-2)', box, DOTTED);
		context.fillStyle = quiet;
		context.fillText('?', rtl ? atPx - 3 : atPx + 3, bar.topPx + 14);
		step(16);
	}
	write(bar.label, bar.isDone ? quiet : ink.colour('var(--ink)'));
	if (bar.note !== '') write(bar.note, quiet);
}

/** Promised: filled. Hoped for: hollow. Late: in the colour of alarm. */
function paintLaunch({ context, ink }: Paper, launch: LaunchPicture): void {
	const edge = ink.colour(launch.isLate ? 'var(--alarm)' : 'var(--ink)');
	const reach = launch.widthPx / Math.SQRT2;
	const [xPx, yPx] = [launch.leftPx + launch.widthPx / 2, launch.topPx + launch.heightPx / 2];
	context.beginPath();
	context.moveTo(xPx, yPx - reach);
	context.lineTo(xPx + reach, yPx);
	context.lineTo(xPx, yPx + reach);
	context.lineTo(xPx - reach, yPx);
	context.closePath();
	context.fillStyle = launch.isCommitted ? edge : ink.colour('var(--sheet)');
	context.fill();
	context.lineWidth = 2;
	context.strokeStyle = edge;
	context.stroke();
}

function fill(context: Context, box: Box): void {
	context.fillRect(box.leftPx, box.topPx, box.widthPx, box.heightPx);
}

/** A line of one pixel along the inner edge. Dashes are a pattern: a dashed path costs a hundred times as much. */
function outline({ context, ink }: Paper, css: string, box: Box, dashes?: Dashes): void {
	const { leftPx, topPx, widthPx, heightPx } = box;
	context.fillStyle = dashes ? ink.dashes(context, css, dashes) : ink.colour(css);
	context.fillRect(leftPx, topPx, widthPx, 1);
	context.fillRect(leftPx, topPx + heightPx - 1, widthPx, 1);
	context.fillRect(leftPx, topPx + 1, 1, heightPx - 2);
	context.fillRect(leftPx + widthPx - 1, topPx + 1, 1, heightPx - 2);
}

type Glyph = (context: Context) => void;

/** Draws a glyph of twelve by twelve with its upper left corner there. */
function drawGlyph(context: Context, draw: Glyph, xPx: number, yPx: number): void {
	context.save();
	context.translate(xPx, yPx);
	context.lineWidth = 1.2;
	context.lineCap = context.lineJoin = 'round';
	context.beginPath();
	draw(context);
	context.stroke();
	context.restore();
}

const lock: Glyph = (on) => {
	on.rect(2, 5.5, 8, 5.5);
	on.moveTo(4, 5.5);
	on.lineTo(4, 3.5);
	on.arc(6, 3.5, 2, Math.PI, 0);
	on.lineTo(8, 5.5);
};

const check: Glyph = (on) => {
	on.moveTo(2, 6.5);
	on.lineTo(5, 9.5);
	on.lineTo(10.5, 3);
};

const question: Glyph = (on) => {
	on.arc(6, 6, 5, 0, 2 * Math.PI);
	on.moveTo(4.6, 4.8);
	on.arc(6, 4.8, 1.4, Math.PI, 0.35 * Math.PI);
	on.lineTo(6, 7);
	on.moveTo(6, 8.8);
	on.lineTo(6, 8.9);
};

const warning: Glyph = (on) => {
	on.moveTo(6, 1.5);
	on.lineTo(11, 10.5);
	on.lineTo(1, 10.5);
	on.closePath();
	on.moveTo(6, 5);
	on.lineTo(6, 7.5);
	on.moveTo(6, 9);
	on.lineTo(6, 9.1);
};
