// Facts counted: the whole and its teams. The part of an overview that is the same for everybody who reads the same boards.
import { mondayOf } from '#lib/domain/days.ts';
import type { TeamLoad } from '#lib/model/team-load.ts';
import { mondaysFrom } from '#lib/model/team-weeks.ts';
import { findTopCauses, type Cause } from './causes.ts';
import type { Facts } from './facts.ts';
import { makeStrip, stripLoad, STRIP_WEEKS, type Strip } from './strips.ts';
import { findTeams, type Team } from './teams.ts';

export interface CountedTeam extends Team {
	load: TeamLoad;
	strip: Strip;
}

export interface Counted {
	facts: Facts;
	whole: Strip;
	/** None where the whole is one team. */
	teams: CountedTeam[];
	causes: Cause[];
}

/** `fewest`: home teams of fewer people are shown together. */
export function count(facts: Facts, fewest: number): Counted {
	const { reader, today, places, rankOf } = facts;
	const load = stripLoad(reader, today);
	const teams = findTeams(reader, places, fewest).map((team): CountedTeam => {
		const own = stripLoad(team.reader, today);
		return { ...team, load: own, strip: makeStrip(own, today) };
	});
	const mondays = mondaysFrom(mondayOf(today), STRIP_WEEKS);
	return {
		...{ facts, teams, whole: makeStrip(load, today) },
		causes: findTopCauses(reader, teams, mondays, rankOf)
	};
}
