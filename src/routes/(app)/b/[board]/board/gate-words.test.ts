import { describe, expect, it } from 'vitest';
import { askedConditions, describeGate } from './gate-words.ts';

describe('what a column says of its gate', () => {
	it('names what is required first', () => {
		expect(describeGate({ sponsor: 'remind', 'launch-signoff': 'require' })).toBe(
			'gate: launch signed off +1'
		);
	});

	it('keeps names that are written in capitals', () => {
		expect(describeGate({ 'sme-signoff': 'remind' })).toBe('gate: SME sign-off');
	});

	it('says so when nothing is asked', () => {
		expect(describeGate({ sponsor: 'off' })).toBe('no gate');
		expect(askedConditions({})).toEqual([]);
	});
});
