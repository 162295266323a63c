import { describe, expect, it } from 'vitest';
import { weekday, type Day } from '#lib/domain/days.ts';
import { planSpanOf } from './hand-facts.ts';

const netOn = (day: Day) => (weekday(day) <= 5 ? 360 : 0);

describe('planned span of new work', () => {
	it('lasts until its effort is reached, over the weekend', () => {
		expect(planSpanOf('2027-03-25', 36 * 60, netOn)).toEqual({
			from: '2027-03-25',
			to: '2027-04-01'
		});
		expect(planSpanOf('2027-01-04', 60, netOn)).toEqual({ from: '2027-01-04', to: '2027-01-04' });
	});

	it('starts on a working day', () => {
		expect(planSpanOf('2027-01-09', 60, netOn).from).toBe('2027-01-11');
	});

	it('takes two working weeks where nobody knows the effort', () => {
		expect(planSpanOf('2027-01-04', null, netOn)).toEqual({ from: '2027-01-04', to: '2027-01-15' });
	});

	it('ends even where nobody ever works', () => {
		expect(planSpanOf('2027-01-04', 600, () => 0).to).toBe('2027-05-04');
	});
});
