import { describe, expect, it } from 'vitest';
import { weekday, type Day } from '#lib/domain/days.ts';
import {
	drawSpan,
	findSnapUnit,
	findWorkingDay,
	snapEdge,
	snapMove,
	snapStart,
	stepDays
} from './snap.ts';

const isWorking = (day: Day) => weekday(day) <= 5;
// Monday to Friday, the week before clocks change in Europe and after they have in America.
const week = { from: '2027-03-22', to: '2027-03-26' };

describe('snap', () => {
	it('means days near, working days by month, weeks by quarter, and days while suspended', () => {
		expect(findSnapUnit('day', false)).toBe('day');
		expect(findSnapUnit('week', false)).toBe('day');
		expect(findSnapUnit('month', false)).toBe('working-day');
		expect(findSnapUnit('quarter', false)).toBe('week');
		expect(findSnapUnit('quarter', true)).toBe('day');
	});

	it('carries a bar over a change of clocks without losing a day', () => {
		expect(snapMove(week, 7, 'day', isWorking)).toEqual({ from: '2027-03-29', to: '2027-04-02' });
		expect(snapMove(week, -14, 'day', isWorking)).toEqual({ from: '2027-03-08', to: '2027-03-12' });
		const autumn = { from: '2027-10-29', to: '2027-11-02' };
		expect(snapMove(autumn, 3, 'day', isWorking)).toEqual({ from: '2027-11-01', to: '2027-11-05' });
	});

	it('starts on a working day by month, found in the direction of the drag', () => {
		expect(snapMove(week, 5, 'working-day', isWorking).from).toBe('2027-03-29');
		expect(snapMove(week, -1, 'working-day', isWorking).from).toBe('2027-03-19');
		expect(snapMove(week, 1, 'working-day', isWorking)).toEqual({
			from: '2027-03-23',
			to: '2027-03-27'
		});
	});

	it('keeps the weekday by quarter', () => {
		expect(snapMove(week, 3, 'week', isWorking)).toEqual(week);
		expect(snapMove(week, 4, 'week', isWorking).from).toBe('2027-03-29');
		expect(snapEdge(week, 'end', 10, 'week', isWorking).to).toBe('2027-04-02');
	});

	it('returns the very span when nothing moves', () => {
		expect(snapMove(week, 0, 'working-day', isWorking)).toBe(week);
		expect(snapEdge(week, 'start', 0, 'day', isWorking)).toBe(week);
	});

	it('leaves at least one day when an end is pulled past the other', () => {
		expect(snapEdge(week, 'end', -30, 'day', isWorking)).toEqual({
			from: week.from,
			to: week.from
		});
		expect(snapEdge(week, 'start', 30, 'day', isWorking)).toEqual({ from: week.to, to: week.to });
	});

	it('stays put where nobody works for two months', () => {
		expect(findWorkingDay('2027-03-27', 1, () => false)).toBe('2027-03-27');
	});

	it('draws a span either way round, in the unit of the zoom', () => {
		const draw = (from: Day, to: Day, unit: 'day' | 'working-day' | 'week') =>
			Object.values(drawSpan(from, to, unit, isWorking)).join(' ');
		expect(draw('2027-03-24', '2027-03-22', 'day')).toBe('2027-03-22 2027-03-24');
		expect(draw('2027-03-20', '2027-03-28', 'working-day')).toBe('2027-03-22 2027-03-26');
		expect(draw('2027-03-27', '2027-03-28', 'working-day')).toBe('2027-03-29 2027-03-29');
		expect(draw('2027-03-24', '2027-03-30', 'week')).toBe('2027-03-22 2027-04-02');
	});

	it('begins new work with its week where whole weeks count', () => {
		expect(snapStart('2027-03-24', findSnapUnit('quarter', false))).toBe('2027-03-22');
		expect(snapStart('2027-03-24', findSnapUnit('quarter', true))).toBe('2027-03-24');
		expect(snapStart('2027-03-24', findSnapUnit('month', false))).toBe('2027-03-24');
	});

	it('steps by a day or a week, farther by quarter', () => {
		expect([stepDays('day', 'one'), stepDays('week', 'large')]).toEqual([1, 7]);
		expect([stepDays('quarter', 'one'), stepDays('quarter', 'large')]).toEqual([7, 28]);
	});
});
