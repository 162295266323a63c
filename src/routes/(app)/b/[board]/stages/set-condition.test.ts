import { describe, expect, it } from 'vitest';
import { readLimit, setCondition } from './set-condition.ts';

describe('the gate of a stage', () => {
	it('takes one condition, and keeps no word of one that is off', () => {
		const gate = setCondition({ sized: 'remind' }, 'booked', 'require');
		expect(gate).toEqual({ sized: 'remind', booked: 'require' });
		expect(setCondition(gate, 'sized', 'off')).toEqual({ booked: 'require' });
	});

	it('reads a soft limit, or none', () => {
		expect(readLimit(' 8 ')).toBe(8);
		expect(readLimit('')).toBeNull();
		for (const text of ['0', '1.5', 'many', '1000']) expect(readLimit(text)).toBeUndefined();
	});
});
