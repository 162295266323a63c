import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '#lib/domain/days.ts';
import {
	emptyRows,
	makeRow,
	readRows,
	type CollectionName,
	type EntityIn
} from '#lib/model/board.ts';
import { RowIndex } from './row-index.ts';
import type { RowKind } from './row-seed.ts';

function board(kind: RowKind = 'people') {
	const rows = emptyRows();
	const put = <C extends CollectionName>(c: C, id: string, given: Partial<EntityIn<C>>): void => {
		rows[c].set(id, makeRow(c, id, { ...rows[c].get(id), ...given }));
	};
	put('people', 'per_b', { name: 'Ben', active: true });
	put('people', 'per_a', { name: 'Ann', active: true });
	put('people', 'per_gone', { name: 'Gone' });
	put('projects', 'prj_1', { title: 'One' });
	const book = (id: string, person: string, from: string, to: string, role = '') =>
		put('allocations', id, { person, role, project: 'prj_1', span: { from, to } });
	book('alc_1', 'per_a', '2027-01-04', '2027-01-08');
	book('alc_2', 'per_a', '2027-01-08', '2027-01-12');
	book('alc_3', 'per_a', '2027-01-11', '2027-01-15');
	book('alc_4', '', '2027-01-04', '2027-01-08', 'Storyline');
	book('alc_5', 'per_gone', '2027-01-04', '2027-01-08');
	return { put, index: new RowIndex(readRows(rows), kind) };
}
const touch = (c: CollectionName, ...ids: string[]) => new Map([[c, new Set(ids)]]);
const lanesOf = (index: RowIndex, key: string) =>
	index.findRow(key)?.bars.map((bar) => `${bar.id} ${bar.lane}`);

describe('row index', () => {
	it('lists people by name, then open roles; who has left counts as nobody', () => {
		const { index } = board();
		expect(index.rows.map((row) => row.name)).toEqual(['Ann', 'Ben', 'Anybody', 'Storyline']);
		expect(index.rowOf('alc_5')?.name).toBe('Anybody');
	});

	it('stacks bars that share a day and uses lanes again', () => {
		const { index } = board();
		expect(lanesOf(index, 'per_a')).toEqual(['alc_1 0', 'alc_2 1', 'alc_3 0']);
		expect(index.findRow('per_a')?.lanes).toBe(2);
		expect(index.findRow('per_b')).toMatchObject({ lanes: 1, bars: [] });
	});

	it('moves a bar between rows and leaves the others as they are', () => {
		const { put, index } = board();
		const open = index.findRow('role:Storyline');
		put('allocations', 'alc_2', { person: 'per_b' });
		expect(index.refresh(touch('allocations', 'alc_2'))).toBe(true);
		expect(lanesOf(index, 'per_a')).toEqual(['alc_1 0', 'alc_3 0']);
		expect(lanesOf(index, 'per_b')).toEqual(['alc_2 0']);
		expect(index.findRow('role:Storyline')).toBe(open);
	});

	it('drops an open role with its last booking', () => {
		const { put, index } = board();
		put('allocations', 'alc_4', { person: 'per_b' });
		index.refresh(touch('allocations', 'alc_4'));
		expect(index.rows.map((row) => row.name)).toEqual(['Ann', 'Ben', 'Anybody']);
	});

	it('has a row for a project nobody is booked on, until it is archived', () => {
		const { put, index } = board('projects');
		put('projects', 'prj_2', { title: 'Two' });
		index.refresh(touch('projects', 'prj_2'));
		expect(index.rows.map(({ name, bars }) => [name, bars.length])).toEqual([
			['One', 5],
			['Two', 0]
		]);
		put('allocations', 'alc_4', { project: 'prj_2' });
		index.refresh(touch('allocations', 'alc_4'));
		put('allocations', 'alc_4', { project: 'prj_1' });
		index.refresh(touch('allocations', 'alc_4'));
		expect(index.rows.map(({ name, bars }) => [name, bars.length])).toEqual([
			['One', 5],
			['Two', 0]
		]);
		put('projects', 'prj_2', { archived: true });
		index.refresh(touch('projects', 'prj_2'));
		expect(index.rows.map(({ name }) => name)).toEqual(['One']);
	});

	it('M-6 hides bookings of archived work until it is restored', () => {
		const { put, index } = board();
		put('projects', 'prj_1', { archived: true });
		index.refresh(touch('projects', 'prj_1'));
		expect(index.rows.map((row) => row.bars.length)).toEqual([0, 0]);
		put('projects', 'prj_1', { archived: false });
		index.refresh(touch('projects', 'prj_1'));
		expect(lanesOf(index, 'per_a')).toHaveLength(3);
	});

	it('never lets two bars of a lane share a day, whatever comes and goes', () => {
		const day = fc.integer({ min: 20_000, max: 20_060 });
		const change = fc.record({
			id: fc.constantFrom('alc_1', 'alc_2', 'alc_3', 'alc_6', 'alc_7', 'alc_8', 'alc_9'),
			person: fc.constantFrom('per_a', 'per_b', ''),
			from: day,
			days: fc.integer({ min: 0, max: 20 }),
			archived: fc.boolean()
		});
		fc.assert(
			fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
				const { put, index } = board();
				for (const { id, person, from, days, archived } of changes) {
					const span = { from: dayOf(from), to: dayOf(from + days) };
					put('allocations', id, { person, project: 'prj_1', span, archived });
					index.refresh(touch('allocations', id));
				}
				for (const row of index.rows)
					for (const [i, bar] of row.bars.entries())
						for (const other of row.bars.slice(i + 1))
							if (bar.lane === other.lane)
								expect(bar.to < other.from || other.to < bar.from).toBe(true);
				const fresh = board();
				for (const { id, person, from, days, archived } of changes)
					fresh.put('allocations', id, {
						person,
						project: 'prj_1',
						span: { from: dayOf(from), to: dayOf(from + days) },
						archived
					});
				fresh.index.refresh(touch('people', 'per_a'));
				expect(index.rows).toEqual(fresh.index.rows);
			})
		);
	});

	it('says that nothing differs when nothing of it was touched', () => {
		const { index } = board();
		const { rows } = index;
		expect(index.refresh(touch('comments', 'cmt_1'))).toBe(false);
		expect(index.rows).toBe(rows);
	});
});
