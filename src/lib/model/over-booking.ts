// Weeks in which a person would hold more confirmed work than they may, and who holds them already. Counts what they hold
// on other boards too. Pure; reads the board.

import { dayNumber, dayOf, isEmptySpan, MAX_SPAN_DAYS } from '#lib/domain/days.ts';
import { mondayOf, sundayOf, weeksOf, type Day, type Span } from '#lib/domain/days.ts';
import { CapacityGrid } from '#lib/domain/grid.ts';
import { WHOLE_BP } from '#lib/domain/utilisation.ts';
import type { BoardReader, EntityIn } from './board.ts';
import { bookingOf } from './team-load.ts';
import { calendarOf } from './work-calendar.ts';

type Allocation = EntityIn<'allocations'>;

/** One booking that fills a week; the label of one elsewhere is the other board's name, or empty. */
export interface Holding {
	id: string;
	label: string;
	minutes: number;
	isElsewhere: boolean;
}

export interface OverbookedWeek {
	/** Its Monday. */
	week: Day;
	/** Confirmed minutes with the booking asked about. */
	minutes: number;
	/** What the person may hold: net minutes times their most load. */
	limit: number;
	/** Who holds the week already, most first. */
	holders: Holding[];
}

/** Whole weeks of the longest span there is. */
const MOST_DAYS = MAX_SPAN_DAYS - (MAX_SPAN_DAYS % 7);

/** Confirmed work of one person, here and elsewhere, over whole weeks around a span, as many as a grid holds. */
export function confirmedGrid(
	board: BoardReader,
	person: EntityIn<'people'>,
	span: Span
): CapacityGrid {
	const from = mondayOf(span.from);
	const to = dayOf(Math.min(dayNumber(sundayOf(span.to)), dayNumber(from) + MOST_DAYS - 1));
	const calendar = calendarOf(board, person);
	const grid = new CapacityGrid([{ id: person.id, calendar }], from, to);
	for (const row of board.where('allocations', 'person', person.id))
		if (row.certainty === 'confirmed') grid.setAllocation(row.id, bookingOf(board, row));
	for (const row of board.where('elsewhere', 'person', person.id))
		if (row.certainty === 'confirmed')
			grid.setAllocation(row.id, { ...row, certainty: 'confirmed' });
	return grid;
}

/** Minutes a person may hold in the week of a confirmed grid. */
export function limitOf(person: EntityIn<'people'>, net: number): number {
	return Math.floor((net * (person.maxLoadBp ?? WHOLE_BP)) / WHOLE_BP);
}

/** P-24: the weeks that confirming `row` would over-book, in order; empty where it fits or its load is unknown. */
export function findOverbooked(board: BoardReader, row: Allocation): OverbookedWeek[] {
	const person = row.person === '' ? undefined : board.get('people', row.person);
	if (!person || row.span === null || isEmptySpan(row.span)) return [];
	const booking = bookingOf(board, { ...row, certainty: 'confirmed' });
	if (!booking) return [];
	const grid = confirmedGrid(board, person, row.span);
	grid.setAllocation(row.id, booking);
	const found: OverbookedWeek[] = [];
	for (const { from: week, to: end } of weeksOf(grid.from, grid.to)) {
		const { net, confirmed } = grid.sums(0, week, end);
		const limit = limitOf(person, net);
		const parts = grid.contributions(0, week, end);
		if (confirmed <= limit || !parts.some((part) => part.id === row.id && part.minutes)) continue;
		const holders = parts
			.filter((part) => part.id !== row.id && part.minutes !== null)
			.map(({ id, minutes }) => ({ id, minutes: minutes!, ...nameOf(board, id) }))
			.sort((a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1));
		found.push({ week, minutes: confirmed, limit, holders });
	}
	return found;
}

function nameOf(board: BoardReader, id: string): { label: string; isElsewhere: boolean } {
	const row = board.get('allocations', id);
	if (!row) return { label: board.get('elsewhere', id)?.label ?? '', isElsewhere: true };
	const title = board.get('projects', row.project)?.title ?? row.note;
	return { label: title, isElsewhere: false };
}
