import { describe, expect, it } from 'vitest';
import { emptyRows, makeRow, readRows } from './board.ts';
import type { AsMade } from './growth.ts';
import { findCauses, type CauseQuestion } from './load-causes.ts';
import { groupPeople } from './load-groups.ts';
import { TeamLoad } from './team-load.ts';

const MONDAY = '2027-01-04';
const SUNDAY = '2027-01-10';

function board() {
	const rows = emptyRows();
	rows.stages.set('stg_1', makeRow('stages', 'stg_1', { rank: 'a0' }));
	for (const [id, skills, unit] of [
		['per_a', ['Storyline', 'Writing'], 'Digital'],
		['per_b', ['Writing'], 'Digital'],
		['per_c', [], '']
	] as const)
		rows.people.set(
			id,
			makeRow('people', id, {
				name: id,
				active: true,
				nonProjectBp: 0,
				unit,
				region: 'GB-ENG',
				skills: [...skills],
				patterns: [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }]
			})
		);
	for (const [id, rank] of [
		['prj_1', 'a1'],
		['prj_2', 'a2'],
		['prj_3', 'a3'],
		['prj_4', 'a4']
	] as const)
		rows.projects.set(
			id,
			makeRow('projects', id, {
				title: id,
				effortMinutes: 6000,
				position: { stage: 'stg_1', rank }
			})
		);
	const book = (id: string, person: string, project: string, hours: number | null, more = {}) =>
		rows.allocations.set(
			id,
			makeRow('allocations', id, {
				person,
				project,
				span: { from: MONDAY, to: '2027-01-08' },
				load: hours === null ? null : { mode: 'total', amount: hours * 60 },
				certainty: 'confirmed',
				...more
			})
		);
	book('alc_1', 'per_a', 'prj_1', 20);
	book('alc_2', 'per_a', 'prj_2', 8, { certainty: 'tentative', probabilityBp: 2500 });
	book('alc_3', 'per_a', 'prj_3', 12);
	book('alc_4', 'per_a', 'prj_1', null, { certainty: 'tentative' });
	book('alc_5', 'per_a', 'prj_4', 6);
	book('alc_6', '', 'prj_4', 10, { role: 'Storyline', certainty: 'tentative' });
	book('alc_7', 'per_b', 'prj_1', 4);
	rows.approvals.set(
		'apr_1',
		makeRow('approvals', 'apr_1', {
			project: 'prj_3',
			kind: 'sme',
			askedOf: 'per_c',
			askedOn: '2026-12-18'
		})
	);
	rows.absences.set(
		'abs_1',
		makeRow('absences', 'abs_1', {
			region: 'GB-ENG',
			span: { from: MONDAY, to: MONDAY },
			label: 'Twelfth Night'
		})
	);
	rows.absences.set(
		'abs_2',
		makeRow('absences', 'abs_2', {
			person: 'per_a',
			span: { from: '2027-01-05', to: '2027-01-05' },
			minutesPerDay: 240
		})
	);
	const reader = readRows(rows);
	return { rows, reader, load: new TeamLoad(reader, MONDAY, '2027-01-31') };
}

const made =
	(values: Record<string, unknown>): AsMade =>
	(collection, id, field) =>
		values[`${collection}/${id}/${field}`];

function ask(more: Partial<CauseQuestion> = {}) {
	const { reader, load } = board();
	return findCauses({
		board: reader,
		load,
		group: { people: ['per_a'] },
		from: MONDAY,
		to: SUNDAY,
		basis: 'booked',
		today: '2027-01-04',
		asMade: made({}),
		...more
	});
}

const summary = (causes: ReturnType<typeof ask>) =>
	causes.groups.map(({ kind, minutes, parts }) => [kind, minutes, ...parts.map(({ id }) => id)]);

