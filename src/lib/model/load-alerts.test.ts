import { describe, expect, it } from 'vitest';
import { emptyRows, makeRow, readRows } from './board.ts';
import { findAlerts, findRowRun } from './load-alerts.ts';
import { TeamLoad } from './team-load.ts';

const MONDAY = '2027-01-04';

/** Forty hours a week; `loads` are bookings of hours in all over days. */
function gridOf(loads: readonly [from: string, to: string, hours: number, certainty?: string][]) {
	const rows = emptyRows();
	rows.people.set(
		'per_a',
		makeRow('people', 'per_a', {
			...{ name: 'Ann', active: true, nonProjectBp: 0 },
			patterns: [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }]
		})
	);
	rows.projects.set('prj_1', makeRow('projects', 'prj_1', {}));
	for (const [i, [from, to, hours, certainty = 'confirmed']] of loads.entries())
		rows.allocations.set(
			`alc_${i}`,
			makeRow('allocations', `alc_${i}`, {
				...{ person: 'per_a', project: 'prj_1', span: { from, to } },
				load: { mode: 'total', amount: hours * 60 },
				certainty: certainty as 'confirmed'
			})
		);
	return new TeamLoad(readRows(rows), MONDAY, '2027-03-28').grid;
}
const week = (n: number): [string, string] => {
	const day = 4 + 7 * n;
	const at = (date: number): string => `2027-01-${String(date).padStart(2, '0')}`;
	return [at(day), at(day + 4)];
};

describe('alerts of a load', () => {
	it('C-14 names the gravest alert of the weeks a period touches, and the week', () => {
		const grid = gridOf([
			[...week(0), 48, 'tentative'],
			[...week(1), 44]
		]);
		const of = (from: string, to: string) => findAlerts(grid, ['per_a'], from, to);
		expect(of(MONDAY, '2027-01-10')).toMatchObject({ alert: 'risk', monday: MONDAY, run: null });
		expect(of('2027-01-11', '2027-01-17')).toMatchObject({ alert: 'breach', run: { weeks: 1 } });
		expect(of('2027-01-01', '2027-01-31')).toMatchObject({ alert: 'breach', monday: '2027-01-11' });
		expect(of('2027-02-01', '2027-02-07')).toMatchObject({ alert: null, run: null, days: [] });
	});

	it('C-22 names a day on which two bookings of eight hours meet, though the week is not full', () => {
		const grid = gridOf([
			[MONDAY, MONDAY, 8],
			[MONDAY, MONDAY, 8]
		]);
		expect(findAlerts(grid, ['per_a'], MONDAY, '2027-01-10')).toMatchObject({
			alert: null,
			days: [{ day: MONDAY, percent: 200 }]
		});
	});

	it('C-23 counts the weeks over before and after the one that is open', () => {
		const grid = gridOf([
			[...week(0), 44],
			[...week(1), 44],
			[...week(2), 50]
		]);
		expect(findAlerts(grid, ['per_a'], '2027-01-11', '2027-01-17').run).toEqual({
			...{ weeks: 3, place: 2, overMinutes: 18 * 60, severity: 54 * 60 }
		});
		expect(findRowRun(grid, ['per_a'], '2027-01-13', 6)).toEqual({
			...{ weeks: 2, monday: '2027-01-11' }
		});
		expect(findRowRun(grid, ['per_a'], '2027-01-18', 6)).toBe(null);
	});
});
