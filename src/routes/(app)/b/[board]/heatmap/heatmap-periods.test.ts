import { describe, expect, it } from 'vitest';
import { listPeriods } from './heatmap-periods.ts';

describe('columns of the heatmap', () => {
	it('D-4 are whole ISO weeks over a change of clocks and of years, this one marked', () => {
		const weeks = listPeriods('2027-03-24', 'week', 3, '2027-04-01');
		expect(weeks.map(({ label, date, name, isNow }) => [label, date, name, isNow])).toEqual([
			['W12', '22 Mar', 'week of 2027-03-22', false],
			['W13', '29 Mar', 'week of 2027-03-29', true],
			['W14', '5 Apr', 'week of 2027-04-05', false]
		]);
		expect(listPeriods('2026-12-28', 'week', 2, '2027-01-01').map(({ label }) => label)).toEqual([
			'W53',
			'W1'
		]);
	});

	it('are single days, or months from the first to the last day', () => {
		const days = listPeriods('2027-03-24', 'day', 2, '2027-03-25');
		expect(days).toHaveLength(14);
		expect(days[3]).toMatchObject({ from: '2027-03-25', label: 'Th', isNow: true });
		const months = listPeriods('2027-01-18', 'month', 26, '2027-02-28');
		expect(months.map(({ from, to, name }) => [from, to, name]).slice(0, 2)).toEqual([
			['2027-01-01', '2027-01-31', 'January 2027'],
			['2027-02-01', '2027-02-28', 'February 2027']
		]);
		expect(months).toHaveLength(6);
		expect(months[1]!.isNow).toBe(true);
	});
});
