// The causes of a cell from what the board knows: sign-offs waited for, effort and dates that have grown since they were
// first said, days off, roles nobody holds, pencilled work and work on other boards. Pure; `today` is an argument.

import {
	groupCauses,
	LATE_AFTER_WEEKDAYS,
	weekdaysWaited,
	type CauseGroup,
	type CausePart
} from '#lib/domain/causes.ts';
import type { Day } from '#lib/domain/days.ts';
import { DEFAULT_PROBABILITY_BP } from '#lib/domain/utilisation.ts';
import { findGrowth, type AsMade } from './growth.ts';
import type { BoardReader, EntityIn } from './board.ts';
import { countedMinutes, type LoadBasis } from './load-cell.ts';
import { sumPeople, type LoadGroup } from './load-groups.ts';
import { findAway, findHours, type AwayLine, type WithoutHours } from './away.ts';
import { approvalKinds } from './people.ts';
import type { TeamLoad } from './team-load.ts';
import { rankPlaces } from './work-order.ts';

/** A piece of work in a cell, with where it leads and what is known against it. */
export interface WorkPart extends CausePart {
	person: string;
	project: string;
	title: string;
	/** Sentences, the weightiest first. */
	notes: string[];
}

export interface CellCauses {
	netMinutes: number;
	/** What the people would have without days off; `netMinutes` and the days off together. */
	usualMinutes: number;
	/** On the basis; the parts' counted minutes sum to it. */
	loadMinutes: number;
	overMinutes: number;
	/** Net minutes if all the leave asked for is approved. */
	lowMinutes: number;
	/** Why some of the people have no hours at all. */
	without: WithoutHours[];
	away: AwayLine[];
	groups: CauseGroup<WorkPart>[];
	/** Work of unknown effort: no minutes, never zero. */
	unknown: WorkPart[];
}

export interface CauseQuestion {
	board: BoardReader;
	load: TeamLoad;
	group: Pick<LoadGroup, 'people'>;
	from: Day;
	to: Day;
	basis: LoadBasis;
	today: Day;
	/** What a field was when its record was made; undefined where nobody can say. */
	asMade: AsMade;
	/** Open roles count as well: the whole team with its unstaffed work. */
	withOpen?: boolean;
}

/** CA-1 to CA-4: the causes of a cell in order, their minutes summing to its load. */
export function findCauses(question: CauseQuestion): CellCauses {
	const { board, load, group, from, to, basis } = question;
	const { grid } = load;
	const rows = new Set(group.people.map((person) => grid.rowOf(person)));
	if (question.withOpen) rows.add(grid.openRow);
	const sums = sumPeople(grid, group.people, from, to);
	const open = question.withOpen ? grid.sums(grid.openRow, from, to) : undefined;
	const describe = describer(question);
	const parts: WorkPart[] = [];
	const unknown: WorkPart[] = [];
	for (const { id, minutes, tentative } of grid.contributions(rows, from, to)) {
		const part = describe(id, minutes ?? 0, tentative);
		if (minutes === null) unknown.push(part);
		else parts.push(part);
	}
	const away = findAway(board, group.people, from, to);
	const awayMinutes = away.reduce((sum, line) => sum + line.minutes, 0);
	// Open roles are tentative and count in full: nobody holds them yet.
	const loadMinutes = countedMinutes(sums, basis) + (open ? open.confirmed + open.tentative : 0);
	return {
		netMinutes: sums.net,
		usualMinutes: sums.net + awayMinutes,
		loadMinutes,
		overMinutes: Math.max(0, loadMinutes - sums.net),
		...findHours(board, group.people, from, to),
		away,
		groups: groupCauses(parts, awayMinutes),
		unknown
	};
}

function describer(question: CauseQuestion) {
	const { board, load, basis, today, from, to } = question;
	const ranks = rankPlaces(board);
	const openOn = new Map<string, EntityIn<'allocations'>[]>();
	for (const { id } of load.grid.contributions(load.grid.openRow, from, to)) {
		const row = board.get('allocations', id);
		if (row) openOn.set(row.project, [...(openOn.get(row.project) ?? []), row]);
	}
	const share = (row: { probabilityBp: number | null } | undefined): number =>
		basis === 'tentative'
			? 1
			: basis === 'booked'
				? 0
				: (row?.probabilityBp ?? DEFAULT_PROBABILITY_BP) / 10_000;

	return (id: string, minutes: number, tentative: boolean): WorkPart => {
		const row = board.get('allocations', id);
		const other = row ? undefined : board.get('elsewhere', id);
		const holder = load.grid.bookingOf(id)?.person ?? '';
		const isOpen = row !== undefined && load.grid.rowOf(holder) === load.grid.openRow;
		const waits = row ? sayWaiting(board, row, today) : [];
		const growth = row ? findGrowth(board, row, question.asMade) : [];
		const openRoles = row && !isOpen ? sayOpen(openOn.get(row.project) ?? []) : [];
		const notes = [...waits, ...growth, ...openRoles];
		if (tentative) notes.push(saysHowSure(row ?? other));
		return {
			id,
			minutes,
			countedMinutes: !tentative || isOpen ? minutes : minutes * share(row ?? other),
			tentative,
			rank: ranks.get(row?.project ?? '') ?? '',
			at: row?.confirmedAt ?? 0,
			waits: waits.length > 0,
			grew: growth.length > 0,
			unstaffed: isOpen || openRoles.length > 0,
			elsewhere: other !== undefined,
			person: row?.person ?? other?.person ?? '',
			project: row?.project ?? '',
			title: row ? titleOf(board, row) : other?.label || 'Another board',
			notes
		};
	};
}

function titleOf(board: BoardReader, row: EntityIn<'allocations'>): string {
	const project = board.get('projects', row.project)?.title;
	const part = board.get('modules', row.module)?.title;
	const work = project ?? (row.note || 'Non-project work');
	return `${row.person === '' && row.role ? `${row.role}: ` : ''}${work}${part ? `: ${part}` : ''}`;
}

function saysHowSure(row: { probabilityBp: number | null; certainty: string } | undefined): string {
	const percent = Math.round((row?.probabilityBp ?? DEFAULT_PROBABILITY_BP) / 100);
	return `${row?.certainty === 'requested' ? 'Requested' : 'Tentative'}, ${percent} % likely.`;
}

/** CA-3: sign-offs on the work that have been waited for too long, the oldest first. */
function sayWaiting(board: BoardReader, row: EntityIn<'allocations'>, today: Day): string[] {
	return [...board.where('approvals', 'project', row.project)]
		.filter((one) => one.by === '' && !one.revoked && one.askedOn !== null)
		.filter((one) => one.module === '' || one.module === row.module)
		.map((one) => ({ one, waited: weekdaysWaited(one.askedOn!, today) }))
		.filter(({ waited }) => waited >= LATE_AFTER_WEEKDAYS)
		.sort((a, b) => b.waited - a.waited || (a.one.id < b.one.id ? -1 : 1))
		.map(({ one, waited }) => {
			const whom = board.get('people', one.askedOf)?.name ?? 'the team';
			return `${approvalKinds[one.kind]} has lain with ${whom} for ${waited} working days.`;
		});
}

function sayOpen(open: readonly EntityIn<'allocations'>[]): string[] {
	const roles = [...new Set(open.map((row) => row.role || 'somebody'))];
	return roles.length === 0 ? [] : [`Nobody yet for ${roles.join(', ')} on it these days.`];
}
