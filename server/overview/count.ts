// Facts counted: the whole and its teams. The part of an overview that is the same for everybody who reads the same boards.
import { mondayOf } from '#lib/domain/days.ts';
import type { TeamLoad } from '#lib/model/team-load.ts';
import { mondaysFrom } from '#lib/model/team-weeks.ts';
import { findOverWeeks, findTopCauses, type Cause, type OverWeek } from './causes.ts';
import type { Facts } from './facts.ts';
import { makeStrip, stripLoad, STRIP_WEEKS, type Strip } from './strips.ts';
import { findTeams, type Team } from './teams.ts';

export interface CountedTeam extends Team {
	load: TeamLoad;
	strip: Strip;
	over: OverWeek[];
}

export interface Counted {
	facts: Facts;
	whole: Strip;
	/** None where the whole is one team. */
	teams: CountedTeam[];
	causes: Cause[];
}

/** `small`: how teams are shown whose load is an individual's. Rests between two teams, for `runInSlices`. */
export function* count(facts: Facts, small: 'alone' | 'together'): Generator<void, Counted> {
	const { reader, today, places, rankOf, bounds } = facts;
	const whole = makeStrip(stripLoad(reader, today), today, bounds);
	yield;
	const mondays = mondaysFrom(mondayOf(today), STRIP_WEEKS);
	const teams: CountedTeam[] = [];
	for (const team of findTeams(reader, places, small)) {
		const load = stripLoad(team.reader, today);
		const strip = makeStrip(load, today, bounds);
		yield;
		teams.push({ ...team, load, strip, over: findOverWeeks({ ...team, load }, mondays, rankOf) });
		yield;
	}
	return { facts, teams, whole, causes: findTopCauses(reader, teams) };
}
