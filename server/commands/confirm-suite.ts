// What confirming a booking promises, said once and run on both storages.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { foundTeam, type Team } from '../../tests/team.ts';
import type { Problem, Result } from '#lib/domain/result.ts';
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import type { OverbookedWeek } from '#lib/model/over-booking.ts';

const answer = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);
const problemOf = (result: Result<unknown>): Problem => {
	if (result.ok) throw new Error('it was not refused');
	return result.problem;
};
const WEEK = [480, 480, 480, 480, 480, 0, 0];
const span = { from: '2027-03-01', to: '2027-03-05' };
const load = { mode: 'percent', amount: 6000 } as const;

export function describeConfirming(kind: 'embedded' | 'postgres'): void {
	let team: Team;
	let doc: BoardDoc;
	let person: string;
	let count = 0;
	beforeAll(async () => {
		team = await foundTeam(kind);
	});
	afterAll(() => team?.storage.remove());
	beforeEach(() => {
		doc = team.fake.open(team.board);
		person = `per_conf_${++count}`;
		const hours = { nonProjectBp: 0, patterns: [{ from: null, minutes: WEEK }] };
		doc.create('people', person, { name: 'Fay', active: true, ...hours });
		const { planner } = team.persons;
		if (!doc.get('people', planner)) doc.create('people', planner, { name: 'planner' });
		if (!doc.get('projects', 'prj_conf'))
			doc.create('projects', 'prj_conf', { title: 'Safety', lead: team.persons.designer });
	});

	const book = (given: object = {}): string => {
		const id = `alc_conf_${++count}`;
		doc.create('allocations', id, { person, project: 'prj_conf', span, load, ...given });
		return id;
	};
	const confirm = (user: string, allocation: string, given: object = {}) =>
		team.commands.confirmAllocation(user, {
			...{ board: team.board, allocation },
			...{ expected: { person, span, load }, ...given }
		});
	/** As the log would note a change of the booking's dates. */
	const noteChange = (record: string, actor: string) =>
		team.deps.db.sql`
			insert into audit_event (board, epoch, seq, actor, collection, record, field, kind)
			values (${team.board}, 1, 1, ${actor}, 'allocations', ${record}, 'span', 'write')`;

	it('P-24 confirms what was seen, says by whom and when, and is fit to be asked twice', async () => {
		const id = book();
		expect(answer(await confirm(team.users.planner, id))).toBe('ok');
		const row = doc.get('allocations', id)!;
		expect(row).toMatchObject({ certainty: 'confirmed', confirmedBy: team.persons.planner });
		expect(row.confirmedAt).toBeGreaterThan(1.6e12);
		team.wait(1000);
		expect(answer(await confirm(team.users.owner, id))).toBe('ok');
		expect(doc.get('allocations', id)).toEqual(row);
		const byName = team.commands.find('confirm-allocation')!;
		const expected = { person, span, load };
		expect(
			answer(await byName(team.users.planner, { board: team.board, allocation: id, expected }))
		).toBe('ok');
	});

	it('P-24 lets planners and owners confirm, and nobody else', async () => {
		for (const role of ['leader', 'designer', 'viewer'] as const)
			expect(answer(await confirm(team.users[role], book())), role).toBe('denied');
		expect(answer(await confirm('usr_stranger', book()))).toBe('not-found');
		expect(answer(await confirm(team.users.owner, book()))).toBe('ok');
	});

	it('P-23 leaves somebody of another home team to that team, and to owners', async () => {
		doc.write('people', team.persons.planner, 'unit', 'Studio');
		doc.write('people', person, 'homePlans', true);
		doc.write('people', person, 'unit', 'Media');
		const id = book({ certainty: 'requested' });
		expect(problemOf(await confirm(team.users.planner, id)).value).toBe('P-24');
		doc.write('people', person, 'unit', 'Studio');
		expect(answer(await confirm(team.users.planner, id))).toBe('ok');
		doc.write('people', person, 'unit', 'Media');
		const other = book({ certainty: 'requested', span: { from: '2027-04-05', to: '2027-04-09' } });
		const seen = { person, span: { from: '2027-04-05', to: '2027-04-09' }, load };
		expect(answer(await confirm(team.users.owner, other, { expected: seen }))).toBe('ok');
		doc.write('people', person, 'homePlans', false);
	});

	it('P-24 refuses what has changed since, and names both', async () => {
		const id = book();
		const later = { from: '2027-03-08', to: '2027-03-12' };
		doc.write('allocations', id, 'span', later);
		await noteChange(id, team.users.owner);
		const refused = problemOf(await confirm(team.users.planner, id));
		expect(refused.code).toBe('changed');
		expect(refused.message).toBe(
			'owner changed it meanwhile: now it runs 8 Mar to 12 Mar 2027. You confirmed that it ' +
				'runs 1 Mar to 5 Mar 2027. Look at it and confirm again.'
		);
		expect(refused.value).toMatchObject({
			...{ fields: ['span'], by: 'owner', yours: { span }, theirs: { span: later } }
		});
		expect(doc.get('allocations', id)?.certainty).toBe('tentative');
		const other = book({ load: { mode: 'perDay', amount: 240 } });
		expect(problemOf(await confirm(team.users.planner, other)).message).toContain(
			'Somebody changed it meanwhile: now it takes 4 h a day. You confirmed that it takes 60 %.'
		);
		const given = book({ person: team.persons.owner });
		expect(problemOf(await confirm(team.users.planner, given)).message).toContain(
			'booked for owner'
		);
	});

	it('P-24 says who holds the week, and over-books only with a reason that is kept', async () => {
		const held = book({ certainty: 'confirmed' });
		const id = book();
		const refused = problemOf(await confirm(team.users.planner, id));
		expect(refused.code).toBe('over-booked');
		expect(refused.message).toBe(
			'Fay would hold 48 h of 40 h in the week of 1 Mar 2027. Safety already holds 24 h. ' +
				'Give a reason to confirm it anyway.'
		);
		const { weeks } = refused.value as { weeks: OverbookedWeek[] };
		expect(weeks).toEqual([
			{
				...{ week: '2027-03-01', minutes: 2880, limit: 2400 },
				holders: [{ id: held, label: 'Safety', minutes: 1440, isElsewhere: false }]
			}
		]);
		expect(doc.get('allocations', id)?.certainty).toBe('tentative');
		const reason = 'Agreed with Fay';
		expect(answer(await confirm(team.users.planner, id, { reason }))).toBe('ok');
		const said = [...doc.all('comments')].filter((row) => row.body.includes(reason));
		expect(said).toMatchObject([{ project: 'prj_conf', author: team.persons.planner }]);
	});

	it('P-24 keeps the reason on the booking where no comment can be written', async () => {
		const plain = { project: '', kind: 'other', note: 'Fair' } as const;
		const about = { reason: 'Agreed with Fay' };
		book({ certainty: 'confirmed' });
		const id = book(plain);
		expect(answer(await confirm(team.users.planner, id, about))).toBe('ok');
		expect(doc.get('allocations', id)).toMatchObject({
			...{ certainty: 'confirmed', note: 'Over-booked: Agreed with Fay. Fair' }
		});
	});

	it('P-24 counts work on other boards, and takes more where a person may hold more', async () => {
		const els = { person, span, load, certainty: 'confirmed' } as const;
		doc.create('elsewhere', `els_${count}`, { ...els, label: 'Sales board' });
		const id = book();
		expect(problemOf(await confirm(team.users.planner, id)).message).toContain(
			'Sales board already holds 24 h.'
		);
		doc.write('people', person, 'maxLoadBp', 12_000);
		expect(answer(await confirm(team.users.planner, id))).toBe('ok');
	});

	it('P-24 refuses what is not there, has no dates, or is no booking', async () => {
		expect(answer(await confirm(team.users.planner, 'alc_none'))).toBe('not-found');
		expect(answer(await confirm(team.users.planner, book({ archived: true })))).toBe('not-found');
		expect(answer(await confirm(team.users.planner, book({ span: null })))).toBe('no-dates');
		expect(answer(await confirm(team.users.planner, book(), { expected: 7 }))).toBe('invalid');
	});
}
