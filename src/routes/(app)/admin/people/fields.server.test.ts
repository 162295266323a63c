import { describe, expect, it } from 'vitest';
import { readFields, readMinutes, readSkillLevels } from './fields.server.ts';

describe('the fields of a form', () => {
	it('reads 7.5, 7,5 and 7:30, and refuses words', () => {
		for (const text of ['7.5', '7,5', '7:30']) expect(readMinutes(text)).toBe(450);
		expect(readMinutes('')).toBe(0);
		expect(readMinutes('a day')).toBeNaN();
	});

	it('reads skills with levels, and the middle one where there is none', () => {
		const read = readSkillLevels('Storyline 4, SCORM 2004, Video (5), ,Data, C++ 2, language:de');
		expect(read.map(({ skill, level }) => `${skill}|${level}`)).toEqual([
			...['Storyline|4', 'SCORM 2004|3', 'Video|5', 'Data|3', 'C++|2', 'language:de|3']
		]);
		expect(read.every(({ interest }) => interest === 0)).toBe(true);
	});

	it('reads a + behind a level as wanting to grow', () => {
		expect(readSkillLevels('Video 2+, C++ 4, Data (1+)')).toEqual([
			{ skill: 'Video', level: 2, interest: 1 },
			{ skill: 'C++', level: 4, interest: 0 },
			{ skill: 'Data', level: 1, interest: 1 }
		]);
	});

	it('adds to a list it was given, replaces the same day, and takes away', () => {
		const form = new FormData();
		form.set('shares', '[{"from":"2026-01-01","bp":1000}]');
		form.set('from', '2026-01-01');
		form.set('percent', '25');
		expect(readFields.share(form)['nonProjectFrom']).toEqual([{ from: '2026-01-01', bp: 2500 }]);
		form.set('remove', 'yes');
		expect(readFields.share(form)['nonProjectFrom']).toEqual([]);
		form.set('days', 'no list');
		form.set('day', '2026-08-08');
		form.set('hours', '4');
		form.delete('remove');
		expect(readFields.day(form)['ownDays']).toEqual([{ day: '2026-08-08', minutes: 240 }]);
	});
});
