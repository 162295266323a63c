import { describe, expect, it } from 'vitest';
import {
	emptyRows,
	makeRow,
	readRows,
	type BoardReader,
	type CollectionName
} from '#lib/model/board.ts';
import type { Change } from '#lib/model/change.ts';
import { can } from './can.ts';
import type { Actor, Preset, Role } from './roles.ts';

function boardOf(rows: [CollectionName, string, object][]): BoardReader {
	const board = emptyRows();
	for (const [collection, id, given] of rows)
		(board[collection] as Map<string, unknown>).set(id, makeRow(collection, id, given as never));
	return readRows(board);
}

const board = boardOf([
	['projects', 'prj_led', { lead: 'per_dan' }],
	['projects', 'prj_two', {}],
	['modules', 'mod_led', { project: 'prj_two', lead: 'per_dan' }],
	['modules', 'mod_two', { project: 'prj_two' }],
	['modules', 'mod_far', { project: 'prj_led' }],
	['tasks', 'tsk_own', { project: 'prj_two', assignee: 'per_dan' }],
	['tasks', 'tsk_module', { project: 'prj_two', module: 'mod_led' }],
	['tasks', 'tsk_two', { project: 'prj_two' }],
	['checkItems', 'chk_own', { task: 'tsk_own' }],
	['comments', 'cmt_own', { author: 'per_dan' }],
	['comments', 'cmt_two', { author: 'per_eva' }],
	['allocations', 'alc_led', { project: 'prj_led', certainty: 'tentative' }],
	['allocations', 'alc_firm', { project: 'prj_led', certainty: 'confirmed' }],
	['allocations', 'alc_module', { project: 'prj_two', module: 'mod_led', certainty: 'tentative' }],
	['people', 'per_dan', {}]
]);

const actor = (role: Role, person = 'per_dan', preset: Preset = 'standard'): Actor => ({
	user: 'user-dan',
	person,
	role,
	preset
});
const write = (
	collection: CollectionName,
	id: string,
	field: string,
	after: unknown = 'x'
): Change => ({ kind: 'write', collection, id, field, before: null, after });
const make = (collection: CollectionName, given: object): Change => ({
	kind: 'create',
	collection,
	id: 'new',
	record: makeRow(collection, 'new', given as never)
});
const ask = (who: Actor, change: Change): string => {
	const verdict = can(who, change, board);
	return verdict.ok ? 'yes' : verdict.rule;
};
const designer = actor('designer');

