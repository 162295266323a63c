// The leader's overview: made here, from rows, for whoever policy lets read it. No board's bytes leave with it, and nobody
// becomes a member by reading. Every call asks for the right anew.
import { binRanges, defaultBounds, sameBounds } from '#lib/domain/bands.ts';
import type { Day, Span } from '#lib/domain/days.ts';
import { addDays, mondayOf } from '#lib/domain/days.ts';
import { err, ok, type Result } from '#lib/domain/result.ts';
import type { LoadCell } from '#lib/model/load-cell.ts';
import { SUMMARY_WEEKS } from '#lib/model/load-summary.ts';
import { isFew } from '#lib/policy/individuals.ts';
import {
	canReadOverview,
	canSeePeople,
	knowsEverybody,
	overviewBoards
} from '#lib/policy/overview.ts';
import { plans } from '#lib/policy/roles.ts';
import {
	findReader,
	getOrganisation,
	listExternalCosts,
	type OrganisationSettings,
	type Reader
} from '../db/organisation.ts';
import { listRequests } from '../db/requests.ts';
import { sayAsked } from './asked.ts';
import { sayOverWeek, type Cause } from './causes.ts';
import { planCost, type PlannedCost } from './cost.ts';
import type { Counted, CountedTeam } from './count.ts';
import { findDecisions, type Decision } from './decisions.ts';
import { Desk, type DeskDeps, type View } from './desk.ts';
import { lastMonday } from './facts.ts';
import { keyOf } from './keys.ts';
import { lookAtPeople, type PersonRow } from './look.ts';
import { writeMondayText } from './monday-text.ts';
import { findMoves, type LaunchMove } from './moves.ts';
import { saySentence } from './sentence.ts';
import { readSettings, type SettingsView } from './settings-view.ts';
import { decimalsOf, sayDay, saySpan } from './words.ts';
import { stripWeeks, type Strip, type WeekHead } from './strips.ts';

export interface StripView {
	key: string;
	name: string;
	people: number;
	booked: LoadCell[];
	withUnstaffed: LoadCell[];
	words: string;
}

/** Where the bands of load end, and whether somebody here has said so (C-24). */
export interface BandsView {
	ranges: string[];
	areOwn: boolean;
}

export interface OverviewView {
	/** Another one once anything here may have changed. */
	stamp: string;
	today: Day;
	/** The days the sentence is about. */
	horizon: Span;
	/** Days as people read them: "23 Nov to 3 Jan 2027". */
	said: { horizon: string; since: string };
	/** "3 boards", or the name of the only one. */
	scope: string;
	sentence: string;
	weeks: WeekHead[];
	whole: StripView;
	teams: StripView[];
	causes: Cause[];
	decisions: Decision[];
	moves: LaunchMove[];
	/** The Monday since which launches count as moved. */
	since: Day;
	bands: BandsView;
	cost: PlannedCost;
}

export interface HeatmapTeam extends StripView {
	withTentative: LoadCell[];
	/** Weeks over 100 %, with the work that puts them there: "Pricing basics: 20 h of Storyline that nobody holds". */
	over: { label: string; causes: string[] }[];
	rows: PersonRow[];
}

export interface HeatmapView {
	stamp: string;
	today: Day;
	weeks: WeekHead[];
	bands: BandsView;
	teams: HeatmapTeam[];
	/** Whether individuals are in it, and whether they may be. */
	showsPeople: boolean;
	maySeePeople: boolean;
}

export interface Overview {
	/** Problems: `denied`, `not-found`. */
	read(user: string): Promise<Result<OverviewView>>;
	/** Whether there is anything to read for this login: for links and landing. */
	mayRead(user: string): Promise<boolean>;
	/** What `read` would carry as its stamp now. */
	stamp(user: string): Promise<Result<string>>;
	/** The Monday mail's text, 72 columns. */
	text(user: string): Promise<Result<string>>;
	/** `people` shows individuals where that is allowed, and notes the look. */
	heatmap(user: string, people: boolean): Promise<Result<HeatmapView>>;
	/** What an hour costs, in units of the currency, for whoever reads the planned cost; null where it is not set. */
	hourRate(user: string): Promise<Result<number | null>>;
	/** For owners. */
	settings(user: string): Promise<Result<SettingsView>>;
}

