import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '#lib/policy/roles.ts';
import { hideSmall, pivotFor, pivotsFor } from './privacy.ts';

const actor = (role: Role, preset: Actor['preset'] = 'standard'): Actor => ({
	user: 'usr_1',
	person: 'per_1',
	role,
	preset
});

describe('privacy of the heatmap', () => {
	it('P-31 shows leaders teams first, and people only where the organisation allows it', () => {
		expect(pivotFor(actor('leader'), null, true)).toBe('team');
		expect(pivotFor(actor('leader'), 'person', true)).toBe('person');
		expect(pivotFor(actor('leader'), 'person', false)).toBe('team');
		expect(pivotsFor(actor('leader'), false)).toEqual(['team', 'skill', 'region']);
	});

	it('shows people to those who plan and to the team', () => {
		for (const role of ['owner', 'planner', 'designer', 'viewer'] as const)
			expect(pivotFor(actor(role), null, false)).toBe('person');
		expect(pivotFor(actor('leader', 'small-team'), null, false)).toBe('person');
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
