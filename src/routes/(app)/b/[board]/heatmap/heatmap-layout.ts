// The heatmap as a value: people by weeks, each cell a load on one denominator; the team's rows at the foot. Pure, and
// built to be asked for the rows in view.

import { addDays, isoWeek, mondayOf, partsOf, type Day } from '#lib/domain/days.ts';
import type { LoadState } from '#lib/domain/utilisation.ts';
import { loadCell, type LoadBasis, type LoadCell } from '#lib/model/load-cell.ts';
import type { TeamLoad } from '#lib/model/team-load.ts';
import { mondaysFrom } from '#lib/model/team-weeks.ts';

export const ROW_PX = 29;

export interface WeekHead {
	monday: Day;
	/** "W2". */
	label: string;
	/** "11 Jan". */
	date: string;
	isNow: boolean;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Heads of so many weeks. */
export function listWeeks(from: Day, count: number, today: Day): WeekHead[] {
	const now = mondayOf(today);
	return mondaysFrom(mondayOf(from), count).map((monday) => {
		const { month, date } = partsOf(monday);
		return {
			monday,
			label: `W${isoWeek(monday).week}`,
			date: `${date} ${MONTHS[month - 1]!}`,
			isNow: monday === now
		};
	});
}

export interface HeatCell extends LoadCell {
	monday: Day;
	/** Name in the accessibility tree: "Priya Kaur, week of 2027-01-11, 118 %". */
	name: string;
}

/** The cells of one person, or of the team. */
export function cellsOf(
	name: string,
	mondays: readonly Day[],
	stateOf: (from: Day, to: Day) => LoadState,
	basis: LoadBasis
): HeatCell[] {
	return mondays.map((monday) => {
		const cell = loadCell(stateOf(monday, addDays(monday, 6)), basis);
		return { ...cell, monday, name: `${name}, week of ${monday}, ${cell.words}` };
	});
}

/** The team's two rows: what is booked, and that with open roles over the same hours. */
export function teamRows(
	load: TeamLoad,
	mondays: readonly Day[],
	basis: LoadBasis
): { name: string; cells: HeatCell[] }[] {
	const weeks = new Map(
		mondays.map((monday) => [monday, load.total(monday, addDays(monday, 6), basis)])
	);
	const row = (name: string, stateOf: (monday: Day) => LoadState) => ({
		name,
		// What a basis leaves out is out already; open roles are tentative and count.
		cells: cellsOf(name, mondays, stateOf, 'tentative')
	});
	return [
		row('Team, booked', (monday) => weeks.get(monday)!.booked),
		row('With unstaffed work', (monday) => weeks.get(monday)!.withUnstaffed)
	];
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

/** Where a key leads in a grid; undefined when it leads nowhere or moves nothing. */
export function findNextCell(
	key: string,
	at: Spot,
	size: { rows: number; columns: number },
	isWhole: boolean
): Spot | undefined {
	const { row, column } = at;
	const to = (r: number, c: number): Spot | undefined =>
		r < 0 || c < 0 || r >= size.rows || c >= size.columns || (r === row && c === column)
			? undefined
			: { row: r, column: c };
	if (key === 'ArrowLeft') return to(row, column - 1);
	if (key === 'ArrowRight') return to(row, column + 1);
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

/** Rows of cells as tab-separated text that a spreadsheet takes; words instead of numbers where there are none. */
export function writeTable(
	weeks: readonly Day[],
	rows: readonly { name: string; cells: readonly LoadCell[] }[]
): string {
	const head = ['Person', ...weeks.map((monday) => `week of ${monday}`)];
	const lines = rows.map(({ name, cells }) => [
		// A name that a spreadsheet would take for a formula is text.
		/^[=+\-@\t\r]/.test(name) ? `'${name}` : name,
		...cells.map((cell) => (cell.percent === null ? cell.words : `${cell.percent} %`))
	]);
	return [head, ...lines].map((line) => line.map(clean).join('\t')).join('\n');
}

const clean = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ');
