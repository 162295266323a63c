// What is wrong with a row's load beyond its number: its weeks' alerts, days that are far too full, and how long it has
// gone on. Reads the grid.

import { findRun, findWorstRun, overDayBp, type OverRun } from '#lib/domain/alerts.ts';
import { percentOf } from '#lib/domain/bands.ts';
import { addDays, daysBetween, mondayOf, type Day } from '#lib/domain/days.ts';
import type { CapacityGrid } from '#lib/domain/grid.ts';
import { alertOf, loadState, type Alert, type LoadSums } from '#lib/domain/utilisation.ts';
import { sumPeople } from './load-groups.ts';

export interface LoadAlerts {
	/** The gravest of the weeks the period touches; null where none is over on any measure. */
	alert: Alert | null;
	/** Monday of the first week with it. */
	monday: Day;
	/** The weeks over in a row that it stands in; null where confirmed work is not over. */
	run: OverRun | null;
	/** Days with more than 125 % confirmed, whole per cent. */
	days: { day: Day; percent: number }[];
}

const GRAVITY: readonly (Alert | null)[] = ['breach', 'warning', 'risk', null];

/** C-14, C-22, C-23: the alerts of some people's load from `from` to `to`. */
export function findAlerts(
	grid: CapacityGrid,
	people: readonly string[],
	from: Day,
	to: Day
): LoadAlerts {
	const first = mondayOf(grid.from);
	const weeks = weeksOf(grid, people, first, grid.to);
	let alert: Alert | null = null;
	let monday = mondayOf(from);
	for (let week = monday; week <= to; week = addDays(week, 7)) {
		const state = loadState(weeks[indexOf(first, week)] ?? sumWeek(grid, people, week));
		const found = state.kind === 'load' ? alertOf(state) : null;
		if (GRAVITY.indexOf(found) < GRAVITY.indexOf(alert)) [alert, monday] = [found, week];
	}
	const days: LoadAlerts['days'] = [];
	for (let day = from; day <= to; day = addDays(day, 1)) {
		const bp = overDayBp(sumPeople(grid, people, day, day));
		if (bp !== null) days.push({ day, percent: percentOf(bp) });
	}
	return { alert, monday, run: findRun(weeks, indexOf(first, monday)), days };
}

/** C-23: the gravest run of weeks over, from the one of `from` on over so many; null where there is none. */
export function findRowRun(
	grid: CapacityGrid,
	people: readonly string[],
	from: Day,
	count: number
): { weeks: number; monday: Day } | null {
	const first = mondayOf(from);
	const worst = findWorstRun(weeksOf(grid, people, first, addDays(first, count * 7 - 1)));
	return worst && { weeks: worst.weeks, monday: addDays(first, worst.at * 7) };
}

function weeksOf(grid: CapacityGrid, people: readonly string[], from: Day, to: Day): LoadSums[] {
	const weeks: LoadSums[] = [];
	for (let week = from; week <= to; week = addDays(week, 7))
		weeks.push(sumWeek(grid, people, week));
	return weeks;
}

const sumWeek = (grid: CapacityGrid, people: readonly string[], monday: Day): LoadSums =>
	sumPeople(grid, people, monday, addDays(monday, 6));

const indexOf = (first: Day, monday: Day): number => Math.floor(daysBetween(first, monday) / 7);
