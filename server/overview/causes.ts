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

export interface CountedTeam {
	name: string;
	load: TeamLoad;
}

interface Found {
	project: string;
	role: string;
	minutes: number;
	teams: Set<string>;
	weeks: Set<Day>;
}

/** The three that weigh most over the weeks that start on `mondays`; empty when no team is over in any of them. */
export function findTopCauses(
	reader: BoardReader,
	teams: readonly CountedTeam[],
	mondays: readonly Day[],
	rankOf: (project: string) => string
): Cause[] {
	const found = new Map<string, Found>();
	for (const { name, load } of teams)
		for (const monday of mondays)
			for (const cause of findWeekCauses(reader, load, monday, rankOf)) {
				const key = `${cause.role === null ? 'held' : `open ${cause.role}`} ${cause.project}`;
				const { project, role } = { ...cause, role: cause.role ?? '' };
				const sum: Found = found.get(key) ?? {
					...{ project, role, minutes: 0 },
					...{ teams: new Set(), weeks: new Set() }
				};
				sum.minutes += cause.minutes;
				sum.teams.add(name);
				sum.weeks.add(monday);
				found.set(key, sum);
			}
	return [...found]
		.sort(([a, x], [b, y]) => y.minutes - x.minutes || (a < b ? -1 : 1))
		.slice(0, TOP)
		.map(([key, sum]) => say(reader, sum, key.startsWith('open ')));
}

/** What puts one team over in one week, and by how many minutes each. `role` is null for what somebody holds. */
function findWeekCauses(
	reader: BoardReader,
	load: TeamLoad,
	monday: Day,
	rankOf: (project: string) => string
): { project: string; role: string | null; minutes: number }[] {
	const { grid } = load;
	const sunday = addDays(monday, 6);
	const { net } = addLoads(grid.people.map((_, row) => grid.sums(row, monday, sunday)));
	const contributions = [...grid.people.keys(), grid.openRow].flatMap((row) =>
		grid
			.contributions(row, monday, sunday)
			.filter(({ tentative }) => row === grid.openRow || !tentative)
			.map(({ id, minutes }) => ({
				...{ id, minutes: minutes ?? 0, at: 0 },
				tentative: row === grid.openRow,
				rank: rankOf(reader.get('allocations', id)?.project ?? '')
			}))
	);
	let over = contributions.reduce((sum, one) => sum + one.minutes, 0) - net;
	return attribution(contributions, net).flatMap(({ id, overAfterMinutes, tentative }) => {
		const minutes = over - overAfterMinutes;
		over = overAfterMinutes;
		const row = reader.get('allocations', id);
		const role = tentative ? row?.role || 'somebody' : null;
		return minutes > 0 ? [{ project: row?.project ?? '', role, minutes }] : [];
	});
}

function say(reader: BoardReader, sum: Found, isUnstaffed: boolean): Cause {
	const { project, minutes, weeks } = sum;
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
