// Where the hours of a person go, week by week, as their boards count them; for planners, and for oneself.
import { accountFor, sayNoHours, type HoursAccount } from '#lib/domain/calendar-account.ts';
import { addDays, mondayOf, type Day } from '#lib/domain/days.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import { emptyRows, readRows } from '#lib/model/board.ts';
import { calendarOf } from '#lib/model/work-calendar.ts';
import { canCommand } from '#lib/policy/commands.ts';
import { findMembership } from '../db/memberships.ts';
import { findPerson } from '../db/people.ts';
import { notFound, problem, type CommandDeps } from './command.ts';
import { todayOf } from './employment.ts';
import { readMirror } from './mirror-board.ts';

const WEEKS = 8;

export interface WeekHours extends Omit<HoursAccount, 'gross' | 'why'> {
	monday: Day;
	/** Why there are no hours; empty where there are. */
	why: string;
}

/** This week and the next seven. Problems: `not-found`, `denied`. */
export async function readHours(
	deps: CommandDeps,
	user: string,
	board: string,
	person: string
): Promise<Result<WeekHours[]>> {
	const actor = await findMembership(deps.db.orm, user, board);
	if (!actor) return notFound('board');
	const verdict = canCommand(actor, 'add-person');
	if (!verdict.ok && actor.person !== person)
		return problem('denied', verdict.remedy, verdict.rule);
	const row = await findPerson(deps.db.orm, person);
	if (!row) return notFound('person');
	const today = todayOf(deps, actor, row);
	const mirror = await readMirror(deps.db.orm, board, today);
	const rows = emptyRows();
	for (const row of mirror.absences) rows.absences.set(row.id, row);
	const found = mirror.people.find((row) => row.id === person);
	if (!found) return notFound('person');
	const calendar = calendarOf(readRows(rows), found);
	const first = mondayOf(today);
	return ok(
		Array.from({ length: WEEKS }, (_, i) => {
			const monday = addDays(first, i * 7);
			const { gross: _gross, ...account } = accountFor(calendar, monday, addDays(monday, 6));
			return { ...account, monday, why: sayNoHours(account) };
		})
	);
}
