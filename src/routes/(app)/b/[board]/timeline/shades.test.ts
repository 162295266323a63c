import { describe, expect, it } from 'vitest';
import { dayNumber } from '#lib/domain/days.ts';
import { emptyRows, makeRow, readRows } from '#lib/model/board.ts';
import { findFreeWeekdays, minutesOn, shadesOf } from './shades.ts';

describe('shades', () => {
	const rows = emptyRows();
	const person = makeRow('people', 'per_a', { region: 'GB', starts: '2027-01-04' });
	const away = (id: string, given: object) => rows.absences.set(id, makeRow('absences', id, given));
	const day = (date: string) => ({ from: date, to: date });
	away('abs_1', { region: 'GB', span: day('2027-03-26'), label: 'Good Friday' });
	away('abs_2', { region: 'DE', span: day('2027-03-25') });
	away('abs_3', { person: 'per_a', span: { from: '2027-01-20', to: '2027-02-20' } });
	away('abs_4', { person: 'per_a', span: day('2027-03-30'), minutesPerDay: 240 });
	const board = readRows(rows);

	it('holds the closed days of the own region, leave and part days, cut to the window', () => {
		const shades = shadesOf(board, person, { from: '2027-02-01', to: '2027-03-31' });
		expect(shades.map(({ kind, label }) => [kind, label])).toEqual([
			['holiday', 'Good Friday'],
			['leave', 'Away'],
			['part-leave', 'Away part of the day']
		]);
		expect(shades[1]).toMatchObject({ from: dayNumber('2027-02-01'), to: dayNumber('2027-02-20') });
	});

	it('shows leave that is only asked for as such, and closing days of everybody', () => {
		const more = emptyRows();
		const put = (id: string, given: object) =>
			more.absences.set(id, makeRow('absences', id, given));
		put('abs_1', { person: 'per_a', span: day('2027-02-01'), requested: true });
		put('abs_2', { closure: true, span: day('2027-02-03'), label: 'Works outing' });
		put('abs_3', { closure: true, region: 'DE', span: day('2027-02-04') });
		put('abs_4', { closure: true, region: 'GB', span: day('2027-02-05') });
		const window = { from: '2027-02-01', to: '2027-02-28' };
		const kinds = (region: string) =>
			shadesOf(readRows(more), { ...person, region }, window).map(({ kind, label }) => [
				kind,
				label
			]);
		expect(kinds('GB-SCT')).toEqual([
			['holiday', 'Works outing'],
			['holiday', 'Closed'],
			['asked-leave', 'Leave asked for']
		]);
		expect(kinds('GB')).toHaveLength(3);
	});

	it('shades the days before somebody starts', () => {
		const shades = shadesOf(board, person, { from: '2026-12-28', to: '2027-01-10' });
		expect(shades).toMatchObject([{ kind: 'not-employed', to: dayNumber('2027-01-03') }]);
	});

	it('finds weekdays without hours, in the pattern of the day', () => {
		const two = {
			...person,
			patterns: [
				{ from: '2027-02-01', minutes: [480, 0, 0, 480, 0, 0, 0] },
				{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }
			]
		};
		expect(findFreeWeekdays(minutesOn(two, '2027-01-31'))).toEqual([]);
		expect(findFreeWeekdays(minutesOn(two, '2027-02-01'))).toEqual([
			[1, 2],
			[4, 1]
		]);
		expect(findFreeWeekdays(minutesOn(person, '2027-01-31'))).toEqual([]);
		const later = { ...person, patterns: two.patterns.slice(0, 1) };
		expect(findFreeWeekdays(minutesOn(later, '2027-01-31')), 'C-1').toHaveLength(2);
	});
});
