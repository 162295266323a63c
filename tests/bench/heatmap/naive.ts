// The code one would write first: a list of bookings, dates, filters. What our grid is compared with, in speed and sums.
import type { Day } from '#lib/domain/days.ts';
import type { Booking } from '#lib/domain/grid.ts';

const DAY_MS = 86_400_000;

/** Booked minutes of each person in each week from `from`, Monday to Friday. Weeks by person. */
export function sumNaively(
	people: readonly string[],
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
		const list = (byPerson.get(person) ?? []).map(({ span, load }) => ({
			start: new Date(`${span!.from}T00:00:00Z`),
			end: new Date(new Date(`${span!.to}T00:00:00Z`).getTime() + DAY_MS),
			minutes: load!.amount
		}));
		return weeks.map(({ start, end }) =>
			list
				.filter((booking) => booking.start < end && booking.end > start)
				.reduce((sum, booking) => {
					let worked = 0;
					const last = Math.min(booking.end.getTime(), end.getTime());
					let day = new Date(Math.max(booking.start.getTime(), start.getTime()));
					while (day.getTime() < last) {
						if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) worked++;
						day = new Date(day.getTime() + DAY_MS);
					}
					return sum + worked * booking.minutes;
				}, 0)
		);
	});
}
