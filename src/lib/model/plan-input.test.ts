import { describe, expect, it } from 'vitest';
import { emptyRows, makeRow, readRows, type EntityIn } from './board.ts';
import { planOf } from './plan-input.ts';

const span = { from: '2026-12-07', to: '2026-12-18' };
const load = { mode: 'percent', amount: 5000 } as const;

function plan(
	booking: Partial<EntityIn<'allocations'>>,
	project: Partial<EntityIn<'projects'>> = {},
	actor = 'per_me',
	speaksFor: (person: string) => boolean = () => true
) {
	const rows = emptyRows();
	const put = (
		...[collection, id, given]: {
			[C in keyof typeof rows]: [C, string, Partial<EntityIn<C>>];
		}[keyof typeof rows]
	): void => {
		rows[collection].set(id, makeRow(collection, id, given as never) as never);
	};
	put('people', 'per_ana', {
		...{ name: 'Ana', active: true, skills: ['Rise', 'Video'], maxLoadBp: 8000 },
		skillLevels: [{ skill: 'Rise', level: 4 }]
	});
	put('projects', 'prj_a', { title: 'A', launch: '2027-01-15', ...project });
	put('allocations', 'alc_a', { person: 'per_ana', project: 'prj_a', span, load, ...booking });
	put('elsewhere', 'els_a', { person: 'per_ana', span, load });
	return planOf(readRows(rows), '2026-11-23', { person: actor, speaksFor });
}
const looseOf = (...given: Parameters<typeof plan>): boolean | undefined =>
	plan(...given).bookings.find(({ id }) => id === 'alc_a')?.isLoose;

describe('a board as a plan', () => {
	it('L-23 leaves locked, agreed, delivered and committed work, and work elsewhere, as it is', () => {
		expect(looseOf({})).toBe(true);
		expect(looseOf({ kind: 'maintenance' })).toBe(true);
		expect(looseOf({ locked: true })).toBe(false);
		expect(looseOf({ kind: 'delivery' })).toBe(false);
		expect(looseOf({ kind: 'other' })).toBe(false);
		expect(looseOf({}, { committed: true })).toBe(false);
		const confirmed = { certainty: 'confirmed', confirmedBy: 'per_other' } as const;
		expect(looseOf(confirmed)).toBe(false);
		expect(looseOf(confirmed, {}, 'per_other')).toBe(true);
		expect(looseOf({ certainty: 'confirmed' })).toBe(true);
		expect(looseOf({ certainty: 'confirmed' }, {}, 'per_me', () => false)).toBe(false);
		expect(looseOf({ certainty: 'tentative' }, {}, 'per_me', () => false)).toBe(true);
		expect(plan({}).bookings.find(({ id }) => id === 'els_a')?.isLoose).toBe(false);
	});

	it('counts nothing of archived work, and delivery after the launch is not late', () => {
		expect(plan({}, { archived: true }).bookings.map(({ id }) => id)).toEqual(['els_a']);
		expect(plan({}).bookings[0]?.due).toBe('2027-01-15');
		expect(plan({ kind: 'delivery' }).bookings[0]?.due).toBeNull();
	});

	it('knows people by their skills, levels where they are said, and how full they may get', () => {
		expect(plan({}).people).toMatchObject([
			{
				id: 'per_ana',
				maxLoadBp: 8000,
				skills: [
					{ skill: 'Rise', level: 4 },
					{ skill: 'Video', level: null }
				]
			}
		]);
	});

	it('takes what a booking asks for from itself, then from its open role', () => {
		expect(plan({ person: '', role: 'Storyline' }).bookings[0]?.skill).toBe('Storyline');
		expect(plan({ role: 'Storyline', skill: 'Rise', level: 2 }).bookings[0]).toMatchObject({
			skill: 'Rise',
			level: 2
		});
		expect(plan({ role: 'Storyline' }).bookings[0]?.skill).toBe('');
	});

	it('L-15 knows the language of a module, and of a review who made what it reviews', () => {
		const rows = emptyRows();
		rows.modules.set('mod_a', makeRow('modules', 'mod_a', { project: 'prj_a', language: 'de-AT' }));
		rows.projects.set('prj_a', makeRow('projects', 'prj_a', { duties: { sme: 'per_sme' } }));
		rows.projects.set('prj_b', makeRow('projects', 'prj_b', { duties: { sme: 'team' } }));
		const put = (id: string, given: Partial<EntityIn<'allocations'>>) =>
			rows.allocations.set(
				id,
				makeRow('allocations', id, { ...{ project: 'prj_a', span, load }, ...given })
			);
		put('alc_review', { role: 'QA review', module: 'mod_a' });
		put('alc_part', { person: 'per_ana', module: 'mod_a' });
		put('alc_whole', { person: 'per_ben' });
		put('alc_other', { person: 'per_cyd', module: 'mod_b' });
		put('alc_judge', { person: 'per_dan', module: 'mod_a', skill: 'Legal review' });
		put('alc_gone', { person: 'per_eva', module: 'mod_a', archived: true });
		rows.tasks.set(
			'tsk_a',
			makeRow('tasks', 'tsk_a', { project: 'prj_a', title: 'Write', assignee: 'per_fay' })
		);
		rows.tasks.set(
			'tsk_b',
			makeRow('tasks', 'tsk_b', { project: 'prj_a', title: 'Peer review', assignee: 'per_gus' })
		);
		rows.modules.set('mod_b', makeRow('modules', 'mod_b', { project: 'prj_a' }));
		const { bookings, projects } = planOf(readRows(rows), '2026-11-23', {
			...{ person: 'per_me', speaksFor: () => true }
		});
		const of = (id: string) => bookings.find((one) => one.id === id);
		expect(of('alc_review')).toMatchObject({
			...{ locale: 'de', authors: ['per_ana', 'per_ben', 'per_fay'] }
		});
		expect(of('alc_part')).toMatchObject({ locale: 'de', authors: [] });
		expect(of('alc_whole')).toMatchObject({ locale: '', authors: [] });
		expect(projects.map(({ expert }) => expert)).toEqual(['per_sme', '']);
	});

	it('ranks projects by class, then by place, and knows which dates must be held', () => {
		const of = (given: Partial<EntityIn<'projects'>>) => plan({}, given).projects[0];
		expect(of({ priority: 'expedite' })).toMatchObject({ weight: 8, priority: 0, isHard: false });
		expect(of({ priority: 'fixed' })).toMatchObject({ weight: 5, isHard: true });
		expect(of({ mandatory: true })).toMatchObject({ isHard: true });
	});
});
