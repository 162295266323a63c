// What a roster is judged against: everybody of the organisation, their hours and leave, and who is on the board.
import type { Day } from '#lib/domain/days.ts';
import type { DateOrder } from '#lib/model/import.ts';
import { listAbsences } from '../../db/absences.ts';
import type { Membership } from '../../db/memberships.ts';
import { listBoardPersonIds, listPatterns, listPeople } from '../../db/people.ts';
import type { Reach } from '../../db/reach.ts';
import { listRegions } from '../../holidays.ts';
import { homeOf } from '../home-team.ts';
import { readDate } from '../import/date-cells.ts';
import type { RosterFacts } from './roster-plan.ts';

export async function gatherRosterFacts(
	db: Reach,
	actor: Membership,
	board: string,
	today: Day,
	order: DateOrder
): Promise<RosterFacts> {
	const { organisation } = actor;
	const people = await listPeople(db, organisation);
	const ids = people.map((person) => person.id);
	const absences = await listAbsences(db, ids);
	const bySpan = new Map(absences.map((row) => [`${row.person} ${row.from} ${row.to}`, row]));
	return {
		organisation,
		today,
		people,
		patterns: await listPatterns(db, ids),
		absences: new Map(absences.map((row) => [row.id, row])),
		findSame: (person, from, to) => bySpan.get(`${person} ${from} ${to}`),
		onBoard: new Set(await listBoardPersonIds(db, board)),
		regions: listRegions(),
		isHome: await homeOf(db, actor),
		readDay: (cell) => readDate(cell, order)?.day
	};
}
