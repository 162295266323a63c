import { describe, expect, it } from 'vitest';
import { weekday, type Day } from '#lib/domain/days.ts';
import { emptyRows, makeRow, readRows } from '#lib/model/board.ts';
import { TeamLoad } from '#lib/model/team-load.ts';
import { planSpanOf, readDrag } from './hand-facts.ts';
import type { Row } from './row-index.ts';

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

describe('the sentence under the pointer', () => {
	const rows = emptyRows();
	const minutes = [480, 480, 480, 480, 480, 0, 0];
	const person = { name: 'Ida Lund', active: true, patterns: [{ from: null, minutes }] };
	rows.people.set('per_1', makeRow('people', 'per_1', person));
	const span = { from: '2027-01-04', to: '2027-01-06' };
	const facts = {
		...{ span, from: undefined, basis: 'booked' as const, names: ['Ida Lund'], today: span.from },
		row: { person: 'per_1', name: 'Ida Lund' } as Row,
		loadOf: () => new TeamLoad(readRows(rows), '2027-01-04', '2027-01-31')
	};

	it('P-31 says how full somebody is only where that is shown', () => {
		const days = '4 Jan to 6 Jan, 3 working days, Ida';
		expect(readDrag({ ...facts, showsLoad: true })).toBe(`${days} 0 %`);
		expect(readDrag({ ...facts, showsLoad: false })).toBe(days);
	});
});
