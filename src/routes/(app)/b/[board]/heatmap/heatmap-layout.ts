// The heatmap as a value: rows of people or groups by periods, each cell a load on one denominator; the team's rows at
// the foot. Pure, and built to be asked for the rows in view.

import { daysBetween, weekday, type Day } from '#lib/domain/days.ts';
import { loadState, type LoadState, type LoadSums } from '#lib/domain/utilisation.ts';
import { countedMinutes, loadCell, type LoadCell } from '#lib/model/load-cell.ts';
import type { TeamLoad } from '#lib/model/team-load.ts';
import type { Period } from './heatmap-periods.ts';
import type { HeatmapView, Unit } from './heatmap-view.ts';

export const ROW_PX = 29;

export interface HeatCell extends LoadCell {
	/** First day. */
	from: Day;
	/** Name in the accessibility tree: "Priya Kaur, week of 2027-01-11, 118 %". */
	name: string;
}

/** What of a view decides how a cell looks. */
export type CellView = Pick<HeatmapView, 'basis' | 'unit'> & { bounds: readonly number[] };

/** C-24, CA-6: the cell of a row in a period. */
export function heatCell(name: string, period: Period, sums: LoadSums, view: CellView): HeatCell {
	const { basis, unit, bounds } = view;
	const cell = loadCell(loadState(sums), basis, bounds);
	const amount =
		unit === 'percent' || cell.kind !== 'load'
			? null
			: amountIn(unit, countedMinutes(sums, basis), period);
	const words = amount === null ? cell.words : `${amount} ${unitNames[unit]}, ${cell.words}`;
	return {
		...cell,
		text: amount === null ? cell.text : `${amount}${cell.flagged ? '+' : ''}`,
		from: period.from,
		name: `${name}, ${period.name}, ${words}`
	};
}

export const unitNames: Record<Unit, string> = { percent: '%', hours: 'h', fte: 'FTE' };

/** A full-time working day, for FTE only: whoever works less is less than one. */
const FULL_TIME_MINUTES = 450;

/** Hours to a whole one, or to a tenth below ten; FTE to a tenth, of the Mondays to Fridays of the period. */
export function amountIn(unit: Exclude<Unit, 'percent'>, minutes: number, period: Period): string {
	if (unit === 'fte')
		return (Math.round((minutes * 10) / (FULL_TIME_MINUTES * weekdaysOf(period))) / 10).toFixed(1);
	const hours = minutes / 60;
	return String(hours >= 10 ? Math.round(hours) : Math.round(hours * 10) / 10);
}

/** Mondays to Fridays; a period of none counts as one day, so that a Saturday's work is not without measure. */
function weekdaysOf({ from, to }: Period): number {
	const days = daysBetween(from, to) + 1;
	let count = Math.floor(days / 7) * 5;
	for (let i = 0; i < days % 7; i++) if (((weekday(from) - 1 + i) % 7) + 1 <= 5) count++;
	return Math.max(1, count);
}

/** The same cells, those that look as before being the objects they were, so that only the others are drawn anew. */
export function keepSame(before: readonly HeatCell[], now: HeatCell[]): HeatCell[] {
	return now.map((cell, i) => {
		const old = before[i];
		return old?.name === cell.name &&
			old.text === cell.text &&
			old.bin === cell.bin &&
			old.kind === cell.kind &&
			old.beside === cell.beside
			? old
			: cell;
	});
}

/** What the team's rows at the foot are called, and the keys of their cells in an address, which no group has. */
export const FOOT_ROWS = [
	{ key: 'all', name: 'Team, booked' },
	{ key: 'all-open', name: 'With unstaffed work' }
] as const;

export interface FootRow {
	key: (typeof FOOT_ROWS)[number]['key'];
	name: string;
	cells: HeatCell[];
}

/** The team's two rows: what is booked, and that with open roles over the same hours. */
export function teamRows(load: TeamLoad, periods: readonly Period[], view: CellView): FootRow[] {
	const totals = periods.map(({ from, to }) => load.total(from, to, view.basis));
	return FOOT_ROWS.map(({ key, name }) => ({
		...{ key, name },
		// What a basis leaves out is out already; open roles are tentative and count.
		cells: periods.map((period, i) => {
			const { booked, withUnstaffed } = totals[i]!;
			const sums = sumsOf(key === 'all' ? booked : withUnstaffed);
			return heatCell(name, period, sums, { ...view, basis: 'tentative' });
		})
	}));
}

/** Sums that give the state again. */
function sumsOf(state: LoadState): LoadSums {
	const rest = { confirmed: 0, weighted: 0, unknown: state.unknown };
	if (state.kind === 'unknown') return { ...rest, net: state.net, tentative: 0 };
	const net = state.kind === 'load' ? state.net : 0;
	return { ...rest, net, tentative: state.maximumMinutes };
}

/** First and last row, both included, that a view shows, with some more on either side. */
export function findVisibleRows(
	count: number,
	topPx: number,
	heightPx: number,
	more: number
): [first: number, last: number] {
	const first = Math.max(0, Math.floor(topPx / ROW_PX) - more);
	const last = Math.min(count - 1, Math.floor((topPx + heightPx) / ROW_PX) + more);
	return [Math.min(first, Math.max(0, last)), last];
}

export interface Spot {
	row: number;
	column: number;
}

/** Where a key leads in a grid; undefined when it leads nowhere or moves nothing. Read right to left, time runs left. */
export function findNextCell(
	key: string,
	at: Spot,
	size: { rows: number; columns: number; isRtl?: boolean },
	isWhole: boolean
): Spot | undefined {
	const { row, column } = at;
	const to = (r: number, c: number): Spot | undefined =>
		r < 0 || c < 0 || r >= size.rows || c >= size.columns || (r === row && c === column)
			? undefined
			: { row: r, column: c };
	const later = size.isRtl ? 'ArrowLeft' : 'ArrowRight';
	if (key === 'ArrowLeft' || key === 'ArrowRight')
		return to(row, column + (key === later ? 1 : -1));
	if (key === 'ArrowUp') return to(row - 1, column);
	if (key === 'ArrowDown') return to(row + 1, column);
	if (key === 'Home') return to(isWhole ? 0 : row, 0);
	if (key === 'End') return to(isWhole ? size.rows - 1 : row, size.columns - 1);
	if (key === 'PageUp') return to(Math.max(0, row - 10), column);
	if (key === 'PageDown') return to(Math.min(size.rows - 1, row + 10), column);
	return undefined;
}

/** A rectangle of cells between two corners. */
export function findRange(a: Spot, b: Spot): { from: Spot; to: Spot } {
	return {
		from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
		to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) }
	};
}
