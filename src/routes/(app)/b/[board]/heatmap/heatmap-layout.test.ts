import { describe, expect, it } from 'vitest';
import { defaultBounds } from '#lib/domain/bands.ts';
import { emptyRows, makeRow, readRows } from '#lib/model/board.ts';
import { sumPeople } from '#lib/model/load-groups.ts';
import { TeamLoad } from '#lib/model/team-load.ts';
import {
	findNextCell,
	findRange,
	findVisibleRows,
	heatCell,
	keepSame,
	teamRows,
	type CellView
} from './heatmap-layout.ts';
import { listPeriods, type Period } from './heatmap-periods.ts';
import { listTable, writeCsv, writeTsv } from './heatmap-table.ts';

const MONDAY = '2027-03-22';
const view: CellView = { basis: 'booked', unit: 'percent', bounds: defaultBounds };

/** Four days of eight hours a week, a tenth of it for other things. */
function team() {
	const rows = emptyRows();
	rows.people.set(
		'per_a',
		makeRow('people', 'per_a', {
			name: 'Ann',
			active: true,
			nonProjectBp: 1000,
			patterns: [{ from: null, minutes: [480, 480, 480, 480, 0, 0, 0] }]
		})
	);
	rows.projects.set('prj_1', makeRow('projects', 'prj_1', {}));
	const book = (id: string, given: object) =>
		rows.allocations.set(
			id,
			makeRow('allocations', id, { person: 'per_a', project: 'prj_1', ...given })
		);
	book('alc_1', {
		span: { from: MONDAY, to: '2027-04-04' },
		load: { mode: 'total', amount: 2 * 1296 },
		certainty: 'confirmed'
	});
	book('alc_2', {
		span: { from: '2027-03-29', to: '2027-03-29' },
		load: { mode: 'total', amount: 600 },
		certainty: 'tentative'
	});
	book('alc_3', { span: { from: '2027-04-12', to: '2027-04-13' }, load: null });
	book('alc_4', {
		person: '',
		role: 'Video',
		span: { from: MONDAY, to: '2027-03-26' },
		load: { mode: 'total', amount: 864 },
		certainty: 'tentative'
	});
	rows.absences.set(
		'abs_1',
		makeRow('absences', 'abs_1', {
			person: 'per_a',
			span: { from: '2027-04-05', to: '2027-04-09' }
		})
	);
	return new TeamLoad(readRows(rows), MONDAY, '2027-05-02');
}

const cellsOf = (periods: readonly Period[], more: Partial<CellView> = {}, name = 'Ann') => {
	const { grid } = team();
	return periods.map((period) =>
		heatCell(name, period, sumPeople(grid, ['per_a'], period.from, period.to), { ...view, ...more })
	);
};