describe('causes of a cell', () => {
	it('CA-1 lists a late sign-off, days off, a role nobody holds and pencilled work in this order', () => {
		const causes = ask();
		expect(summary(causes)).toEqual([
			['late-sign-off', 720, 'alc_3'],
			['away', 720],
			['unstaffed', 360, 'alc_5'],
			['tentative', 0, 'alc_2'],
			['planned', 1200, 'alc_1']
		]);
		expect(causes.unknown.map(({ id }) => id)).toEqual(['alc_4']);
		expect(causes.groups[0]!.parts[0]!.notes).toEqual([
			'SME sign-off has lain with per_c for 11 working days.'
		]);
	});

	it('CA-2 sums to the load on every basis, and the days off to what is missing of the usual hours', () => {
		for (const basis of ['booked', 'expected', 'tentative'] as const) {
			const causes = ask({ basis });
			const counted = causes.groups
				.filter(({ kind }) => kind !== 'away')
				.reduce((sum, { minutes }) => sum + minutes, 0);
			expect(counted).toBe(causes.loadMinutes);
			expect(causes.loadMinutes).toBe(2280 + { booked: 0, expected: 120, tentative: 480 }[basis]);
		}
		const { usualMinutes, netMinutes, overMinutes, away } = ask();
		expect([usualMinutes, netMinutes, overMinutes]).toEqual([2400, 1680, 600]);
		expect(away).toEqual([
			{ kind: 'holiday', label: 'Twelfth Night', minutes: 480 },
			{ kind: 'leave', label: 'Leave', minutes: 240 }
		]);
	});

	it('CA-3 leaves a sign-off alone that was asked for a few days ago', () => {
		expect(summary(ask({ today: '2026-12-24' }))[0]).toEqual(['away', 720]);
	});

	it('CA-4 names what grew since it was first said: effort, load and dates', () => {
		const causes = ask({
			asMade: made({
				'projects/prj_1/effortMinutes': 3000,
				'allocations/alc_2/load': { mode: 'total', amount: 240 },
				'allocations/alc_5/span': { from: MONDAY, to: '2027-01-06' },
				'allocations/alc_3/load': { mode: 'percent', amount: 1 }
			})
		});
		const grown = causes.groups.find(({ kind }) => kind === 'extended')!;
		expect(grown.parts.map(({ id, notes }) => [id, notes[0]])).toEqual([
			['alc_2', 'Its load grew from 4 h to 8 h.'],
			['alc_5', 'It was to end on 2027-01-06: 2 days longer now.'],
			['alc_1', 'The project’s effort grew from 50 h to 100 h.']
		]);
	});

	it('CA-5 counts each person once in a group, and open roles where they are asked for', () => {
		const { rows } = board();
		const groups = groupPeople([...rows.people.values()], 'skill');
		expect(groups.map(({ name, people }) => [name, people])).toEqual([
			['Storyline', ['per_a']],
			['Writing', ['per_a', 'per_b']],
			['No skill named', ['per_c']]
		]);
		expect(groupPeople([...rows.people.values()], 'team').map(({ name }) => name)).toEqual([
			'Digital',
			'No team'
		]);
		const writing = ask({ group: groups[1]! });
		expect(writing.loadMinutes).toBe(2280 + 240);
		const team = ask({ group: groups[1]!, withOpen: true });
		expect(team.loadMinutes).toBe(2280 + 240 + 600);
		expect(summary(team).find(([kind]) => kind === 'unstaffed')).toEqual([
			'unstaffed',
			960,
			'alc_6',
			'alc_5'
		]);
	});

	it('C-30 knows what would be left if the leave asked for were approved', () => {
		const { rows, reader, load } = board();
		const span = { from: '2027-01-06', to: '2027-01-07' };
		rows.absences.set(
			'abs_3',
			makeRow('absences', 'abs_3', { person: 'per_a', span, requested: true })
		);
		const asked = ask({ board: reader, load });
		expect([asked.netMinutes, asked.lowMinutes]).toEqual([1680, 720]);
		expect(ask().lowMinutes).toBe(1680);
	});

	it('C-32 says why people have no hours, each reason once', () => {
		const { rows, reader, load } = board();
		rows.people.set('per_c', { ...rows.people.get('per_c')!, starts: '2027-06-01' });
		rows.people.set('per_b', { ...rows.people.get('per_b')!, ends: '2026-12-31' });
		const both = { people: ['per_a', 'per_b', 'per_c'] };
		expect(ask({ board: reader, load, group: both }).without).toEqual([
			{ why: 'not-employed', people: 2 }
		]);
		expect(ask({ from: MONDAY, to: MONDAY }).without).toEqual([{ why: 'closed', people: 1 }]);
		expect(ask().without).toEqual([]);
	});

	it('has nothing to say of a week without work or days off', () => {
		expect(ask({ from: '2027-01-18', to: '2027-01-24' })).toMatchObject({
			netMinutes: 2400,
			loadMinutes: 0,
			overMinutes: 0,
			groups: []
		});
	});
});
