// What closing days and time off promise, said once and run on both storages.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foundTeam, type Team } from '../../../tests/team.ts';
import type { Result } from '#lib/domain/result.ts';
import { TeamLoad } from '#lib/model/team-load.ts';

const answer = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);

function valueOf<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(result.problem.message);
	return result.value;
}

const year = new Date().getUTCFullYear();
const ics = (...events: string[][]): Uint8Array =>
	new TextEncoder().encode(
		[
			...['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Harbour days'],
			...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
			...['END:VCALENDAR', '']
		].join('\r\n')
	);
const oneDay = (day: string, name: string): string[] => [
	`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
	`SUMMARY:${name}`
];

export function describeCalendar(kind: 'embedded' | 'postgres'): void {
	let team: Team;
	let person = '';
	beforeAll(async () => {
		team = await foundTeam(kind);
		const { board, users, commands } = team;
		const made = await commands.addPerson(users.planner, {
			board,
			name: 'Priya',
			region: 'GB-ENG'
		});
		person = valueOf(made).person;
	});
	afterAll(() => team?.storage.remove());

	/** Net minutes of Priya as every screen reads them, live from the document. */
	function netOf(day: string): number {
		const load = new TeamLoad(team.fake.open(team.board), day, day);
		return load.grid.net[load.grid.rowOf(person)] ?? -1;
	}

	it('P-40 and C-33 an owner closes the company everywhere, and boards show it at once', async () => {
		const { board, users, commands } = team;
		const day = `${year + 1}-03-03`;
		const given = { board, from: day, to: day, name: 'Founders day' };
		expect(answer(await commands.setClosingDay(users.planner, given))).toBe('denied');
		const before = netOf(day);
		const { closingDay } = valueOf(await commands.setClosingDay(users.owner, given));
		expect(team.fake.open(board).get('absences', closingDay)).toMatchObject({
			...{ person: '', region: '', closure: true, requested: false, label: 'Founders day' }
		});
		expect([before > 0, netOf(day)]).toEqual([true, 0]);
		const again = valueOf(
			await commands.setClosingDay(users.owner, { ...given, name: 'Founding' })
		);
		expect(again.closingDay).toBe(closingDay);
		expect(answer(await commands.removeClosingDay(users.planner, { board, closingDay }))).toBe(
			'denied'
		);
		await commands.removeClosingDay(users.owner, { board, closingDay });
		expect(netOf(day)).toBe(before);
		const gone = await commands.removeClosingDay(users.owner, { board, closingDay });
		expect(answer(gone)).toBe('not-found');
	});

	it('C-33 a country closes its regions, another one does not, part of a day stays open', async () => {
		const { board, users, commands } = team;
		const [one, two] = [`${year + 1}-03-10`, `${year + 1}-03-11`];
		const set = (from: string, more: object) =>
			commands.setClosingDay(users.owner, { board, from, to: from, name: 'Closed', ...more });
		const full = netOf(one);
		await set(one, { region: 'DE' });
		expect(netOf(one)).toBe(full);
		await set(one, { region: 'GB' });
		expect(netOf(one)).toBe(0);
		await set(two, { region: 'GB-ENG', minutesPerDay: 225 });
		expect(netOf(two)).toBe(full / 2);
		expect(answer(await set(two, { region: 'Atlantis' }))).toBe('invalid');
		expect(answer(await set(two, { to: one }))).toBe('invalid');
	});

	it('C-33 a public holiday the company works on closes nothing', async () => {
		const { board, users, commands } = team;
		const day = `${year + 1}-12-27`;
		const holiday = valueOf(
			await commands.readCalendar(users.planner, board)
		).inUse[0]!.holidays.find(
			(one) => one.from.startsWith(`${year + 1}`) && one.name.includes('Easter Monday')
		)!;
		expect(netOf(holiday.from)).toBe(0);
		const given = { board, from: holiday.from, to: holiday.from, name: 'Harvest', works: true };
		valueOf(await commands.setClosingDay(users.owner, given));
		expect(netOf(holiday.from)).toBeGreaterThan(0);
		const view = valueOf(await commands.readCalendar(users.planner, board));
		expect(view.inUse[0]!.holidays.find((one) => one.from === holiday.from)?.worked).toBe(true);
		expect(view.inUse[0]!.holidays.find((one) => one.from === day)?.worked ?? false).toBe(false);
		expect([view.mayEdit, view.nowhere]).toEqual([false, 5]);
	});

	it('C-35 a calendar file is looked at, imported, and the same again changes nothing', async () => {
		const { board, users, commands } = team;
		const into = { source: '', region: '' };
		const file = ics(oneDay(`${year + 1}-05-05`, 'Regatta'), oneDay(`${year + 1}-05-06`, 'Rest'));
		const look = (bytes: Uint8Array) =>
			commands.calendars.upload(users.owner, board, 'days.ics', bytes, into);
		expect(answer(await commands.calendars.upload(users.planner, board, 'd.ics', file, into))).toBe(
			'denied'
		);
		const first = valueOf(await look(file));
		expect([first.source, first.added.length, first.unchanged]).toEqual(['Harbour days', 2, 0]);
		expect(netOf(`${year + 1}-05-05`)).toBeGreaterThan(0);
		const { file: hash, source, region } = first;
		const apply = (given: object) => commands.calendars.apply(users.owner, { board, ...given });
		valueOf(await apply({ file: hash, source, region }));
		expect(netOf(`${year + 1}-05-05`)).toBe(0);
		const doc = team.fake.open(board);
		let updates = 0;
		doc.doc.on('update', () => updates++);
		const again = valueOf(await apply({ file: hash, source, region }));
		expect([again.added, again.removed, again.unchanged, updates]).toEqual([[], [], 2, 0]);
		const moved = ics(
			['UID:other', ...oneDay(`${year + 1}-05-05`, 'Regatta')],
			oneDay(`${year + 1}-05-07`, 'Rest')
		);
		const later = valueOf(await look(moved));
		expect([later.added.length, later.removed.length, later.unchanged]).toEqual([1, 1, 1]);
		valueOf(await apply({ file: later.file, source, region }));
		expect([netOf(`${year + 1}-05-05`), netOf(`${year + 1}-05-07`)]).toEqual([0, 0]);
		expect(netOf(`${year + 1}-05-06`)).toBeGreaterThan(0);
		const gone = valueOf(await commands.removeClosingDay(users.owner, { board, source, region }));
		expect(gone.removed).toBe(2);
		expect(answer(await apply({ file: '0'.repeat(64), source }))).toBe('gone');
		expect(answer(await apply({ file: 'x', source }))).toBe('invalid');
		expect(answer(await look(new TextEncoder().encode('no calendar')))).toBe('file');
	});

	it('P-18 and C-30 one asks, changes and withdraws; only what is approved takes hours', async () => {
		const { board, users, persons, commands } = team;
		const [monday, friday] = [`${year + 1}-08-02`, `${year + 1}-08-06`];
		const own = { board, person: persons.designer, from: monday, to: friday };
		const { absence } = valueOf(await commands.requestAbsence(users.designer, own));
		const doc = team.fake.open(board);
		const low = (): number[] => {
			const load = new TeamLoad(doc, monday, friday);
			const row = load.grid.rowOf(persons.designer);
			return [load.grid.net[row * 5 + 1] ?? -1];
		};
		const full = low();
		const shorter = {
			board,
			absence,
			from: monday,
			to: monday,
			minutesPerDay: 60,
			kind: 'training'
		};
		expect(answer(await commands.changeAbsence(users.leader, shorter))).toBe('denied');
		expect(answer(await commands.changeAbsence(users.designer, shorter))).toBe('ok');
		expect(doc.get('absences', absence)).toMatchObject({
			...{ span: { from: monday, to: monday }, minutesPerDay: 60, requested: true }
		});
		expect(low()).toEqual(full);
		await commands.decideAbsence(users.planner, { board, absence, decision: 'approve' });
		expect(doc.get('absences', absence)?.requested).toBe(false);
		expect(answer(await commands.changeAbsence(users.designer, shorter))).toBe('approved');
		expect(answer(await commands.withdrawAbsence(users.leader, { board, absence }))).toBe('denied');
		expect(answer(await commands.withdrawAbsence(users.designer, { board, absence }))).toBe('ok');
		expect(doc.get('absences', absence)).toBeUndefined();
		const past = { ...own, from: `${year - 1}-08-02`, to: `${year - 1}-08-02` };
		const old = valueOf(await commands.recordAbsence(users.planner, past));
		expect(answer(await commands.withdrawAbsence(users.designer, { board, ...old }))).toBe('begun');
		expect(answer(await commands.withdrawAbsence(users.planner, { board, ...old }))).toBe('ok');
	});
}
