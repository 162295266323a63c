// The problems of a board's bookings (M-6 to M-10, M-16), derived from what stands. Bookings are looked at one by one;
// what a person holds is kept until something of theirs changes. `today` is an argument.

import { availability } from '#lib/domain/calendar.ts';
import {
	addDays,
	dayNumber,
	isEmptySpan,
	longDay,
	mondayOf,
	spanFault,
	weeksOf,
	type Day,
	type Span
} from '#lib/domain/days.ts';
import { expand } from '#lib/domain/expand.ts';
import type { CapacityGrid } from '#lib/domain/grid.ts';
import {
	afterLaunch,
	employedPart,
	leaveRuns,
	sayHours,
	saySpan,
	type Edit,
	type Problem,
	type ProblemRule
} from '#lib/domain/problems.ts';
import type { BoardReader, EntityIn } from './board.ts';
import { confirmedGrid, limitOf } from './over-booking.ts';
import { reachOf } from './plan-span.ts';
import { bookingOf } from './team-load.ts';
import { calendarOf } from './work-calendar.ts';

type Row = EntityIn<'allocations'>;
type Person = EntityIn<'people'>;

const nameOf = (board: BoardReader, person: string): string =>
	board.get('people', person)?.name ?? 'Somebody';

/** What a booking is about, in a word or two. */
export function workOf(board: BoardReader, row: Row): string {
	const title = board.get('projects', row.project)?.title;
	return title || row.note || (row.kind === 'other' ? 'Non-project work' : 'A booking');
}

/** How a booking came to stand as it does. */
function bookedBy(row: Row): Edit {
	if (row.certainty === 'confirmed' && row.confirmedAt > 0)
		return { what: 'Confirmed', by: row.confirmedBy, at: row.confirmedAt };
	const what = { confirmed: 'Confirmed', tentative: 'Pencilled in', requested: 'Requested' };
	return { what: what[row.certainty], by: '', at: 0 };
}

function problem(
	rule: ProblemRule,
	row: Row,
	text: string,
	edits: Edit[],
	span: Span | null = row.span
): Problem {
	const key = `${rule}/${row.id}`;
	return {
		...{ key, rule, text, edits, span },
		...{ collection: 'allocations', subject: row.id, involved: [row.id] }
	};
}

/** True for a booking that can still be mended: it stands, and is not over. */
const isOpen = (row: Row, today: Day): boolean =>
	!row.archived && row.span !== null && row.span.to >= today;

/** M-6, M-7, M-8, M-10 and M-16 of one booking. */
export function problemsOfBooking(board: BoardReader, row: Row, today: Day): Problem[] {
	if (!isOpen(row, today)) return [];
	const target = targetProblem(board, row);
	if (target) return [target];
	return [
		...holderProblems(board, row),
		...launchProblems(board, row),
		...leaveProblems(board, row, today)
	];
}

function targetProblem(board: BoardReader, row: Row): Problem | null {
	const targets = [
		['project', board.get('projects', row.project), row.project],
		['module', board.get('modules', row.module), row.module],
		['task', board.get('tasks', row.task), row.task]
	] as const;
	for (const [kind, target, id] of targets) {
		if (id === '' && (kind !== 'project' || row.kind === 'other')) continue;
		if (target && !target.archived) continue;
		const lead = target && 'lead' in target ? target.lead : '';
		const said = target ? `${target.title} is archived` : `Its ${kind} is not on this board`;
		const edits = [{ what: target ? `${target.title} archived` : said, by: lead, at: 0 }];
		return problem('M-6', row, `${said}, so this booking is not counted.`, [
			bookedBy(row),
			...edits
		]);
	}
	return null;
}

