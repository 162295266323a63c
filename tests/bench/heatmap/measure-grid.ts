// The grid alone, against crossfilter2 and the code one would write first: one changed booking, and all of them laid anew
// from what the grid holds. Whatever is timed is compared cell by cell with a grid built from scratch.
import { addDays } from '#lib/domain/days.ts';
import type { CapacityGrid } from '#lib/domain/grid.ts';
import { getMedian, type Check } from '../harness.ts';
import { openCrossfilter, type CrossfilterPeer } from './crossfilter.ts';
import { sumNaively } from './naive.ts';
import { DAYS, drawPlan, FROM, openGrid, type Size } from './plan.ts';
import { listWorkDays } from './spread.ts';

const CHANGES_A_ROUND = 2_000;
const COVERS_A_ROUND = 10;

export interface GridRound {
	changeUs: number;
	/** Hours of everybody and every booking laid anew over other days: the first time, and the median of some more. */
	firstCoverMs: number;
	coverMs: number;
	crossfilterMs: number;
	naiveMs: number;
}

export function measureGrid(size: Size, peer: CrossfilterPeer, checks: Check[]): GridRound {
	const plan = drawPlan(size);
	const { people, bookings, draw } = plan;
	const check = (text: string, ok: boolean): number => checks.push({ text, ok });
	const grid = openGrid(plan);
	const changes = Array.from(
		{ length: CHANGES_A_ROUND },
		(_, i) => [`alc_${(i * 7919) % size.bookings}`, draw()] as const
	);
	let start = performance.now();
	for (const [id, booking] of changes) grid.setAllocation(id, booking);
	const changeUs = ((performance.now() - start) * 1000) / changes.length;
	for (const [id, booking] of changes) bookings.set(id, booking);
	check('changed in place equals built anew, cell by cell', areEqual(grid, openGrid(plan)));

	// There and back, so that the days are other ones each time and nothing can be left as it was.
	const covers = Array.from({ length: COVERS_A_ROUND }, (_, i) => {
		const shift = i % 2 === 0 ? 7 : 0;
		start = performance.now();
		grid.cover(people, addDays(FROM, shift), addDays(FROM, shift + DAYS - 1));
		const tookMs = performance.now() - start;
		const isSame = areEqual(grid, openGrid(plan, shift));
		check('laid anew equals built anew, cell by cell', isSame);
		return tookMs;
	});

	const ids = people.map(({ id }) => id);
	const work = new Map(people.map(({ id, calendar }) => [id, listWorkDays(calendar, FROM, DAYS)]));
	start = performance.now();
	const naive = sumNaively(ids, work, bookings, FROM, DAYS);
	const naiveMs = performance.now() - start;
	const minutesAt = (cell: number): number => grid.confirmed[cell]! + grid.tentative[cell]!;
	const weekOf = (person: number, week: number): number => {
		let minutes = 0;
		for (let day = 0; day < 7; day++) minutes += minutesAt(person * DAYS + week * 7 + day);
		return minutes;
	};
	check(
		'the naive code says the same minutes',
		naive.every((weeks, person) => weeks.every((minutes, week) => minutes === weekOf(person, week)))
	);
	const other = openCrossfilter(peer, ids, work, bookings, FROM, DAYS);
	const [changedId, changed] = [changes[0]![0], draw()];
	start = performance.now();
	const groups = other.change(changedId, changed);
	const crossfilterMs = performance.now() - start;
	grid.setAllocation(changedId, changed);
	const sums = new Map(groups.map(({ key, value }) => [key, value]));
	check(
		'crossfilter2 says the same minutes',
		Array.from({ length: ids.length * DAYS }, (_, cell) => cell).every(
			(cell) => (sums.get(cell) ?? 0) === minutesAt(cell)
		)
	);
	return { changeUs, firstCoverMs: covers[0]!, coverMs: getMedian(covers), crossfilterMs, naiveMs };
}

/** Every cell of every array. */
export function areEqual(one: CapacityGrid, other: CapacityGrid): boolean {
	return (
		[
			...(['gross', 'net', 'confirmed', 'tentative', 'weighted', 'unknown'] as const),
			...(['elsewhere', 'elsewhereConfirmed'] as const)
		] as const
	).every(
		(name) =>
			one[name].length === other[name].length &&
			one[name].every((value, at) => value === other[name][at])
	);
}
