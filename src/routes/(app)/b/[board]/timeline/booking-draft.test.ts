import { describe, expect, it } from 'vitest';
import { makeRow } from '#lib/model/board.ts';
import {
	blankDraft,
	checkDraft,
	chooseWork,
	draftOfBooking,
	findDifferences,
	readWork,
	settleCertainty
} from './booking-draft.ts';

const row = makeRow('allocations', 'alc_1', {
	person: 'per_a',
	project: 'prj_1',
	span: { from: '2027-01-04', to: '2027-01-08' },
	load: { mode: 'percent', amount: 6000 },
	certainty: 'confirmed'
});

describe('booking draft', () => {
	it('writes nothing when nothing was changed', () => {
		const checked = checkDraft(draftOfBooking(row));
		expect(checked.ok && findDifferences(row, checked.changes)).toEqual({});
	});

	it('writes only what differs', () => {
		const draft = {
			...draftOfBooking(row),
			to: '2027-01-12',
			mode: 'perDay',
			minutes: 240
		} as const;
		const checked = checkDraft(draft);
		expect(checked.ok && findDifferences(row, checked.changes)).toEqual({
			span: { from: '2027-01-04', to: '2027-01-12' },
			load: { mode: 'perDay', amount: 240 }
		});
	});

	it('keeps unknown unknown', () => {
		const checked = checkDraft(draftOfBooking({ ...row, load: null }));
		expect(checked.ok && checked.changes.load).toBe(null);
	});

	it('says what is wrong, and where', () => {
		const draft = draftOfBooking(row);
		const wrong = (given: object) => {
			const checked = checkDraft({ ...draft, ...given });
			return checked.ok ? '' : checked.field;
		};
		expect(wrong({ from: '' })).toBe('from');
		expect(wrong({ to: '2027-01-01' })).toBe('to');
		expect(wrong({ person: '', role: ' ' })).toBe('person');
		expect(wrong({ percent: 'lots' })).toBe('load');
		expect(wrong({ percent: '' })).toBe('load');
		expect(wrong({ mode: 'total', minutes: null })).toBe('load');
		expect(wrong({ mode: 'perDay', minutes: 1500 })).toBe('load');
		expect(wrong({ percent: '62,5 %' })).toBe('');
	});

	it('makes non-project work of a booking and back, never a booking of nothing', () => {
		const draft = draftOfBooking({ ...row, module: 'mod_1', task: 'tsk_1' });
		expect(readWork(draft)).toBe('prj_1 mod_1');
		const free = { ...draft, ...chooseWork(draft, 'none') };
		expect(readWork(free)).toBe('none');
		const checked = checkDraft(free);
		expect(checked.ok && findDifferences(row, checked.changes)).toEqual({
			...{ project: '', kind: 'other' }
		});
		const back = { ...free, ...chooseWork(free, 'prj_2 mod_2') };
		expect(back).toMatchObject({ project: 'prj_2', module: 'mod_2', task: '', kind: 'project' });
		expect(chooseWork({ kind: 'delivery' }, 'prj_2')).toMatchObject({ kind: 'delivery' });
		expect(checkDraft({ ...free, kind: 'project' })).toMatchObject({ ok: false, field: 'work' });
	});

	it('books from nothing in all three ways, and open roles by skill and level', () => {
		const span = { from: '2027-01-04', to: '2027-01-08' };
		const blank = blankDraft({ span, project: 'prj_1' });
		expect(checkDraft(blank)).toMatchObject({ ok: false, field: 'person' });
		const open = { ...blank, role: ' Storyline ', skill: 'Storyline', level: '3' };
		const load = { mode: 'percent', amount: 10_000 };
		expect(checkDraft(open)).toMatchObject({
			...{ ok: true, changes: { role: 'Storyline', skill: 'Storyline', level: 3, load, span } }
		});
		for (const mode of ['perDay', 'total'] as const)
			expect(checkDraft({ ...open, mode, minutes: 120 })).toMatchObject({
				...{ ok: true, changes: { load: { mode, amount: 120 } } }
			});
	});

	it('keeps what stands behind the fold, and reads a probability', () => {
		const given = { ...row, kind: 'delivery', contour: 'front', level: 3, locked: true } as const;
		const checked = checkDraft(draftOfBooking({ ...given, probabilityBp: 2500 }));
		expect(checked.ok && findDifferences(given, checked.changes)).toEqual({ probabilityBp: 2500 });
		const typed = (probability: string) => checkDraft({ ...draftOfBooking(row), probability });
		expect(typed('25 %')).toMatchObject({ ok: true, changes: { probabilityBp: 2500 } });
		expect(typed('')).toMatchObject({ ok: true, changes: { probabilityBp: null } });
		expect(typed('101')).toMatchObject({ ok: false, field: 'probability' });
	});

	it('asks the server to confirm, and requests whoever belongs to another team', () => {
		const pencilled = { ...row, certainty: 'tentative' } as const;
		const asked = { ...row, certainty: 'requested' } as const;
		const same = { person: row.person, span: row.span, load: row.load };
		const moved = { ...same, span: { from: '2027-01-05', to: '2027-01-09' } };
		const settle = (
			on: typeof row | undefined,
			changes: object,
			isTentative: boolean,
			isHome = true
		) => {
			const { certainty, wantsConfirm } = settleCertainty(on, changes, { isTentative, isHome });
			return `${certainty}${wantsConfirm ? ', confirm' : ''}`;
		};
		expect(settle(undefined, same, true)).toBe('tentative');
		expect(settle(undefined, same, false)).toBe('tentative, confirm');
		expect(settle(pencilled, same, false)).toBe('tentative, confirm');
		expect(settle(row, moved, false)).toBe('confirmed');
		expect(settle(row, { ...same, person: 'per_b' }, false)).toBe('tentative, confirm');
		expect(settle(asked, { ...same, person: 'per_b' }, false)).toBe('tentative, confirm');
		expect(settle(row, same, true)).toBe('tentative');
		expect(settle(asked, same, true)).toBe('requested');
		expect(settle(asked, same, false)).toBe('requested, confirm');
		expect(settle(asked, { ...same, person: 'per_b' }, true)).toBe('tentative');
		expect(settle(undefined, same, false, false)).toBe('requested');
		expect(settle(row, same, false, false)).toBe('confirmed');
		expect(settle(row, moved, false, false)).toBe('requested');
	});
});
