// An organisation in a fresh storage for tests of commands and logins: one board, one login for each role.
import { pino } from 'pino';
import { roleNames, type Role } from '#lib/policy/roles.ts';
import { createAuth, type Auth, type Visit } from '#server/auth/auth.ts';
import { createClock } from '#server/clock.ts';
import type { CommandDeps } from '#server/commands/command.ts';
import { createCommands, type Commands } from '#server/commands/commands.ts';
import { addNewPerson } from '#server/commands/new-person.ts';
import { putMembership } from '#server/db/memberships.ts';
import { addUser } from '#server/db/users.ts';
import { readSettings } from '#server/settings.ts';
import { createFakeCollab, type FakeCollab } from './fake-collab.ts';
import { openStorage, type Storage } from './storages.ts';

export interface Team {
	storage: Storage;
	deps: CommandDeps;
	auth: Auth;
	commands: Commands;
	fake: FakeCollab;
	board: string;
	/** Login and person of each role. */
	users: Record<Role, string>;
	persons: Record<Role, string>;
	/** Moves the clock forward. */
	wait(ms: number): void;
}

export const PASSWORD = 'a plank for every sailor';
export const aVisit = (given: Partial<Visit> = {}): Visit => ({
	address: '192.0.2.1',
	userAgent: 'test',
	cookieHeader: null,
	...given
});

/** `name=value` as a browser sends it. */
export const asHeader = (cookie: { name: string; value: string }): string =>
	`${cookie.name}=${cookie.value}`;

/** Opens storage and founds the organisation through the same door as the first owner. */
export async function foundTeam(kind: 'embedded' | 'postgres' = 'embedded'): Promise<Team> {
	const storage = await openStorage(kind);
	const settings = readSettings({});
	let aheadMs = 0;
	const clock = createClock(settings, () => Date.now() + aheadMs);
	const { db } = storage;
	const auth = createAuth(db, settings, clock);
	const fake = createFakeCollab();
	const log = pino({ level: 'silent' });
	const deps = { settings, clock, log, db, auth, collab: fake.collab };
	const commands = createCommands(deps);
	const founded = await commands.foundOrganisation(
		{
			token: await auth.findFirstOwnerToken(),
			organisation: 'Harbour Learning',
			board: 'Harbour plan',
			name: 'owner',
			email: 'owner@harbour.example',
			password: PASSWORD
		},
		aVisit()
	);
	if (!founded.ok) throw new Error(founded.problem.message);
	const { board } = founded.value;
	const team = { storage, deps, auth, commands, fake, board };
	return {
		...team,
		...(await addRoles(team)),
		wait: (ms) => {
			aheadMs += ms;
		}
	};
}

async function addRoles({
	deps,
	board
}: Pick<Team, 'deps' | 'board'>): Promise<Pick<Team, 'users' | 'persons'>> {
	const users = {} as Record<Role, string>;
	const persons = {} as Record<Role, string>;
	const { orm } = deps.db;
	const [owner] = await orm.query.users.findMany();
	const [ownPerson] = await orm.query.people.findMany();
	if (!owner || !ownPerson) throw new Error('the organisation was not founded');
	const { organisation } = owner;
	for (const role of roleNames) {
		const id = role === 'owner' ? owner.id : `usr_${role}`;
		users[role] = id;
		if (role === 'owner') persons[role] = ownPerson.id;
		else {
			const email = `${role}@harbour.example`;
			await addUser(orm, { id, organisation, email, name: role, passwordHash: null });
			await putMembership(orm, board, id, role);
			const person = { organisation, name: role, userId: id };
			persons[role] = await addNewPerson(orm, board, person, deps.clock.now());
		}
	}
	return { users, persons };
}
