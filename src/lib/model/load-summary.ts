// What the team's load is in one sentence: "Next 6 weeks: 118 %. Short 112 h of Storyline. Two launches at risk."
// Unknown stays unknown: no estimates is a sentence of its own, never zero per cent.

import { addDays, mondayOf, type Day } from '#lib/domain/days.ts';
import { loadState, type LoadState } from '#lib/domain/utilisation.ts';
import type { BoardReader, EntityIn } from './board.ts';
import { percentIn } from './load-cell.ts';
import type { TeamLoad } from './team-load.ts';
import { sayTeam } from './team-weeks.ts';

export const SUMMARY_WEEKS = 6;
/** A person past this on average from today to the week of a launch puts the launch at risk. */
const STRAINED_BP = 14_000;

export interface LoadSummary {
	sentence: string;
	/** "Booked 92 %, with unstaffed work 131 %, 11 of 40 projects unsized". */
	team: string;
	/** Booked, pencilled in and unstaffed, per cent of the people's hours; null where unknown or without capacity. */
	askedPercent: number | null;
	short: { role: string; minutes: number | null }[];
	atRisk: string[];
	weeks: { monday: Day; percent: number | null }[];
	/** People whose hours are assumed. */
	assumed: string[];
}

/** All that is asked of the team: booked, pencilled in and unstaffed. */
const percent = (load: TeamLoad, from: Day, to: Day): number | null =>
	percentIn(load.total(from, to, 'tentative').withUnstaffed, 'tentative');

/** The sentence and its parts for the six weeks that start with this one. */
export function summariseLoad(board: BoardReader, load: TeamLoad, today: Day): LoadSummary {
	const from = mondayOf(today);
	const to = addDays(from, SUMMARY_WEEKS * 7 - 1);
	const weeks = Array.from({ length: SUMMARY_WEEKS }, (_, i) => {
		const monday = addDays(from, i * 7);
		return { monday, percent: percent(load, monday, addDays(monday, 6)) };
	});
	const short = load.openRoles(from, to);
	const atRisk = launchesAtRisk(board, load, today);
	const assumed = [...board.all('people')].filter((p) => p.active && p.hoursAssumed);
	const summary = {
		team: sayTeam(load.total(from, to, 'booked')),
		askedPercent: percent(load, from, to),
		short,
		atRisk,
		weeks,
		assumed: assumed.map((person) => person.id)
	};
	return {
		sentence: sentenceOf(summary, load.total(from, to, 'tentative').withUnstaffed),
		...summary
	};
}

function sentenceOf(summary: Omit<LoadSummary, 'sentence'>, whole: LoadState): string {
	const parts: string[] = [];
	if (summary.askedPercent !== null)
		parts.push(`Next ${SUMMARY_WEEKS} weeks: ${summary.askedPercent} %.`);
	else if (whole.kind === 'unknown') parts.push('No estimates yet: load unknown, not zero.');
	else parts.push('Nobody has working hours in the next six weeks yet.');
	const missing = summary.short.find((open) => open.minutes !== null && open.minutes > 0);
	if (missing) parts.push(`Short ${hoursText(missing.minutes!)} of ${missing.role}.`);
	else if (summary.short.length > 0)
		parts.push(`Nobody yet for ${summary.short[0]!.role}, hours unknown.`);
	const risks = summary.atRisk.length;
	if (risks > 0) parts.push(`${numberWord(risks)} ${risks === 1 ? 'launch' : 'launches'} at risk.`);
	return parts.join(' ');
}

/** Minutes as people read them: "112 h", "7.5 h". */
export function hoursText(minutes: number): string {
	const hours = minutes / 60;
	return `${hours >= 10 ? Math.round(hours) : Math.round(hours * 10) / 10} h`;
}

const WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const numberWord = (n: number): string => WORDS[n] ?? String(n);

/**
 * Projects that launch within the six weeks (or should have) and are blocked, wait for a sign-off, lack somebody, or
 * rest on a person who is over from now until then. Projects in the last two stages are on their way out.
 */
export function launchesAtRisk(board: BoardReader, load: TeamLoad, today: Day): string[] {
	const until = addDays(mondayOf(today), SUMMARY_WEEKS * 7 - 1);
	const stages = [...board.all('stages')]
		.filter((s) => !s.archived)
		.sort((a, b) => (a.rank < b.rank ? -1 : 1));
	const leaving = new Set(stages.slice(-2).map((stage) => stage.id));
	return [...board.all('projects')]
		.filter(
			(p) =>
				!p.archived &&
				p.launch !== null &&
				p.launch <= until &&
				!leaving.has(p.position?.stage ?? '')
		)
		.filter((project) => isAtRisk(board, load, project, today))
		.map((project) => project.id)
		.sort();
}

function isAtRisk(
	board: BoardReader,
	load: TeamLoad,
	project: EntityIn<'projects'>,
	today: Day
): boolean {
	const launch = project.launch!;
	if (launch < today || project.blocked !== '') return true;
	const waits = [...board.where('approvals', 'project', project.id)].some(
		(a) => !a.revoked && a.by === '' && a.askedOn !== null
	);
	if (waits) return true;
	const bookings = [...board.where('allocations', 'project', project.id)].filter(
		(a) => !a.archived && a.span !== null && a.span.from <= launch
	);
	if (bookings.some((a) => a.person === '')) return true;
	const to = mondayOf(launch) > today ? mondayOf(launch) : today;
	for (const person of new Set(bookings.map((a) => a.person))) {
		const state = loadState(load.grid.sums(load.grid.rowOf(person), today, to));
		if (state.kind === 'load' && state.confirmedBp > STRAINED_BP) return true;
	}
	return false;
}
