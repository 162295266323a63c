import { describe, expect, it } from 'vitest';
import { CapacityGrid, type Booking } from '#lib/domain/grid.ts';
import { dayNumber } from '#lib/domain/days.ts';
import { openRoleCalendar } from '#lib/domain/grid.ts';
import type { Row } from './row-index.ts';
import { saySection, sumSection } from './section-hours.ts';

const span = { from: '2027-01-04', to: '2027-01-10' };

function aGrid(bookings: Record<string, Partial<Booking>>): CapacityGrid {
	const people = ['per_a', 'per_b'].map((id) => ({ id, calendar: openRoleCalendar }));
	const grid = new CapacityGrid(people, '2027-01-04', '2027-01-31');
	for (const [id, given] of Object.entries(bookings))
		grid.setAllocation(id, {
			...{ person: 'per_a', span, load: { mode: 'total', amount: 600 } as const },
			...{ certainty: 'confirmed', probabilityBp: null, ...given }
		});
	return grid;
}

const row = (person: string, ids: string[], project = ''): Row => ({
	...{ key: person, person, role: '', project, name: person, lanes: 1 },
	bars: ids.map((id) => ({ id, from: dayNumber(span.from), to: dayNumber(span.to), lane: 0 }))
});

describe('hours of a section', () => {
	const grid = aGrid({
		alc_1: {},
		alc_2: { certainty: 'tentative' },
		alc_3: { person: 'per_b', load: null },
		alc_4: { person: '' }
	});

	it('sum what is booked on its rows, of the hours of its people', () => {
		const rows = [row('per_a', ['alc_1', 'alc_2']), row('per_b', ['alc_3'])];
		const net = 2 * grid.sums(grid.rowOf('per_a'), span.from, span.to).net;
		expect(net).toBeGreaterThan(0);
		expect(sumSection(grid, rows, span, 'booked')).toEqual({
			...{ bookedMinutes: 600, netMinutes: net, people: 2, unknown: 1 }
		});
		expect(sumSection(grid, rows, span, 'tentative').bookedMinutes).toBe(1200);
	});

	it('count the days in view alone', () => {
		const half = { from: '2027-01-04', to: '2027-01-05' };
		expect(sumSection(grid, [row('per_a', ['alc_1'])], half, 'booked').bookedMinutes).toBe(240);
	});

	it('know no hours of nobody and of projects', () => {
		expect(sumSection(grid, [row('', ['alc_4'])], span, 'booked')).toEqual({
			...{ bookedMinutes: 600, netMinutes: null, people: 0, unknown: 0 }
		});
		expect(sumSection(grid, [row('per_a', ['alc_1'], 'prj_1')], span, 'booked').netMinutes).toBe(
			null
		);
	});

	it('are said in words', () => {
		const hours = { bookedMinutes: 600, netMinutes: 6000, people: 3, unknown: 0 };
		expect(saySection(hours)).toBe('10 h of 100 h booked in view');
		expect(saySection({ ...hours, netMinutes: null, unknown: 2 })).toBe(
			'10 h booked in view, and 2 of unknown load'
		);
	});

	it('P-31 are not said of one or two people where individuals are not shown', () => {
		const hours = { bookedMinutes: 600, netMinutes: 6000, unknown: 0 };
		const said = (people: number, hidesFew: boolean) => saySection({ ...hours, people }, hidesFew);
		const text = '10 h of 100 h booked in view';
		expect([1, 2, 3].map((people) => said(people, true))).toEqual(['', '', text]);
		expect(said(1, false)).toBe(text);
		expect(saySection({ ...hours, netMinutes: null, people: 0 }, true)).toBe('10 h booked in view');
	});
});
