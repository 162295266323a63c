import { describe, expect, it } from 'vitest';
import { planCost } from './cost.ts';
import { findDecisions } from './decisions.ts';
import { findMoves } from './moves.ts';
import type { Reader } from '../db/organisation.ts';
import { aFacts } from '../../tests/overview-facts.ts';

const aReader = (given: Partial<Reader> = {}): Reader => ({
	...{ user: 'usr_me', organisation: 'org', leads: false, person: 'me', boards: [] },
	...given
});
const on = (id: string, role: Reader['boards'][number]['role']) => ({
	...{ id, role },
	preset: 'standard' as const
});

describe('decisions that wait for the reader', () => {
	it('lists sign-offs asked of them, longest first, and links only to boards they belong to', () => {
		const { facts, person, project, approval } = aFacts();
		person('me');
		const a = project('brd_a', 'prj_a', { title: 'Code of conduct' });
		const b = project('brd_b', 'prj_b', { title: 'Pricing' });
		approval('brd_a', 'apr_1', {
			project: a,
			kind: 'storyboard',
			askedOf: 'me',
			askedOn: '2026-11-20'
		});
		approval('brd_b', 'apr_2', { project: b, kind: 'legal', askedOf: 'me', askedOn: '2026-11-14' });
		approval('brd_b', 'apr_3', { project: b, kind: 'qa', askedOf: 'other', askedOn: '2026-11-01' });
		approval('brd_b', 'apr_4', {
			project: b,
			kind: 'qa',
			askedOf: 'me',
			askedOn: '2026-11-01',
			by: 'me'
		});
		const found = findDecisions(facts, aReader({ leads: true, boards: [on('brd_a', 'leader')] }));
		expect(found.map(({ text, href }) => [text, href])).toEqual([
			['Legal sign-off for Pricing, asked 9 days ago', null],
			['Storyboard sign-off for Code of conduct, asked 3 days ago', '/b/brd_a/board?card=prj_a']
		]);
	});

	it('lists what was asked of the team for those who record it', () => {
		const { facts, project, approval } = aFacts();
		const a = project('brd_a', 'prj_a');
		approval('brd_a', 'apr_1', { project: a, kind: 'qa', askedOf: 'team', askedOn: '2026-11-22' });
		const kinds = (role: 'planner' | 'leader') =>
			findDecisions(facts, aReader({ boards: [on('brd_a', role)] })).map(({ kind }) => kind);
		expect(kinds('planner')).toEqual(['sign-off']);
		expect(kinds('leader')).toEqual([]);
	});

	it('P-23 asks a planner of the home team to confirm a requested booking', () => {
		const { facts, person, project, book } = aFacts();
		person('me', { unit: 'Video' });
		person('ben', { name: 'Ben Sato', unit: 'Video' });
		person('ida', { unit: 'Studio', homePlans: true });
		const a = project('brd_a', 'prj_a', { title: 'Pricing' });
		book(a, 10, { person: 'ben', certainty: 'requested' });
		book(a, 10, { person: 'ida', certainty: 'requested' });
		const texts = (role: 'planner' | 'leader' | 'owner') =>
			findDecisions(facts, aReader({ boards: [on('brd_a', role)] })).map(({ text }) => text);
		expect(texts('planner')).toEqual(['Ben Sato is asked for on Pricing, 23 Nov to 27 Nov']);
		expect(texts('owner')).toHaveLength(2);
		expect(texts('leader')).toEqual([]);
		const [first] = findDecisions(facts, aReader({ boards: [on('brd_a', 'planner')] }));
		expect(first!.href).toBe('/b/brd_a/timeline?from=2026-11-23&who=Ben+Sato');
	});

	it('lists time off that was asked for, for those who decide, until it is over', () => {
		const { facts, person, absence } = aFacts();
		person('ben', { name: 'Ben Sato' });
		const asked = { person: 'ben', requested: true };
		absence('abs_1', { ...asked, span: { from: '2026-12-21', to: '2027-01-02' } });
		absence('abs_2', { ...asked, span: { from: '2026-11-02', to: '2026-11-03' } });
		absence('abs_3', { person: 'ben', span: { from: '2026-12-01', to: '2026-12-01' } });
		const found = findDecisions(facts, aReader({ boards: [on('brd_a', 'planner')] }));
		expect(found).toMatchObject([
			{
				text: 'Ben Sato asks for time off, 21 Dec to 2 Jan 2027',
				href: '/admin/people?board=brd_a&person=ben'
			}
		]);
		expect(findDecisions(facts, aReader({ leads: true }))).toEqual([]);
		person('ben', { name: 'Ben Sato', unit: 'Video', homePlans: true });
		expect(findDecisions(facts, aReader({ boards: [on('brd_a', 'planner')] })), 'P-25').toEqual([]);
		expect(findDecisions(facts, aReader({ boards: [on('brd_a', 'owner')] }))).toHaveLength(1);
	});
});

