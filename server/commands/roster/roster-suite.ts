// What importing people and leave promises, said once and run on both storages.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foundTeam, type Team } from '../../../tests/team.ts';
import type { Result } from '#lib/domain/result.ts';
import type { RosterCheck } from './roster.ts';

const answer = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);

function valueOf<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(result.problem.message);
	return result.value;
}

const csv = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'));

const people = csv(
	'Employee number,Name,Job title,Team,Country,Hours per week,Not for projects %,Skills,Employed from',
	'1001,Asha Rao,Designer,Studio,England,30,25,"Storyline:4, Video",01/09/2024',
	'1002,Bo Lind,Developer,Build,DE-BY,37.5,,,15/01/2025',
	'1003,planner,Planner,Office,,37.5,,,',
	'1001,Asha again,,,,,,,',
	'1004,,,,Atlantis,300,,,31/31/2024',
	',Nobody,,,,,,,'
);
const leave = csv(
	'Employee ID;First day;Last day;Hours per day;Type;Status',
	'1001;03.08.2026;07.08.2026;;Annual leave;approved',
	'1001;10.08.2026;;3,5;Training;pending',
	'1002;2026-12-28;2026-12-24;;Sick;approved',
	'9999;03.08.2026;;;;'
);

export function describeRosters(kind: 'embedded' | 'postgres'): void {
	let team: Team;
	beforeAll(async () => {
		team = await foundTeam(kind);
	});
	afterAll(() => team?.storage.remove());

	const look = async (bytes: Uint8Array): Promise<RosterCheck> =>
		valueOf(await team.commands.rosters.upload(team.users.planner, team.board, bytes));
	async function load(bytes: Uint8Array): Promise<RosterCheck> {
		const { file, order } = await look(bytes);
		const input = { board: team.board, file, order };
		return valueOf(await team.commands.rosters.apply(team.users.planner, input));
	}
	const rowOf = (check: RosterCheck, row: number) => check.rows.find((one) => one.row === row)!;
	const shown = (name: string) =>
		[...team.fake.open(team.board).all('people')].find((one) => one.name === name);

	it('C-36 says row by row what would change, and writes nothing', async () => {
		const check = await look(people);
		expect(check.counts).toEqual({ new: 2, changed: 1, unchanged: 0, error: 3 });
		expect(check.order).toBe('dmy');
		expect(rowOf(check, 4)).toMatchObject({ name: 'planner', state: 'changed' });
		expect(rowOf(check, 4).notes).toContain('employee number: none → 1003');
		expect(rowOf(check, 5).notes).toEqual(['The employee number 1001 stands in row 2 already.']);
		expect(rowOf(check, 6).notes.join(' ')).toMatch(/name is missing.*Atlantis.*31\/31.*300/);
		expect(rowOf(check, 7).notes).toEqual(['The employee number is missing.']);
		expect(shown('Asha Rao')).toBeUndefined();
		const { designer } = team.users;
		expect(answer(await team.commands.rosters.upload(designer, team.board, people))).toBe('denied');
		const none = await team.commands.rosters.upload(team.users.owner, team.board, csv('Name', 'A'));
		expect(answer(none)).toBe('file');
	});

	it('C-36 imports people once, updates them later, and never doubles them', async () => {
		await load(people);
		expect(shown('Asha Rao')).toMatchObject({
			...{ title: 'Designer', unit: 'Studio', region: 'GB-ENG', nonProjectBp: 2500 },
			...{ hoursAssumed: false, starts: '2024-09-01', skills: ['Storyline', 'Video'] },
			skillLevels: [
				{ skill: 'Storyline', level: 4 },
				{ skill: 'Video', level: 3 }
			],
			patterns: [{ from: null, minutes: [360, 360, 360, 360, 360, 0, 0] }]
		});
		const before = [...team.fake.open(team.board).all('people')].length;
		let updates = 0;
		team.fake.open(team.board).doc.on('update', () => updates++);
		const again = await load(people);
		expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 3, error: 3 });
		expect(updates).toBe(0);
		const later = await load(
			csv('Staff no,Name,Weekly hours,Hours from', '1001,Asha Rao-Lind,24,2027-01-04')
		);
		expect(later.rows[0]!.notes).toEqual([
			'name: Asha Rao → Asha Rao-Lind',
			'hours a week: 30 → 24 from 2027-01-04'
		]);
		expect(shown('Asha Rao-Lind')?.patterns).toEqual([
			{ from: null, minutes: [360, 360, 360, 360, 360, 0, 0] },
			{ from: '2027-01-04', minutes: [288, 288, 288, 288, 288, 0, 0] }
		]);
		expect([...team.fake.open(team.board).all('people')]).toHaveLength(before);
	});

	it('C-36 imports leave by employee number, and changes or takes it back later', async () => {
		const check = await look(leave);
		expect(check.counts).toEqual({ new: 2, changed: 0, unchanged: 0, error: 2 });
		expect(rowOf(check, 4).notes[0]).toMatch(/before it starts/);
		expect(rowOf(check, 5).notes[0]).toMatch(/Nobody has the employee number 9999/);
		await load(leave);
		const asha = shown('Asha Rao-Lind')!.id;
		const away = () =>
			[...team.fake.open(team.board).where('absences', 'person', asha)].sort((a, b) =>
				a.span!.from < b.span!.from ? -1 : 1
			);
		expect(away()).toMatchObject([
			{ span: { from: '2026-08-03', to: '2026-08-07' }, minutesPerDay: null, requested: false },
			{ span: { from: '2026-08-10', to: '2026-08-10' }, minutesPerDay: 210, requested: true }
		]);
		expect((await load(leave)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
		const changed = await load(
			csv(
				'Employee ID;First day;Last day;Hours per day;Type;Status',
				'1001;03.08.2026;14.08.2026;;Annual leave;approved',
				'1001;10.08.2026;;3,5;Training;declined'
			)
		);
		expect(changed.counts).toMatchObject({ new: 0, changed: 2 });
		expect(away()).toMatchObject([{ span: { from: '2026-08-03', to: '2026-08-14' } }]);
	});

	it('C-36 takes leave recorded by hand for the same, and reads dates as it is told', async () => {
		const { board, users, commands } = team;
		const person = shown('Bo Lind')!.id;
		const given = { board, person, from: '2026-05-04', to: '2026-05-04' };
		await commands.recordAbsence(users.planner, given);
		const file = csv('Employee ID,From,To', '1002,05/04/2026,05/04/2026');
		const first = await look(file);
		expect([first.order, first.counts.new]).toEqual(['dmy', 1]);
		const input = { board, file: first.file, order: 'mdy' };
		const second = valueOf(await commands.rosters.check(users.planner, input));
		expect(second.counts).toMatchObject({ new: 0, unchanged: 1 });
		expect(answer(await commands.rosters.check(users.designer, input))).toBe('denied');
		expect(answer(await commands.rosters.apply(users.designer, input))).toBe('denied');
		expect(answer(await commands.rosters.apply(users.planner, { ...input, file: 'x' }))).toBe(
			'invalid'
		);
	});
}
