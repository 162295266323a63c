import { describe, expect, it } from 'vitest';
import { createDayScale } from '#lib/chart/scales.ts';
import { listTableUnits, sayUnit, stepTable } from './table-days.ts';

const scale = createDayScale({ from: '2026-11-02', to: '2028-01-02' }, 10);

describe('the days of the table', () => {
	it('are whole weeks from the one on that holds the first day, fewer the nearer one looks', () => {
		const weeks = listTableUnits(scale, 'week', '2026-12-30');
		expect(weeks).toHaveLength(12);
		expect(weeks[0]).toMatchObject({ from: '2026-12-28', to: '2027-01-03' });
		expect(weeks[11]).toMatchObject({ from: '2027-03-15', to: '2027-03-21' });
		expect(listTableUnits(scale, 'day', '2026-12-30')).toHaveLength(4);
		expect(listTableUnits(scale, 'month', '2026-12-30')).toHaveLength(26);
	});

	it('are months far out', () => {
		const months = listTableUnits(scale, 'quarter', '2026-12-30').map(({ from }) => from);
		expect(months).toHaveLength(12);
		expect([months[0], months.at(-1)]).toEqual(['2026-12-01', '2027-11-01']);
	});

	it('end with the plan, and begin with it', () => {
		expect(listTableUnits(scale, 'week', '2030-01-01').at(-1)).toMatchObject({ to: '2028-01-02' });
		expect(listTableUnits(scale, 'week', '2020-01-01')[0]).toMatchObject({ from: '2026-11-02' });
		const months = listTableUnits(scale, 'quarter', '2030-01-01');
		expect(months).toHaveLength(12);
		expect(months.at(-1)).toMatchObject({ from: '2028-01-01' });
		const short = createDayScale({ from: '2026-11-02', to: '2026-11-15' }, 10);
		expect(listTableUnits(short, 'week', '2026-11-09')).toHaveLength(2);
	});

	it('move by a third, there and back, and not over the ends', () => {
		expect(stepTable(scale, 'week', '2026-12-30', 1)).toBe('2027-01-25');
		expect(stepTable(scale, 'week', '2027-01-25', -1)).toBe('2026-12-28');
		const long = createDayScale({ from: '2026-11-02', to: '2030-01-06' }, 10);
		for (const [month, later] of [
			['2026-12-01', '2027-04-01'],
			['2027-02-01', '2027-06-01'],
			['2027-07-01', '2027-11-01']
		] as const) {
			expect(stepTable(long, 'quarter', month, 1)).toBe(later);
			expect(stepTable(long, 'quarter', later, -1)).toBe(month);
		}
		expect(stepTable(scale, 'week', '2026-11-05', -1)).toBe('2026-11-02');
		const last = stepTable(scale, 'week', '2027-12-30', 1);
		expect(stepTable(scale, 'week', last, 1)).toBe(last);
	});

	it('are named by week and day, or by month and year', () => {
		const [week] = listTableUnits(scale, 'week', '2026-12-30');
		expect(sayUnit(week!, 'week')).toEqual(['W53', '28 Dec']);
		const [month] = listTableUnits(scale, 'quarter', '2027-01-30');
		expect(sayUnit(month!, 'quarter')).toEqual(['Jan', '2027']);
	});
});
