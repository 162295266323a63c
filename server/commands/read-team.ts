// What the page about people shows: everybody on a board, their hours and time off, members, open invitations.
// Answers planners and owners; the kind of time off goes to owners and to planners of the home team (P-25).
import { ok, type Result } from '#lib/domain/result.ts';
import { canCommand, readsLeaveKinds } from '#lib/policy/commands.ts';
import { absenceKinds, listAbsences, type AbsenceRow } from '../db/absences.ts';
import { listOpenInvitations } from '../db/invitations.ts';
import { findMembership, listMembers, type Member, type Membership } from '../db/memberships.ts';
import { listBoardPeople, listOtherPeople, type BoardPerson } from '../db/people.ts';
import { listRegions, type Region } from '../holidays.ts';
import { notFound, problem, type CommandDeps } from './command.ts';
import { homeOf } from './home-team.ts';

export interface TeamView {
	actor: Membership;
	/** `mayEdit`: the actor speaks for their home team (P-25). */
	people: (BoardPerson & { mayEdit: boolean })[];
	/** With the kind of leave only where the actor may read it, else empty. */
	absences: AbsenceRow[];
	absenceKinds: Readonly<Record<string, string>>;
	members: Member[];
	/** Empty for those who may not invite. `id` withdraws it; the link is not known any more. */
	invitations: { id: string; email: string; role: string; expiresAt: Date }[];
	/** People of the organisation whom this board does not show yet. */
	others: { id: string; name: string }[];
	regions: readonly Region[];
}

/** Problems: `not-found`, `denied`. */
export async function readTeam(
	deps: CommandDeps,
	user: string,
	board: string
): Promise<Result<TeamView>> {
	const db = deps.db.orm;
	const actor = await findMembership(db, user, board);
	if (!actor) return notFound('board');
	const verdict = canCommand(actor, 'add-person');
	if (!verdict.ok) return problem('denied', verdict.remedy, verdict.rule);
	const isHome = await homeOf(db, actor);
	const people = (await listBoardPeople(db, board)).map((person) => ({
		...person,
		mayEdit: canCommand(actor, 'edit-person', { home: isHome(person.unit) }).ok
	}));
	const ids = people.map((person) => person.id);
	const readable = new Set(
		people
			.filter(({ id, unit }) =>
				readsLeaveKinds(actor, { own: id === actor.person, home: isHome(unit) })
			)
			.map(({ id }) => id)
	);
	const mayInvite = canCommand(actor, 'invite').ok;
	const now = new Date(deps.clock.now());
	const open = mayInvite ? await listOpenInvitations(db, board, now) : [];
	return ok({
		actor,
		people,
		absences: (await listAbsences(db, ids)).map((row) =>
			readable.has(row.person) ? row : { ...row, kind: '' }
		),
		absenceKinds,
		members: await listMembers(db, board),
		invitations: open.map(({ tokenHash: id, email, role, expiresAt }) => ({
			...{ id, email, role, expiresAt }
		})),
		others: await listOtherPeople(db, actor.organisation, board),
		regions: listRegions()
	});
}
