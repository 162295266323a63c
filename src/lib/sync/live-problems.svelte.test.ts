import { describe, expect, it } from 'vitest';
import { anActor, anEmptyBoard } from '../../../tests/build.ts';
import type { Role } from '#lib/policy/roles.ts';
import { Individuals } from './individuals.svelte.ts';
import { LiveProblems } from './live-problems.svelte.ts';

const TODAY = '2026-01-05';
const WEEK = [480, 480, 480, 480, 480, 0, 0];

/** Ana holds 48 h of 40 h in a week, half of it after a launch. */
function aBoard() {
	const doc = anEmptyBoard();
	doc.doc.transact(() => {
		const hours = { nonProjectBp: 0, patterns: [{ from: null, minutes: WEEK }] };
		doc.create('people', 'per_ana', { name: 'Ana', active: true, ...hours });
		doc.create('projects', 'prj_a', { title: 'Safety', launch: '2026-01-09' });
		doc.create('projects', 'prj_b', { title: 'Onboarding' });
		for (const [id, project] of [
			['alc_a', 'prj_a'],
			['alc_b', 'prj_b']
		] as const)
			doc.create('allocations', id, {
				...{ person: 'per_ana', project, certainty: 'confirmed' },
				...{ span: { from: '2026-01-12', to: '2026-01-16' } },
				load: { mode: 'percent', amount: 6000 }
			});
	});
	return doc;
}

function whatIsSaidTo(role: Role) {
	const live = { doc: aBoard(), today: TODAY, onChange: () => () => undefined };
	const reader = { id: 'brd_1', actor: anActor(role, 'per_other') };
	const individuals = new Individuals(
		reader,
		() => true,
		async () => new Response()
	);
	const problems = new LiveProblems(live, individuals);
	const said = () => ({
		all: problems.all.map(({ rule }) => rule),
		of: problems.problemsOf('alc_b').map(({ text }) => text)
	});
	return { individuals, said };
}

const full = 'Ana holds 48 h of 40 h in the week of 12 Jan 2026.';

describe('P-31 the problems of a board', () => {
	it('do not tell a leader how full somebody is until individuals are switched on, nor in their number', async () => {
		const { individuals, said } = whatIsSaidTo('leader');
		expect(said()).toEqual({ all: ['M-8'], of: [] });
		expect(await individuals.show()).toBe('');
		expect(said()).toEqual({ all: ['M-8', 'M-9'], of: [full] });
		individuals.hide();
		expect(said()).toEqual({ all: ['M-8'], of: [] });
	});

	it('tell those who plan, and the team, all of them', () => {
		for (const role of ['owner', 'planner', 'designer', 'viewer'] as const)
			expect(whatIsSaidTo(role).said(), role).toEqual({ all: ['M-8', 'M-9'], of: [full] });
	});
});
