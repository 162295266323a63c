import { describe, expect, it } from 'vitest';
import { emptyRows, makeRow, readRows } from '#lib/model/board.ts';
import { bestSkillOf, groupRows, rowKindOf, type Grouping } from './row-groups.ts';
import { RowIndex } from './row-index.ts';

function board() {
	const rows = emptyRows();
	const person = (id: string, name: string, given = {}) =>
		rows.people.set(id, makeRow('people', id, { name, active: true, ...given }));
	person('per_a', 'Ann', {
		unit: 'Studio',
		skillLevels: [
			{ skill: 'Video', level: 2 },
			{ skill: 'Storyline', level: 4 }
		]
	});
	person('per_b', 'Ben', { unit: 'Academy', skills: ['Video', 'Audio'] });
	person('per_c', 'Cleo', { unit: 'Studio', skillLevels: [{ skill: 'Video', level: 5 }] });
	person('per_d', 'Dan');
	rows.projects.set('prj_1', makeRow('projects', 'prj_1', { title: 'Zebra' }));
	rows.projects.set('prj_2', makeRow('projects', 'prj_2', { title: 'Aardvark' }));
	const span = { from: '2027-01-04', to: '2027-01-08' };
	const book = (id: string, project: string, given = {}) =>
		rows.allocations.set(id, makeRow('allocations', id, { project, span, ...given }));
	book('alc_1', 'prj_1', { person: 'per_a' });
	book('alc_2', 'prj_1', { person: 'per_b' });
	book('alc_3', 'prj_2', { person: 'per_a' });
	book('alc_4', 'prj_2', { role: 'Actors' });
	const reader = readRows(rows);
	const list = (grouping: Grouping) =>
		groupRows(reader, new RowIndex(reader, rowKindOf(grouping)).rows, grouping).map(
			({ name, rows: own }) =>
				`${name}: ${own.map((row) => `${row.name} ${row.bars.length}`).join(', ')}`
		);
	return { list, rows };
}

describe('row groups', () => {
	it('are none for people, open roles under their head', () => {
		expect(board().list('person')).toEqual([
			': Ann 2, Ben 1, Cleo 0, Dan 0',
			'Open roles: Actors 1'
		]);
	});

	it('put people under their team, who has none after them', () => {
		expect(board().list('team')).toEqual([
			'Academy: Ben 1',
			'Studio: Ann 2, Cleo 0',
			'No team: Dan 0',
			'Open roles: Actors 1'
		]);
	});

	it('put people once, under the skill they are best at', () => {
		expect(board().list('skill')).toEqual([
			'Audio: Ben 1',
			'Storyline: Ann 2',
			'Video: Cleo 0',
			'No skill named: Dan 0',
			'Open roles: Actors 1'
		]);
		expect(bestSkillOf(undefined)).toBe('');
	});

	it('split people by project, each row with the bookings of that project only', () => {
		expect(board().list('project')).toEqual(['Aardvark: Actors 1, Ann 1', 'Zebra: Ann 1, Ben 1']);
	});

	it('make a row a project', () => {
		expect(board().list('projects')).toEqual([': Aardvark 2, Zebra 2']);
	});
});
