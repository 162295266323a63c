// The days a calendar file closes, within a window: dates, times in the zone they are written for, rules, exceptions.
// Leaves out what repeats within a day and says so; throws where the file is no calendar.
import ICAL from 'ical.js';
import { addDays, isDay, type Day } from '#lib/domain/days.ts';

export interface IcsDay {
	from: Day;
	to: Day;
	/** Null for whole days. */
	minutesPerDay: number | null;
	name: string;
}

export interface IcsReading {
	/** What the calendar calls itself; may be empty. */
	name: string;
	/** In order, none twice. */
	days: IcsDay[];
	/** Events of the file, in the window or not. */
	events: number;
	/** What was left out or understood in a special way, in sentences. */
	remarks: string[];
}

export interface IcsWindow {
	first: Day;
	last: Day;
	/** Zone in which times given in UTC are read. */
	timeZone: string;
}

export const icsLimits = { days: 2000, steps: 60_000, daysOfOne: 400, remarks: 50 } as const;
const DAY_SECONDS = 86_400;

/** Throws an Error with a sentence for people where nothing can be read. */
export function readOccurrences(text: string, window: IcsWindow): IcsReading {
	const calendars = parseCalendars(text);
	const remarks = new Set<string>();
	const note = (remark: string): void => void remarks.add(remark);
	const found = new Map<string, IcsDay>();
	let events = 0;
	for (const calendar of calendars) {
		for (const event of linkExceptions(calendar, note)) {
			events++;
			for (const day of daysOf(event, window, note)) {
				found.set(`${day.from} ${day.to} ${day.minutesPerDay ?? ''} ${day.name}`, day);
				if (found.size > icsLimits.days)
					throw new Error(
						`The file closes more than ${icsLimits.days} days from ${window.first} to ${window.last}. Is it a calendar of closing days?`
					);
			}
		}
	}
	return {
		name: String(calendars[0]?.getFirstPropertyValue('x-wr-calname') ?? '').slice(0, 80),
		days: [...found.values()].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1)),
		events,
		remarks: [...remarks].slice(0, icsLimits.remarks)
	};
}

function parseCalendars(text: string): ICAL.Component[] {
	if (!/^\s*BEGIN:VCALENDAR/i.test(text))
		throw new Error(
			'This is no calendar file: it does not begin with BEGIN:VCALENDAR. Export the calendar as .ics.'
		);
	let parsed: unknown[];
	try {
		parsed = ICAL.parse(text.trimStart()) as unknown[];
	} catch (error) {
		const what = error instanceof Error ? error.message : String(error);
		throw new Error(
			`The calendar file is broken (${what.slice(0, 120)}). Export it again, or mend that line.`,
			{ cause: error }
		);
	}
	const roots = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown[][];
	return roots.map((root) => new ICAL.Component(root as never));
}

/** Events with the changed occurrences that belong to them. An event without a UID stands alone. */
function linkExceptions(calendar: ICAL.Component, note: (remark: string) => void): ICAL.Event[] {
	const masters = new Map<string, ICAL.Event>();
	const found: ICAL.Event[] = [];
	const changed: ICAL.Event[] = [];
	for (const component of calendar.getAllSubcomponents('vevent')) {
		const event = new ICAL.Event(component);
		if (!component.hasProperty('dtstart')) {
			note('An event without a start was left out');
			continue;
		}
		if (event.isRecurrenceException()) changed.push(event);
		else {
			found.push(event);
			if (event.uid) masters.set(event.uid, event);
		}
	}
	for (const event of changed) {
		const master = masters.get(event.uid);
		if (master) master.relateException(event);
		else found.push(event);
	}
	return found;
}

