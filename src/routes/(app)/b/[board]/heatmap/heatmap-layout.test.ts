import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/domain/days.ts';
import { emptyRows, makeRow, readRows } from '#lib/model/board.ts';
import { TeamLoad } from '#lib/model/team-load.ts';
import {
	cellsOf,
	findNextCell,
	findRange,
	findVisibleRows,
	listWeeks,
	writeTable
} from './heatmap-layout.ts';

const MONDAY = '2027-03-22';

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
	rows.absences.set(
		'abs_1',
		makeRow('absences', 'abs_1', {
			person: 'per_a',
			span: { from: '2027-04-05', to: '2027-04-09' }
		})
	);
	return new TeamLoad(readRows(rows), MONDAY, '2027-05-02');
}

describe('heatmap layout', () => {
	const weeks = listWeeks('2027-03-24', 5, '2027-04-01');
	const mondays = weeks.map((week) => week.monday);

	it('has whole ISO weeks over a change of clocks, this one marked', () => {
		expect(weeks.map(({ label, date, isNow }) => `${label} ${date} ${isNow}`)).toEqual([
			'W12 22 Mar false',
			'W13 29 Mar true',
			'W14 5 Apr false',
			'W15 12 Apr false',
			'W16 19 Apr false'
		]);
	});

	it('C-12 agrees with the capacity of each week: full, off, unknown, nothing', () => {
		const load = team();
		const texts = (basis: 'booked' | 'tentative') =>
			cellsOf('Ann', mondays, (from, to) => load.between('per_a', from, to), basis).map(
				(cell) => cell.text
			);
		// Net is 4 x 432 = 1728 minutes a week; 2592 over two weeks is 75 %, and 600 more is 110 %.
		expect(texts('booked')).toEqual(['75', '75', 'off', '?', '0']);
		expect(texts('tentative')).toEqual(['75', '110', 'off', '?', '0']);
	});

	it('names cells as the contract says', () => {
		const load = team();
		const cells = cellsOf('Ann', mondays, (from, to) => load.between('per_a', from, to), 'booked');
		expect(cells.slice(0, 4).map((cell) => cell.name)).toEqual([
			'Ann, week of 2027-03-22, 75 %',
			'Ann, week of 2027-03-29, 75 %',
			'Ann, week of 2027-04-05, no capacity',
			'Ann, week of 2027-04-12, load unknown'
		]);
	});

	it('draws a few of five hundred rows', () => {
		expect(findVisibleRows(500, 290, 580, 3)).toEqual([7, 33]);
		expect(findVisibleRows(500, 14_200, 580, 3)).toEqual([486, 499]);
		expect(findVisibleRows(4, 0, 580, 3)).toEqual([0, 3]);
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

	it('spans a range from any corner to any other', () => {
		expect(findRange({ row: 4, column: 1 }, { row: 2, column: 6 })).toEqual({
			from: { row: 2, column: 1 },
			to: { row: 4, column: 6 }
		});
	});

	it('copies as a table, a name that looks like a formula as text', () => {
		const load = team();
		const first = mondays.slice(0, 3);
		const cells = cellsOf('', first, (from, to) => load.between('per_a', from, to), 'booked');
		expect(writeTable(first, [{ name: '=Ann\tB', cells }]).split('\n')).toEqual([
			`Person\tweek of ${MONDAY}\tweek of ${addDays(MONDAY, 7)}\tweek of ${addDays(MONDAY, 14)}`,
			"'=Ann B\t75 %\t75 %\tno capacity"
		]);
	});
});
