import { describe, expect, it } from 'vitest';
import { emptyRows, makeRow, readRows, type BoardReader } from '#lib/model/board.ts';
import type { FieldWrite } from '#lib/model/change.ts';
import { isHomeTeam, refuseBooking, viewOfStep } from './bookings.ts';
import type { Actor, Role } from './roles.ts';

const rows = emptyRows();
const people = rows.people as Map<string, unknown>;
for (const [id, unit] of [
	['per_pia', 'Studio'],
	['per_sam', 'Studio'],
	['per_fay', 'Media'],
	['per_free', '']
] as const)
	people.set(id, makeRow('people', id, { name: id, unit, homePlans: unit === 'Media' }));
const planner = { unit: 'Media', role: 'planner', active: true, homePlans: true } as const;
people.set('per_mia', makeRow('people', 'per_mia', planner));
people.set('per_lone', makeRow('people', 'per_lone', { unit: 'Translation' }));
const allocations = rows.allocations as Map<string, unknown>;
const book = (id: string, given: object): unknown =>
	allocations.set(id, makeRow('allocations', id, given));
book('alc_home', { person: 'per_sam', certainty: 'confirmed' });
book('alc_away', { person: 'per_fay', certainty: 'confirmed' });
book('alc_asked', { person: 'per_fay', certainty: 'requested' });
book('alc_locked', { person: 'per_sam', locked: true });
const board: BoardReader = readRows(rows);

const actor = (role: Role, person = 'per_pia'): Actor => ({
	user: 'u',
	person,
	role,
	preset: 'standard'
});
const write = (id: string, field: string, after: unknown): FieldWrite => ({
	kind: 'write',
	collection: 'allocations',
	id,
	field,
	before: null,
	after
});
/** The verdict on the first of the writes, all in one step. */
const ask = (who: Actor, ...writes: [id: string, field: string, after: unknown][]): string => {
	const step = writes.map((one) => write(...one));
	return refuseBooking(who, step[0]!, viewOfStep(board, who, step))?.rule ?? 'yes';
};

describe('bookings', () => {
	it('knows who speaks for a home team: owners, the team, and all where nobody of it plans (P-23)', () => {
		expect(isHomeTeam(actor('planner'), 'per_sam', board)).toBe(true);
		expect(isHomeTeam(actor('planner'), 'per_fay', board)).toBe(false);
		expect(isHomeTeam(actor('owner'), 'per_fay', board)).toBe(true);
		expect(isHomeTeam(actor('planner'), 'per_free', board)).toBe(true);
		expect(isHomeTeam(actor('planner', 'per_free'), 'per_fay', board)).toBe(false);
		expect(isHomeTeam(actor('planner', 'per_fay'), 'per_fay', board)).toBe(true);
		expect(isHomeTeam(actor('planner'), 'per_lone', board)).toBe(true);
	});

	it('has somebody of another team requested, not taken (P-23)', () => {
		const planner = actor('planner');
		expect(ask(planner, ['alc_asked', 'certainty', 'confirmed'])).toBe('P-23');
		expect(ask(actor('planner', 'per_fay'), ['alc_asked', 'certainty', 'confirmed'])).toBe('yes');
		expect(ask(actor('owner'), ['alc_asked', 'certainty', 'confirmed'])).toBe('yes');
		expect(ask(planner, ['alc_home', 'person', 'per_fay'])).toBe('P-23');
		expect(ask(planner, ['alc_away', 'span', null])).toBe('P-23');
		for (const field of ['project', 'module', 'task'])
			expect(ask(planner, ['alc_away', field, 'other']), field).toBe('P-23');
		expect(ask(planner, ['alc_asked', 'span', null])).toBe('yes');
		expect(ask(planner, ['alc_away', 'certainty', 'requested'])).toBe('yes');
		const made = makeRow('allocations', 'new', { person: 'per_fay', certainty: 'confirmed' });
		const making = { kind: 'create', collection: 'allocations', id: 'new', record: made } as const;
		expect(refuseBooking(planner, making, board)).toMatchObject({ rule: 'P-23' });
		expect(
			refuseBooking(planner, { ...making, record: { ...made, certainty: 'requested' } }, board)
		).toBeNull();
	});

	it('lets one step open a lock, or request again, and change the rest (P-22, P-23)', () => {
		const planner = actor('planner');
		const move = (id: string): [string, string, unknown] => [id, 'span', null];
		expect(ask(planner, move('alc_locked'))).toBe('P-22');
		expect(ask(planner, move('alc_locked'), ['alc_locked', 'locked', true])).toBe('yes');
		expect(ask(actor('designer'), move('alc_locked'), ['alc_locked', 'locked', false])).toBe(
			'P-22'
		);
		expect(ask(planner, move('alc_away'))).toBe('P-23');
		expect(ask(planner, move('alc_away'), ['alc_away', 'certainty', 'requested'])).toBe('yes');
		const give: [string, string, unknown] = ['alc_home', 'person', 'per_fay'];
		const request: [string, string, unknown] = ['alc_home', 'certainty', 'requested'];
		expect(ask(planner, give, request)).toBe('yes');
		const back: [string, string, unknown] = ['alc_asked', 'person', 'per_sam'];
		const firm: [string, string, unknown] = ['alc_asked', 'certainty', 'confirmed'];
		expect(ask(planner, firm, back)).toBe('yes');
		expect(ask(planner, back, firm)).toBe('yes');
		const view = viewOfStep(board, planner, [write('alc_home', 'note', 'x')]);
		expect(view.get('allocations', 'alc_home')).toBe(board.get('allocations', 'alc_home'));
		expect([...view.all('allocations')]).toHaveLength(4);
		expect([...view.where('allocations', 'person', 'per_sam')]).toHaveLength(2);
	});
});
