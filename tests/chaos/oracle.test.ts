import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBoard } from '../build.ts';
import { Oracle } from './oracle.ts';

describe('the oracle', () => {
	let oracle: Oracle;
	beforeEach(() => (oracle = new Oracle()));
	afterEach(() => oracle.remove());

	it('is content with a board that holds what was acknowledged, and more', () => {
		const board = aBoard();
		board.create('projects', 'prj_one', { title: 'One', notes: 'writer 0 #5' });
		board.create('comments', 'cmt_one', { body: 'writer 0 #1' });
		oracle.note({ kind: 'made', id: 'cmt_one', body: 'writer 0 #1' });
		oracle.note({ kind: 'set', id: 'prj_one', number: 4 });
		oracle.note({ kind: 'deleted', id: 'tsk_gone' });
		expect(oracle.judge(board)).toEqual({
			...{ acknowledged: 3, lost: [], doubled: [], resurrected: [] }
		});
	});

	it('finds what is lost, twice there, or back', () => {
		const board = aBoard();
		board.create('projects', 'prj_one', { title: 'One', notes: 'writer 0 #3' });
		for (const id of ['cmt_one', 'cmt_two']) board.create('comments', id, { body: 'writer 0 #1' });
		board.create('tasks', 'tsk_gone', { project: 'prj_one', title: 'Gone' });
		oracle.note({ kind: 'made', id: 'cmt_three', body: 'writer 0 #4' });
		oracle.note({ kind: 'set', id: 'prj_one', number: 4 });
		oracle.note({ kind: 'deleted', id: 'tsk_gone' });
		expect(oracle.judge(board)).toEqual({
			acknowledged: 3,
			lost: ['comment writer 0 #4', 'notes 4 of prj_one'],
			doubled: ['comment writer 0 #1'],
			resurrected: ['task tsk_gone']
		});
	});
});