describe('can', () => {
	it('lets viewers write nothing (P-1)', () => {
		expect(ask(actor('viewer'), write('comments', 'cmt_own', 'body'))).toBe('P-1');
		expect(ask(actor('viewer', 'per_dan', 'small-team'), write('tasks', 'tsk_own', 'notes'))).toBe(
			'P-1'
		);
	});

	it('lets leaders comment and nothing else (P-2)', () => {
		expect(ask(actor('leader'), make('comments', { author: 'per_dan' }))).toBe('yes');
		expect(ask(actor('leader'), write('projects', 'prj_led', 'title'))).toBe('P-2');
	});

	it('lets nobody write what the server keeps (P-3)', () => {
		for (const role of ['owner', 'planner', 'designer'] as const)
			expect(ask(actor(role), write('people', 'per_dan', 'role', 'owner'))).toBe('P-3');
	});

	it('leaves the rest of the plan to owners and planners (P-4)', () => {
		expect(ask(designer, write('projects', 'prj_led', 'lead', 'per_eva'))).toBe('P-4');
		expect(ask(actor('planner'), write('projects', 'prj_led', 'lead', 'per_eva'))).toBe('yes');
	});

	it('lets nobody change what is set at the making, or fields that are not (P-5)', () => {
		expect(ask(actor('owner'), write('tasks', 'tsk_own', 'project', 'prj_led'))).toBe('P-5');
		expect(ask(actor('owner'), write('tasks', 'tsk_own', 'constructor'))).toBe('P-5');
		expect(ask(designer, write('tasks', 'tsk_gone', 'status'))).toBe('P-5');
	});

	it('lets the assignee report on the task (P-6)', () => {
		expect(ask(designer, write('tasks', 'tsk_own', 'status', 'done'))).toBe('yes');
		expect(ask(designer, write('checkItems', 'chk_own', 'done', true))).toBe('yes');
		expect(ask(designer, write('tasks', 'tsk_two', 'status', 'done'))).toBe('P-6');
		expect(ask(designer, write('tasks', 'tsk_own', 'title'))).toBe('P-7');
	});

	it('lets a lead edit what is led, and move tasks only within it (P-7)', () => {
		expect(ask(designer, write('tasks', 'tsk_module', 'title'))).toBe('yes');
		expect(ask(designer, write('tasks', 'tsk_module', 'module', 'mod_two'))).toBe('P-7');
		expect(ask(designer, write('tasks', 'tsk_module', 'module', ''))).toBe('P-7');
		expect(ask(designer, write('modules', 'mod_led', 'position', null))).toBe('yes');
		expect(ask(designer, write('projects', 'prj_two', 'position', null))).toBe('P-7');
	});

	it('lets a lead add tasks to what is led, not through a module of another project (P-8)', () => {
		expect(ask(designer, make('tasks', { project: 'prj_led' }))).toBe('yes');
		expect(ask(designer, make('tasks', { project: 'prj_two', module: 'mod_led' }))).toBe('yes');
		expect(ask(designer, make('tasks', { project: 'prj_two', module: 'mod_far' }))).toBe('P-8');
		expect(ask(designer, make('tasks', { project: 'prj_other', module: 'mod_led' }))).toBe('P-8');
		expect(ask(designer, make('projects', {}))).toBe('P-8');
	});

	it('lets a lead pencil in and never confirm, nor move a booking elsewhere (P-9)', () => {
		expect(ask(designer, make('allocations', { project: 'prj_led' }))).toBe('yes');
		expect(ask(designer, make('allocations', { project: 'prj_led', certainty: 'confirmed' }))).toBe(
			'P-9'
		);
		expect(ask(designer, write('allocations', 'alc_led', 'archived', true))).toBe('yes');
		expect(ask(designer, write('allocations', 'alc_led', 'certainty', 'confirmed'))).toBe('P-9');
		expect(ask(designer, write('allocations', 'alc_firm', 'span', null))).toBe('P-9');
		expect(ask(designer, write('allocations', 'alc_led', 'project', 'prj_two'))).toBe('P-9');
		expect(ask(designer, write('allocations', 'alc_module', 'module', ''))).toBe('P-9');
		expect(ask(designer, write('allocations', 'alc_module', 'module', 'mod_two'))).toBe('P-9');
	});

	it('lets only its author change a comment (P-10)', () => {
		expect(ask(designer, write('comments', 'cmt_own', 'body'))).toBe('yes');
		expect(ask(designer, write('comments', 'cmt_two', 'body'))).toBe('P-10');
		expect(ask(actor('owner'), write('comments', 'cmt_own', 'archived', true))).toBe('yes');
		expect(ask(actor('owner', 'per_olga'), write('comments', 'cmt_own', 'body'))).toBe('P-10');
	});

	it('takes a login that is nobody for nobody (P-11)', () => {
		const nobody = actor('designer', '');
		expect(ask(nobody, make('comments', { author: '' }))).toBe('P-11');
		expect(ask(nobody, write('tasks', 'tsk_two', 'status', 'done'))).toBe('P-6');
		expect(ask(nobody, write('projects', 'prj_two', 'title'))).toBe('P-7');
	});

	it('wants a reason signed with one’s own name (P-12)', () => {
		const reason = (by: string) => ({ stage: 'stg_a', reason: 'Because', by });
		const given = (by: string): Change => write('projects', 'prj_led', 'override', reason(by));
		expect(ask(actor('planner'), given('per_dan'))).toBe('yes');
		expect(ask(actor('planner'), given('per_eva'))).toBe('P-12');
		expect(ask(actor('planner'), make('projects', { override: reason('per_eva') }))).toBe('P-12');
		expect(ask(designer, given('per_dan'))).toBe('P-4');
	});

	it('lets everyone but viewers plan in a small team (P-14)', () => {
		for (const role of ['leader', 'designer'] as const)
			expect(
				ask(actor(role, 'per_dan', 'small-team'), write('projects', 'prj_two', 'lead', 'per_eva'))
			).toBe('yes');
	});

	it('keeps what the server keeps of a booking out of everybody’s hands (P-3)', () => {
		expect(ask(actor('owner'), write('allocations', 'alc_led', 'confirmedBy', 'per_dan'))).toBe(
			'P-3'
		);
		expect(ask(actor('planner'), make('allocations', { project: 'prj_led', confirmedAt: 5 }))).toBe(
			'P-3'
		);
	});

	it('holds a locked booking until it is unlocked, whoever asks (P-22)', () => {
		const locked = boardOf([
			['allocations', 'alc_1', { project: 'prj_led', locked: true, certainty: 'tentative' }]
		]);
		const asked = (role: Role, field: string, after: unknown): string => {
			const verdict = can(actor(role), write('allocations', 'alc_1', field, after), locked);
			return verdict.ok ? 'yes' : verdict.rule;
		};
		for (const field of ['span', 'person', 'load', 'project', 'archived', 'contour'])
			expect(asked('owner', field, null), field).toBe('P-22');
		for (const field of ['note', 'kind', 'certainty', 'probabilityBp'])
			expect(asked('planner', field, 'tentative'), field).toBe('yes');
		expect(asked('planner', 'locked', false)).toBe('yes');
		expect(ask(designer, write('allocations', 'alc_led', 'locked', true))).toBe('P-22');
		expect(ask(designer, make('allocations', { project: 'prj_led', locked: true }))).toBe('P-22');
	});
});
