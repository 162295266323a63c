// The hours that days off take from people: public and company holidays by name, leave without its kind.

import { accountFor, type NoHours } from '#lib/domain/calendar-account.ts';
import { availability, type WorkCalendar } from '#lib/domain/calendar.ts';
import type { Day } from '#lib/domain/days.ts';
import type { BoardReader } from './board.ts';
import { calendarOf } from './work-calendar.ts';

export interface AwayLine {
	kind: 'holiday' | 'leave';
	/** Names of the days, or "Leave". */
	label: string;
	/** Net minutes these days would have had. */
	minutes: number;
}

/** CA-2: net minutes lost to closed days and to leave, over people and days; nothing where nothing is lost. */
export function findAway(
	board: BoardReader,
	people: readonly string[],
	from: Day,
	to: Day
): AwayLine[] {
	let closed = 0;
	let leave = 0;
	const labels = new Set<string>();
	for (const id of people) {
		const person = board.get('people', id);
		if (!person) continue;
		const calendar = calendarOf(board, person);
		const net = (given: WorkCalendar): number => sum(availability(given, from, to).net);
		const own = net(calendar);
		const present = net({ ...calendar, absences: [] });
		leave += present - own;
		if (!calendar.holidays.some(({ span }) => span.from <= to && span.to >= from)) continue;
		const taken = net({ ...calendar, absences: [], holidays: [] }) - present;
		if (taken <= 0) continue;
		closed += taken;
		for (const label of labelsOf(board, person.region, from, to)) labels.add(label);
	}
	const lines: AwayLine[] = [];
	if (closed > 0)
		lines.push({ kind: 'holiday', label: [...labels].join(', ') || 'Closed', minutes: closed });
	if (leave > 0) lines.push({ kind: 'leave', label: 'Leave', minutes: leave });
	return lines;
}

function labelsOf(board: BoardReader, region: string, from: Day, to: Day): string[] {
	return [...board.where('absences', 'person', '')]
		.filter(
			(row) =>
				row.span !== null &&
				row.span.from <= to &&
				row.span.to >= from &&
				(row.region === '' || region === row.region || region.startsWith(`${row.region}-`))
		)
		.map((row) => row.label)
		.filter((label) => label !== '');
}

/** Why some people have no hours, and how many they are; the most first. */
export interface WithoutHours {
	why: Exclude<NoHours, 'none'>;
	people: number;
}

/** C-30, C-32: what people have if all the leave asked for is approved, and why some have nothing. */
export function findHours(
	board: BoardReader,
	people: readonly string[],
	from: Day,
	to: Day
): { lowMinutes: number; without: WithoutHours[] } {
	let lowMinutes = 0;
	const counts = new Map<WithoutHours['why'], number>();
	for (const id of people) {
		const person = board.get('people', id);
		if (!person) continue;
		const { low, why } = accountFor(calendarOf(board, person), from, to);
		lowMinutes += low;
		if (why !== 'none') counts.set(why, (counts.get(why) ?? 0) + 1);
	}
	const without = [...counts].map(([why, count]) => ({ why, people: count }));
	return { lowMinutes, without: without.sort((a, b) => b.people - a.people) };
}

const sum = (minutes: Int32Array): number => minutes.reduce((total, one) => total + one, 0);
