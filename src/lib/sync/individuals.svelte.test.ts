import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '#lib/policy/roles.ts';
import { Individuals, type NoteLook } from './individuals.svelte.ts';

function anIndividuals(role: Role, allowed: boolean, answer: () => Response) {
	const looks: string[] = [];
	const note: NoteLook = async (board) => {
		looks.push(board);
		return answer();
	};
	const actor: Actor = { user: 'usr_1', person: 'per_1', role, preset: 'standard' };
	let isAllowed = allowed;
	const individuals = new Individuals({ id: 'brd_1', actor }, () => isAllowed, note);
	return { individuals, looks, allow: (to: boolean) => (isAllowed = to) };
}

describe('P-31 numbers about each person on a board', () => {
	it('are shown to the team and to those who plan, without a note', async () => {
		for (const role of ['owner', 'planner', 'designer', 'viewer'] as const) {
			const { individuals, looks } = anIndividuals(role, false, () => new Response());
			expect(individuals.areShown, role).toBe(true);
			expect(await individuals.show()).toBe('');
			expect(looks).toEqual([]);
		}
	});

	it('are shown to leaders once the look is noted, until they switch off or it is not allowed any more', async () => {
		const { individuals, looks, allow } = anIndividuals('leader', true, () => new Response());
		expect(individuals.areShown).toBe(false);
		const done = individuals.show();
		expect(individuals.areShown).toBe(false);
		expect(await done).toBe('');
		expect(looks).toEqual(['brd_1']);
		expect(individuals.areShown).toBe(true);
		allow(false);
		expect(individuals.areShown).toBe(false);
		allow(true);
		individuals.hide();
		expect(individuals.areShown).toBe(false);
	});

	it('stay hidden where the look could not be noted, with the reason', async () => {
		const message = 'Leaders see teams, not individuals.';
		const refused = anIndividuals('leader', true, () =>
			Response.json({ problem: { message } }, { status: 403 })
		);
		expect(await refused.individuals.show()).toBe(message);
		const away = anIndividuals('leader', true, () => {
			throw new TypeError('no network');
		});
		expect(await away.individuals.show()).toMatch(/^The server cannot be reached/);
		for (const { individuals } of [refused, away]) expect(individuals.areShown).toBe(false);
	});
});
