// The code one would write first: a list of bookings, dates, filters. What our grid is compared with, in speed and sums.
import type { Day } from '#lib/domain/days.ts';
import type { Booking } from '#lib/domain/grid.ts';
import { spread, type WorkDays } from './spread.ts';

const DAY_MS = 86_400_000;

/** Booked minutes of each person in each week from `from`. Weeks by person. */
export function sumNaively(
	people: readonly string[],
	workDays: ReadonlyMap<string, WorkDays>,
	bookings: ReadonlyMap<string, Booking>,
	from: Day,
	days: number
): number[][] {
	const byPerson = Map.groupBy(bookings.values(), (booking) => booking.person);
	const first = new Date(`${from}T00:00:00Z`).getTime();
	const weeks = Array.from({ length: days / 7 }, (_, i) => ({
		start: new Date(first + i * 7 * DAY_MS),
		end: new Date(first + (i + 1) * 7 * DAY_MS)
	}));
	return people.map((person) => {
		const list = (byPerson.get(person) ?? []).map((booking) => ({
			start: new Date(`${booking.span!.from}T00:00:00Z`),
			end: new Date(new Date(`${booking.span!.to}T00:00:00Z`).getTime() + DAY_MS),
			days: spread(booking, workDays.get(person)!).map(({ day, minutes }) => ({
				date: new Date(`${day}T00:00:00Z`),
				minutes
			}))
		}));
		return weeks.map(({ start, end }) =>
			list
				.filter((booking) => booking.start < end && booking.end > start)
				.flatMap((booking) => booking.days.filter(({ date }) => date >= start && date < end))
				.reduce((sum, { minutes }) => sum + minutes, 0)
		);
	});
}