describe('heatmap layout', () => {
	const weeks = listPeriods('2027-03-24', 'week', 4, '2027-04-01');

	it('names cells by whom, when and how much, on each basis', () => {
		expect(cellsOf(weeks).map(({ name, text }) => `${name} | ${text}`)).toEqual([
			'Ann, week of 2027-03-22, 75 % | 75',
			'Ann, week of 2027-03-29, 75 % | 75',
			'Ann, week of 2027-04-05, no capacity | off',
			'Ann, week of 2027-04-12, load unknown | ?'
		]);
		const percents = (basis: CellView['basis']) =>
			cellsOf(weeks, { basis }).map(({ percent }) => percent);
		expect(percents('expected')).toEqual([75, 92, null, null]);
		expect(percents('tentative')).toEqual([75, 110, null, null]);
	});

	it('prints hours and full-time equivalents, the bin staying that of the share', () => {
		expect(cellsOf(weeks.slice(0, 1), { unit: 'hours' })[0]).toMatchObject({
			text: '22',
			bin: 2,
			name: 'Ann, week of 2027-03-22, 22 h, 75 %'
		});
		expect(cellsOf(weeks.slice(0, 1), { unit: 'fte' })[0]).toMatchObject({
			text: '0.6',
			name: 'Ann, week of 2027-03-22, 0.6 FTE, 75 %'
		});
		const april = listPeriods('2027-04-01', 'month', 26, '2027-04-01').slice(0, 1);
		expect(cellsOf(april, { unit: 'hours' })[0]!.text).toBe('5.4+');
	});

	it('CA-6 colours by the bands of the view', () => {
		expect(cellsOf(weeks, { bounds: [20, 40, 60, 70, 90] })[0]!.bin).toBe(5);
	});

	it('C-19 has the team twice at the foot: what is booked, and that with what nobody holds', () => {
		const rows = teamRows(team(), weeks, view);
		expect(rows.map(({ name, cells }) => [name, cells[0]!.percent])).toEqual([
			['Team, booked', 75],
			['With unstaffed work', 125]
		]);
		expect(teamRows(team(), weeks, { ...view, basis: 'expected' })[0]!.cells[1]!.percent).toBe(92);
	});

	it('keeps the cells that look as before, so that only the others are drawn', () => {
		const before = cellsOf(weeks);
		const now = cellsOf(weeks, { basis: 'tentative' });
		const kept = keepSame(before, now);
		expect(kept.map((cell, i) => cell === before[i])).toEqual([true, false, true, true]);
	});

	it('draws the rows in view and some around them', () => {
		expect(findVisibleRows(500, 2900, 580, 3)).toEqual([97, 123]);
		expect(findVisibleRows(10, 0, 580, 3)).toEqual([0, 9]);
		expect(findVisibleRows(0, 0, 580, 3)).toEqual([0, -1]);
	});

	it('walks the grid and stays inside', () => {
		const size = { rows: 30, columns: 24 };
		const at = { row: 5, column: 23 };
		expect(findNextCell('ArrowRight', at, size, false)).toBe(undefined);
		expect(findNextCell('ArrowDown', at, size, false)).toEqual({ row: 6, column: 23 });
		expect(findNextCell('Home', at, size, true)).toEqual({ row: 0, column: 0 });
		expect(findNextCell('PageDown', at, size, false)).toEqual({ row: 15, column: 23 });
		expect(findNextCell('PageUp', { row: 0, column: 2 }, size, false)).toBe(undefined);
		expect(findNextCell('q', at, size, false)).toBe(undefined);
	});

	it('walks to the left into later weeks where it is read right to left', () => {
		const size = { rows: 2, columns: 3, isRtl: true };
		expect(findNextCell('ArrowLeft', { row: 0, column: 1 }, size, false)?.column).toBe(2);
		expect(findNextCell('ArrowRight', { row: 0, column: 1 }, size, false)?.column).toBe(0);
		expect(findNextCell('ArrowRight', { row: 0, column: 0 }, size, false)).toBe(undefined);
		expect(findNextCell('End', { row: 0, column: 0 }, size, false)?.column).toBe(2);
	});

	it('spans a range from any corner to any other', () => {
		expect(findRange({ row: 4, column: 1 }, { row: 2, column: 6 })).toEqual({
			from: { row: 2, column: 1 },
			to: { row: 4, column: 6 }
		});
	});
});

describe('heatmap as a table', () => {
	const weeks = listPeriods(MONDAY, 'week', 3, MONDAY);
	const rows = [{ name: '=Ann\t"B"', cells: cellsOf(weeks) }];

	it('copies as tab-separated text, a name that looks like a formula as text', () => {
		expect(writeTsv(listTable(weeks, rows, 'Person', 'percent')).split('\n')).toEqual([
			'Person\tweek of 2027-03-22\tweek of 2027-03-29\tweek of 2027-04-05',
			'\'=Ann "B"\t75 %\t75 %\tno capacity'
		]);
	});

	it('writes CSV that a spreadsheet takes for UTF-8', () => {
		const [head, line] = writeCsv(listTable(weeks, rows, 'Team, all', 'percent')).split('\r\n');
		expect(head).toBe('\ufeff"Team, all",week of 2027-03-22,week of 2027-03-29,week of 2027-04-05');
		expect(line).toBe('"\'=Ann\t""B""",75 %,75 %,no capacity');
	});
});
