import { describe, expect, it } from 'vitest';
import { mondayOf } from '#lib/domain/days.ts';
import { makeRow, readRows } from '#lib/model/board.ts';
import { TeamLoad } from '#lib/model/team-load.ts';
import { findRefusal, findRelief } from './suggestions.ts';

const TODAY = '2026-11-23';
const WEEK = [480, 480, 480, 480, 480, 0, 0];

function board() {
	const rows = {
		stages: new Map(),
		projects: new Map(),
		modules: new Map(),
		tasks: new Map(),
		checkItems: new Map(),
		comments: new Map(),
		allocations: new Map(),
		people: new Map(),
		absences: new Map(),
		approvals: new Map(),
		elsewhere: new Map()
	};
	const reader = readRows(rows);
	for (const [id, skills] of [
		['per_a', ['Storyline']],
		['per_b', ['Storyline']],
		['per_c', ['Video']]
	] as const)
		rows.people.set(
			id,
			makeRow('people', id, {
				name: id,
				active: true,
				nonProjectBp: 0,
				skills,
				patterns: [{ from: null, minutes: WEEK }]
			})
		);
	for (const [id, rank, gate] of [
		['stg_1', 'a0', {}],
		['stg_2', 'a1', { 'storyboard-signoff': 'require' }]
	] as const)
		rows.stages.set(
			id,
			makeRow('stages', id, { name: id === 'stg_2' ? 'Review' : 'Build', rank, gate })
		);
	const project = (id: string) =>
		rows.projects.set(
			id,
			makeRow('projects', id, {
				title: id,
				position: { stage: 'stg_1', rank: 'a0' },
				duties: { sme: 'per_c' }
			})
		);
	project('prj_1');
	project('prj_2');
	const book = (id: string, person: string, percent: number, project: string) =>
		rows.allocations.set(
			id,
			makeRow('allocations', id, {
				person,
				project,
				span: { from: TODAY, to: '2026-11-27' },
				load: { mode: 'percent', amount: percent * 100 },
				certainty: 'confirmed'
			})
		);
	book('alc_1', 'per_a', 96, 'prj_1');
	book('alc_2', 'per_a', 42, 'prj_2');
	book('alc_3', 'per_b', 50, 'prj_1');
	return { rows, reader, book, load: () => new TeamLoad(reader, mondayOf(TODAY), '2027-01-31') };
}

describe('what is worth trying', () => {
	it('finds the booking that somebody with the skill can take, with both percentages', () => {
		const { reader, load } = board();
		expect(findRelief(reader, load(), TODAY)).toMatchObject({
			allocation: 'alc_2',
			from: 'per_a',
			to: 'per_b',
			beforePercent: 138,
			afterPercent: 96,
			otherPercent: 92
		});
	});

	it('leaves the grid as it was', () => {
		const { reader, load } = board();
		const team = load();
		const before = [...team.grid.confirmed];
		findRelief(reader, team, TODAY);
		expect([...team.grid.confirmed]).toEqual(before);
	});

	it('suggests nothing where nobody with the skill has room, or nobody is over', () => {
		const crowded = board();
		crowded.book('alc_3', 'per_b', 80, 'prj_1');
		expect(findRelief(crowded.reader, crowded.load(), TODAY)).toBeUndefined();
		const easy = board();
		easy.book('alc_1', 'per_a', 40, 'prj_1');
		expect(findRelief(easy.reader, easy.load(), TODAY)).toBeUndefined();
	});

	it('finds the card that has waited longest for a required sign-off', () => {
		const { rows, reader } = board();
		for (const [id, project, askedOn] of [
			['apr_1', 'prj_1', '2026-11-20'],
			['apr_2', 'prj_2', '2026-11-14']
		] as const)
			rows.approvals.set(
				id,
				makeRow('approvals', id, { project, kind: 'storyboard', askedOf: 'per_c', askedOn })
			);
		expect(findRefusal(reader, TODAY)).toMatchObject({
			project: 'prj_2',
			stageName: 'Review',
			missing: { sinceDays: 9 }
		});
		rows.approvals.clear();
		expect(findRefusal(reader, TODAY)).toBeUndefined();
	});
});
