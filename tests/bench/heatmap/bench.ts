// G12: what one changed booking costs, 500 people over 364 days with 30,000 bookings: our grid against crossfilter2 and
// against the code one would write first (dates, filters). All three must say the same minutes. Then in the product: a
// booking changed by somebody else, and what it costs the page that shows the heatmap.
import { addDays, weekday, type Day } from '#lib/domain/days.ts';
import { CapacityGrid, type Booking } from '#lib/domain/grid.ts';
import { Host } from '../../chaos/host.ts';
import { defineBench, getMedian, type Check, type Goal } from '../harness.ts';
import { once } from '../ui/contest.ts';
import { fillBookings, seeded } from '../ui/fill-board.ts';
import { openCrossfilter, type CrossfilterPeer } from './crossfilter.ts';
import { sumNaively } from './naive.ts';
import { measureRepaint } from './repaint.ts';

const FROM: Day = '2026-01-05';
const DAYS = 364;
const WEEKDAY_MINUTES = [480, 480, 480, 480, 480, 0, 0];
const CHANGES_A_ROUND = 2_000;

interface Size {
	people: number;
	bookings: number;
}

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
		const rounds = Array.from({ length: context.repetitions }, () =>
			measureGrid(size, crossfilter, checks)
		);
		const median = (key: keyof Round): number => getMedian(rounds.map((round) => round[key]));
		const host = await Host.open('embedded', { env: { PLIMSOLL_TODAY: '2026-01-08' } });
		let repaintMs: number;
		try {
			const [people, bars] = context.smoke ? [30, 600] : [500, 30_000];
			await fillBookings(host.url, { people: people!, bars: bars!, from: FROM });
			repaintMs = await context.withBrowser((browser) =>
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
				round(repaintMs),
				'<= 16.7',
				repaintMs <= 16.7
			)
		];
		return {
			rows: [
				{ what: 'our grid, one change', ms: median('changeUs') / 1000 },
				{ what: 'our grid, full rebuild', ms: round(median('rebuildMs')) },
				{ what: 'crossfilter2, one change', ms: round(median('crossfilterMs')) },
				{ what: 'dates and filters', ms: round(median('naiveMs')) },
				{ what: 'heatmap page, a change by somebody else', ms: round(repaintMs) }
			],
			goals,
			checks: once(checks),
			raw: rounds
		};
	}
});

const round = (value: number): number => Math.round(value * 100) / 100;
const goal = (text: string, value: number, limit: string, met: boolean): Goal => ({
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

function measureGrid(size: Size, peer: CrossfilterPeer, checks: Check[]): Round {
	const random = seeded(1);
	const people = Array.from({ length: size.people }, (_, i) => `per_${i}`);
	const draw = (): Booking => {
		const start = Math.floor(random() * (DAYS - 20));
		return {
			person: people[Math.floor(random() * people.length)]!,
			span: { from: addDays(FROM, start), to: addDays(FROM, start + Math.floor(random() * 20)) },
			load: { mode: 'perDay', amount: 60 * (1 + Math.floor(random() * 8)) },
			certainty: 'confirmed',
			probabilityBp: null
		};
	};
	const bookings = new Map(Array.from({ length: size.bookings }, (_, i) => [`alc_${i}`, draw()]));
	const build = (): CapacityGrid => {
		const calendar = {
			patterns: [{ from: null, minutes: WEEKDAY_MINUTES }],
			...{ holidays: [], absences: [], starts: null, ends: null, nonProjectBp: 0 }
		};
		const grid = new CapacityGrid(
			people.map((id) => ({ id, calendar })),
			FROM,
			addDays(FROM, DAYS - 1)
		);
		for (const [id, booking] of bookings) grid.setAllocation(id, booking);
		return grid;
	};
	const grid = build();
	let start = performance.now();
	grid.rebuild();
	const rebuildMs = performance.now() - start;
	checks.push({ text: 'a grid rebuilt is the same grid', ok: areEqual(grid, build()) });

	const changes = Array.from(
		{ length: CHANGES_A_ROUND },
		() => [`alc_${Math.floor(random() * size.bookings)}`, draw()] as const
	);
	start = performance.now();
	for (const [id, booking] of changes) grid.setAllocation(id, booking);
	const changeUs = ((performance.now() - start) * 1000) / changes.length;
	for (const [id, booking] of changes) bookings.set(id, booking);
	checks.push({
		text: 'changed in place equals rebuilt, cell by cell',
		ok: areEqual(grid, build())
	});

	start = performance.now();
	const naive = sumNaively(people, bookings, FROM, DAYS);
	const naiveMs = performance.now() - start;
	const weekOf = (person: number, week: number): number => {
		let minutes = 0;
		for (let day = 0; day < 7; day++)
			minutes += grid.confirmed[person * grid.days + week * 7 + day]!;
		return minutes;
	};
	checks.push({
		text: 'the naive code says the same minutes',
		ok: naive.every((weeks, person) =>
			weeks.every((minutes, week) => minutes === weekOf(person, week))
		)
	});
	const other = openCrossfilter(peer, people, bookings, FROM, (day) => weekday(day) <= 5);
	const [changedId, changed] = [changes[0]![0], draw()];
	start = performance.now();
	const sums = other.change(changedId, changed);
	const crossfilterMs = performance.now() - start;
	grid.setAllocation(changedId, changed);
	checks.push({
		text: 'crossfilter2 says the same minutes',
		ok: people.every((_, person) =>
			Array.from({ length: DAYS }, (_, day) => day).every(
				(day) => (sums.get(person * DAYS + day) ?? 0) === grid.confirmed[person * grid.days + day]!
			)
		)
	});
	return { changeUs, rebuildMs, crossfilterMs, naiveMs };
}

function areEqual(one: CapacityGrid, other: CapacityGrid): boolean {
	return (['net', 'confirmed', 'tentative', 'unknown'] as const).every((name) =>
		one[name].every((value, at) => value === other[name][at])
	);
}
