// Whether an actor speaks for the home team of a person, from storage: what commands about people ask (P-23, P-25).
import { ok, type Result } from '#lib/domain/result.ts';
import { speaksFor } from '#lib/policy/bookings.ts';
import type { CommandFacts } from '#lib/policy/commands.ts';
import type { Membership } from '../db/memberships.ts';
import { findPerson, listPlannedUnits } from '../db/people.ts';
import type { Reach } from '../db/reach.ts';
import type { CommandDeps } from './command.ts';

/** Answers for any team of the organisation. */
export async function homeOf(db: Reach, actor: Membership): Promise<(unit: string) => boolean> {
	const own = actor.person === '' ? undefined : await findPerson(db, actor.person);
	const planned = await listPlannedUnits(db, actor.organisation);
	return (unit) => speaksFor(actor, own?.unit ?? '', { unit, isPlanned: planned.has(unit) });
}

/** Facts about one person; somebody who is not there is refused later, by who looks for them. */
export async function findHome(
	deps: Pick<CommandDeps, 'db'>,
	actor: Membership,
	{ person }: { person: string }
): Promise<Result<CommandFacts>> {
	const isHome = await homeOf(deps.db.orm, actor);
	const found = await findPerson(deps.db.orm, person);
	const own = actor.person !== '' && actor.person === person;
	return ok({ own, home: isHome(found?.unit ?? '') });
}
