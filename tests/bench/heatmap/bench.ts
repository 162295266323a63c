// G12: what one changed booking costs, 500 people over 364 days with 30,000 bookings: our grid against crossfilter2 and
// against the code one would write first (dates, filters). All three must say the same minutes. Then in the product: a
// booking changed by somebody else, what it costs the page that shows the heatmap, and when its cell says so.
import { BoardDoc } from '#lib/doc/board-doc.ts';
import { addDays } from '#lib/domain/days.ts';
import type { CapacityGrid } from '#lib/domain/grid.ts';
import { TeamLoad } from '#lib/model/team-load.ts';
import * as Y from 'yjs';
import { Host } from '../../chaos/host.ts';
import { defineBench, getMedian, type Check, type Goal } from '../harness.ts';
import { once } from '../ui/contest.ts';
import { fillBookings } from '../ui/fill-board.ts';
import { openCrossfilter, type CrossfilterPeer } from './crossfilter.ts';
import { sumNaively } from './naive.ts';
import { DAYS, drawPlan, FROM, openGrid, type BenchPlan, type Size } from './plan.ts';
import { measureRepaint, type Repaint } from './repaint.ts';
import { listWorkDays } from './spread.ts';

const CHANGES_A_ROUND = 2_000;

export default defineBench({
	name: 'heatmap',
	title: 'one changed booking, from the grid to the picture',
	needs: { browser: true, build: true, peers: ['crossfilter2'] },
	async run(context) {
		const size: Size = context.smoke
			? { people: 40, bookings: 1_000 }
			: { people: 500, bookings: 30_000 };
		const checks: Check[] = [];
		const crossfilter = (await context.importPeer('crossfilter2')) as CrossfilterPeer;
		const board = fillDocument(drawPlan(size));
		const rounds = Array.from({ length: context.repetitions }, () =>
			measureGrid(size, board, crossfilter, checks)
		);
		const median = (key: keyof Round): number => getMedian(rounds.map((round) => round[key]));
		const host = await Host.open('embedded', { env: { PLIMSOLL_TODAY: '2026-01-08' } });
		let repaint: Repaint;
		try {
			const [people, bars] = context.smoke ? [30, 600] : [500, 30_000];
			await fillBookings(host.url, { people: people!, bars: bars!, from: FROM });
			repaint = await context.withBrowser((browser) =>
				measureRepaint(browser, host, checks, context.smoke ? 5 : 30)
			);
		} finally {
			await host.remove();
		}
		const ratio = (peerMs: number): number => Math.round((peerMs * 1000) / median('changeUs'));
		const goals: Goal[] = [
			goal('a change, microseconds', round(median('changeUs')), '<= 2', median('changeUs') <= 2),
			goal(
				'against the naive code, times faster',
				ratio(median('naiveMs')),
				'>= 10000',
				ratio(median('naiveMs')) >= 10_000
			),
			goal(
				'against crossfilter2, times faster',
				ratio(median('crossfilterMs')),
				'>= 10000',
				ratio(median('crossfilterMs')) >= 10_000
			),
			goal('a full rebuild, ms', round(median('rebuildMs')), '<= 5', median('rebuildMs') <= 5),
			goal(
				'a change by somebody else, CPU of the page, ms',
				round(repaint.cpuMs),
				'<= 16.7',
				repaint.cpuMs <= 16.7
			),
			goal(
				'frames from the change of the document to that of the cell, at most',
				repaint.mostFrames,
				1,
				repaint.mostFrames <= 1
			)
		];
		return {
			rows: [
				{ what: 'our grid, one change', ms: median('changeUs') / 1000 },
				{ what: 'our board, people and bookings counted anew', ms: round(median('rebuildMs')) },
				{ what: 'crossfilter2, one change', ms: round(median('crossfilterMs')) },
				{ what: 'dates and filters', ms: round(median('naiveMs')) },
				{ what: 'heatmap page, a change by somebody else', ms: round(repaint.cpuMs) }
			],
			goals,
			checks: once(checks),
			raw: rounds
		};
	}
});

const round = (value: number): number => Math.round(value * 100) / 100;
const goal = (text: string, value: number, limit: string | number, met: boolean): Goal => ({
	id: 'G12',
	text,
	value,
	limit,
	met
});

interface Round {
	changeUs: number;
	rebuildMs: number;
	crossfilterMs: number;
	naiveMs: number;
}

function measureGrid(size: Size, board: BoardDoc, peer: CrossfilterPeer, checks: Check[]): Round {
	const plan = drawPlan(size);
	const { people, bookings, draw } = plan;
	const check = (text: string, ok: boolean): number => checks.push({ text, ok });
	const grid = openGrid(plan);
	let start = performance.now();
	const load = new TeamLoad(board, FROM, addDays(FROM, DAYS - 1));
	const rebuildMs = performance.now() - start;
	check('a board counted anew is the same grid', areEqual(grid, load.grid));

	const changes = Array.from(
		{ length: CHANGES_A_ROUND },
		(_, i) => [`alc_${(i * 7919) % size.bookings}`, draw()] as const
	);
	start = performance.now();
	for (const [id, booking] of changes) grid.setAllocation(id, booking);
	const changeUs = ((performance.now() - start) * 1000) / changes.length;
	for (const [id, booking] of changes) bookings.set(id, booking);
	check('changed in place equals built anew, cell by cell', areEqual(grid, openGrid(plan)));

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
	return { changeUs, rebuildMs, crossfilterMs, naiveMs };
}

/** The plan as a board's document: what the product counts when it opens, and when somebody's hours change. */
function fillDocument({ people, bookings }: BenchPlan): BoardDoc {
	const board = new BoardDoc(new Y.Doc());
	board.doc.transact(() => {
		board.create('projects', 'prj_one', { title: 'One' });
		const [first] = people;
		for (const [i, { span, minutesPerDay }] of first!.calendar.holidays.entries())
			board.create('absences', `abs_closed_${i}`, { region: 'GB', span, minutesPerDay });
		for (const { id, calendar } of people) {
			const { patterns, nonProjectBp } = calendar;
			board.create('people', id, {
				...{ name: id, region: 'GB', active: true, nonProjectBp },
				patterns: [...patterns]
			});
			for (const [i, { span, minutesPerDay }] of calendar.absences.entries())
				board.create('absences', `abs_${id}_${i}`, { person: id, span, minutesPerDay });
		}
		for (const [id, { certainty, ...booking }] of bookings)
			board.create('allocations', id, { ...booking, certainty, project: 'prj_one' });
	});
	return board;
}

function areEqual(one: CapacityGrid, other: CapacityGrid): boolean {
	return (['net', 'confirmed', 'tentative', 'weighted', 'unknown'] as const).every((name) =>
		one[name].every((value, at) => value === other[name][at])
	);
}
