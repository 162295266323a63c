import { describe, expect, it } from 'vitest';
import { readFields } from './fields.server.ts';

describe('the form for a closing day', () => {
	it('takes one day for both ends, hours as minutes, and an empty field for the whole day', () => {
		const form = new FormData();
		form.set('from', '2026-12-24');
		form.set('name', ' Early end ');
		form.set('hours', '3,5');
		expect(readFields.set(form)).toMatchObject({
			...{ from: '2026-12-24', to: '2026-12-24', name: 'Early end', minutesPerDay: 210 },
			...{ region: '', works: false }
		});
		form.set('hours', '');
		form.set('works', 'yes');
		expect(readFields.set(form)).toMatchObject({ minutesPerDay: null, works: true });
	});
});
