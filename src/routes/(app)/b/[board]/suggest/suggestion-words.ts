// A suggestion in words: what to do, why, and what it changes. Pure.

import { percentOf } from '#lib/domain/bands.ts';
import { shortDay, type Day, type Span } from '#lib/domain/days.ts';
import type { LeftOut, PlanMetrics, Suggestion } from '#lib/domain/levelling/plan.ts';
import type { MatchReason } from '#lib/domain/matching.ts';
import type { BoardReader, EntityIn } from '#lib/model/board.ts';
import { hoursText } from '#lib/model/load-summary.ts';

export interface SuggestionWords {
	title: string;
	/** "14 Dec to 5 Feb, now 4 Jan to 26 Feb: three weeks later". */
	dates: string;
	reasons: string[];
}

/** How a reader is told of people. */
export interface Telling {
	/** Names people as far as the reader may know them. */
	nameOf: (person: string) => string;
	/** P-31: whether how full each is may be said. */
	individuals: { readonly areShown: boolean };
}

/** A week of somebody whose load changes; null per cent: no hours that week. */
export interface WeekLine {
	key: string;
	person: string;
	week: string;
	before: number | null;
	after: number | null;
}

/** A metric now and then. */
export interface MetricLine {
	label: string;
	before: string;
	after: string;
	isBetter: boolean;
}

/** Weeks shown of each person touched. */
const MOST_WEEKS = 3;

