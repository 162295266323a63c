import { describe, expect, it } from 'vitest';
import { sayAbsence, sayHours, saySkills, sayWeek } from './hours-text.ts';

describe('hours as people write them', () => {
	it('says minutes as hours', () => {
		expect(sayHours(450)).toBe('7.5');
		expect(sayWeek([450, 450, 450, 450, 450, 0, 0])).toBe('37.5 h');
		expect(sayWeek(undefined)).toBe('no hours');
	});

	it('says time off and skills in a line', () => {
		const absence = { from: '2026-08-03', to: '2026-08-07', minutesPerDay: 240 };
		expect(
			sayAbsence({ ...absence, kind: 'leave', status: 'requested' }, { leave: 'Annual leave' })
		).toBe('2026-08-03 to 2026-08-07, 4 h a day, annual leave, asked for');
		const one = { from: '2026-08-03', to: '2026-08-03', minutesPerDay: null };
		expect(sayAbsence({ ...one, kind: 'x', status: 'approved' }, {})).toBe('2026-08-03, time off');
		expect(saySkills([{ skill: 'Video', level: 3 }])).toBe('Video 3');
		const grows = [
			{ skill: 'Video', level: 2, interest: 1 as const },
			{ skill: 'C++', level: 4, interest: 0 as const }
		];
		expect(saySkills(grows)).toBe('Video 2+, C++ 4');
	});
});
