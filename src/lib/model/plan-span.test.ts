import { describe, expect, it } from 'vitest';
import { weekday } from '#lib/domain/days.ts';
import { emptyRows, makeRow, readRows } from './board.ts';
import { planSpan } from './plan-span.ts';

const TODAY = '2027-01-06';

describe('plan span', () => {
	it('is two months back and a year ahead in whole weeks where nothing is booked', () => {
		const span = planSpan(readRows(emptyRows()), TODAY);
		expect(span).toEqual({ from: '2026-11-09', to: '2028-01-09' });
		expect([weekday(span.from), weekday(span.to)]).toEqual([1, 7]);
	});

	it('holds what is booked within three years, and ignores a stray date', () => {
		const rows = emptyRows();
		const book = (id: string, from: string, to: string) =>
			rows.allocations.set(id, makeRow('allocations', id, { span: { from, to } }));
		book('alc_1', '2025-03-03', '2025-03-07');
		book('alc_2', '2028-06-05', '2028-06-09');
		book('alc_3', '2099-01-01', '2099-01-02');
		const span = planSpan(readRows(rows), TODAY);
		expect(span.from).toBe('2025-03-03');
		expect(span.to > '2028-06-09' && span.to < '2029-01-01').toBe(true);
	});
});
