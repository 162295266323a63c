// What an overview is made of, read in one transaction: people, hours and absences as boards show them, bookings and
// projects from the rows the logs project. Work on boards outside the overview counts as hours and says nothing else.
import { defaultBounds } from '#lib/domain/bands.ts';
import { addDays, mondayOf, type Day } from '#lib/domain/days.ts';
import { emptyRows, makeRow, type BoardReader, type EntityIn } from '#lib/model/board.ts';
import { readMirror } from '../commands/mirror-board.ts';
import {
	listBookings,
	listLaunchChanges,
	listProjects,
	listShown,
	listStages,
	type AllocationRow,
	type LaunchChange,
	type ProjectRow,
	type StageRow
} from '../db/overview-rows.ts';
import { getOrganisation, listLiveBoards, type LiveBoard } from '../db/organisation.ts';
import type { Reach } from '../db/reach.ts';
import { keyOf, splitKey } from './keys.ts';
import { indexRows } from './row-reader.ts';
import { STRIP_WEEKS } from './strips.ts';
import type { Places } from './teams.ts';

export interface Facts {
	today: Day;
	boards: LiveBoard[];
	/** The rows of all boards as one; ids of what is on a board carry its id (`keyOf`). */
	reader: BoardReader;
	places: Places;
	/** Sorts as the plan does: what is nearer done and launches sooner comes first. */
	rankOf(project: string): string;
	launches: LaunchChange[];
	/** Where the organisation's bands of load end (C-24). */
	bounds: readonly number[];
}

/** The Monday since which launches count as moved: a week ago on a Monday. */
export const lastMonday = (today: Day): Day => mondayOf(addDays(today, -1));

export async function readFacts(
	db: Reach,
	organisation: string,
	which: 'all' | string[],
	todayIn: (timeZone: string) => Day
): Promise<Facts> {
	const boards = await listLiveBoards(db, organisation, which);
	const ids = boards.map((board) => board.id);
	const today = todayIn(boards[0]?.timeZone ?? '');
	const rows = emptyRows();
	for (const board of ids) {
		const mirror = await readMirror(db, board, today);
		for (const person of mirror.people) rows.people.set(person.id, person);
		for (const absence of mirror.absences) rows.absences.set(absence.id, absence);
		for (const approval of mirror.approvals) {
			const id = keyOf(board, approval.id);
			const project = keyOf(board, approval.project);
			rows.approvals.set(id, { ...approval, id, project });
		}
	}
	const projects = ids.length > 0 ? await listProjects(db, ids) : [];
	for (const row of projects) putProject(rows, row);
	const inView = new Set(ids);
	const from = mondayOf(today);
	const to = addDays(from, STRIP_WEEKS * 7 - 1);
	const pairs = new Set(
		(await listShown(db, organisation)).map(({ board, person }) => `${board} ${person}`)
	);
	for (const row of await listBookings(db, organisation, from, to)) {
		// Somebody a board does not show holds nothing there: it is work nobody holds, as the board itself counts it.
		const holds = pairs.has(`${row.board} ${row.person}`);
		if (inView.has(row.board)) putBooking(rows, holds ? row : { ...row, person: '' });
		else if (holds && rows.people.has(row.person)) putElsewhere(rows, row);
	}
	return {
		...{ today, boards, reader: indexRows(rows) },
		bounds: (await getOrganisation(db, organisation)).loadBounds ?? defaultBounds,
		places: {
			boards,
			shows: (board, person) => pairs.has(`${board} ${person}`),
			boardOf: (project) => splitKey(project).board
		},
		rankOf: rankProjects(projects, ids.length > 0 ? await listStages(db, ids) : []),
		launches:
			ids.length > 0
				? await listLaunchChanges(db, ids, new Date(`${lastMonday(today)}T00:00:00Z`))
				: []
	};
}

type Rows = ReturnType<typeof emptyRows>;

function putProject(rows: Rows, row: ProjectRow): void {
	const { title, lead, launch, committed, effortMinutes, archived } = row;
	const id = keyOf(row.board, row.id);
	rows.projects.set(
		id,
		makeRow('projects', id, { title, lead, launch, committed, effortMinutes, archived })
	);
}

function bookingFields(row: AllocationRow): Partial<EntityIn<'allocations'>> {
	const { person, probabilityBp, contour, from, to, loadMode, loadAmount } = row;
	return {
		...{ person, probabilityBp, contour },
		span: from !== null && to !== null ? { from, to } : null,
		load: loadMode !== null && loadAmount !== null ? { mode: loadMode, amount: loadAmount } : null
	};
}

function putBooking(rows: Rows, row: AllocationRow): void {
	const id = keyOf(row.board, row.id);
	const kind = row.kind as EntityIn<'allocations'>['kind'];
	rows.allocations.set(
		id,
		makeRow('allocations', id, {
			...bookingFields(row),
			...{ role: row.role, skill: row.skill, level: row.level, kind },
			project: keyOf(row.board, row.project),
			certainty: row.certainty
		})
	);
}

function putElsewhere(rows: Rows, row: AllocationRow): void {
	const id = keyOf(row.board, row.id);
	const { person, span, load, probabilityBp, contour } = bookingFields(row);
	const certainty = row.certainty === 'confirmed' ? 'confirmed' : 'tentative';
	rows.elsewhere.set(
		id,
		makeRow('elsewhere', id, { person, span, load, probabilityBp, contour, certainty })
	);
}

function rankProjects(
	projects: readonly ProjectRow[],
	stages: readonly StageRow[]
): (project: string) => string {
	const place = new Map<string, number>();
	for (const board of new Set(stages.map((stage) => stage.board)))
		stages
			.filter((stage) => stage.board === board)
			.sort((a, b) => (a.rank < b.rank || (a.rank === b.rank && a.id < b.id) ? -1 : 1))
			.forEach((stage, i, all) => place.set(keyOf(board, stage.id), (i + 1) / all.length));
	const ordered = projects
		.map((row) => ({
			key: keyOf(row.board, row.id),
			stage: place.get(keyOf(row.board, row.stage)) ?? 0,
			launch: row.launch ?? '9999-12-31'
		}))
		.sort(
			(a, b) =>
				b.stage - a.stage ||
				(a.launch < b.launch ? -1 : a.launch > b.launch ? 1 : a.key < b.key ? -1 : 1)
		);
	const ranks = new Map(ordered.map(({ key }, i) => [key, String(i).padStart(6, '0')]));
	return (project) => ranks.get(project) ?? '';
}
