import { describe, expect, it } from 'vitest';
import { readMinutes } from './fields.server.ts';

describe('the fields of a form', () => {
	it('reads 7.5, 7,5 and 7:30, and refuses words', () => {
		for (const text of ['7.5', '7,5', '7:30']) expect(readMinutes(text)).toBe(450);
		expect(readMinutes('')).toBe(0);
		expect(readMinutes('a day')).toBeNaN();
	});
});