/** "14 Dec to 5 Feb". */
export function sayDays(span: Span | null): string {
	if (!span) return 'no dates';
	return span.from === span.to
		? shortDay(span.from)
		: `${shortDay(span.from)} to ${shortDay(span.to)}`;
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** "three weeks later", "2 days earlier". */
export function sayShift(days: number): string {
	const length = Math.abs(days);
	const text = length % 7 === 0 ? count(length / 7, 'week') : count(length, 'day');
	return `${text} ${days > 0 ? 'later' : 'earlier'}`;
}

/** What a suggestion is. P-31: a booking has one holder, whom bars name, so that hours of overload would be theirs. */
export function saySuggestion(
	one: Suggestion,
	board: BoardReader,
	{ nameOf, individuals: { areShown } }: Telling
): SuggestionWords {
	const row = board.get('allocations', one.of);
	const project = board.get('projects', row?.project ?? '');
	const work = sayWork(row, board);
	const last = one.steps.at(-1)!.after;
	const taker = nameOf(last.person);
	const holder = nameOf(one.was.person);
	const asksFor =
		row?.skill ||
		board.get('tasks', row?.task ?? '')?.skill ||
		(one.was.person === '' ? row?.role : '') ||
		'';
	const reasons = [
		...sayGain(one.before, one.after, areShown),
		...one.reasons.map((reason) => sayReason(reason, asksFor, holder, areShown))
	];
	if (one.kind === 'move')
		return {
			title: `Move ${holder}’s booking on ${work}`,
			dates: `${sayDays(one.was.span)}, then ${sayDays(last.span)}: ${sayShift(one.movedDays)}`,
			reasons: [...reasons, ...sayLaunch(project?.launch ?? null, last.span)]
		};
	if (one.kind === 'staff')
		return {
			title: `Book ${taker} on ${work}`,
			dates: `${sayDays(last.span)}, for the open role ${row?.role || row?.skill || 'there'}`,
			reasons
		};
	const rest = one.steps.length > 1 ? 'The rest of it, ' : '';
	return {
		title: `Give ${work} from ${holder} to ${taker}`,
		dates: `${rest}${sayDays(last.span)}`,
		reasons
	};
}

/** "Leading: Module 2", or what a booking without a project is for. */
function sayWork(row: EntityIn<'allocations'> | undefined, board: BoardReader): string {
	const project = board.get('projects', row?.project ?? '');
	const part = board.get('modules', row?.module ?? '');
	return part
		? `${project?.title ?? ''}: ${part.title}`
		: (project?.title ?? (row?.note || 'work'));
}

const reasonsOut: Record<LeftOut['why'], string> = {
	hours: 'its days have no working hours',
	share: 'it asks for more of a day than there is',
	room: 'no days of the plan have room for it'
};

/** A booking that no other dates help, and why. */
export function sayLeftOut(
	{ of, why }: LeftOut,
	board: BoardReader,
	nameOf: (person: string) => string
): string {
	const row = board.get('allocations', of);
	return `${nameOf(row?.person ?? '')} on ${sayWork(row, board)}, ${sayDays(row?.span ?? null)}: ${reasonsOut[why]}`;
}

function sayLaunch(launch: Day | null, span: Span | null): string[] {
	return launch && span && span.to <= launch
		? [`Still ends before the launch on ${shortDay(launch)}`]
		: [];
}

/** What gets better, and what gets worse for it, in the order in which it matters; hours of overload where `saysLoad`. */
export function sayGain(before: PlanMetrics, after: PlanMetrics, saysLoad: boolean): string[] {
	const said: string[] = [];
	const dates = before.missedDates - after.missedDates;
	if (dates > 0)
		said.push(`${count(dates, 'date')} that must be held ${dates === 1 ? 'is' : 'are'} held again`);
	const late = before.tardiness - after.tardiness;
	if (late > 0) said.push('Work ends nearer to its launch');
	const broken = before.brokenDays - after.brokenDays;
	if (broken > 0) said.push(`Mends dependencies by ${count(broken, 'working day')}`);
	const over = before.overloadMinutes - after.overloadMinutes;
	const overload = saysLoad ? `${hoursText(Math.abs(over))} of overload` : 'some overload';
	if (over > 0) said.push(`Takes ${overload} away`);
	if (over < 0) said.push(`Costs ${overload}`);
	const open = before.unstaffedMinutes - after.unstaffedMinutes;
	if (open > 0) said.push(`Fills ${hoursText(open)} that nobody holds`);
	return said;
}

function sayReason(
	{ kind, value }: MatchReason,
	skill: string,
	holder: string,
	saysLoad: boolean
): string {
	if (kind === 'fit' && skill === '') return `Shares a skill with ${holder}`;
	if (kind === 'fit') return value > 0 ? `Has ${skill} at level ${value}` : `Has ${skill}`;
	if (kind === 'free')
		return saysLoad ? `${percentOf(value)} % of those days free` : 'Has room in those days';
	if (kind === 'continuity')
		return value === 0 ? 'Works on this project already' : 'Has worked with its SME';
	return kind === 'cost' ? 'At a low rate' : 'Wants to grow in this skill';
}

/**
 * The weeks that change most, a few a person: first those that were fullest, then those that get fullest. P-31: none
 * where individuals are not shown.
 */
export function listWeeks(one: Suggestion, { nameOf, individuals }: Telling): WeekLine[] {
	if (!individuals.areShown) return [];
	const share = (minutes: number, net: number): number | null =>
		net > 0 ? percentOf(Math.floor((minutes * 20_000 + net) / (2 * net))) : null;
	const lines = one.weeks.map((week) => ({
		key: `${week.person} ${week.monday}`,
		who: week.person,
		person: nameOf(week.person),
		monday: week.monday,
		week: shortDay(week.monday),
		before: share(week.beforeMinutes, week.netMinutes),
		after: share(week.afterMinutes, week.netMinutes),
		peak: Math.max(week.beforeMinutes, week.afterMinutes) / Math.max(1, week.netMinutes)
	}));
	const people = [...new Set(lines.map((line) => line.who))];
	return people.flatMap((who) =>
		lines
			.filter((line) => line.who === who)
			.sort((a, b) => b.peak - a.peak || (a.monday < b.monday ? -1 : 1))
			.slice(0, MOST_WEEKS)
			.sort((a, b) => (a.monday < b.monday ? -1 : 1))
			.map(({ key, person, week, before, after }) => ({ key, person, week, before, after }))
	);
}

/** The plan now, and with everything suggested. */
export function listMetrics(now: PlanMetrics, then: PlanMetrics): MetricLine[] {
	const line = (
		label: string,
		field: keyof PlanMetrics,
		say: (value: number) => string
	): MetricLine => ({
		...{ label, before: say(now[field]), after: say(then[field]) },
		isBetter: then[field] < now[field]
	});
	return [
		line('Dates missed that must be held', 'missedDates', String),
		line('Days late, by priority', 'tardiness', String),
		line('Working days dependencies are broken by', 'brokenDays', String),
		line('Overload', 'overloadMinutes', hoursText),
		line('Nobody holds', 'unstaffedMinutes', hoursText)
	];
}
