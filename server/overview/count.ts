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

/** `small`: how teams are shown whose load is an individual's. Rests after each team, for `runInSlices`. */
export function* count(facts: Facts, small: 'alone' | 'together'): Generator<void, Counted> {
	const { reader, today, places, rankOf } = facts;
	const whole = makeStrip(stripLoad(reader, today), today);
	yield;
	const teams: CountedTeam[] = [];
	for (const team of findTeams(reader, places, small)) {
		const load = stripLoad(team.reader, today);
		teams.push({ ...team, load, strip: makeStrip(load, today) });
		yield;
	}
	const mondays = mondaysFrom(mondayOf(today), STRIP_WEEKS);
	const causes = yield* findTopCauses(reader, teams, mondays, rankOf);
	return { facts, teams, whole, causes };
}
