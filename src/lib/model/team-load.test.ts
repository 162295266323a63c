import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/domain/days.ts';
import { emptyRows, makeRow, readRows, type CollectionName, type EntityIn } from './board.ts';
import { summariseLoad } from './load-summary.ts';
import { bookingOf, TeamLoad } from './team-load.ts';
import { isUnsized } from './unsized.ts';
import { calendarOf } from './work-calendar.ts';

const MONDAY = '2027-01-04';
const WEEK = [480, 480, 480, 480, 480, 0, 0];

function board() {
	const rows = emptyRows();
	const put = <C extends CollectionName>(c: C, id: string, given: Partial<EntityIn<C>>): void => {
		rows[c].set(id, makeRow(c, id, given));
	};
	for (const [id, name] of [
		['per_a', 'Ann'],
		['per_b', 'Ben']
	] as const)
		put('people', id, {
			name,
			active: true,
			region: 'XX',
			nonProjectBp: 0,
			patterns: [{ from: null, minutes: WEEK }]
		});
	put('projects', 'prj_1', { title: 'One', effortMinutes: 600 });
	put('projects', 'prj_2', { title: 'Two' });
	put('allocations', 'alc_1', {
		person: 'per_a',
		project: 'prj_1',
		span: { from: MONDAY, to: '2027-01-08' },
		load: { mode: 'percent', amount: 10_000 },
		certainty: 'confirmed'
	});
	put('allocations', 'alc_2', {
		person: 'per_a',
		project: 'prj_2',
		span: { from: MONDAY, to: '2027-01-08' },
		load: { mode: 'perDay', amount: 240 },
		certainty: 'tentative'
	});
	put('allocations', 'alc_3', {
		role: 'Storyline',
		project: 'prj_2',
		span: { from: MONDAY, to: '2027-01-08' },
		load: { mode: 'total', amount: 1200 },
		certainty: 'tentative'
	});
	return { rows, put, reader: readRows(rows) };
}
const touch = (c: CollectionName, id: string) => new Map([[c, new Set([id])]]);