function holderProblems(board: BoardReader, row: Row): Problem[] {
	const fault = spanFault(row.span!);
	if (fault !== null)
		return [problem('M-7', row, `It ${fault}, and counts for nothing.`, [bookedBy(row)])];
	const person = board.get('people', row.person);
	if (!person) return [];
	const { name, starts, ends } = person;
	const { state } = employedPart(row.span!, person);
	if (!person.active) {
		if (ends !== null && row.span!.to <= ends) return [];
		const isPartly = ends !== null && row.span!.from <= ends;
		const text = isPartly
			? `${name} left on ${longDay(ends)}; what lies after that nobody does.`
			: `${name} is not active any more; the work counts as unstaffed.`;
		return [problem('M-16', row, text, [bookedBy(row), leaving(person)])];
	}
	if (state === 'inside') return [];
	const text =
		`${state === 'partly' ? 'Part of it lies' : 'It lies'} outside the employment of ${name}` +
		`${starts ? ` from ${longDay(starts)}` : ''}${ends ? ` until ${longDay(ends)}` : ''}.`;
	const employed = { what: `Employment of ${name}`, by: '', at: 0 };
	return [problem('M-7', row, text, [bookedBy(row), employed])];
}

/** The day a booking's work is launched: its module's, else its project's. */
export function launchOf(board: BoardReader, row: Row): Day | null {
	return (
		board.get('modules', row.module)?.launch ?? board.get('projects', row.project)?.launch ?? null
	);
}

function launchProblems(board: BoardReader, row: Row): Problem[] {
	const launch = launchOf(board, row);
	const late = afterLaunch(row.kind, row.span!, launch);
	if (!late || launch === null) return [];
	const lead = board.get('modules', row.module)?.lead || board.get('projects', row.project)?.lead;
	const text = `${workOf(board, row)} launches on ${longDay(launch)}; this goes on until ${longDay(late.to)}.`;
	const set = { what: `Launch set to ${longDay(launch)}`, by: lead ?? '', at: 0 };
	return [problem('M-8', row, text, [bookedBy(row), set], late)];
}

/** The days on which this booking's work meets time off. */
export function leaveRunsOf(board: BoardReader, row: Row, today: Day): Span[] {
	const person = board.get('people', row.person);
	const booking = bookingOf(board, row);
	if (!person || row.certainty !== 'confirmed' || !booking?.span || booking.load === null)
		return [];
	if (isEmptySpan(booking.span)) return [];
	const { from, to } = booking.span;
	const isAway = [...board.where('absences', 'person', person.id)].some(
		({ span, requested }) => span !== null && !requested && span.from <= to && span.to >= from
	);
	if (!isAway) return [];
	const calendar = calendarOf(board, person);
	const of = availability(calendar, from, to);
	const made = expand(booking.load, of, of.first, dayNumber(to), booking.contour);
	if (made.state === 'empty' || made.state === 'unknown' || booking.load.amount === 0) return [];
	return leaveRuns(of, made.state === 'placed' ? made.minutes : null, today);
}

function leaveProblems(board: BoardReader, row: Row, today: Day): Problem[] {
	const runs = leaveRunsOf(board, row, today);
	const [first] = runs;
	if (!first) return [];
	const name = nameOf(board, row.person);
	const more = runs.length > 1 ? ` and ${runs.length - 1} more times` : '';
	const text = `${name} is away ${saySpan(first)}${more}, and confirmed on ${workOf(board, row)}.`;
	const away = { what: `Time off ${saySpan(first)} approved`, by: row.person, at: 0 };
	return [problem('M-10', row, text, [bookedBy(row), away], first)];
}

/**
 * M-9: the weeks from this one on, as far as plans reach, in which a person holds more confirmed work than they may;
 * null where none.
 */
