// Why weeks are over 100 %, for somebody who sees teams and no individuals: the work one would give up first, in the
// order of C-17 with open roles in front, added up over the weeks and teams that are over. Pure.
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

export interface CausingTeam {
	name: string;
	reader: BoardReader;
	load: TeamLoad;
}

interface Found {
	project: string;
	role: string;
	isUnstaffed: boolean;
	minutes: number;
	teams: Set<string>;
	weeks: Set<Day>;
}

/**
 * The three that weigh most over the weeks that start on `mondays`; empty when no team is over in any of them. Rests
 * after each team.
 */
export function* findTopCauses(
	reader: BoardReader,
	teams: readonly CausingTeam[],
	mondays: readonly Day[],
	rankOf: (project: string) => string
): Generator<void, Cause[]> {
	const found = new Map<string, Found>();
	for (const team of teams) {
		const works = listWork(team, rankOf);
		for (const monday of mondays)
			for (const { work, minutes } of findWeekCauses(team.load, works, monday)) {
				const { project, role, tentative } = work;
				const key = `${tentative ? `open ${role}` : 'held'} ${project}`;
				const sum: Found = found.get(key) ?? {
					...{ project, role, minutes: 0, isUnstaffed: tentative },
					...{ teams: new Set(), weeks: new Set() }
				};
				sum.minutes += minutes;
				sum.teams.add(team.name);
				sum.weeks.add(monday);
				found.set(key, sum);
			}
		yield;
	}
	return [...found]
		.sort(([a, x], [b, y]) => y.minutes - x.minutes || (a < b ? -1 : 1))
		.slice(0, TOP)
		.map(([, sum]) => say(reader, sum));
}

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

/** What puts one team over in one week, and by how many minutes each. */
function findWeekCauses(
	{ grid }: TeamLoad,
	works: readonly Work[],
	monday: Day
): { work: Work; minutes: number }[] {
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
		return minutes > 0 ? [{ work: byId.get(id)!, minutes }] : [];
	});
}

function say(reader: BoardReader, sum: Found): Cause {
	const { project, minutes, weeks, isUnstaffed } = sum;
	const title = reader.get('projects', project)?.title ?? 'Work on other boards';
	const inWeeks = weeks.size === 1 ? 'in one week' : `in ${weeks.size} weeks`;
	const hours = hoursText(minutes);
	return {
		...{ project, title, minutes, isUnstaffed },
		teams: [...sum.teams],
		weeks: weeks.size,
		text: isUnstaffed
			? `${hours} of ${sum.role} that nobody holds, ${inWeeks}`
			: `${hours} booked over the hours there are, ${inWeeks}`
	};
}