export function createOverview(deps: DeskDeps): Overview {
	const { db } = deps;
	const desk = new Desk(deps);

	interface Admitted {
		reader: Reader;
		settings: OrganisationSettings;
		maySeePeople: boolean;
		showsPeople: boolean;
		view: View;
	}

	/** Asks for the right, each time. `people` asks for individuals: who may not see them gets teams. */
	async function admit(user: string, people = false): Promise<Result<Admitted>> {
		const reader = await findReader(db.orm, user);
		if (!reader) return err({ code: 'not-found', message: 'There is no such login.' });
		const verdict = canReadOverview(reader);
		if (!verdict.ok) return err({ code: 'denied', message: verdict.remedy, value: verdict.rule });
		const { organisation } = reader;
		const settings = await getOrganisation(db.orm, organisation);
		const maySeePeople = canSeePeople(reader, settings.leadersSeePeople).ok;
		const showsPeople = people && maySeePeople;
		const small = knowsEverybody(reader) || showsPeople ? 'alone' : 'together';
		const view: View = { organisation, boards: overviewBoards(reader), small };
		return ok({ reader, settings, maySeePeople, showsPeople, view });
	}

	async function read(user: string): Promise<Result<OverviewView>> {
		const found = await admit(user);
		if (!found.ok) return found;
		const { reader, settings, view } = found.value;
		const stamp = await desk.stamp(view);
		const counted = await desk.count(view);
		const { facts } = counted;
		const costs = await listExternalCosts(
			db.orm,
			facts.boards.map((board) => board.id)
		);
		const outside = new Map(costs.map((row) => [keyOf(row.board, row.project), row.amountMinor]));
		const cost = planCost(facts.reader, settings, (project) => outside.get(project) ?? 0);
		const { person } = reader;
		const planned = reader.boards.filter((board) => plans({ user, person, ...board }));
		const own = planned.map((board) => board.id);
		const asked = sayAsked(await listRequests(db.orm, user, own), facts.today);
		const composed = compose(counted, reader, view);
		return ok({ ...composed, decisions: [...composed.decisions, ...asked], stamp, cost });
	}

	return {
		read,
		async mayRead(user) {
			const reader = await findReader(db.orm, user);
			return reader !== undefined && canReadOverview(reader).ok;
		},
		async hourRate(user) {
			const found = await admit(user);
			if (!found.ok) return found;
			const { blendedRateMinor: minor, currency } = found.value.settings;
			return ok(minor === null ? null : minor / 10 ** decimalsOf(currency));
		},
		settings: (user) => readSettings(db, user),
		async stamp(user) {
			const found = await admit(user);
			return found.ok ? ok(await desk.stamp(found.value.view)) : found;
		},
		async text(user) {
			const overview = await read(user);
			return overview.ok ? ok(writeMondayText(overview.value)) : overview;
		},
		async heatmap(user, people) {
			const found = await admit(user, people);
			if (!found.ok) return found;
			const { reader, maySeePeople, showsPeople, view } = found.value;
			const stamp = await desk.stamp(view);
			const { facts, teams } = await desk.count(view);
			const rows = showsPeople
				? await lookAtPeople(deps, reader, teams, facts)
				: new Map<string, PersonRow[]>();
			const weeks = stripWeeks(facts.today);
			return ok({
				...{ stamp, showsPeople, maySeePeople },
				...{ today: facts.today, weeks, bands: viewBands(facts.bounds) },
				teams: listShown(teams, view).map((team) => ({
					...viewTeam(team),
					withTentative: team.strip.withTentative,
					over: team.over.map((week) => ({
						label: weeks.find(({ monday }) => monday === week.monday)!.label,
						causes: sayOverWeek(facts.reader, week)
					})),
					rows: rows.get(team.key) ?? []
				}))
			});
		}
	};
}

function compose(
	{ facts, whole, teams, causes }: Counted,
	reader: Reader,
	view: View
): Omit<OverviewView, 'stamp' | 'cost'> {
	const { today, boards } = facts;
	const from = mondayOf(today);
	const [only] = boards;
	const horizon = { from, to: addDays(from, SUMMARY_WEEKS * 7 - 1) };
	const since = lastMonday(today);
	const people = [...facts.reader.all('people')].filter((person) => person.active).length;
	return {
		...{ today, causes },
		...{ horizon, since },
		said: { horizon: saySpan(horizon, today), since: sayDay(since, today) },
		scope: only && boards.length === 1 ? only.name : `${boards.length} boards`,
		sentence: saySentence(whole.total),
		weeks: stripWeeks(today),
		bands: viewBands(facts.bounds),
		whole: viewStrip({ key: 'all', name: 'All teams' }, people, whole),
		teams: teams.length > 1 ? listShown(teams, view).map(viewTeam) : [],
		decisions: findDecisions(facts, reader),
		moves: findMoves(facts, new Set(reader.boards.map((board) => board.id)))
	};
}

/**
 * Unsized projects of nobody stand in the whole; a row without hours and demand says nothing. P-31: a row of one or two
 * is left out where it may not stand alone, and there is nobody it could stand with.
 */
const listShown = (teams: readonly CountedTeam[], { small }: View): CountedTeam[] =>
	teams.filter(
		({ people, strip }) =>
			(people.length > 0 || strip.withUnstaffed.some((cell) => cell.flagged)) &&
			(small === 'alone' || !isFew(people.length))
	);

const viewBands = (bounds: readonly number[]): BandsView => ({
	ranges: binRanges(bounds),
	areOwn: !sameBounds(bounds, defaultBounds)
});

const viewTeam = (team: CountedTeam): StripView => viewStrip(team, team.people.length, team.strip);

function viewStrip(
	{ key, name }: { key: string; name: string },
	people: number,
	{ booked, withUnstaffed, words }: Strip
): StripView {
	return { key, name, people, booked, withUnstaffed, words };
}