export function overloadOf(board: BoardReader, person: Person, today: Day): Problem | null {
	const rows = [...board.where('allocations', 'person', person.id)].filter(
		(row) => row.certainty === 'confirmed' && isOpen(row, today)
	);
	if (rows.length === 0 || !person.active) return null;
	const from = mondayOf(today);
	const { to: reach } = reachOf(today);
	const booked = rows.reduce((day, row) => (row.span!.to > day ? row.span!.to : day), from);
	const last = booked < reach ? booked : reach;
	const grid = confirmedGrid(board, person, { from, to: last });
	const weeks: { week: Day; over: number; minutes: number; limit: number }[] = [];
	const involved = new Set<string>();
	for (const { from: week, to: end } of weeksOf(from, grid.to)) {
		const { net, confirmed } = grid.sums(0, week, end);
		const limit = limitOf(person, net);
		if (confirmed <= limit) continue;
		const here = grid
			.contributions(0, week, end)
			.filter(({ id, minutes }) => minutes !== null && rows.some((row) => row.id === id));
		if (here.length === 0) continue;
		for (const { id } of here) involved.add(id);
		weeks.push({ week, over: confirmed - limit, minutes: confirmed, limit });
	}
	const worst = weeks.toSorted((a, b) => b.over - a.over || (a.week < b.week ? -1 : 1))[0];
	if (!worst) return null;
	const holders = rows.filter((row) => involved.has(row.id)).sort(laterFirst);
	const others = weeks.length - 1;
	const more =
		others > 0 ? `, and too much in ${others} more ${others === 1 ? 'week' : 'weeks'}` : '';
	const { week, minutes, limit } = worst;
	const text = `${person.name} holds ${sayHours(minutes)} of ${sayHours(limit)} in the week of ${longDay(week)}${more}.`;
	return {
		...{
			key: `M-9/${person.id}`,
			rule: 'M-9',
			collection: 'allocations',
			subject: holders[0]!.id,
			text
		},
		involved: holders.map((row) => row.id),
		edits: [
			...holders
				.slice(0, 2)
				.map((row) => ({ ...bookedBy(row), what: `${workOf(board, row)}: ${bookedBy(row).what}` })),
			...elsewhereIn(board, grid, week)
		],
		span: { from: week, to: addDays(week, 6) }
	};
}

/** What the person holds on other boards in a week. */
function elsewhereIn(board: BoardReader, grid: CapacityGrid, week: Day): Edit[] {
	return grid.contributions(0, week, addDays(week, 6)).flatMap(({ id, minutes }) => {
		const row = minutes === null ? undefined : board.get('elsewhere', id);
		const label = row?.label || 'Work on another board';
		return row ? [{ what: `${label}: ${sayHours(minutes!)} that week`, by: '', at: 0 }] : [];
	});
}

/** Who came last goes first: the later confirmed, then the later made. */
export function laterFirst(a: Row, b: Row): number {
	return b.confirmedAt - a.confirmedAt || (a.id < b.id ? 1 : -1);
}

type Lead = Pick<Person, 'name' | 'active' | 'ends'>;

/** M-16: true for somebody who does no work any more on a day. */
export const isGone = ({ active, ends }: Lead, today: Day): boolean =>
	!active || (ends !== null && ends < today);

const leaving = ({ name, ends }: Lead): Edit => ({
	what: `${name} left${ends === null ? ' the team' : ` on ${longDay(ends)}`}`,
	by: '',
	at: 0
});

/** M-16: a project or a module whose lead has left, with nobody else answering for it. */
export function orphanOf(
	board: BoardReader,
	collection: 'projects' | 'modules',
	card: EntityIn<'projects'> | EntityIn<'modules'>,
	{ last, today }: { last: string; today: Day }
): Problem | null {
	if (card.archived || card.lead === '' || card.position?.stage === last) return null;
	if ('project' in card && (board.get('projects', card.project)?.archived ?? true)) return null;
	const lead = board.get('people', card.lead);
	if (!lead || !isGone(lead, today)) return null;
	const title = card.title || (collection === 'projects' ? 'A project' : 'A module');
	const why = lead.active ? `who left on ${longDay(lead.ends!)}` : 'who is not active any more';
	return {
		...{ key: `M-16/${card.id}`, rule: 'M-16', collection, subject: card.id, involved: [] },
		text: `${title} is led by ${lead.name}, ${why}.`,
		edits: [{ what: `Lead set to ${lead.name}`, by: '', at: 0 }, leaving(lead)],
		span: null
	};
}
