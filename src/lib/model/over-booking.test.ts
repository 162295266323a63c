import { describe, expect, it } from 'vitest';
import { emptyRows, makeRow, readRows, type CollectionName, type EntityIn } from './board.ts';
import { findOverbooked } from './over-booking.ts';
import { overloadOf } from './problems.ts';

const span = { from: '2027-03-01', to: '2027-03-05' };
const load = { mode: 'percent', amount: 6000 } as const;

function aBoard() {
	const rows = emptyRows();
	const put = <C extends CollectionName>(c: C, id: string, given: Partial<EntityIn<C>>): void => {
		rows[c].set(id, makeRow(c, id, given));
	};
	const patterns = [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }];
	put('people', 'per_a', { name: 'Fay', active: true, nonProjectBp: 0, patterns });
	put('projects', 'prj_a', { title: 'Safety' });
	const booked = { person: 'per_a', project: 'prj_a', span, load } as const;
	put('allocations', 'alc_a', { ...booked, certainty: 'confirmed' });
	put('allocations', 'alc_b', { ...booked, certainty: 'tentative' });
	return { rows, put, board: readRows(rows) };
}

describe('over-booking', () => {
	it('P-24 names the weeks, the limit and who holds them, with work elsewhere', () => {
		const { rows, put, board } = aBoard();
		const row = rows.allocations.get('alc_b')!;
		const own = { id: 'alc_a', label: 'Safety', minutes: 1440, isElsewhere: false };
		expect(findOverbooked(board, row)).toEqual([
			{ week: '2027-03-01', minutes: 2880, limit: 2400, holders: [own] }
		]);
		put('elsewhere', 'els_a', {
			...{ person: 'per_a', span, certainty: 'confirmed' },
			load: { mode: 'perDay', amount: 300 }
		});
		const [week] = findOverbooked(board, row);
		expect(week!.holders).toEqual([
			{ id: 'els_a', label: '', minutes: 1500, isElsewhere: true },
			own
		]);
		expect(overloadOf(board, rows.people.get('per_a')!, '2027-03-01')).toMatchObject({
			text: 'Fay holds 49 h of 40 h in the week of 1 Mar 2027.',
			edits: [{ what: 'Safety: Confirmed' }, { what: 'Work on another board: 25 h that week' }]
		});
	});

	it('P-24 lets through what fits, what is unknown, open roles and what counts for nothing', () => {
		const { rows, put, board } = aBoard();
		const row = rows.allocations.get('alc_b')!;
		const next = { from: '2027-03-08', to: '2027-03-12' };
		for (const given of [{ span: next }, { load: null }, { person: '' }, { project: 'prj_gone' }])
			expect(findOverbooked(board, { ...row, ...given })).toEqual([]);
		put('people', 'per_a', { ...rows.people.get('per_a')!, maxLoadBp: 12_000 });
		expect(findOverbooked(board, row)).toEqual([]);
	});
});
