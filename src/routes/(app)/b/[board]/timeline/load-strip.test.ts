import { describe, expect, it } from 'vitest';
import { dayNumber } from '#lib/domain/days.ts';
import { createDayScale } from '#lib/chart/scales.ts';
import { listStripUnits } from './load-strip.ts';

const scale = createDayScale({ from: '2027-03-01', to: '2027-05-30' }, 10);
const window = { from: dayNumber('2027-03-24'), to: dayNumber('2027-04-06') };

describe('load strip', () => {
	it('lists whole weeks over a change of clocks, one beside the other', () => {
		const units = listStripUnits(scale, 'week', window);
		expect(units).toEqual([
			{ from: '2027-03-22', to: '2027-03-28', leftPx: 210, widthPx: 70 },
			{ from: '2027-03-29', to: '2027-04-04', leftPx: 280, widthPx: 70 },
			{ from: '2027-04-05', to: '2027-04-11', leftPx: 350, widthPx: 70 }
		]);
	});

	it('takes months where weeks are too narrow for a number', () => {
		const units = listStripUnits(scale, 'quarter', window);
		expect(units.map(({ from, to, widthPx }) => [from, to, widthPx])).toEqual([
			['2027-03-01', '2027-03-31', 310],
			['2027-04-01', '2027-04-30', 300]
		]);
	});

	it('stays inside the scale', () => {
		const far = { from: dayNumber('2027-05-28'), to: dayNumber('2028-01-01') };
		expect(listStripUnits(scale, 'week', far)).toHaveLength(1);
		expect(listStripUnits(scale, 'week', { from: 0, to: 1 })).toEqual([]);
	});
});