function* daysOf(
	event: ICAL.Event,
	window: IcsWindow,
	note: (remark: string) => void
): Generator<IcsDay> {
	if (isCancelled(event)) return;
	const name = nameOf(event);
	if (!event.isRecurring() || event.isRecurrenceException()) {
		yield* placed(event.startDate, event.endDate, name, window, note);
		return;
	}
	const rules = event.component.getAllProperties('rrule').map((rule) => rule.getFirstValue());
	if (rules.some((rule) => /SECONDLY|MINUTELY|HOURLY/.test(String(rule)))) {
		note(`"${name}" repeats within a day and was left out`);
		return;
	}
	const steps = event.iterator();
	for (let step = 0; ; step++) {
		if (step > icsLimits.steps) {
			note(`"${name}" repeats too often and was cut off`);
			return;
		}
		const next = steps.next() as ICAL.Time | null;
		if (!next || dayOfTime(next) > window.last) return;
		const { item, startDate, endDate } = event.getOccurrenceDetails(next);
		if (!isCancelled(item)) yield* placed(startDate, endDate, nameOf(item), window, note);
	}
}

const isCancelled = (event: ICAL.Event): boolean =>
	String(event.component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED';

const nameOf = (event: ICAL.Event): string =>
	(event.summary ?? '')
		.replace(/[\p{Cc}\s]+/gu, ' ')
		.trim()
		.slice(0, 80) || 'Closed';

/** The days of one occurrence, clipped to nothing where it lies outside the window. */
function* placed(
	start: ICAL.Time,
	end: ICAL.Time | null,
	name: string,
	window: IcsWindow,
	note: (remark: string) => void
): Generator<IcsDay> {
	const from = dayOfTime(inZone(start, window.timeZone));
	if (!isDay(from)) return note(`"${name}" starts on no real day and was left out`);
	const seconds = end ? end.subtractDate(start).toSeconds() : 0;
	if (start.isDate) {
		const to = addDays(from, Math.max(1, Math.round(seconds / DAY_SECONDS)) - 1);
		return yield* inWindow({ from, to, minutesPerDay: null, name }, window, note);
	}
	if (seconds <= 0) return note(`"${name}" has a start and no length and was left out`);
	note('Times of day were read as part days, in the zone they are written for');
	const clock = inZone(start, window.timeZone);
	let begins = clock.hour * 60 + clock.minute;
	let left = Math.min(Math.round(seconds / 60), icsLimits.daysOfOne * 1440);
	for (let day = from; left > 0; day = addDays(day, 1)) {
		const minutes = Math.min(left, 1440 - begins);
		left -= minutes;
		begins = 0;
		const part = { from: day, to: day, minutesPerDay: minutes === 1440 ? null : minutes, name };
		yield* inWindow(part, window, note);
	}
}

function* inWindow(
	day: IcsDay,
	window: IcsWindow,
	note: (remark: string) => void
): Generator<IcsDay> {
	if (day.to < window.first || day.from > window.last) return;
	if (day.to > addDays(day.from, icsLimits.daysOfOne)) {
		note(`"${day.name}" lasts more than ${icsLimits.daysOfOne} days and was left out`);
		return;
	}
	yield day;
}

function dayOfTime(time: ICAL.Time): Day {
	const two = (part: number): string => String(part).padStart(2, '0');
	return `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
}

/** The wall clock people look at: UTC in the organisation's zone, every other zone in its own. */
function inZone(time: ICAL.Time, timeZone: string): ICAL.Time {
	if (time.isDate || time.zone !== ICAL.Timezone.utcTimezone) return time;
	const parts = new Intl.DateTimeFormat('en-CA', {
		...{ timeZone: timeZone || 'UTC', hourCycle: 'h23', year: 'numeric', month: '2-digit' },
		...{ day: '2-digit', hour: '2-digit', minute: '2-digit' }
	}).formatToParts(time.toJSDate());
	const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
	const date = { year: part('year'), month: part('month'), day: part('day') };
	const clock = { hour: part('hour'), minute: part('minute'), second: 0, isDate: false };
	return new ICAL.Time({ ...date, ...clock }, ICAL.Timezone.localTimezone);
}