describe('team load', () => {
	it('C-12 counts a person by weeks and an open role beside the people', () => {
		const { reader } = board();
		const load = new TeamLoad(reader, MONDAY, '2027-03-28');
		expect(load.week('per_a', MONDAY)).toMatchObject({
			kind: 'load',
			confirmedBp: 10_000,
			maximumBp: 15_000
		});
		expect(load.openRoles(MONDAY, '2027-01-10')).toEqual([
			{ role: 'Storyline', skill: '', level: null, minutes: 1200 }
		]);
		const total = load.total(MONDAY, '2027-01-10', 'booked');
		expect(total).toMatchObject({ unsized: 1, of: 2, complete: false });
	});

	it('C-40 counts work on other boards, follows it and keeps it apart; strangers make no open role', () => {
		const { rows, put, reader } = board();
		const load = new TeamLoad(reader, MONDAY, '2027-03-28');
		const before = load.total(MONDAY, '2027-01-10', 'tentative');
		const there = {
			span: { from: MONDAY, to: '2027-01-08' },
			load: { mode: 'perDay', amount: 120 },
			certainty: 'confirmed'
		} as const;
		put('elsewhere', 'els_1', { ...there, person: 'per_b' });
		put('elsewhere', 'els_2', { ...there, person: 'per_gone' });
		expect(load.refresh(new Map([['elsewhere', new Set(['els_1', 'els_2'])]]))).toBe(true);
		expect(load.week('per_b', MONDAY)).toMatchObject({ kind: 'load', confirmedBp: 2500 });
		expect(load.elsewhere('per_b', MONDAY, '2027-01-10')).toEqual({ confirmed: 600, tentative: 0 });
		expect(load.elsewhere('per_a', MONDAY, '2027-01-10')).toEqual({ confirmed: 0, tentative: 0 });
		const after = load.total(MONDAY, '2027-01-10', 'tentative');
		expect(after.booked).toMatchObject({ confirmedBp: 6250 });
		expect(before.booked).toMatchObject({ confirmedBp: 5000 });
		expect(load.openRoles(MONDAY, '2027-01-10')).toHaveLength(1);
		const rebuilt = new TeamLoad(reader, MONDAY, '2027-03-28');
		expect(rebuilt.grid.confirmed).toEqual(load.grid.confirmed);
		rows.elsewhere.delete('els_1');
		load.refresh(touch('elsewhere', 'els_1'));
		expect(load.week('per_b', MONDAY)).toMatchObject({ confirmedBp: 0 });
	});

	it('M-6 suspends bookings of archived work and counts them again when it is restored', () => {
		const { rows, put, reader } = board();
		const load = new TeamLoad(reader, MONDAY, '2027-03-28');
		put('projects', 'prj_1', { ...rows.projects.get('prj_1')!, archived: true });
		expect(load.refresh(touch('projects', 'prj_1'))).toBe(true);
		expect(load.week('per_a', MONDAY)).toMatchObject({ confirmedBp: 0 });
		put('projects', 'prj_1', { ...rows.projects.get('prj_1')!, archived: false });
		load.refresh(touch('projects', 'prj_1'));
		expect(load.week('per_a', MONDAY)).toMatchObject({ confirmedBp: 10_000 });
	});

	it('C-18 follows a reassignment to the same cells as a rebuild', () => {
		const { rows, put, reader } = board();
		const load = new TeamLoad(reader, MONDAY, '2027-03-28');
		put('allocations', 'alc_1', { ...rows.allocations.get('alc_1')!, person: 'per_b' });
		load.refresh(touch('allocations', 'alc_1'));
		expect([...load.grid.confirmed]).toEqual([
			...new TeamLoad(reader, MONDAY, '2027-03-28').grid.confirmed
		]);
	});

	it('C-18 counts a booking where it is held in the air, and where it stands once settled', () => {
		const { reader } = board();
		const load = new TeamLoad(reader, MONDAY, '2027-03-28');
		const before = [...load.grid.confirmed];
		const booking = bookingOf(reader, reader.get('allocations', 'alc_1'))!;
		load.preview('alc_1', { ...booking, person: 'per_b' });
		expect(load.week('per_a', MONDAY)).toMatchObject({ confirmedBp: 0 });
		expect(load.week('per_b', MONDAY)).toMatchObject({ confirmedBp: 10_000 });
		load.settle('alc_1');
		expect([...load.grid.confirmed]).toEqual(before);
	});

	it('C-21 counts requested, delivery and non-project bookings like any other', () => {
		const { rows, put, reader } = board();
		const other = { ...rows.allocations.get('alc_1')!, project: '', kind: 'other' } as const;
		put('allocations', 'alc_1', other);
		put('allocations', 'alc_2', {
			...{ ...rows.allocations.get('alc_2')!, kind: 'delivery', certainty: 'requested' }
		});
		const load = new TeamLoad(reader, MONDAY, '2027-03-28');
		const counted = { confirmedBp: 10_000, expectedBp: 12_500, maximumBp: 15_000 };
		expect(load.week('per_a', MONDAY)).toMatchObject(counted);
		put('allocations', 'alc_1', { ...other, kind: 'project' });
		load.refresh(touch('allocations', 'alc_1'));
		expect(load.week('per_a', MONDAY)).toMatchObject({ confirmedBp: 0 });
		put('allocations', 'alc_1', other);
		load.refresh(touch('allocations', 'alc_1'));
		expect(load.week('per_a', MONDAY)).toMatchObject(counted);
	});

	it('C-21 names open roles by what they ask for', () => {
		const { rows, put, reader } = board();
		const open = rows.allocations.get('alc_3')!;
		put('allocations', 'alc_3', { ...open, skill: 'Video', level: 4 });
		put('allocations', 'alc_4', { ...open, id: 'alc_4', skill: 'Video', level: 2 });
		put('allocations', 'alc_5', { ...open, id: 'alc_5', skill: 'Video', level: 4, load: null });
		const load = new TeamLoad(reader, MONDAY, '2027-03-28');
		expect(load.openRoles(MONDAY, '2027-01-10')).toEqual([
			{ role: 'Storyline', skill: 'Video', level: 2, minutes: 1200 },
			{ role: 'Storyline', skill: 'Video', level: 4, minutes: 1200 }
		]);
	});

	it('takes the closed days of the region of a person, and only theirs', () => {
		const { put, reader } = board();
		put('absences', 'abs_1', { region: 'XX', span: { from: MONDAY, to: MONDAY }, label: 'Feast' });
		put('absences', 'abs_2', { region: 'YY', span: { from: '2027-01-05', to: '2027-01-05' } });
		expect(calendarOf(reader, reader.get('people', 'per_a')!).holidays).toHaveLength(1);
		expect(new TeamLoad(reader, MONDAY, '2027-01-10').grid.net[0]).toBe(0);
	});

	it('calls a project unsized until it or all its modules have an effort', () => {
		const { put, reader } = board();
		expect(isUnsized(reader, reader.get('projects', 'prj_2')!)).toBe(true);
		put('modules', 'mod_1', { project: 'prj_2', effortMinutes: 60 });
		expect(isUnsized(reader, reader.get('projects', 'prj_2')!)).toBe(false);
		put('modules', 'mod_2', { project: 'prj_2' });
		expect(isUnsized(reader, reader.get('projects', 'prj_2')!)).toBe(true);
	});
});

