// Shows on a board what the organisation knows: its people, when they are away, public holidays of their regions,
// sign-offs. Writes only what differs, so it may run at any time. The kind of somebody's leave is never read here.
import type { ApprovalKind } from '#lib/domain/conditions.ts';
import { partsOf, type Day } from '#lib/domain/days.ts';
import type { EntityIn } from '#lib/model/board.ts';
import { mirrorRows } from '../collab/mirror.ts';
import { listApprovedAbsences } from '../db/absences.ts';
import { listApprovals } from '../db/approvals.ts';
import { listBoardPeople, type BoardPerson } from '../db/people.ts';
import type { Reach } from '../db/reach.ts';
import { holidaysOf } from '../holidays.ts';
import type { CommandDeps } from './command.ts';

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
}

/** The rows a board should show. `today` says which years of holidays: the last one to the one after next. */
export async function readMirror(db: Reach, board: string, today: Day): Promise<BoardMirror> {
	const persons = await listBoardPeople(db, board);
	const away = await listApprovedAbsences(
		db,
		persons.map((person) => person.id)
	);
	const signOffs = await listApprovals(db, board);
	const regions = new Set(persons.map((person) => person.region).filter(Boolean));
	return {
		people: persons.map(mirrorPerson),
		absences: [
			...away.map(({ id, person, from, to, minutesPerDay }) => ({
				...{ id, person, minutesPerDay },
				...{ span: { from, to }, region: '', label: '' }
			})),
			...[...regions].flatMap((region) => mirrorHolidays(region, today))
		],
		approvals: signOffs.map(({ board: _board, reason: _reason, ...row }) => ({
			...row,
			kind: row.kind as ApprovalKind,
			at: row.at?.getTime() ?? 0
		}))
	};
}

function mirrorPerson(person: BoardPerson): EntityIn<'people'> {
	const { organisation: _organisation, externalId: _external, userId: _user, ...shown } = person;
	return shown;
}

function mirrorHolidays(region: string, today: Day): EntityIn<'absences'>[] {
	const { year } = partsOf(today);
	const byDay = new Map<string, { to: Day; names: string[] }>();
	for (const { from, to, name } of holidaysOf(region, year - 1, year + 2)) {
		const same = byDay.get(from);
		if (!same) byDay.set(from, { to, names: [name] });
		else {
			same.names.push(name);
			if (to > same.to) same.to = to;
		}
	}
	return [...byDay].map(([from, { to, names }]) => ({
		...{ id: holidayId(region, from), region, person: '', minutesPerDay: null },
		...{ span: { from, to }, label: names.join(', ').slice(0, 80) }
	}));
}

/** `hol_gb_eng_2026_12_25`: the same on every board and at every time. */
function holidayId(region: string, day: Day): string {
	return `hol_${region}_${day}`.toLowerCase().replaceAll('-', '_');
}