describe('launches moved since last Monday', () => {
	it('says each once, from where it was to where it is', () => {
		const change = (project: string, before: string | null, after: string | null) => ({
			...{ board: 'brd_a', project, before, after }
		});
		const { facts, project } = aFacts({
			launches: [
				change('prj_a', '2027-01-04', '2027-01-11'),
				change('prj_a', '2027-01-11', '2027-01-18'),
				change('prj_b', '2026-12-01', '2026-12-08'),
				change('prj_b', '2026-12-08', '2026-12-01'),
				change('prj_c', '2026-12-15', '2026-12-14'),
				change('prj_d', '2026-12-20', null),
				change('prj_gone', '2026-12-20', '2027-02-01')
			]
		});
		project('brd_a', 'prj_a', { launch: '2027-01-18' });
		project('brd_a', 'prj_b', { launch: '2026-12-01' });
		project('brd_a', 'prj_c', { launch: '2026-12-14' });
		project('brd_a', 'prj_d', { launch: null });
		const found = findMoves(facts, new Set(['brd_a']));
		expect(found.map(({ title, text, isLater }) => [title, text, isLater])).toEqual([
			['prj_a', '4 Jan 2027 to 18 Jan 2027, 14 days later', true],
			['prj_d', 'was 20 Dec, has no date now', true],
			['prj_c', '15 Dec to 14 Dec, 1 day earlier', false]
		]);
		expect(found[0]!.href).toBe('/b/brd_a/board?card=prj_a');
		expect(findMoves(facts, new Set())[0]!.href).toBeNull();
	});
});

describe('planned cost', () => {
	const none = (): number => 0;

	it('is hours at the blended rate and what is bought outside', () => {
		const { facts, project } = aFacts();
		const a = project('brd_a', 'prj_a', { effortMinutes: 6000 });
		const rate = { blendedRateMinor: 6550, currency: 'EUR' };
		const outside = (of: string): number => (of === a ? 120_000 : 0);
		expect(planCost(facts.reader, rate, outside)).toEqual({
			total: '€7,750',
			made: '100 h at €65.50 an hour, and €1,200 outside the team',
			missing: []
		});
	});

	it('shows what is bought outside where an hour has no rate, and names a missing currency', () => {
		const { facts, project } = aFacts();
		project('brd_a', 'prj_a', { effortMinutes: 60 });
		const outside = (): number => 120_000;
		expect(planCost(facts.reader, { blendedRateMinor: null, currency: 'EUR' }, outside)).toEqual({
			...{ total: '€1,200', made: '1 h of work, and €1,200 outside the team' },
			missing: ['no rate for an hour is set']
		});
		expect(planCost(facts.reader, { blendedRateMinor: null, currency: '' }, outside)).toEqual({
			...{ total: null, made: '1 h of work, and 1,200 outside the team' },
			missing: ['no rate for an hour is set', 'no currency is set']
		});
	});

	it('says that it is incomplete where a size or the rate is missing', () => {
		const { facts, project } = aFacts();
		project('brd_a', 'prj_a', { effortMinutes: 60 });
		project('brd_a', 'prj_b', { effortMinutes: null });
		const rate = { blendedRateMinor: 5000, currency: 'JPY' };
		expect(planCost(facts.reader, rate, none)).toMatchObject({
			...{ total: 'JP¥5,000', missing: ['1 of 2 projects have no size'] }
		});
		expect(planCost(facts.reader, { blendedRateMinor: null, currency: '' }, none)).toEqual({
			...{ total: null, made: '1 h of work' },
			missing: ['no rate for an hour is set', '1 of 2 projects have no size']
		});
	});
});
