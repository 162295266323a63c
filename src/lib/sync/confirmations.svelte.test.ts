import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { makeRow } from '#lib/model/board.ts';
import { Confirmations, type ConfirmAnswer, type Posted } from './confirmations.svelte.ts';

const row = makeRow('allocations', 'alc_1', {
	person: 'per_a',
	span: { from: '2027-01-04', to: '2027-01-08' },
	load: { mode: 'percent', amount: 6000 }
});
const DONE: Posted = { status: 200, body: { ok: true } };
let users = 0;

function aList(user = `usr_${++users}`) {
	const post = vi.fn<(asked: unknown) => Promise<Posted>>(async () => DONE);
	const list = new Confirmations(user, 'brd_1', post);
	const late: [string, ConfirmAnswer][] = [];
	list.onLate = (asked, answer) => void late.push([asked.key, answer]);
	return { list, post, late, user };
}

describe('confirmations', () => {
	it('are asked at once while everything is saved, with what was seen', async () => {
		const { list, post } = aList();
		list.turn('saved');
		expect(await list.ask(row, '', 5)).toEqual({ state: 'done' });
		expect(post).toHaveBeenCalledExactlyOnceWith({
			...{ key: 'alc_1', board: 'brd_1', reason: '', at: 5 },
			expected: { person: 'per_a', span: row.span, load: row.load }
		});
		expect(list.waiting).toEqual([]);
	});

	it('wait for the board’s own edits, which the server compares with', async () => {
		const { list, post } = aList();
		list.turn('saving');
		const answer = list.ask(row, '', 5);
		await vi.waitFor(() => expect(list.isWaiting('alc_1')).toBe(true));
		expect(post).not.toHaveBeenCalled();
		list.turn('saved');
		expect(await answer).toEqual({ state: 'done' });
		expect(post).toHaveBeenCalledTimes(1);
	});

	it('are kept while away, across pages, and sent on return', async () => {
		const { list, user } = aList();
		list.turn('offline');
		expect(await list.ask(row, '', 5)).toEqual({ state: 'kept' });
		const next = aList(user);
		await next.list.load();
		expect(next.list.isWaiting('alc_1')).toBe(true);
		next.list.turn('saved');
		await vi.waitFor(() => expect(next.late).toEqual([['alc_1', { state: 'done' }]]));
		expect(next.list.waiting).toEqual([]);
		const third = aList(user);
		await third.list.load();
		expect(third.list.waiting).toEqual([]);
	});

	it('are given up with the reason when the server refuses, and stay when it is not there', async () => {
		const { list, post } = aList();
		list.turn('saved');
		post.mockRejectedValueOnce(new TypeError('network'));
		expect(await list.ask(row, '', 5)).toEqual({ state: 'kept' });
		post.mockResolvedValueOnce({ status: 503, body: null });
		expect(await list.ask(row, '', 6)).toEqual({ state: 'kept' });
		expect(list.waiting).toHaveLength(1);
		const problem = { code: 'changed', message: 'Ben changed it meanwhile.' };
		post.mockResolvedValueOnce({ status: 409, body: { ok: false, problem } });
		expect(await list.ask(row, '', 7)).toEqual({ state: 'refused', ...problem });
		expect(list.isWaiting('alc_1')).toBe(false);
	});

	it('can be taken back before they are sent', async () => {
		const { list, post } = aList();
		list.turn('offline');
		await list.ask(row, '', 5);
		await list.drop('alc_1');
		list.turn('saved');
		expect(post).not.toHaveBeenCalled();
	});
});
