// What a remedy would do: tried on the live grid with the arithmetic of a real change, read week by week for everybody it
// touches, and taken back before anybody looks. Writes nothing that stays.

import { weeksOf, type Day } from './days.ts';
import type { Booking, CapacityGrid } from './grid.ts';
import type { LoadSums } from './utilisation.ts';

/** One booking as it is to be; a new one is taken out of `of`. */
export interface BookingStep {
	of: string;
	isNew: boolean;
	after: Booking;
}

/** A week of somebody whose load would change. */
export interface WeekEffect {
	person: string;
	monday: Day;
	netMinutes: number;
	beforeMinutes: number;
	afterMinutes: number;
}

/** Whose hours, which days, and what counts of them. */
export interface RemedyCell {
	people: readonly string[];
	from: Day;
	to: Day;
	/** Counted minutes of sums, on the basis shown. */
	count: (sums: LoadSums) => number;
}

export interface Trial {
	/** Counted minutes of the cell afterwards. */
	cellMinutes: number;
	weeks: WeekEffect[];
}

/** Counted minutes of a cell as it stands, and the hours for them. */
export function readCell(
	grid: CapacityGrid,
	cell: RemedyCell
): { countedMinutes: number; netMinutes: number } {
	let countedMinutes = 0;
	let netMinutes = 0;
	for (const person of cell.people) {
		const sums = grid.sums(grid.rowOf(person), cell.from, cell.to);
		countedMinutes += cell.count(sums);
		netMinutes += sums.net;
	}
	return { countedMinutes, netMinutes };
}

const newId = (step: BookingStep, i: number): string => `${step.of} ${i}`;

/** Does the steps, reads, and undoes them; the grid is as it was. */
export function tryOut<T>(grid: CapacityGrid, steps: readonly BookingStep[], read: () => T): T {
	const before = new Map(steps.map(({ of }) => [of, grid.bookingOf(of)]));
	steps.forEach((step, i) => grid.setAllocation(step.isNew ? newId(step, i) : step.of, step.after));
	const found = read();
	steps.forEach((step, i) => step.isNew && grid.setAllocation(newId(step, i), null));
	for (const [id, booking] of before) grid.setAllocation(id, booking ?? null);
	return found;
}

/** RE-5: what the steps do to the cell, and to every week of everybody they touch. */
export function tryRemedy(
	grid: CapacityGrid,
	cell: RemedyCell,
	steps: readonly BookingStep[]
): Trial {
	const before = steps.map(({ of }) => grid.bookingOf(of));
	const touched = [...before, ...steps.map(({ after }) => after)].filter((one) => one?.span);
	const people = [...new Set(touched.map((one) => one!.person))].filter(
		(person) => grid.rowOf(person) !== grid.openRow
	);
	const from = touched.reduce((first, one) => least(first, one!.span!.from), grid.to);
	const to = touched.reduce((last, one) => most(last, one!.span!.to), grid.from);
	const weeks = weeksOf(from, to);
	const read = (): { net: number; counted: number }[] =>
		people.flatMap((person) =>
			weeks.map((week) => {
				const sums = grid.sums(grid.rowOf(person), week.from, week.to);
				return { net: sums.net, counted: cell.count(sums) };
			})
		);
	const old = read();
	return tryOut(grid, steps, () => ({
		cellMinutes: readCell(grid, cell).countedMinutes,
		weeks: read().flatMap(({ net, counted }, i) =>
			counted === old[i]!.counted
				? []
				: [
						{
							person: people[Math.floor(i / weeks.length)]!,
							monday: weeks[i % weeks.length]!.from,
							netMinutes: net,
							beforeMinutes: old[i]!.counted,
							afterMinutes: counted
						}
					]
		)
	}));
}

/** RE-2: true where a week gets fuller than its limit lets it; a week that was over already may only get emptier. */
export function doesHarm(trial: Trial, limitBpOf: (person: string) => number): boolean {
	return trial.weeks.some(
		({ person, netMinutes, beforeMinutes, afterMinutes }) =>
			afterMinutes > beforeMinutes && afterMinutes * 10_000 > netMinutes * limitBpOf(person)
	);
}

const least = (a: Day, b: Day): Day => (a < b ? a : b);
const most = (a: Day, b: Day): Day => (a > b ? a : b);
