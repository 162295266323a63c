import { describe, expect, it } from 'vitest';
import {
	emptyRows,
	makeRow,
	readRows,
	type CollectionName,
	type EntityIn
} from '#lib/model/board.ts';
import { listUnbooked } from './unbooked.ts';

const SPAN = { from: '2027-01-04', to: '2027-01-08' };

function board() {
	const rows = emptyRows();
	const put = <C extends CollectionName>(c: C, id: string, given: Partial<EntityIn<C>>): void => {
		rows[c].set(id, makeRow(c, id, given));
	};
	for (const [i, name] of ['Build', 'Launch', 'Measure'].entries())
		put('stages', `stg_${i}`, { name, rank: `a${i}` });
	put('people', 'per_a', { name: 'Ann', active: true });
	const at = (stage: string) => ({ position: { stage, rank: 'a0' } });
	put('projects', 'prj_1', { title: 'One', ...at('stg_0') });
	put('modules', 'mod_1', { project: 'prj_1', title: 'M1', effortMinutes: 600 });
	put('modules', 'mod_2', { project: 'prj_1', title: 'M2' });
	put('tasks', 'tsk_1', { project: 'prj_1', module: 'mod_1', title: 'T1' });
	put('tasks', 'tsk_2', { project: 'prj_1', title: 'T2', role: 'Editor' });
	return {
		put,
		at,
		list: () =>
			listUnbooked(readRows(rows)).map(({ kind, id, title, detail }) => [kind, id, title, detail])
	};
}

describe('unbooked work', () => {
	it('names a project nobody is booked on, and none that is about to leave the board', () => {
		const { put, at, list } = board();
		put('projects', 'prj_2', { title: 'Two', effortMinutes: 300, ...at('stg_1') });
		expect(list()).toEqual([['project', 'prj_1', 'One', 'not sized']]);
	});

	it('takes a booking of the project for all of it', () => {
		const { put, list } = board();
		put('allocations', 'alc_1', { project: 'prj_1', person: 'per_a', span: SPAN });
		expect(list()).toEqual([]);
	});

	it('names modules and loose tasks beside a booked module, not the tasks of that module', () => {
		const { put, list } = board();
		put('allocations', 'alc_1', { project: 'prj_1', module: 'mod_1', person: 'per_a', span: SPAN });
		expect(list()).toEqual([
			['module', 'mod_2', 'One: M2', 'not sized'],
			['task', 'tsk_2', 'One: T2', 'Editor']
		]);
	});

	it('puts open roles and bookings without dates first', () => {
		const { put, list } = board();
		const load = { mode: 'total', amount: 4800 } as const;
		put('allocations', 'alc_1', { project: 'prj_1', role: 'Storyline', span: SPAN, load });
		put('allocations', 'alc_2', { project: 'prj_1', person: 'per_a' });
		expect(list()).toEqual([
			['open role', 'alc_1', 'One', 'Storyline, 80 h'],
			['undated', 'alc_2', 'One', 'Ann, load unknown']
		]);
	});

	it('M-6 leaves out what belongs to archived work', () => {
		const { put, at, list } = board();
		put('allocations', 'alc_1', { project: 'prj_1', role: 'Storyline', span: SPAN });
		put('projects', 'prj_1', { title: 'One', archived: true, ...at('stg_0') });
		expect(list()).toEqual([]);
	});
});
