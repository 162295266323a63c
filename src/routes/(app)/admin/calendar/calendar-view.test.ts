import { describe, expect, it } from 'vitest';
import { groupBySource, sayDays, sayHowLong, type ClosingDayView } from './calendar-view.ts';

const day = (id: string, source: string, region = ''): ClosingDayView => ({
	...{ id, source, region, from: '2026-12-24', to: '2026-12-24' },
	...{ minutesPerDay: null, name: 'Closed', works: false }
});

describe('closing days in words', () => {
	it('says days with their weekday, and how long it is closed', () => {
		expect(sayDays({ from: '2026-12-24', to: '2026-12-24' })).toBe('Thu 2026-12-24');
		expect(sayDays({ from: '2026-12-31', to: '2027-01-01' })).toBe(
			'Thu 2026-12-31 to Fri 2027-01-01'
		);
		expect([sayHowLong(null), sayHowLong(210)]).toEqual(['whole day', '3.5 h closed']);
	});

	it('keeps calendars apart by name and region, and leaves out what was entered by hand', () => {
		const groups = groupBySource([day('a', 'B'), day('b', ''), day('c', 'A', 'US'), day('d', 'A')]);
		expect(groups.map((one) => [one.source, one.region, one.days.length])).toEqual([
			['A', 'US', 1],
			['A', '', 1],
			['B', '', 1]
		]);
	});
});
