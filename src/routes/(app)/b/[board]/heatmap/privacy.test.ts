import { describe, expect, it } from 'vitest';
import { hideSmall, pivotFor, pivotsFor } from './privacy.ts';

const leader = { isLeading: true, maySee: true, areShown: false };

describe('privacy of the heatmap', () => {
	it('P-31 shows leaders teams first, and people only once they have switched them on', () => {
		expect(pivotFor(leader, null)).toBe('team');
		expect(pivotFor(leader, 'person')).toBe('team');
		expect(pivotFor({ ...leader, areShown: true }, null)).toBe('team');
		expect(pivotFor({ ...leader, areShown: true }, 'person')).toBe('person');
		expect(pivotsFor(leader)).toContain('person');
		expect(pivotsFor({ ...leader, maySee: false })).toEqual(['team', 'skill', 'region']);
	});

	it('shows people to those who plan and to the team', () => {
		const team = { isLeading: false, maySee: true, areShown: true };
		expect(pivotFor(team, null)).toBe('person');
		expect(pivotFor(team, 'skill')).toBe('skill');
	});

	it('P-31 shows no group so small that its load is somebody’s', () => {
		const group = (name: string, ...people: string[]) => ({ key: name, name, people });
		const studio = group('Studio', 'a', 'b', 'c');
		expect(hideSmall([studio, group('Legal', 'd'), group('Media', 'e', 'f')])).toEqual([
			studio,
			{ key: 'small', name: 'Smaller groups', people: ['d', 'e', 'f'] }
		]);
		expect(hideSmall([studio, group('Legal', 'd')])).toEqual([
			{ key: 'small', name: 'Smaller groups', people: ['d', 'a', 'b', 'c'] }
		]);
		expect(hideSmall([group('Legal', 'd')])).toEqual([]);
	});
});
