import { describe, expect, it } from 'vitest';
import { findPattern, sayAbsence, sayHours, saySkills, sayWeek } from './hours-text.ts';

describe('hours as people write them', () => {
	it('says minutes as hours', () => {
		expect(sayHours(450)).toBe('7.5');
		expect(sayWeek([450, 450, 450, 450, 450, 0, 0])).toBe('37.5 h');
		expect(sayWeek(undefined)).toBe('no hours');
	});

	it('finds the pattern that holds on a day', () => {
		const patterns = [{ from: null }, { from: '2026-09-01' }];
		expect(findPattern(patterns, '2026-08-31')).toBe(patterns[0]);
		expect(findPattern(patterns, '2026-09-01')).toBe(patterns[1]);
		expect(findPattern([patterns[1]!], '2026-08-31')).toBeUndefined();
	});

	it('says time off and skills in a line', () => {
		const absence = { from: '2026-08-03', to: '2026-08-07', minutesPerDay: 240 };
		expect(
			sayAbsence({ ...absence, kind: 'leave', status: 'requested' }, { leave: 'Annual leave' })
		).toBe('2026-08-03 to 2026-08-07, 4 h a day, annual leave, asked for');
		const one = { from: '2026-08-03', to: '2026-08-03', minutesPerDay: null };
		expect(sayAbsence({ ...one, kind: 'x', status: 'approved' }, {})).toBe('2026-08-03, time off');
		expect(saySkills([{ skill: 'Video', level: 3 }])).toBe('Video 3');
	});
});
