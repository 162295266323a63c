// The grid as an SVG picture for reports: always the light theme, with title, stamp and legend, no style sheet needed.
// Colours are those of the tokens, written out, because a picture leaves the page.

import { binRanges } from '#lib/domain/bands.ts';
import type { HeatCell } from './heatmap-layout.ts';
import type { Period } from './heatmap-periods.ts';
import type { TableRow } from './heatmap-table.ts';

/** Bins 0 to 6: fill, text, and the cap that says "over" without colour. */
const PAINT = [
	{ fill: '#f4f2ef', text: '#5f6773', cap: 0, edge: '' },
	{ fill: '#d0e7f3', text: '#1f2733', cap: 0, edge: '' },
	{ fill: '#9dcdea', text: '#1f2733', cap: 0, edge: '' },
	{ fill: '#64a2d5', text: '#1f2733', cap: 0, edge: '' },
	{ fill: '#f7bc57', text: '#1f2733', cap: 2, edge: '#8f2123' },
	{ fill: '#e87231', text: '#141a24', cap: 3, edge: '#8f2123' },
	{ fill: '#8f2123', text: '#fdfcfa', cap: 4, edge: '#f7bc57' }
] as const;
const AWAY = { fill: '#ffffff', text: '#5f6773' };
const INK = '#1f2733';
const FONT = "'IBM Plex Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

const NAMES = 200;
const CELL = 44;
const ROW = 24;
const PAD = 20;
const HEAD = 96;
const FOOT = 64;

export interface PictureFacts {
	title: string;
	/** What is counted, in a sentence. */
	basis: string;
	/** Who, when: "Learning team, 2027-01-04". */
	stamp: string;
	periods: readonly Period[];
	rows: readonly TableRow[];
	/** Where the bins end, and who says so, in a sentence. */
	bounds: readonly number[];
	whose: string;
}

export interface Picture {
	svg: string;
	widthPx: number;
	heightPx: number;
}

/** The picture of rows over periods. */
export function drawHeatmap(facts: PictureFacts): Picture {
	const { title, basis, stamp, periods, rows, bounds, whose } = facts;
	const widthPx = Math.max(720, PAD * 2 + NAMES + periods.length * CELL);
	const heightPx = HEAD + rows.length * ROW + FOOT + PAD;
	const parts = [
		`<rect width="${widthPx}" height="${heightPx}" fill="#ffffff"/>`,
		text(PAD, 34, title, { size: 18, weight: 600 }),
		text(PAD, 54, basis, { size: 12 }),
		...periods.flatMap((period, i) => {
			const x = PAD + NAMES + i * CELL + CELL / 2;
			const weight = period.isNow ? 600 : 400;
			return [
				text(x, HEAD - 22, period.label, { anchor: 'middle', weight }),
				text(x, HEAD - 8, period.date, { anchor: 'middle', size: 10 })
			];
		}),
		...rows.flatMap((row, i) => drawRow(row, HEAD + i * ROW)),
		...drawLegend(bounds, whose, HEAD + rows.length * ROW + 20),
		text(widthPx - PAD, heightPx - PAD / 2, stamp, { anchor: 'end', size: 10 })
	];
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}" font-family="${FONT}">${hatch}${parts.join('')}</svg>`;
	return { svg, widthPx, heightPx };
}

const hatch =
	'<defs><pattern id="away" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/><rect width="1" height="6" fill="#c9c4bb"/></pattern></defs>';

function drawRow({ name, cells }: TableRow, y: number): string[] {
	const short = name.length > 30 ? `${name.slice(0, 29)}…` : name;
	return [
		text(PAD, y + 16, short, { size: 12 }),
		...cells.flatMap((cell, i) => drawCell(cell, PAD + NAMES + i * CELL, y))
	];
}

function drawCell(cell: HeatCell, x: number, y: number): string[] {
	const paint = cell.bin === null ? null : PAINT[cell.bin]!;
	const fill = paint?.fill ?? (cell.kind === 'off' ? 'url(#away)' : AWAY.fill);
	const dotted = cell.kind === 'unknown' || cell.flagged;
	const box = `<rect x="${x}" y="${y}" width="${CELL - 1}" height="${ROW - 1}" fill="${fill}"${dotted ? ' stroke="#4a5361" stroke-dasharray="2 2"' : ''}/>`;
	const cap = paint?.cap
		? `<rect x="${x}" y="${y}" width="${CELL - 1}" height="${paint.cap}" fill="${paint.edge}"/>`
		: '';
	if (cell.text === '0') return [box];
	const weight = (cell.bin ?? 0) >= 4 ? 600 : 500;
	const colour = paint?.text ?? AWAY.text;
	return [
		box,
		cap,
		text(x + (CELL - 1) / 2, y + 17, cell.text, { anchor: 'middle', weight, colour })
	];
}

function drawLegend(bounds: readonly number[], whose: string, y: number): string[] {
	const parts = binRanges(bounds).flatMap((range, bin) => {
		const x = PAD + bin * 72;
		const { fill, text: colour, cap, edge } = PAINT[bin]!;
		return [
			`<rect x="${x}" y="${y}" width="68" height="18" fill="${fill}"/>`,
			cap ? `<rect x="${x}" y="${y}" width="68" height="${cap}" fill="${edge}"/>` : '',
			text(x + 34, y + 14, range, { anchor: 'middle', size: 11, colour })
		];
	});
	const words = `${whose} % of working hours, net of absences. off: no hours. ? and +: work of unknown load.`;
	return [...parts, text(PAD, y + 34, words, { size: 10 })];
}

function text(
	x: number,
	y: number,
	words: string,
	look: { size?: number; weight?: number; colour?: string; anchor?: 'middle' | 'end' } = {}
): string {
	const { size = 11, weight = 400, colour = INK, anchor } = look;
	const place = anchor ? ` text-anchor="${anchor}"` : '';
	return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}"${place}>${escape(words)}</text>`;
}

/** Text that cannot end its element, without what XML does not allow at all. */
function escape(words: string): string {
	return [...words]
		.filter((letter) => letter >= ' ')
		.join('')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
