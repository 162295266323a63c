// The table is written by hand from the issue and never derived from the code.

import { describe, expect, it } from 'vitest';
import { canReadOverview, canSeePeople, overviewBoards, type OverviewReader } from './overview.ts';
import { roleNames, type Preset, type Role } from './roles.ts';

const reader = (leads: boolean, ...boards: [Role, Preset?][]): OverviewReader => ({
	leads,
	boards: boards.map(([role, preset = 'standard'], i) => ({ id: `brd_${i}`, role, preset }))
});

describe('P-30 who reads the overview, and of which boards', () => {
	it('lets a leader of the organisation read it of all boards without belonging to one', () => {
		expect(overviewBoards(reader(true))).toBe('all');
		expect(overviewBoards(reader(true, ['viewer']))).toBe('all');
	});

	it('lets owners, planners and leaders of boards read it of those boards only', () => {
		const reading = roleNames.filter((role) => canReadOverview(reader(false, [role])).ok);
		expect(reading.sort()).toEqual(['leader', 'owner', 'planner']);
		expect(overviewBoards(reader(false, ['viewer'], ['leader'], ['designer']))).toEqual(['brd_1']);
	});

	it('counts everybody who plans in a small team', () => {
		expect(overviewBoards(reader(false, ['designer', 'small-team']))).toEqual(['brd_0']);
		expect(overviewBoards(reader(false, ['viewer', 'small-team']))).toEqual([]);
	});

	it('refuses a login without a board and says whom to ask', () => {
		expect(canReadOverview(reader(false))).toEqual({
			ok: false,
			rule: 'P-30',
			remedy: 'The overview is for leaders, planners and owners. Ask an owner of your board.'
		});
	});
});

describe('P-31 who sees individuals in it', () => {
	it('shows leaders teams only, until the organisation allows more', () => {
		for (const who of [reader(true), reader(false, ['leader']), reader(true, ['owner'])]) {
			expect(canSeePeople(who, false)).toMatchObject({ ok: false, rule: 'P-31' });
			expect(canSeePeople(who, true).ok).toBe(true);
		}
	});

	it('shows them to whoever plans every board in view', () => {
		expect(canSeePeople(reader(false, ['owner'], ['planner']), false).ok).toBe(true);
		expect(canSeePeople(reader(false, ['owner'], ['leader']), false).ok).toBe(false);
		expect(canSeePeople(reader(false, ['owner'], ['viewer']), false).ok).toBe(true);
	});

	it('shows them to nobody who may not read the overview at all', () => {
		expect(canSeePeople(reader(false, ['viewer']), true).ok).toBe(false);
	});
});
