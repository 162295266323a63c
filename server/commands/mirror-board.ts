// Shows on a board what the organisation knows: its people, when they are away, closed days of company and regions,
// sign-offs. Writes only what differs, so it may run at any time. The kind of somebody's leave is never read here.
import type { ApprovalKind } from '#lib/domain/conditions.ts';
import type { Day } from '#lib/domain/days.ts';
import type { EntityIn } from '#lib/model/board.ts';
import { mirrorRows } from '../collab/mirror.ts';
import { listApprovals } from '../db/approvals.ts';
import { listBoardPeople, listPlannedUnits, type BoardPerson } from '../db/people.ts';
import type { Reach } from '../db/reach.ts';
import type { CommandDeps } from './command.ts';
import { readAway } from './mirror-away.ts';

type MirrorDeps = Pick<CommandDeps, 'db' | 'clock' | 'collab'>;

export interface BoardMirror {
	people: EntityIn<'people'>[];
	absences: EntityIn<'absences'>[];
	approvals: EntityIn<'approvals'>[];
}

const inLine = new Map<string, Promise<void>>();

/**
 * Brings the board's mirrors up to what storage holds now; resolves after the commit. Runs of one board take turns and
 * each reads afresh, so that an older reading never overwrites a newer one.
 */
export function mirrorBoard(deps: MirrorDeps, board: string): Promise<void> {
	const before = inLine.get(board) ?? Promise.resolve();
	const mine = before.catch(() => undefined).then(() => mirrorNow(deps, board));
	inLine.set(board, mine);
	const leave = (): void => {
		if (inLine.get(board) === mine) inLine.delete(board);
	};
	mine.then(leave, leave);
	return mine;
}

async function mirrorNow(deps: MirrorDeps, board: string): Promise<void> {
	const mirror = await readMirror(deps.db.orm, board, deps.clock.today());
	await deps.collab.edit(board, 'server', 'mirror', (doc) => {
		mirrorRows(doc, 'people', mirror.people);
		mirrorRows(doc, 'absences', mirror.absences);
		mirrorRows(doc, 'approvals', mirror.approvals);
	});
	await deps.collab.refreshElsewhere(board);
}

/** The rows a board should show. `today` says which years of holidays: as far as plans reach. */
export async function readMirror(db: Reach, board: string, today: Day): Promise<BoardMirror> {
	const persons = await listBoardPeople(db, board);
	const signOffs = await listApprovals(db, board);
	const organisation = persons[0]?.organisation;
	const planned = organisation ? await listPlannedUnits(db, organisation) : new Set<string>();
	return {
		people: persons.map((person) => mirrorPerson(person, planned.has(person.unit))),
		absences: await readAway(db, board, persons, today),
		approvals: signOffs.map(({ board: _board, reason: _reason, ...row }) => ({
			...row,
			kind: row.kind as ApprovalKind,
			at: row.at?.getTime() ?? 0
		}))
	};
}

function mirrorPerson(person: BoardPerson, homePlans: boolean): EntityIn<'people'> {
	const { organisation: _organisation, externalId: _external, userId: _user, ...shown } = person;
	return { ...shown, homePlans };
}
