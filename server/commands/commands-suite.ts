// What commands promise, said once and run on both storages by commands.test.ts and commands.pg.test.ts.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { aVisit, foundTeam, PASSWORD, type Team } from '../../tests/team.ts';
import type { Role } from '#lib/policy/roles.ts';
import type { Result } from '#lib/domain/result.ts';
import { hashToken } from '../row-id.ts';

/** `ok`, or the code of the problem. */
const answer = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);

function valueOf<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(result.problem.message);
	return result.value;
}

export function describeCommands(kind: 'embedded' | 'postgres'): void {
	let team: Team;
	let project = 0;
	beforeAll(async () => {
		team = await foundTeam(kind);
	});
	afterAll(() => team?.storage.remove());

	/** Every command with input that fits, made afresh for each asking. */
	const inputs: Record<string, () => Record<string, unknown>> = {
		'rename-board': () => ({ name: 'Harbour plan' }),
		'set-preset': () => ({ preset: 'standard' }),
		invite: () => ({ email: 'new@harbour.example', role: 'viewer' }),
		'set-role': () => ({ user: team.users.viewer, role: 'viewer' }),
		'link-login': () => ({ user: team.users.viewer, person: team.persons.viewer }),
		'add-person': () => ({ name: 'Kim', region: 'GB-ENG' }),
		'edit-person': () => ({ person: team.persons.viewer, title: 'Reader' }),
		'set-pattern': () => ({
			...{ person: team.persons.viewer, from: null },
			minutes: [450, 450, 450, 450, 450, 0, 0]
		}),
		'record-absence': () => ({ ...week, person: team.persons.viewer }),
		'request-sign-off': () => ({ ...subject(), askedOf: 'team' }),
		'record-approval': () => subject(),
		'create-board': () => ({ name: 'Another' })
	};
	const week = { from: '2026-08-03', to: '2026-08-07' };

	function subject() {
		const id = `prj_${++project}`;
		team.fake.open(team.board).create('projects', id, { title: id, lead: team.persons.planner });
		return { project: id, kind: 'storyboard' };
	}

	// By hand: who is let through on a standard board.
	const allowed: Record<string, Role[]> = {
		'rename-board': ['owner'],
		'set-preset': ['owner'],
		invite: ['owner'],
		'set-role': ['owner'],
		'link-login': ['owner'],
		'create-board': ['owner'],
		'add-person': ['owner', 'planner'],
		'edit-person': ['owner', 'planner'],
		'set-pattern': ['owner', 'planner'],
		'record-absence': ['owner', 'planner'],
		'request-sign-off': ['owner', 'planner'],
		'record-approval': ['owner', 'planner']
	};

	it('P-16 to P-20 lets each role do what the table says, and strangers nothing', async () => {
		for (const [name, roles] of Object.entries(allowed)) {
			const run = team.commands.find(name)!;
			for (const role of ['owner', 'planner', 'leader', 'designer', 'viewer'] as const) {
				const input = { board: team.board, ...inputs[name]!() };
				const expected = roles.includes(role) ? 'ok' : 'denied';
				expect(answer(await run(team.users[role], input)), `${role} ${name}`).toBe(expected);
			}
			const input = { board: team.board, ...inputs[name]!() };
			expect(answer(await run('usr_stranger', input)), name).toBe('not-found');
		}
	});

	it('refuses another board as if it were not there, and input that does not fit', async () => {
		const { renameBoard, editPerson, addPerson, find } = team.commands;
		const { owner } = team.users;
		expect(answer(await renameBoard(owner, { board: 'brd_other', name: 'X' }))).toBe('not-found');
		for (const input of [null, 7, {}, { board: team.board }, { board: team.board, name: ' ' }])
			expect(answer(await renameBoard(owner, input))).toBe('invalid');
		const person = 'per_elsewhere';
		expect(answer(await editPerson(owner, { board: team.board, person }))).toBe('not-found');
		const nowhere = { board: team.board, name: 'A', region: 'Atlantis' };
		expect(answer(await addPerson(owner, nowhere))).toBe('invalid');
		expect(find('__proto__')).toBeUndefined();
	});

	it('answers the same key the same, without doing it again', async () => {
		const { owner } = team.users;
		const input = { board: team.board, name: 'Once' };
		const both = await Promise.all([
			team.commands.addPerson(owner, input, 'key-1'),
			team.commands.addPerson(owner, input, 'key-1')
		]);
		expect(both[0]).toEqual(both[1]);
		const named = [...team.fake.open(team.board).all('people')].filter((p) => p.name === 'Once');
		expect(named).toHaveLength(1);
		const other = await team.commands.renameBoard(owner, input, 'key-1');
		expect(answer(other)).toBe('key');
	});

	it('shows on the board what was changed, and never the kind of leave', async () => {
		const { planner } = team.users;
		const board = team.board;
		const { person } = valueOf(
			await team.commands.addPerson(planner, { board, name: 'Priya', region: 'GB-ENG' })
		);
		const doc = team.fake.open(board);
		expect(doc.get('people', person)).toMatchObject({
			...{ name: 'Priya', region: 'GB-ENG', hoursAssumed: true, role: 'none', active: true },
			patterns: [{ from: null, minutes: [450, 450, 450, 450, 450, 0, 0] }]
		});
		const holidays = [...doc.all('absences')].filter((row) => row.region === 'GB-ENG');
		const year = new Date().getUTCFullYear();
		expect(holidays.length).toBeGreaterThan(4 * 7);
		expect(holidays.map((row) => row.id)).toContain(`hol_gb_eng_${year}_12_25`);
		const part = [240, 240, 240, 0, 0, 0, 0];
		await team.commands.setPattern(planner, { board, person, from: '2027-01-04', minutes: part });
		expect(doc.get('people', person)).toMatchObject({
			hoursAssumed: false,
			patterns: [{ from: null }, { from: '2027-01-04', minutes: part }]
		});
		const absence = { board, person, ...week, kind: 'sick', minutesPerDay: 120 };
		const { absence: id } = valueOf(await team.commands.recordAbsence(planner, absence));
		expect(doc.get('absences', id)).toMatchObject({ person, span: week, minutesPerDay: 120 });
		expect(JSON.stringify(doc.doc.toJSON())).not.toContain('sick');
		await team.commands.decideAbsence(planner, { board, absence: id, decision: 'remove' });
		expect(doc.get('absences', id)).toBeUndefined();
	});

	it('writes nothing where nothing has changed', async () => {
		const doc = team.fake.open(team.board);
		let updates = 0;
		doc.doc.on('update', () => updates++);
		await team.commands.renameBoard(team.users.owner, { board: team.board, name: 'Plan' });
		await team.commands.editPerson(team.users.owner, {
			...{ board: team.board, person: team.persons.designer },
			name: 'designer'
		});
		expect(updates).toBe(0);
	});

	it('P-18 lets people ask for their own time off, which counts once it is approved', async () => {
		const { designer, planner } = team.users;
		const { board } = team;
		const own = { board, person: team.persons.designer, ...week };
		const foreign = { ...own, person: team.persons.planner };
		expect(answer(await team.commands.requestAbsence(designer, foreign))).toBe('denied');
		const { absence } = valueOf(await team.commands.requestAbsence(designer, own));
		const doc = team.fake.open(board);
		expect(doc.get('absences', absence)).toMatchObject({ requested: true });
		const approve = { board, absence, decision: 'approve' };
		expect(answer(await team.commands.decideAbsence(designer, approve))).toBe('denied');
		await team.commands.decideAbsence(planner, approve);
		expect(doc.get('absences', absence)).toMatchObject({
			...{ span: week, minutesPerDay: null, requested: false }
		});
	});

	it('records a sign-off under the name of whoever gives it, solo for the lead, and withdraws it', async () => {
		const { board } = team;
		const about = { board, ...subject() };
		const doc = team.fake.open(board);
		const ask = { ...about, askedOf: team.persons.owner };
		const { approval } = valueOf(await team.commands.requestSignOff(team.users.planner, ask));
		expect(valueOf(await team.commands.requestSignOff(team.users.planner, ask))).toEqual({
			approval
		});
		expect(doc.get('approvals', approval)).toMatchObject({ askedOf: team.persons.owner, by: '' });
		const given = valueOf(await team.commands.recordApproval(team.users.planner, about));
		expect(given).toEqual({ approval, solo: true });
		expect(doc.get('approvals', approval)).toMatchObject({
			...{ by: team.persons.planner, solo: true, revoked: false }
		});
		const again = valueOf(await team.commands.recordApproval(team.users.owner, about));
		expect(again).toEqual(given);
		const revoke = { board, approval, reason: 'Wrong version' };
		expect(answer(await team.commands.revokeApproval(team.users.designer, revoke))).toBe('denied');
		expect(answer(await team.commands.revokeApproval(team.users.planner, revoke))).toBe('ok');
		expect(doc.get('approvals', approval)?.revoked).toBe(true);
		const nowhere = { ...about, project: 'prj_none' };
		expect(answer(await team.commands.recordApproval(team.users.owner, nowhere))).toBe('not-found');
	});

	it('P-14 in a small team any colleague approves, viewers never', async () => {
		const { board } = team;
		const { owner, designer, viewer } = team.users;
		await team.commands.setPreset(owner, { board, preset: 'small-team' });
		const about = { board, ...subject() };
		expect(answer(await team.commands.recordApproval(viewer, about))).toBe('denied');
		expect(valueOf(await team.commands.recordApproval(designer, about)).solo).toBe(false);
		await team.commands.setPreset(owner, { board, preset: 'standard' });
		expect(team.fake.told).toContainEqual({ board });
	});

	it('P-16 sets the time zone in which the days of the board begin', async () => {
		const { board } = team;
		const set = team.commands.find('set-time-zone')!;
		const input = { board, timeZone: 'Pacific/Auckland' };
		expect(answer(await set(team.users.planner, input))).toBe('denied');
		expect(answer(await set(team.users.owner, { board, timeZone: 'Mars/North' }))).toBe('invalid');
		expect(answer(await set(team.users.owner, input))).toBe('ok');
		expect(team.fake.told).toContainEqual(input);
		expect((await team.auth.membershipOf(team.users.owner, board))!.timeZone).toBe(input.timeZone);
		expect(answer(await set(team.users.owner, { board, timeZone: '' }))).toBe('ok');
	});

	it('changes access, tells open sockets, and keeps an owner', async () => {
		const { board } = team;
		const { owner, leader } = team.users;
		const change = { board, user: leader, role: 'viewer' };
		await team.commands.setRole(owner, change);
		expect(team.fake.told).toContainEqual({ user: leader, board });
		expect(team.fake.open(board).get('people', team.persons.leader)?.role).toBe('viewer');
		const down = { board, user: owner, role: 'planner' };
		expect(answer(await team.commands.setRole(owner, down))).toBe('last-owner');
		expect(answer(await team.commands.removeMember(owner, { board, user: owner }))).toBe(
			'last-owner'
		);
		await team.commands.removeMember(owner, { board, user: leader });
		expect(await team.auth.membershipOf(leader, board)).toBeUndefined();
		expect(team.fake.open(board).get('people', team.persons.leader)).toMatchObject({
			...{ role: 'none', active: true }
		});
	});

	it('uses an invitation once, keeps only its hash, and refuses it withdrawn or old', async () => {
		const { board } = team;
		const { owner } = team.users;
		const accept = (token: string, address = '192.0.2.9') =>
			team.commands.acceptInvitation(
				token,
				{ name: 'Nia', password: 'a fair wind and tide' },
				aVisit({ address })
			);
		const ask = { board, email: 'Nia@Harbour.example', role: 'designer' };
		const { token } = valueOf(await team.commands.invite(owner, ask, 'key-2'));
		expect(valueOf(await team.commands.invite(owner, ask, 'key-2')).token).toBe('');
		expect(Buffer.from(token, 'base64url')).toHaveLength(32);
		const rows = JSON.stringify(await team.deps.db.orm.query.invitations.findMany());
		expect(rows).toContain(hashToken(token));
		expect(rows).not.toContain(token);
		expect(await team.commands.findInvitation(token)).toMatchObject({
			...{ email: 'nia@harbour.example', hasLogin: false }
		});
		const both = await Promise.all([accept(token), accept(token)]);
		expect(both.map(answer).sort()).not.toEqual(['ok', 'ok']);
		expect(both.map(answer)).toContain('ok');
		expect(answer(await accept(token))).toBe('gone');
		const login = await team.auth.login('nia@harbour.example', 'a fair wind and tide', aVisit());
		const nia = valueOf(login).user;
		const member = await team.auth.membershipOf(nia.id, board);
		expect(member).toMatchObject({ role: 'designer' });
		expect(team.fake.open(board).get('people', member!.person)?.name).toBe('Nia');

		const second = valueOf(
			await team.commands.invite(owner, { ...ask, email: 'b@harbour.example' })
		);
		const invitation = hashToken(second.token);
		await team.commands.withdrawInvitation(owner, { board, invitation });
		expect(answer(await accept(second.token))).toBe('gone');
		const third = valueOf(
			await team.commands.invite(owner, { ...ask, email: 'c@harbour.example' })
		);
		team.wait(7 * 86_400_000 + 1000);
		expect(answer(await accept(third.token))).toBe('gone');
		expect(await team.commands.findInvitation('made-up')).toBeUndefined();
	});

	it('asks an existing login for its password before it joins', async () => {
		const { board } = team;
		const { owner } = team.users;
		const made = await team.commands.createBoard(owner, {
			board,
			name: 'Second',
			workflow: 'fourteen'
		});
		const second = valueOf(made).board;
		expect(team.fake.open(second).rows('stages').size).toBe(14);
		const ask = { board: second, email: 'nia@harbour.example', role: 'planner' };
		const { token } = valueOf(await team.commands.invite(owner, ask));
		const join = (password: string) =>
			team.commands.acceptInvitation(token, { name: '', password }, aVisit());
		expect(answer(await join('not her password'))).toBe('login');
		expect(answer(await join('a fair wind and tide'))).toBe('ok');
		expect(answer(await team.commands.archiveBoard(owner, { board: second }))).toBe('ok');
		expect(await team.auth.membershipOf(owner, second)).toBeUndefined();
		expect(team.fake.told).toContainEqual({ board: second, closed: 4410 });
	});

	it('takes the demo away in one go and leaves an empty board of one’s own', async () => {
		const own = await foundTeam(kind);
		try {
			const { board } = own;
			const { owner } = own.users;
			expect(answer(await own.commands.deleteDemo(owner, { board }))).toBe('not-demo');
			await own.deps.db.sql`update boards set is_demo = true`;
			const { boards, fresh } = valueOf(await own.commands.deleteDemo(owner, { board }));
			expect(boards).toEqual([board]);
			expect(own.fake.told).toContainEqual({ board, closed: 4410 });
			const left = await own.auth.boardsOf(owner);
			expect(left).toMatchObject([{ id: fresh, role: 'owner', isDemo: false }]);
			expect(own.fake.open(fresh!).rows('stages').size).toBe(7);
			expect([...own.fake.open(fresh!).all('people')].map((row) => row.name)).toEqual(['owner']);
			expect(await own.deps.db.orm.query.people.findMany()).toHaveLength(1);
		} finally {
			await own.storage.remove();
		}
	});

	it('keeps the answer when a board cannot be shown the change at once', async () => {
		team.fake.failWith(new Error('storage is away'));
		const input = { board: team.board, name: 'Late' };
		const { person } = valueOf(await team.commands.addPerson(team.users.owner, input));
		team.fake.failWith(undefined);
		team.commands.keepFresh(team.board);
		const shown = () => team.fake.open(team.board).get('people', person)?.name;
		await vi.waitFor(() => expect(shown()).toBe('Late'));
	});

	it('lets nobody found a second organisation, nor anybody without the token', async () => {
		const input = {
			...{ organisation: 'B', board: 'B', name: 'B', email: 'b@b.example', password: PASSWORD }
		};
		const found = (token: string) => team.commands.foundOrganisation({ ...input, token }, aVisit());
		expect(answer(await found('guess'))).toBe('token');
		expect(answer(await found(team.auth.firstOwner.reveal()))).toBe('token');
		expect(await team.auth.findFirstOwnerToken()).toBeNull();
	});
}
