import { describe, expect, it } from 'vitest';
import { readAbsence } from './absence-form.server.ts';

describe('the form for one’s own time off', () => {
	it('reads hours as minutes, one day for both ends, and only the id to withdraw', () => {
		const form = new FormData();
		form.set('board', 'brd_1');
		form.set('absence', 'abs_1');
		expect(readAbsence(form)).toEqual({ board: 'brd_1', absence: 'abs_1' });
		form.set('from', '2026-08-03');
		form.set('hours', '3,5');
		expect(readAbsence(form)).toEqual({
			...{ board: 'brd_1', absence: 'abs_1', from: '2026-08-03', to: '2026-08-03' },
			...{ kind: 'leave', minutesPerDay: 210 }
		});
	});
});
