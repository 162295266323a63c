import { describe, expect, it } from 'vitest';
import { dayNumber } from '#lib/domain/days.ts';
import { makeRow, type EntityIn } from '#lib/model/board.ts';
import { findStretches, sayStretch } from './elsewhere-band.ts';

const row = (from: string, to: string, given: Partial<EntityIn<'elsewhere'>> = {}) =>
	makeRow('elsewhere', 'els_1', {
		span: { from, to },
		load: { mode: 'perDay', amount: 60 },
		certainty: 'confirmed',
		...given
	});

describe('work elsewhere on the timeline', () => {
	it('C-40 makes one stretch of what overlaps, with the names that may be told', () => {
		const stretches = findStretches([
			row('2027-01-18', '2027-01-22', { certainty: 'tentative', load: null }),
			row('2027-01-04', '2027-01-08', { label: 'Compliance' }),
			row('2027-01-06', '2027-01-12', { label: 'Compliance', certainty: 'tentative' }),
			makeRow('elsewhere', 'els_2', {})
		]);
		expect(stretches).toEqual([
			{
				from: dayNumber('2027-01-04'),
				to: dayNumber('2027-01-12'),
				names: ['Compliance'],
				isUnknown: false,
				isTentative: false
			},
			{
				from: dayNumber('2027-01-18'),
				to: dayNumber('2027-01-22'),
				names: [],
				isUnknown: true,
				isTentative: true
			}
		]);
	});

	it('says the hours, by the week where it is long, and never zero for what is not known', () => {
		const [short] = findStretches([row('2027-01-04', '2027-01-08')]);
		expect(sayStretch(short!, 720)).toBe('On another board, 12 h');
		expect(sayStretch(short!, 720, 'short')).toBe('Elsewhere, 12 h');
		expect(sayStretch({ ...short!, names: ['A', 'B'] }, 720)).toBe('On A, B, 12 h');
		expect(sayStretch({ ...short!, isUnknown: true }, 0)).toBe('On another board, load unknown');
		expect(sayStretch({ ...short!, isUnknown: true }, 720)).toBe('On another board, at least 12 h');
		const [long] = findStretches([row('2027-01-04', '2027-02-28')]);
		expect(sayStretch(long!, 8 * 90)).toBe('On another board, 1.5 h a week');
	});
});
