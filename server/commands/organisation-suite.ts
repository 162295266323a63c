// What the commands about the whole organisation promise, run on both storages.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultBounds } from '#lib/domain/bands.ts';
import { foundTeam, type Team } from '../../tests/team.ts';
import { liveDeps } from '../collab/live-deps.ts';
import { findReader, getOrganisation, listExternalCosts, listLeaders } from '../db/organisation.ts';
import { addUser } from '../db/users.ts';

export function describeOrganisationCommands(kind: 'embedded' | 'postgres'): void {
	let team: Team;
	let organisation = '';
	beforeAll(async () => {
		team = await foundTeam(kind);
		organisation = (await findReader(team.deps.db.orm, team.users.owner))!.organisation;
		const login = { email: 'nadia@harbour.example', name: 'Nadia', passwordHash: null };
		await addUser(team.deps.db.orm, { id: 'usr_nadia', organisation, ...login });
	});
	afterAll(() => team?.storage.remove());

	const run = async (user: string, name: string, input: object): Promise<string> => {
		const done = await team.commands.find(name)!(user, { board: team.board, ...input });
		return done.ok ? 'ok' : done.problem.code;
	};

	it('P-32 lets owners only say who leads, what leaders see and what things cost, and where bands end', async () => {
		team.fake.open(team.board).create('projects', 'prj_1', { title: 'One' });
		const inputs: Record<string, object> = {
			'grant-overview': { email: 'nadia@harbour.example', leads: false },
			'set-organisation': { leadersSeePeople: false },
			'set-external-cost': { project: 'prj_1', amountMinor: 1 },
			'set-bands': { bounds: null }
		};
		for (const [name, input] of Object.entries(inputs))
			for (const [role, user] of Object.entries(team.users))
				expect(await run(user, name, input), `${role} ${name}`).toBe(
					role === 'owner' ? 'ok' : 'denied'
				);
		expect(await run('usr_nadia', 'grant-overview', inputs['grant-overview']!)).toBe('not-found');
	});

	it('P-30 makes a login a leader who belongs to no board, and takes it back', async () => {
		const { orm } = team.deps.db;
		const { owner } = team.users;
		const nadia = { email: ' Nadia@Harbour.example', leads: true };
		expect(await run(owner, 'grant-overview', nadia)).toBe('ok');
		expect(await findReader(orm, 'usr_nadia')).toMatchObject({ leads: true, boards: [] });
		expect(await listLeaders(orm, organisation)).toMatchObject([{ user: 'usr_nadia' }]);
		expect(await team.auth.membershipOf('usr_nadia', team.board)).toBeUndefined();
		expect(await team.auth.boardsOf('usr_nadia')).toEqual([]);
		expect(await run(owner, 'grant-overview', { ...nadia, leads: false })).toBe('ok');
		expect(await listLeaders(orm, organisation)).toEqual([]);
	});

	it('P-31 notes each look at the individuals of a board, and refuses leaders until it is allowed', async () => {
		const { owner, leader, planner } = team.users;
		const looks = () =>
			team.deps.db.orm.query.overviewLooks.findMany({
				columns: { user: true, team: true, looks: true }
			});
		expect(await run(leader, 'see-people', {})).toBe('denied');
		expect(await run('usr_nadia', 'see-people', {})).toBe('not-found');
		expect(await looks()).toEqual([]);
		expect(await run(owner, 'set-organisation', { leadersSeePeople: true })).toBe('ok');
		expect(await run(leader, 'see-people', {})).toBe('ok');
		expect(await run(leader, 'see-people', {})).toBe('ok');
		expect(await looks()).toEqual([{ user: leader, team: team.board, looks: 2 }]);
		expect(await run(owner, 'set-organisation', { leadersSeePeople: false })).toBe('ok');
		expect(await run(leader, 'see-people', {})).toBe('denied');
		expect(await run(planner, 'see-people', {})).toBe('ok');
	});

	it('finds nobody of another organisation, and nobody who has no login', async () => {
		const { orm, sql } = team.deps.db;
		await sql`insert into organisations (id, name) values ('org_other', 'Other')`;
		const other = { id: 'usr_other', organisation: 'org_other', name: 'O', passwordHash: null };
		await addUser(orm, { ...other, email: 'o@other.example' });
		for (const email of ['o@other.example', 'nobody@harbour.example'])
			expect(await run(team.users.owner, 'grant-overview', { email, leads: true })).toBe(
				'no-login'
			);
		expect((await findReader(orm, 'usr_other'))!.leads).toBe(false);
	});

	it('keeps a rate together with its currency', async () => {
		const { owner } = team.users;
		const set = (input: object) => run(owner, 'set-organisation', input);
		const now = () => getOrganisation(team.deps.db.orm, organisation);
		expect(await now()).toEqual({
			...{ leadersSeePeople: false, blendedRateMinor: null, currency: '', loadBounds: null }
		});
		expect(await set({ blendedRateMinor: 6550 })).toBe('invalid');
		expect(await set({ blendedRateMinor: 6550, currency: '' })).toBe('invalid');
		expect(await set({ blendedRateMinor: -1, currency: 'EUR' })).toBe('invalid');
		expect(await set({ blendedRateMinor: 6550, currency: 'euros' })).toBe('invalid');
		expect(await set({ blendedRateMinor: 6550, currency: 'eur' })).toBe('ok');
		expect(await set({ leadersSeePeople: true })).toBe('ok');
		expect(await now()).toEqual({
			...{ leadersSeePeople: true, blendedRateMinor: 6550, currency: 'EUR', loadBounds: null }
		});
		expect(await set({ blendedRateMinor: null, currency: '' })).toBe('ok');
		expect((await now()).blendedRateMinor).toBeNull();
	});

	it('C-24 keeps where bands end for every board, refuses what is none, and goes back to the usual', async () => {
		const { owner, viewer } = team.users;
		const { orm, sql } = team.deps.db;
		const doors = liveDeps({ ...team.deps, auth: team.auth });
		const set = (bounds: unknown) =>
			team.commands.find('set-bands')!(owner, { board: team.board, bounds });
		const told = async () => ({
			page: (await team.auth.membershipOf(viewer, team.board))!.loadBounds,
			socket: (await doors.findStanding(viewer, team.board))!.bounds
		});
		const own = [50, 80, 90, 110, 130];
		expect(await told()).toEqual({ page: null, socket: defaultBounds });
		team.fake.told.length = 0;
		expect((await set(own)).ok).toBe(true);
		// Everybody's open sockets are looked at again.
		expect(team.fake.told).toEqual([{}]);
		expect(await told()).toEqual({ page: own, socket: own });
		for (const [bounds, why] of [
			[[50, 80, 80, 110, 130], 'Band 3 (80 %): write more than 80 %, where band 2 ends.'],
			[[50, 80, 90, 110, 301], 'Band 5 (301 %): write a whole per cent from 1 to 300.'],
			[[50, 80, 90.5, 110, 130], 'Band 3 (90.5 %): write a whole per cent from 1 to 300.'],
			[[50, 80, 90, 110], 'Say where five bands end; 4 were given.'],
			[[50, 80, NaN, 110, 130], 'Say where each band ends, in per cent.'],
			['50-80', 'Say where the bands end.']
		] as const)
			expect(await set(bounds)).toMatchObject({ problem: { code: 'invalid', message: why } });
		expect(await told()).toEqual({ page: own, socket: own });
		// Storage would not take them either.
		for (const wrong of ['{50,80,80,110,130}', '{50,80,90,95,100}', '{50,null,90,110,130}', '{50}'])
			await expect(
				(async () => sql`update organisations set load_bounds = ${wrong}::integer[]`)()
			).rejects.toThrow(/organisations_load_bounds/);
		expect((await set([...defaultBounds])).ok).toBe(true);
		expect(await told()).toEqual({ page: null, socket: defaultBounds });
		expect((await set(own)).ok).toBe(true);
		expect((await set(null)).ok).toBe(true);
		expect((await getOrganisation(orm, organisation)).loadBounds).toBeNull();
	});

	it('keeps what a project costs outside the team beside the board, never on it', async () => {
		const { owner } = team.users;
		const costs = () => listExternalCosts(team.deps.db.orm, [team.board]);
		const cost = (amountMinor: number | null, project = 'prj_1') =>
			run(owner, 'set-external-cost', { project, amountMinor });
		expect(await cost(120_000)).toBe('ok');
		expect(await cost(900_000)).toBe('ok');
		expect(await costs()).toEqual([{ board: team.board, project: 'prj_1', amountMinor: 900_000 }]);
		expect(await cost(1, 'prj_none')).toBe('not-found');
		expect(await cost(0.5)).toBe('invalid');
		const told = JSON.stringify(team.fake.open(team.board).doc.toJSON());
		expect(told).not.toContain('900000');
		expect(await cost(null)).toBe('ok');
		expect(await costs()).toEqual([]);
	});
}
