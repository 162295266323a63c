// What is odd about the rows of a plan. Every finding has a kind of its own and says what was done; dates are always
// kept as they are given.
import { eachDay, weekday, type Day } from '#lib/domain/days.ts';
import { holidaysOf } from '../../holidays.ts';
import { weekdayName } from './date-cells.ts';
import type { Draft } from './draft.ts';
import { clip, type PlanRow } from './plan-rows.ts';

/** Spans longer than this are not counted day by day. */
const COUNTABLE_DAYS = 1_500;

/** Remarks about one row; `before` is the named row above it. */
export function warnAboutRow(
	draft: Draft,
	row: PlanRow,
	before: PlanRow | undefined,
	region: string
): void {
	warnAboutReading(draft, row, before);
	if (row.start !== null && row.finish === null)
		draft.warn(
			row.row,
			'no-finish',
			`“${clip(row.name)}” has no finish.`,
			`It is taken for one day, ${row.start}.`
		);
	if (row.finish !== null && row.start === null)
		draft.warn(
			row.row,
			'no-start',
			`“${clip(row.name)}” has no start.`,
			`It is taken for one day, ${row.finish}.`
		);
	if (row.start === null || row.finish === null) return;
	warnAboutWeekend(draft, row, 'start', row.start);
	warnAboutWeekend(draft, row, 'finish', row.finish);
	const weekdays = countWeekdays(row.start, row.finish);
	if (weekdays === null) return;
	const said = durationDays(row.duration);
	if (said !== null && said !== weekdays)
		draft.warn(
			row.row,
			'duration-differs',
			`The duration says ${said} days, from ${row.start} to ${row.finish} are ${weekdays} weekdays.`,
			'The dates hold.'
		);
	const closed = closedWeekdays(region, row.start, row.finish);
	if (closed.length > 0)
		draft.warn(
			row.row,
			'spans-holidays',
			`${weekdays} weekdays, ${weekdays - closed.length} working days: ${closed.join(', ')}.`,
			'The dates are kept; holidays carry no hours for people who have them.'
		);
}

function warnAboutReading(draft: Draft, row: PlanRow, before: PlanRow | undefined): void {
	const { reading } = row;
	if (reading?.wrongWeekday)
		draft.warn(
			row.row,
			'weekday-differs',
			`“${clip(row.startCell)}” says ${reading.wrongWeekday}, but ${reading.day} is a ${weekdayName(reading.day)}.`,
			'The date holds.'
		);
	if (!reading?.settledBy) return;
	const { order, weekday: name } = reading.settledBy;
	const first = order === 'dmy' ? 'day' : order === 'mdy' ? 'month' : 'year';
	const last = before?.finish ?? before?.start ?? null;
	const contradiction =
		last !== null && last > reading.day
			? ` It stands below “${clip(before!.name)}”, ${last}, but lies before it: one of the two is wrong.`
			: '';
	draft.warn(
		row.row,
		`${first}-first-date`,
		`“${clip(row.startCell)}” is a ${name} only when the ${first} is read first.${contradiction}`,
		`Read as ${reading.day}.`
	);
}

function warnAboutWeekend(draft: Draft, row: PlanRow, end: 'start' | 'finish', day: Day): void {
	if (weekday(day) <= 5) return;
	const name = weekdayName(day);
	draft.warn(
		row.row,
		`${end}-on-weekend`,
		`It ${end === 'start' ? 'starts' : 'finishes'} on a ${name}, ${day}.`,
		`The ${name} is kept; it carries no hours.`
	);
}

/** Monday to Friday, both ends included; null where the span is absurdly long. */
export function countWeekdays(from: Day, to: Day): number | null {
	let weekdays = 0;
	let days = 0;
	for (const day of eachDay(from, to)) {
		if (++days > COUNTABLE_DAYS) return null;
		if (weekday(day) <= 5) weekdays++;
	}
	return weekdays;
}

/** Weekdays on which the region is closed, each with its name. */
function closedWeekdays(region: string, from: Day, to: Day): string[] {
	if (region === '') return [];
	const closed = new Map<Day, string>();
	for (const { from: first, to: last, name } of holidaysOf(
		region,
		Number(from.slice(0, 4)),
		Number(to.slice(0, 4))
	))
		for (const day of eachDay(first, last))
			if (day >= from && day <= to && weekday(day) <= 5) closed.set(day, name);
	return [...closed].map(([day, name]) => `${name} ${day}`);
}

/** Days a duration says: "5 days", "1 d", "2 weeks", "3"; null where it says something else. */
export function durationDays(text: string): number | null {
	const found = /^(\d+(?:\.\d+)?)\s*(d|days?|w|wks?|weeks?)?\??$/i.exec(text.trim());
	if (!found) return null;
	const amount = Number(found[1]);
	const days = /^w/i.test(found[2] ?? '') ? amount * 5 : amount;
	return Number.isInteger(days) ? days : null;
}
