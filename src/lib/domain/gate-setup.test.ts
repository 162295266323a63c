import { describe, expect, it } from 'vitest';
import { checkSetup } from './gate-setup.ts';
import type { Gate } from './gates.ts';

const stage = (gate: Gate): { id: string; name: string; gate: Gate }[] => [
	{ id: 'stg_review', name: 'Review', gate }
];
const found = (gate: Gate, duties = {}, owner = 'per_olu', active = ['per_olu']): string[] =>
	checkSetup(stage(gate), duties, owner, active).map((one) => `${one.condition}: ${one.text}`);

describe('checking a set-up', () => {
	it('GT-11 a sign-off that rests with nobody active is found', () => {
		expect(found({ 'qa-pass': 'remind' }, { qa: 'per_gone' })).toEqual([
			'qa-pass: Review asks for a QA pass, but the person for QA is not active. Name somebody else, or the team.'
		]);
		expect(found({ 'qa-pass': 'require' }, { lead: 'per_gone' })[0]).toContain('who covers QA');
		expect(found({ 'qa-pass': 'require' }, {}, '')[0]).toContain('nobody covers QA');
		expect(found({ 'qa-pass': 'require' }, { qa: 'team' }, 'per_olu', [])[0]).toContain('the team');
	});

	it('GT-11 a required sign-off that is never asked is found, a reminder is left alone', () => {
		expect(found({ 'mandatory-launch-signoff': 'require' }, { sponsor: 'unused' })[0]).toContain(
			'it is never asked'
		);
		expect(found({ 'legal-signoff': 'remind' }, { legal: 'unused' })).toEqual([]);
	});

	it('GT-11 what can be satisfied raises nothing', () => {
		expect(found({ 'qa-pass': 'require', brief: 'require', 'lms-ready': 'off' })).toEqual([]);
		expect(found({ 'qa-pass': 'require' }, { qa: 'team' })).toEqual([]);
		expect(found({ lead: 'require', sized: 'require' }, {}, '', [])).toEqual([]);
	});
});
