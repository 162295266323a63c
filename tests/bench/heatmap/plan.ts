// The plan the grid and its peers are given: people with patterns, closed days and leave, bookings of the three kinds.
import { addDays, type Day } from '#lib/domain/days.ts';
import { CapacityGrid, type Booking, type GridPerson } from '#lib/domain/grid.ts';
import { seeded } from '../ui/fill-board.ts';

export const FROM: Day = '2026-01-05';
export const DAYS = 364;

export interface Size {
	people: number;
	bookings: number;
}

export interface BenchPlan {
	people: GridPerson[];
	bookings: Map<string, Booking>;
	/** Another booking of somebody, as any of these. */
	draw(): Booking;
}

const FULL = [480, 480, 480, 480, 480, 0, 0];
const PART = [450, 450, 450, 450, 0, 0, 0];
const CLOSED = ['2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25'];

/** The same plan each time. */
export function drawPlan(size: Size): BenchPlan {
	const random = seeded(1);
	const whole = (below: number): number => Math.floor(random() * below);
	const days = (most: number): { from: Day; to: Day } => {
		const start = whole(DAYS - most);
		return { from: addDays(FROM, start), to: addDays(FROM, start + whole(most)) };
	};
	const people = Array.from({ length: size.people }, (_, i) => ({
		id: `per_${String(i).padStart(4, '0')}`,
		calendar: {
			patterns: [{ from: null, minutes: i % 5 === 0 ? PART : FULL }],
			holidays: CLOSED.map((day) => ({ span: { from: day, to: day }, minutesPerDay: null })),
			absences: [
				{ span: days(14), minutesPerDay: null },
				{ span: days(4), minutesPerDay: 240 }
			],
			...{ starts: null, ends: null, nonProjectBp: i % 3 === 0 ? 1000 : 0 }
		}
	}));
	const loads = [
		() => ({ mode: 'perDay' as const, amount: 60 * (1 + whole(8)) }),
		() => ({ mode: 'percent' as const, amount: 500 * (1 + whole(20)) }),
		() => ({ mode: 'total' as const, amount: 15 * (1 + whole(200)) })
	];
	const draw = (): Booking => ({
		person: people[whole(people.length)]!.id,
		span: days(20),
		load: loads[whole(loads.length)]!(),
		certainty: whole(4) === 0 ? 'tentative' : 'confirmed',
		probabilityBp: null
	});
	const bookings = new Map(Array.from({ length: size.bookings }, (_, i) => [`alc_${i}`, draw()]));
	return { people, bookings, draw };
}

/** Our grid with all of a plan in it, over the days of the plan or so many days later. */
export function openGrid(
	{ people, bookings }: Pick<BenchPlan, 'people' | 'bookings'>,
	shift = 0
): CapacityGrid {
	const from = addDays(FROM, shift);
	const grid = new CapacityGrid(people, from, addDays(from, DAYS - 1));
	for (const [id, booking] of bookings) grid.setAllocation(id, booking);
	return grid;
}
