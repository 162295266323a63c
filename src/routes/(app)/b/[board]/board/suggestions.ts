// Two things worth trying on a board: one booking that relieves the fullest week when somebody else takes it, and one
// card a gate would refuse today. Pure; both are read from the board as it stands, nothing is made up.

import { percentOf } from '#lib/domain/bands.ts';
import { addDays, mondayOf, type Day } from '#lib/domain/days.ts';
import { canEnter, type Missing } from '#lib/domain/gates.ts';
import type { BoardReader } from '#lib/model/board.ts';
import { SUMMARY_WEEKS } from '#lib/model/load-summary.ts';
import { bookingOf, type TeamLoad } from '#lib/model/team-load.ts';
import { findCardFacts } from '#lib/policy/gate-facts.ts';
import { projectStage, modulesOf, stagesOf } from '#lib/policy/stages.ts';

export interface Relief {
	allocation: string;
	project: string;
	from: string;
	to: string;
	monday: Day;
	beforePercent: number;
	afterPercent: number;
	/** The other person's fullest week of the booking, once it is theirs. */
	otherPercent: number;
}

export interface Refusal {
	project: string;
	stage: string;
	stageName: string;
	missing: Missing;
}

const FULL_BP = 10_000;

/** Confirmed basis points of a week; 0 where there is nothing to divide by. */
function confirmedBp(load: TeamLoad, person: string, monday: Day): number {
	const state = load.week(person, monday);
	return state.kind === 'load' ? state.confirmedBp : 0;
}

function weeksFrom(from: Day, to: Day): Day[] {
	const weeks: Day[] = [];
	for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) weeks.push(monday);
	return weeks;
}

/**
 * The reassignment that brings the fullest week of the next six under 100 % and nobody else over it; undefined when no
 * week is over or no single booking helps. Prefers a taker who shares a skill, then the one left least full.
 */
export function findRelief(board: BoardReader, load: TeamLoad, today: Day): Relief | undefined {
	const start = mondayOf(today);
	const weeks = weeksFrom(start, addDays(start, SUMMARY_WEEKS * 7 - 1));
	const people = load.grid.people;
	const full = people
		.flatMap((person) =>
			weeks.map((monday) => ({ person, monday, bp: confirmedBp(load, person, monday) }))
		)
		.filter((week) => week.bp > FULL_BP)
		.sort(
			(a, b) => b.bp - a.bp || (a.monday < b.monday ? -1 : 1) || (a.person < b.person ? -1 : 1)
		);
	for (const week of full) {
		const found = reliefOf(board, load, week);
		if (found) return found;
	}
	return undefined;
}

function reliefOf(
	board: BoardReader,
	load: TeamLoad,
	week: { person: string; monday: Day; bp: number }
): Relief | undefined {
	const { grid } = load;
	const row = grid.rowOf(week.person);
	const skills = new Set(board.get('people', week.person)?.skills ?? []);
	let best: { relief: Relief; shared: number } | undefined;
	for (const { id } of grid.contributions(row, week.monday, addDays(week.monday, 6))) {
		const allocation = board.get('allocations', id);
		const booking = bookingOf(board, allocation);
		if (!allocation || !booking || booking.certainty !== 'confirmed' || !booking.span) continue;
		const span = weeksFrom(booking.span.from, booking.span.to).filter(
			(monday) => monday >= week.monday
		);
		for (const other of grid.people) {
			if (other === week.person || !board.get('people', other)?.active) continue;
			const shared = sharedSkills(board, skills, other);
			if (shared === 0) continue;
			// Tried on the grid itself and taken back: the same arithmetic as a real move.
			grid.setAllocation(id, { ...booking, person: other });
			const after = confirmedBp(load, week.person, week.monday);
			const otherBp = Math.max(...span.map((monday) => confirmedBp(load, other, monday)));
			grid.setAllocation(id, booking);
			if (after > FULL_BP || otherBp > FULL_BP) continue;
			const relief: Relief = {
				allocation: id,
				project: allocation.project,
				from: week.person,
				to: other,
				monday: week.monday,
				beforePercent: percentOf(week.bp),
				afterPercent: percentOf(after),
				otherPercent: percentOf(otherBp)
			};
			if (
				!best ||
				shared > best.shared ||
				(shared === best.shared && otherBp < best.relief.otherPercent * 100)
			)
				best = { relief, shared };
		}
	}
	return best?.relief;
}

function sharedSkills(board: BoardReader, skills: ReadonlySet<string>, other: string): number {
	return (board.get('people', other)?.skills ?? []).filter((skill) => skills.has(skill)).length;
}

/** The card that has waited longest for a sign-off which the gate of its next stage requires. */
export function findRefusal(board: BoardReader, today: Day): Refusal | undefined {
	const stages = stagesOf(board);
	const nameOf = (person: string): string => board.get('people', person)?.name ?? 'somebody';
	const waiting = [...board.all('approvals')]
		.filter((one) => !one.revoked && one.by === '' && one.askedOn !== null)
		.sort((a, b) =>
			a.askedOn! < b.askedOn! ? -1 : a.askedOn! > b.askedOn! ? 1 : a.id < b.id ? -1 : 1
		);
	for (const { project } of waiting) {
		const row = board.get('projects', project);
		const facts = row && !row.archived ? findCardFacts(board, 'projects', project) : undefined;
		if (!row || !facts) continue;
		const stage = projectStage(row, modulesOf(board, project), stages);
		const next = stages[stages.findIndex((one) => one.id === stage) + 1];
		if (!next) continue;
		const { missing } = canEnter({ ...facts, stage }, next.id, stages, today, nameOf);
		const held = missing.find((one) => one.sinceDays !== undefined);
		if (held) return { project, stage: next.id, stageName: next.name, missing: held };
	}
	return undefined;
}
