// One's own hours and time off, for the page about one's account: nobody else's, and its kind only here.
import { ok, type Result } from '#lib/domain/result.ts';
import { canCommand } from '#lib/policy/commands.ts';
import { absenceKinds, listAbsences, type AbsenceRow } from '../db/absences.ts';
import { findMembership } from '../db/memberships.ts';
import { findPersonOfUser, isOnBoard } from '../db/people.ts';
import { notFound, type CommandDeps } from './command.ts';
import { readHours, type WeekHours } from './read-hours.ts';

export interface OwnTime {
	person: string;
	/** A board that shows the person, through which to ask; empty where one may only read. */
	board: string;
	/** Newest first. */
	absences: AbsenceRow[];
	absenceKinds: Readonly<Record<string, string>>;
	weeks: WeekHours[];
}

/** Problem: `not-found` for a login that is nobody on the plan, or on no board. */
export async function readOwnTime(deps: CommandDeps, user: string): Promise<Result<OwnTime>> {
	const db = deps.db.orm;
	const found = await findPersonOfUser(db, user);
	if (!found) return notFound('person');
	let asks = '';
	let weeks: WeekHours[] | undefined;
	for (const { id } of await deps.auth.boardsOf(user)) {
		const actor = await findMembership(db, user, id);
		if (!actor || !(await isOnBoard(db, id, found.id))) continue;
		if (!weeks) {
			const hours = await readHours(deps, user, id, found.id);
			if (hours.ok) weeks = hours.value;
		}
		if (canCommand(actor, 'request-absence', { own: true }).ok) {
			asks = id;
			break;
		}
	}
	if (!weeks) return notFound('person');
	const absences = (await listAbsences(db, [found.id])).reverse();
	return ok({ person: found.id, board: asks, absences, absenceKinds, weeks });
}
