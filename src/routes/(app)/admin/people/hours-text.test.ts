import { describe, expect, it } from 'vitest';
import { findPattern, sayHours, sayWeek } from './hours-text.ts';

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
});
