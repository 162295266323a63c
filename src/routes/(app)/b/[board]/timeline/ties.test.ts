import { describe, expect, it } from 'vitest';
import {
	emptyRows,
	makeRow,
	readRows,
	type CollectionName,
	type EntityIn
} from '#lib/model/board.ts';
import { listTied, listTies, sayEarly, sayLag, sayState, sayTies } from './ties.ts';

function board() {
	const rows = emptyRows();
	const put = <C extends CollectionName>(c: C, id: string, given: Partial<EntityIn<C>>): void => {
		rows[c].set(id, makeRow(c, id, { ...rows[c].get(id), ...given }));
	};
	const book = (id: string, project: string, from: string, to: string, more = {}) =>
		put('allocations', id, { person: 'per_a', project, span: { from, to }, ...more });
	put('people', 'per_a', { name: 'Ann', active: true });
	put('projects', 'prj_a', { title: 'Brief' });
	put('projects', 'prj_b', { title: 'Film', after: [{ on: 'prj_a', type: 'FS', lagDays: 1 }] });
	put('projects', 'prj_c', { title: 'Other' });
	book('alc_1', 'prj_a', '2027-01-04', '2027-01-08');
	book('alc_2', 'prj_a', '2027-01-06', '2027-01-15');
	book('alc_3', 'prj_b', '2027-01-18', '2027-01-22');
	book('alc_4', 'prj_b', '2027-01-25', '2027-01-29');
	return { put, book, list: () => listTies(readRows(rows), listTied(readRows(rows))), rows };
}

describe('ties', () => {
	it('DP-3 run from the last booking of one to the first of the other, and say what is broken', () => {
		const [tie] = board().list();
		expect(tie).toMatchObject({ onBar: 'alc_2', ofBar: 'alc_3', state: 'violated', lateDays: 1 });
		expect(sayState(tie!)).toBe('1 working day too early, start on 2027-01-19 or later');
		expect(sayEarly([tie!])).toBe('1 day too early');
		expect(sayTies([tie!])).toMatch(/^waits for Brief: 1 working day too early/);
	});

	it('take only work that is tied, and none that is archived', () => {
		const { put, list, rows } = board();
		expect(listTied(readRows(rows)).map((work) => work.id)).toEqual(['prj_a', 'prj_b']);
		put('projects', 'prj_a', { archived: true });
		expect(list()).toEqual([]);
	});

	it('DP-4 name a circle, and stay without a bar where nobody is booked', () => {
		const { put, list } = board();
		put('projects', 'prj_a', { after: [{ on: 'prj_b', type: 'SS', lagDays: 0 }] });
		put('projects', 'prj_c', { after: [{ on: 'prj_a', type: 'FF', lagDays: 0 }] });
		const said = list().map((tie) => [tie.title, tie.state, tie.ofBar]);
		expect(said).toEqual([
			['Brief', 'violated', 'alc_1'],
			['Film', 'circular', 'alc_3'],
			['Other', 'undated', '']
		]);
	});

	it('tie modules and tasks by their own bookings, a task without any by its dates', () => {
		const { put, book, list } = board();
		put('tasks', 'tsk_1', {
			project: 'prj_a',
			title: 'Draft',
			span: { from: '2027-01-04', to: '2027-01-05' }
		});
		put('tasks', 'tsk_2', {
			project: 'prj_a',
			title: 'Cut',
			after: [{ on: 'tsk_1', type: 'FS', lagDays: 0 }]
		});
		book('alc_9', 'prj_a', '2027-01-05', '2027-01-07', { task: 'tsk_2' });
		const tie = list().find((one) => one.kind === 'tasks');
		expect(tie).toMatchObject({
			state: 'violated',
			onBar: '',
			ofBar: 'alc_9',
			title: 'Brief: Cut'
		});
	});

	it('says a lag in words', () => {
		expect([0, 1, 3, -2].map(sayLag)).toEqual([
			'',
			'1 working day later',
			'3 working days later',
			'2 working days sooner'
		]);
	});
});
