// Why weeks are over 100 %, for somebody who sees teams and no individuals: the work one would give up first, in the
// order of C-17 with open roles in front, week by week, and added up over the weeks and teams that are over. Pure.
import { attribution } from '#lib/domain/attribution.ts';
import { addDays, type Day } from '#lib/domain/days.ts';
import { addLoads } from '#lib/domain/utilisation.ts';
import type { BoardReader } from '#lib/model/board.ts';
import { hoursText } from '#lib/model/load-summary.ts';
import type { TeamLoad } from '#lib/model/team-load.ts';

const TOP = 3;

export interface Cause {
	/** Empty for work of no project. */
	project: string;
	title: string;
	/** Hours over that would be gone without it. */
	minutes: number;
	isUnstaffed: boolean;
	/** Names of the teams it weighs on. */
	teams: string[];
	/** How many weeks it helps to put over 100 %. */
	weeks: number;
	/** "112 h of Storyline that nobody holds, in 5 weeks". */
	text: string;
}

/** Work that helps to put a week over 100 %. */
interface WeekCause {
	project: string;
	/** What is open; empty for work that somebody holds. */
	role: string;
	isUnstaffed: boolean;
	/** How far over the week is because of it. */
	minutes: number;
}

/** A week of a team that is over 100 %, and why: what one would give up first comes first. */
export interface OverWeek {
	monday: Day;
	causes: WeekCause[];
}

export interface CausingTeam {
	reader: BoardReader;
	load: TeamLoad;
}

/** The weeks of a team that are over, of those that start on `mondays`. */
export function findOverWeeks(
	team: CausingTeam,
	mondays: readonly Day[],
	rankOf: (project: string) => string
): OverWeek[] {
	const works = listWork(team, rankOf);
	return mondays.flatMap((monday) => {
		const causes = addUp(findWeekCauses(team.load, works, monday));
		return causes.length > 0 ? [{ monday, causes }] : [];
	});
}

/** The three that weigh most over all weeks of all teams; empty when none is over. */
export function findTopCauses(
	reader: BoardReader,
	teams: readonly { name: string; over: readonly OverWeek[] }[]
): Cause[] {
	const all = teams.flatMap(({ name, over }) =>
		over.flatMap(({ monday, causes }) => causes.map((cause) => ({ name, monday, cause })))
	);
	const where = Map.groupBy(all, ({ cause }) => keyOfCause(cause));
	return addUp(all.map(({ cause }) => cause))
		.sort((a, b) => b.minutes - a.minutes || (keyOfCause(a) < keyOfCause(b) ? -1 : 1))
		.slice(0, TOP)
		.map((cause) => {
			const { project, minutes, isUnstaffed } = cause;
			const places = where.get(keyOfCause(cause))!;
			const weeks = new Set(places.map(({ monday }) => monday)).size;
			return {
				...{ project, title: titleOf(reader, project), minutes, isUnstaffed },
				teams: [...new Set(places.map(({ name }) => name))],
				weeks,
				text: `${sayCause(cause)}, ${weeks === 1 ? 'in one week' : `in ${weeks} weeks`}`
			};
		});
}

/** A week's first three causes: "Pricing basics: 20 h of Storyline that nobody holds". */
export const sayOverWeek = (reader: BoardReader, { causes }: OverWeek): string[] =>
	causes.slice(0, TOP).map((cause) => `${titleOf(reader, cause.project)}: ${sayCause(cause)}`);

/** What fills a team: open roles stand first among what one would give up, so they count as `tentative` (C-17). */
interface Work {
	id: string;
	project: string;
	role: string;
	tentative: boolean;
	rank: string;
}

function listWork(
	{ reader, load: { grid } }: CausingTeam,
	rankOf: (project: string) => string
): Work[] {
	const works: Work[] = [];
	for (const { id, person, project, role, certainty } of reader.all('allocations')) {
		const isOpen = grid.rowOf(person) === grid.openRow;
		if (!isOpen && certainty !== 'confirmed') continue;
		works.push({
			...{ id, project, role: isOpen ? role || 'somebody' : '' },
			...{ tentative: isOpen, rank: rankOf(project) }
		});
	}
	for (const { id, person, certainty } of reader.all('elsewhere'))
		if (certainty === 'confirmed' && grid.rowOf(person) !== grid.openRow)
			works.push({ id, project: '', role: '', tentative: false, rank: '' });
	return works;
}

/** What puts one team over in one week, piece by piece. */
function findWeekCauses({ grid }: TeamLoad, works: readonly Work[], monday: Day): WeekCause[] {
	const sunday = addDays(monday, 6);
	const held = addLoads(grid.people.map((_, row) => grid.sums(row, monday, sunday)));
	const open = grid.sums(grid.openRow, monday, sunday);
	if (held.confirmed + open.confirmed + open.tentative <= held.net) return [];
	const contributions = works.map((work) => ({
		...{ id: work.id, tentative: work.tentative, rank: work.rank, at: 0 },
		minutes: grid.minutesOf(work.id, monday, sunday) ?? 0
	}));
	let over = contributions.reduce((sum, one) => sum + one.minutes, 0) - held.net;
	const byId = new Map(works.map((work) => [work.id, work]));
	return attribution(contributions, held.net).flatMap(({ id, overAfterMinutes }) => {
		const minutes = over - overAfterMinutes;
		over = overAfterMinutes;
		const { project, role, tentative } = byId.get(id)!;
		return minutes > 0 ? [{ project, role, isUnstaffed: tentative, minutes }] : [];
	});
}

const keyOfCause = ({ project, isUnstaffed, role }: WeekCause): string =>
	`${isUnstaffed ? `open ${role}` : 'held'} ${project}`;

/** The same work once, with its minutes in all, in the order it is first met. */
function addUp(causes: readonly WeekCause[]): WeekCause[] {
	const sums = new Map<string, WeekCause>();
	for (const cause of causes) {
		const sum = sums.get(keyOfCause(cause));
		if (sum) sum.minutes += cause.minutes;
		else sums.set(keyOfCause(cause), { ...cause });
	}
	return [...sums.values()];
}

const titleOf = (reader: BoardReader, project: string): string =>
	reader.get('projects', project)?.title ?? 'Work on other boards';

const sayCause = ({ minutes, isUnstaffed, role }: WeekCause): string =>
	isUnstaffed
		? `${hoursText(minutes)} of ${role} that nobody holds`
		: `${hoursText(minutes)} booked over the hours there are`;
