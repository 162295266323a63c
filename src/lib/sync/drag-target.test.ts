import { describe, expect, it } from 'vitest';
import { emptyRows, makeRow, readRows } from '#lib/model/board.ts';
import { bookingInAir, readDragTarget, writeDragTarget } from './drag-target.ts';

describe('drag target', () => {
	const target = { span: { from: '2027-01-04', to: '2027-01-08' }, person: 'per_a' };

	it('reads what it wrote', () => {
		expect(readDragTarget(writeDragTarget(target))).toEqual(target);
		expect(readDragTarget(writeDragTarget({ ...target, person: '' }))?.person).toBe('');
	});

	it('reads nothing out of other texts', () => {
		for (const text of [
			undefined,
			'',
			'stg_1/prj_2',
			'2027-02-31/2027-03-01/per_a',
			'2027-03-02/2027-03-01/x'
		])
			expect(readDragTarget(text)).toBe(null);
	});

	it('gives the booking as it would be, and nothing for what is not on the board', () => {
		const rows = emptyRows();
		rows.projects.set('prj_1', makeRow('projects', 'prj_1', {}));
		rows.allocations.set(
			'alc_1',
			makeRow('allocations', 'alc_1', {
				project: 'prj_1',
				person: 'per_b',
				span: { from: '2027-02-01', to: '2027-02-05' }
			})
		);
		const reader = readRows(rows);
		const dragging = { collection: 'allocations', target: writeDragTarget(target) } as const;
		expect(bookingInAir(reader, { ...dragging, id: 'alc_1' })).toMatchObject(target);
		expect(bookingInAir(reader, { ...dragging, id: 'alc_9' })).toBe(null);
		expect(bookingInAir(reader, { ...dragging, collection: 'projects', id: 'alc_1' })).toBe(null);
	});
});
