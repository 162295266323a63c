// What each day of a booking takes, the way one would write it first: dates as text, lists, no code of the product. Both
// peers stand on it, and the sums of the grid are checked by it.
import type { WorkCalendar } from '#lib/domain/calendar.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Booking } from '#lib/domain/grid.ts';

const DAY_MS = 86_400_000;

interface WorkDay {
	day: Day;
	monday: Day;
	gross: number;
	net: number;
}

/** Hours of each day of a person, by day. */
export type WorkDays = ReadonlyMap<Day, WorkDay>;

export interface Minutes {
	day: Day;
	minutes: number;
}

const asText = (date: Date): Day => date.toISOString().slice(0, 10);

/** A person's hours on so many days. */
export function listWorkDays(calendar: WorkCalendar, from: Day, days: number): WorkDays {
	const start = new Date(`${from}T00:00:00Z`).getTime();
	const found = Array.from({ length: days }, (_, i) => {
		const date = new Date(start + i * DAY_MS);
		const day = asText(date);
		const weekday = (date.getUTCDay() + 6) % 7;
		const covers = ({ span }: { span: { from: Day; to: Day } }): boolean =>
			span.from <= day && day <= span.to;
		const planned = calendar.patterns[0]!.minutes[weekday]!;
		const gross = calendar.holidays.some(covers) ? 0 : planned;
		const away = calendar.absences
			.filter(covers)
			.reduce((sum, one) => sum + (one.minutesPerDay ?? gross), 0);
		const present = gross - Math.min(gross, away);
		const net = present - Math.round((present * calendar.nonProjectBp!) / 10_000);
		return { day, monday: asText(new Date(date.getTime() - weekday * DAY_MS)), gross, net };
	});
	return new Map(found.map((one) => [one.day, one]));
}

/** Minutes of a booking on each of its days that takes any. */
export function spread({ span, load }: Booking, work: WorkDays): Minutes[] {
	const days: WorkDay[] = [];
	const last = new Date(`${span!.to}T00:00:00Z`);
	for (
		let date = new Date(`${span!.from}T00:00:00Z`);
		date <= last;
		date = new Date(date.getTime() + DAY_MS)
	)
		days.push(work.get(asText(date))!);
	const { mode, amount } = load!;
	if (mode === 'perDay')
		return days.filter(({ gross }) => gross > 0).map(({ day }) => ({ day, minutes: amount }));
	const netOf = (some: readonly WorkDay[]): number => some.reduce((sum, { net }) => sum + net, 0);
	if (netOf(days) === 0) return [];
	if (mode === 'total') return share(amount, amount, netOf(days), days);
	return [...Map.groupBy(days, ({ monday }) => monday).values()].flatMap((week) =>
		share(Math.round((netOf(week) * amount) / 10_000), amount, 10_000, week)
	);
}

/** Largest remainder: whole minutes that sum to `total`, the earlier day first where two are as near. */
function share(total: number, part: number, whole: number, days: readonly WorkDay[]): Minutes[] {
	const shares = days.map(({ day, net }, place) => {
		const minutes = Math.floor((part * net) / whole);
		return { day, place, minutes, rest: part * net - minutes * whole };
	});
	let left = total - shares.reduce((sum, { minutes }) => sum + minutes, 0);
	for (const one of [...shares].sort((a, b) => b.rest - a.rest || a.place - b.place))
		if (left-- > 0) one.minutes++;
	return shares.map(({ day, minutes }) => ({ day, minutes }));
}
