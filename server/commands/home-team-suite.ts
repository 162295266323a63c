// What P-23 and P-25 promise of home teams whose planner is on another board, said once and run on both storages.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Result } from '#lib/domain/result.ts';
import { isHomeTeam } from '#lib/policy/bookings.ts';
import { foundTeam, type Team } from '../../tests/team.ts';
import { findMembership, putMembership } from '../db/memberships.ts';
import { changePerson, findPerson } from '../db/people.ts';
import { listRequests } from '../db/requests.ts';
import { projectedAllocations } from '../db/schema.ts';
import { addUser } from '../db/users.ts';
import { sayAsked } from '../overview/asked.ts';
import { addNewPerson } from './new-person.ts';

function valueOf<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(result.problem.message);
	return result.value;
}
const ruleOf = (result: Result<unknown>): unknown => (result.ok ? 'ok' : result.problem.value);

export function describeHomeTeams(kind: 'embedded' | 'postgres'): void {
	let team: Team;
	let media = '';
	let fay = '';
	const week = { from: '2027-01-11', to: '2027-01-15' };

	/** Mia plans the Media board only; Fay of Media is borrowed by the board of the others. */
	beforeAll(async () => {
		team = await foundTeam(kind);
		const { orm } = team.deps.db;
		const { organisation } = (await findPerson(orm, team.persons.owner))!;
		media = valueOf(
			await team.commands.createBoard(team.users.owner, { board: team.board, name: 'Media' })
		).board;
		const login = { email: 'mia@harbour.example', name: 'Mia', passwordHash: null };
		await addUser(orm, { id: 'usr_mia', organisation, ...login });
		await putMembership(orm, media, 'usr_mia', 'planner');
		const now = team.deps.clock.now();
		const mia = await addNewPerson(orm, media, { organisation, ...login, userId: 'usr_mia' }, now);
		fay = await addNewPerson(orm, media, { organisation, name: 'Fay' }, now);
		for (const person of [mia, fay]) await changePerson(orm, person, { unit: 'Media' });
		await changePerson(orm, team.persons.planner, { unit: 'Studio' });
		valueOf(await team.commands.addPerson(team.users.planner, { board: team.board, person: fay }));
	});
	afterAll(() => team?.storage.remove());

	const shown = (board = team.board) => team.fake.open(board).get('people', fay)!;
	const isHome = async (user: string): Promise<boolean> => {
		const actor = (await findMembership(team.deps.db.orm, user, team.board))!;
		return isHomeTeam(actor, fay, team.fake.open(team.board));
	};

	it('P-23 asks a team whose planner belongs to another board', async () => {
		expect(shown()).toMatchObject({ unit: 'Media', homePlans: true });
		expect(await isHome(team.users.planner)).toBe(false);
		expect(await isHome(team.users.owner)).toBe(true);
	});

	it('P-25 leaves hours, time off and who somebody is to their own team and to owners', async () => {
		const { planner, owner } = team.users;
		const { board } = team;
		const person = fay;
		const about = { board, person };
		const absence = { ...about, ...week, kind: 'sick' };
		const { absence: id } = valueOf(await team.commands.recordAbsence(owner, absence));
		const minutes = [60, 60, 60, 60, 60, 0, 0];
		const tries: [string, object][] = [
			['edit-person', { ...about, maxLoadBp: 30_000 }],
			['edit-person', { ...about, unit: 'Studio' }],
			['set-pattern', { ...about, from: null, minutes }],
			['record-absence', absence],
			['request-absence', absence],
			['change-absence', { board, absence: id, ...week }],
			['withdraw-absence', { board, absence: id }],
			['decide-absence', { board, absence: id, decision: 'remove' }]
		];
		for (const [name, input] of tries)
			expect(ruleOf(await team.commands.find(name)!(planner, input)), name).toBe('P-25');
		const mine = { board: media, person };
		expect(ruleOf(await team.commands.editPerson('usr_mia', { ...mine, title: 'Editor' }))).toBe(
			'ok'
		);
		expect(shown().title).toBe('Editor');
		expect(ruleOf(await team.commands.editPerson(owner, { ...about, maxLoadBp: 11_000 }))).toBe(
			'ok'
		);
	});

	it('P-25 tells the kind of leave to owners and to the home team, and nobody else', async () => {
		const read = async (user: string, board: string) => {
			const { people, absences } = valueOf(await team.commands.readTeam(user, board));
			const { mayEdit } = people.find((one) => one.id === fay)!;
			return { mayEdit, kinds: absences.map((row) => row.kind) };
		};
		expect(await read(team.users.planner, team.board)).toEqual({ mayEdit: false, kinds: [''] });
		expect(await read(team.users.owner, team.board)).toEqual({ mayEdit: true, kinds: ['sick'] });
		expect(await read('usr_mia', media)).toEqual({ mayEdit: true, kinds: ['sick'] });
	});

	it('P-25 lets nobody move into a team they do not speak for, by hand or by roster', async () => {
		const { planner } = team.users;
		const { board } = team;
		const self = { board, person: team.persons.planner };
		expect(ruleOf(await team.commands.editPerson(planner, { ...self, unit: 'Media' }))).toBe(
			'P-25'
		);
		expect(ruleOf(await team.commands.editPerson(planner, { ...self, unit: '' }))).toBe('ok');
		expect(await isHome(planner)).toBe(false);
		await changePerson(team.deps.db.orm, fay, { externalId: '7' });
		const lines = ['Employee number,Name,Team,Most load %', '7,Fay,Media,300', '8,Gus,Media,100'];
		const bytes = new TextEncoder().encode(lines.join('\n'));
		const check = valueOf(await team.commands.rosters.upload(planner, board, bytes));
		expect(check.rows.map(({ state, notes }) => [state, notes[0]])).toEqual(
			Array(2).fill([
				'error',
				'Media has a planner of its own. Ask them, or an owner, to import it.'
			])
		);
		const all = valueOf(await team.commands.rosters.upload('usr_mia', media, bytes));
		expect(all.counts).toMatchObject({ error: 0 });
	});

	it('P-23 lets a planner of the team confirm what a board asks that they do not belong to', async () => {
		const { board } = team;
		const doc = team.fake.open(board);
		const load = { mode: 'percent', amount: 6000 } as const;
		const span = { from: '2027-03-01', to: '2027-03-05' };
		doc.create('projects', 'prj_ask', { title: 'Secret' });
		const ask = (id: string, given: object = {}): string => {
			const asked = {
				person: fay,
				project: 'prj_ask',
				span,
				load,
				certainty: 'requested'
			} as const;
			doc.create('allocations', id, { ...asked, ...given });
			return id;
		};
		const confirm = async (user: string, id: string, more: object = {}) => {
			const expected = { person: fay, span, load };
			const input = { board, allocation: id, expected, ...more };
			return await team.commands.confirmAllocation(user, input);
		};
		const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code);
		const { planner } = team.persons;
		const first = ask('alc_ask1');
		expect(code(await confirm('usr_mia', ask('alc_own', { person: planner })))).toBe('not-found');
		expect(code(await confirm('usr_mia', ask('alc_soft', { certainty: 'tentative' })))).toBe(
			'not-found'
		);
		expect(code(await confirm(team.users.planner, first))).toBe('denied');
		const late = { expected: { person: fay, span: week, load } };
		expect(code(await confirm('usr_mia', first, late))).toBe('changed');
		expect(code(await confirm('usr_mia', first))).toBe('ok');
		const mia = (await findMembership(team.deps.db.orm, 'usr_mia', media))!.person;
		expect(doc.get('allocations', first)).toMatchObject({
			...{ certainty: 'confirmed', confirmedBy: mia }
		});
		const second = await confirm('usr_mia', ask('alc_ask2', { load: { ...load, amount: 6000 } }));
		expect(code(second)).toBe('over-booked');
		expect(JSON.stringify(second)).not.toContain('Secret');
		await putMembership(team.deps.db.orm, media, 'usr_mia', 'designer');
		expect(code(await confirm('usr_mia', 'alc_ask2'))).toBe('not-found');
		await putMembership(team.deps.db.orm, media, 'usr_mia', 'planner');
	});

	it('P-23 lists what such boards ask, with nothing else of them', async () => {
		const { orm } = team.deps.db;
		const row: Omit<typeof projectedAllocations.$inferInsert, 'id'> = {
			...{ board: team.board, person: fay, role: '', skill: '', level: null, project: 'prj_ask' },
			...{ from: week.from, to: week.to, loadMode: 'percent', loadAmount: 6000 },
			...{ contour: 'flat', certainty: 'requested', probabilityBp: null, kind: 'project' },
			...{ archived: false, counts: true }
		};
		await orm.insert(projectedAllocations).values([
			{ ...row, id: 'alc_a' },
			{ ...row, id: 'alc_b', certainty: 'tentative' },
			{ ...row, id: 'alc_c', person: team.persons.planner },
			{ ...row, id: 'alc_d', board: media }
		]);
		const rows = await listRequests(orm, 'usr_mia', [media]);
		expect(rows.map((one) => one.id)).toEqual(['alc_a']);
		expect(await listRequests(orm, team.users.planner, [])).toEqual([]);
		const expected = {
			...{ person: fay, span: week, load: { mode: 'percent', amount: 6000 } }
		};
		expect(sayAsked(rows, '2027-01-15')).toEqual([
			{
				...{ kind: 'booking', board: 'Another board', days: null, href: null },
				text: 'Fay is asked for by another board, 11 Jan to 15 Jan, 60 % of their hours',
				asked: { board: team.board, allocation: 'alc_a', expected }
			}
		]);
		expect(sayAsked(rows, '2027-01-16')).toEqual([]);
	});

	it('P-23 asks nobody once that team has no planner left on any board', async () => {
		const set = team.commands.find('set-role')!;
		const change = { board: media, user: 'usr_mia' };
		valueOf(await set(team.users.owner, { ...change, role: 'viewer' }));
		expect([shown().homePlans, shown(media).homePlans]).toEqual([false, false]);
		expect(await isHome(team.users.planner)).toBe(true);
		valueOf(await set(team.users.owner, { ...change, role: 'planner' }));
		expect(shown().homePlans).toBe(true);
	});

	it('P-18 tells by the day it is for the person whether their time off has begun', async () => {
		const { board } = team;
		const { designer } = team.users;
		const person = team.persons.designer;
		// Whatever the hour, it is another day at one end of the world than at the other.
		const days = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((zone) =>
			team.deps.clock.today(zone)
		);
		const from = days[0]!;
		const take = async (timeZone: string): Promise<string> => {
			await changePerson(team.deps.db.orm, person, { timeZone });
			const input = { board, person, from, to: from };
			const { absence } = valueOf(await team.commands.recordAbsence(team.users.owner, input));
			const gone = await team.commands.withdrawAbsence(designer, { board, absence });
			return gone.ok ? 'ok' : gone.problem.code;
		};
		expect(days[1]! < from).toBe(true);
		expect(await take('Pacific/Kiritimati')).toBe('begun');
		expect(await take('Pacific/Pago_Pago')).toBe('ok');
		await changePerson(team.deps.db.orm, person, { timeZone: '' });
	});
}