describe('the sentence about the load', () => {
	it('says the per cent that is asked, what is short and how many launches are at risk', () => {
		const { rows, put, reader } = board();
		put('projects', 'prj_2', { ...rows.projects.get('prj_2')!, launch: addDays(MONDAY, 20) });
		const load = new TeamLoad(reader, MONDAY, '2027-03-28');
		const summary = summariseLoad(reader, load, '2027-01-06');
		// 40 h + 20 h + 20 h of 2 people x 40 h x 6 weeks
		expect(summary.sentence).toBe(
			'Next 6 weeks: 17 %. Short 20 h of Storyline. One launch at risk.'
		);
		expect(summary.weeks[0]).toEqual({ monday: MONDAY, percent: 100 });
		expect(summary).toMatchObject({
			team: 'Booked 8 %, with unstaffed work 13 %, 1 of 2 projects unsized',
			askedPercent: 17,
			atRisk: ['prj_2']
		});
	});

	it('says that load is unknown, not zero, where nothing has an estimate', () => {
		const { rows, put, reader } = board();
		for (const [id, row] of rows.allocations) put('allocations', id, { ...row, load: null });
		const summary = summariseLoad(reader, new TeamLoad(reader, MONDAY, '2027-03-28'), MONDAY);
		expect(summary.sentence).toContain('No estimates yet: load unknown, not zero.');
		expect(summary.askedPercent).toBe(null);
	});

	it('M-16 leaves who has gone what they did until then, and what begins later to nobody', () => {
		const { rows, reader, put } = board();
		const span = { from: '2027-01-11', to: '2027-01-15' };
		put('allocations', 'alc_9', { ...rows.allocations.get('alc_1')!, span });
		const before = new TeamLoad(reader, MONDAY, '2027-01-31');
		put('people', 'per_a', { ...rows.people.get('per_a')!, active: false, ends: '2027-01-08' });
		const after = new TeamLoad(reader, MONDAY, '2027-01-31');
		expect(after.week('per_a', MONDAY)).toEqual(before.week('per_a', MONDAY));
		const { grid } = after;
		expect(grid.sums(grid.rowOf('per_a'), span.from, span.to)).toMatchObject({
			net: 0,
			confirmed: 0
		});
		expect(grid.contributions(grid.openRow, span.from, span.to).map(({ id }) => id)).toEqual([
			'alc_9'
		]);
		after.settle('alc_9');
		expect(grid.bookingOf('alc_9')?.person).toBe('');
		const later = new TeamLoad(reader, '2027-01-11', '2027-01-31');
		expect(later.grid.people).not.toContain('per_a');
	});
});
