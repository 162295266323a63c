import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canEnter, conditionKeys, conditionWords, resolveDuty, stageOfProject } from './gates.ts';
import type { CardFacts, ConditionKey, Entry, Gate, StageFacts } from './gates.ts';

const names: Record<string, string> = { per_sam: 'Sam', per_amara: 'Amara', per_olu: 'Olu' };
const nameOf = (id: string): string => names[id] ?? 'somebody who left';
const today = '2026-03-10';

const stage = (id: string, rank: string, name: string, gate: Gate = {}): StageFacts => ({
	id,
	name,
	rank,
	gate,
	softLimit: null
});
const stages = [
	stage('stg_launch', 'a4', 'Launch', { 'mandatory-launch-signoff': 'require' }),
	stage('stg_requests', 'a0', 'Requests', { lead: 'require' }),
	stage('stg_review', 'a3', 'Review', { 'storyboard-signoff': 'require', 'tasks-done': 'remind' }),
	stage('stg_design', 'a1', 'Design', { sized: 'remind', brief: 'require' }),
	stage('stg_build', 'a2', 'Build', { sized: 'require', brief: 'require' })
];
const card: CardFacts = {
	kind: 'module',
	id: 'mod_1',
	title: 'Fire safety',
	stage: 'stg_requests',
	mandatory: false,
	effortMinutes: 600,
	launch: '2026-06-01',
	brief: 'Why and for whom',
	blocked: '',
	duties: { lead: 'per_amara', sme: 'per_sam' },
	ownerPerson: 'per_olu',
	bookings: 1,
	tasks: [],
	checks: [],
	approvals: [{ kind: 'storyboard', by: 'per_sam', at: 1, solo: false }],
	requested: []
};
const enter = (over: Partial<CardFacts>, to: string, at = stages): Entry =>
	canEnter({ ...card, ...over }, to, at, today, nameOf);
const conditions = (entry: Entry): string[] =>
	entry.missing.map((one) => `${one.stageName}: ${one.condition}`);
/** One gate with one condition. */
const ask = (over: Partial<CardFacts>, key: ConditionKey, mode: 'remind' | 'require'): Entry =>
	enter(over, 'stg_b', [
		stage('stg_a', 'a0', 'A'),
		stage('stg_b', 'a1', 'Review', { [key]: mode })
	]);

describe('entering a stage', () => {
	it('GT-1 forward over several stages asks each gate passed, in order', () => {
		const bare = { brief: ' ', effortMinutes: null, approvals: [] };
		const entry = enter(bare, 'stg_review');
		expect(entry.passed).toEqual(['stg_design', 'stg_build', 'stg_review']);
		expect(entry.allowed).toBe(false);
		expect(conditions(entry)).toEqual([
			'Design: brief',
			'Build: sized',
			'Review: storyboard-signoff'
		]);
		expect(enter({}, 'stg_review')).toMatchObject({ allowed: true, missing: [], backwards: false });
	});

	it('GT-1 entering in one jump asks no less than entering step by step', () => {
		const gate = fc.dictionary(
			fc.constantFrom(...conditionKeys),
			fc.constantFrom('off' as const, 'remind' as const, 'require' as const),
			{ maxKeys: 6 }
		);
		const facts = fc.record({
			mandatory: fc.boolean(),
			effortMinutes: fc.option(fc.nat()),
			brief: fc.constantFrom('', 'yes'),
			blocked: fc.constantFrom('', 'waiting'),
			bookings: fc.nat(1),
			tasks: fc.array(
				fc.record({ stage: fc.constantFrom('s0', 's1', 's2', 's3', ''), done: fc.boolean() })
			)
		});
		fc.assert(
			fc.property(fc.array(gate, { minLength: 4, maxLength: 4 }), facts, (gates, over) => {
				const made = gates.map((one, i) => stage(`s${i}`, `a${i}`, `S${i}`, one as Gate));
				const known = { ...over, tasks: over.tasks.filter((task) => task.stage !== '') };
				const jump = enter({ ...known, stage: 's0' }, 's3', made);
				const steps = [1, 2, 3].map((i) => enter({ ...known, stage: `s${i - 1}` }, `s${i}`, made));
				expect(jump.allowed).toBe(steps.every((step) => step.allowed));
				const asked = steps.flatMap((step) => step.missing.map((one) => one.condition));
				const jumped = new Set(jump.missing.map((one) => one.condition));
				for (const key of asked)
					expect(
						jumped.has(key) || (key === 'launch-signoff' && jumped.has('mandatory-launch-signoff'))
					).toBe(true);
			})
		);
	});

	it('GT-2 backwards, and another place in the same stage, ask nothing', () => {
		const bare = { brief: '', effortMinutes: null, approvals: [], stage: 'stg_review' };
		expect(enter(bare, 'stg_requests')).toEqual({
			allowed: true,
			missing: [],
			reminders: [],
			passed: [],
			backwards: true
		});
		expect(enter(bare, 'stg_review')).toMatchObject({
			allowed: true,
			passed: [],
			backwards: false
		});
	});

	it('GT-3 only require refuses; remind says so and lets go; off and absent are silent', () => {
		expect(ask({ brief: '' }, 'brief', 'remind')).toMatchObject({
			allowed: true,
			missing: [],
			reminders: [{ condition: 'brief', mode: 'remind' }]
		});
		expect(ask({ brief: '' }, 'brief', 'require')).toMatchObject({ allowed: false, reminders: [] });
		const off = [stage('stg_a', 'a0', 'A'), stage('stg_b', 'a1', 'B', { brief: 'off' })];
		expect(enter({ brief: '' }, 'stg_b', off)).toMatchObject({ allowed: true, reminders: [] });
	});

	it('GT-4 a condition whose duty is not used here is not asked', () => {
		const over = { duties: { sme: 'unused' }, approvals: [] };
		expect(ask(over, 'storyboard-signoff', 'require').allowed).toBe(true);
		expect(ask({ duties: { lead: 'unused' } }, 'lead', 'require').allowed).toBe(true);
		expect(ask({ duties: {} }, 'lead', 'require').allowed).toBe(false);
	});

	it('GT-5 the launch sign-off of mandatory training is asked of mandatory training only', () => {
		const over = { stage: 'stg_review' };
		expect(enter(over, 'stg_launch').allowed).toBe(true);
		const refused = enter({ ...over, mandatory: true }, 'stg_launch');
		expect(conditions(refused)).toEqual(['Launch: mandatory-launch-signoff']);
		expect(refused.missing[0]!.text).toBe(
			'Launch needs a launch sign-off, as this is mandatory training. Sponsor is covered by Amara.'
		);
		const approvals = [{ kind: 'launch' as const, by: 'per_olu', at: 2, solo: true }];
		expect(enter({ ...over, mandatory: true, approvals }, 'stg_launch').allowed).toBe(true);
	});

	it('GT-5 with both launch sign-offs asked, mandatory training hears of one', () => {
		const both = [
			stage('stg_a', 'a0', 'A'),
			stage('stg_b', 'a1', 'Launch', {
				'launch-signoff': 'remind',
				'mandatory-launch-signoff': 'require'
			})
		];
		const entry = enter({ mandatory: true }, 'stg_b', both);
		expect([entry.missing.length, entry.reminders.length]).toEqual([1, 0]);
		expect(enter({}, 'stg_b', both).reminders).toHaveLength(1);
	});

	it('GT-6 each condition holds or lacks by its own fact', () => {
		const lacking: Record<ConditionKey, Partial<CardFacts>> = {
			lead: { duties: {} },
			sponsor: { duties: { lead: 'per_amara' } },
			sized: { effortMinutes: null },
			'launch-date': { launch: null },
			brief: { brief: '\n ' },
			booked: { bookings: 0 },
			'tasks-done': { tasks: [{ stage: 'stg_a', done: false }] },
			'checks-done': { checks: [{ done: true }, { done: false }] },
			'not-blocked': { blocked: 'Waiting for footage' },
			'scope-approved': {},
			'storyboard-signoff': { approvals: [] },
			'sme-signoff': {},
			'qa-pass': {},
			'accessibility-pass': {},
			'legal-signoff': {},
			'lms-ready': {},
			'localisation-done': {},
			'launch-signoff': {},
			'mandatory-launch-signoff': { mandatory: true }
		};
		const holding: Partial<CardFacts> = {
			mandatory: true,
			duties: { lead: 'team', sponsor: 'per_olu' },
			effortMinutes: 0,
			tasks: [{ stage: 'stg_a', done: true }],
			checks: [{ done: true }],
			approvals: conditionKeys.flatMap((key) => {
				const kind = conditionWords[key].approval;
				return kind ? [{ kind, by: 'per_sam', at: 1, solo: false }] : [];
			})
		};
		for (const key of conditionKeys) {
			const lacks = ask(lacking[key], key, 'require');
			expect(lacks.missing.map((one) => one.condition)).toEqual([key]);
			expect(lacks.missing[0]!.text).toMatch(/^Review needs .+\.$/);
			expect(lacks.missing[0]!.remedy).toMatch(/^[A-Z].+, or move anyway with a reason$/);
			expect(ask(holding, key, 'require').allowed, key).toBe(true);
		}
	});

	it('GT-7 tasks of the stages before the gate must be done; without a stage they belong where the card is', () => {
		const tasks = [
			{ stage: 'stg_design', done: false },
			{ stage: '', done: false },
			{ stage: 'stg_gone', done: true },
			{ stage: 'stg_review', done: false },
			{ stage: 'stg_launch', done: false }
		];
		const [reminder] = enter({ tasks }, 'stg_review').reminders;
		expect(reminder!.text).toBe('Review needs the earlier tasks done. 2 tasks are open.');
		expect(reminder!.remedy).toBe('Finish the open tasks, or move anyway');
		expect(enter({ tasks: tasks.slice(2) }, 'stg_review').reminders).toEqual([]);
	});

	it('GT-8 says who has had it for how long, and what to do', () => {
		const asked = (of: string, since: string): Entry =>
			ask(
				{ approvals: [], requested: [{ kind: 'storyboard', of, since }] },
				'storyboard-signoff',
				'require'
			);
		expect(asked('per_sam', '2026-03-01').missing).toEqual([
			{
				condition: 'storyboard-signoff',
				mode: 'require',
				stage: 'stg_b',
				stageName: 'Review',
				text: 'Review needs a storyboard sign-off. Sam has had it 9 days.',
				remedy: 'Ask Sam to sign off the storyboard, or move anyway with a reason',
				duty: 'sme',
				waitingOn: 'per_sam',
				sinceDays: 9
			}
		]);
		const ends = (of: string, since: string): string =>
			asked(of, since).missing[0]!.text.replace('Review needs a storyboard sign-off. ', '');
		expect(ends('per_sam', '2026-03-09')).toBe('Sam has had it 1 day.');
		expect(ends('team', '2026-03-10')).toBe('The team was asked today.');
		expect(ends('per_sam', '2026-03-12')).toBe('Sam was asked today.');
		expect(ends('', '2026-03-05')).toBe('Sam has had it 5 days.');
	});

	it('GT-8 with several asked, the one who has had it longest is named', () => {
		const requested = [
			{ kind: 'storyboard' as const, of: 'per_olu', since: '2026-03-08' },
			{ kind: 'storyboard' as const, of: 'per_sam', since: '2026-03-01' },
			{ kind: 'qa' as const, of: 'per_amara', since: '2026-01-01' }
		];
		const entry = ask({ approvals: [], requested }, 'storyboard-signoff', 'require');
		expect(entry.missing[0]).toMatchObject({ waitingOn: 'per_sam', sinceDays: 9 });
	});

	it('GT-9 an empty duty is covered by the lead, then the owner, and the words say so', () => {
		const texts = (duties: CardFacts['duties'], ownerPerson: string): unknown[] => {
			const [one] = ask({ duties, ownerPerson }, 'qa-pass', 'remind').reminders;
			return [one!.text.replace('Review needs a QA pass. ', ''), one!.waitingOn, one!.coveredBy];
		};
		expect(texts({ lead: 'per_amara' }, 'per_olu')).toEqual([
			'QA is covered by Amara.',
			'per_amara',
			'lead'
		]);
		expect(texts({}, 'per_olu')).toEqual(['QA is covered by Olu.', 'per_olu', 'owner']);
		expect(texts({ qa: 'per_sam' }, 'per_olu')).toEqual([
			'Sam has not been asked yet.',
			'per_sam',
			undefined
		]);
		expect(texts({ lead: 'team' }, 'per_olu')[1]).toBe('team');
		expect(texts({}, '')).toEqual(['Nobody has this duty yet.', undefined, undefined]);
	});

	it('GT-14 a condition is said once, at the first gate that lacks it, and refusing comes before reminding', () => {
		const entry = enter({ brief: '', effortMinutes: null }, 'stg_build');
		expect(conditions(entry)).toEqual(['Design: brief', 'Build: sized']);
		expect(entry.reminders).toEqual([]);
	});

	it('GT-15 a stage that is gone cannot be entered, and a card whose stage is gone stands at the first', () => {
		const gone = enter({}, 'stg_gone');
		expect(gone).toMatchObject({ allowed: false, passed: [], backwards: false });
		expect(gone.missing[0]!.text).toContain('not on the board');
		expect(enter({}, 'stg_gone', []).allowed).toBe(false);
		expect(enter({ stage: 'stg_gone' }, 'stg_build').passed).toEqual(['stg_design', 'stg_build']);
		expect(enter({ stage: 'stg_gone' }, 'stg_requests').passed).toEqual([]);
	});
});

describe('duties', () => {
	it('GT-10 a duty is a person, the team, not used, or covered by the lead, then the owner', () => {
		const person = (who: string, coveredBy: string): object => ({
			kind: 'person',
			person: who,
			coveredBy
		});
		expect(resolveDuty({ qa: 'per_sam' }, 'qa', 'per_olu')).toEqual(person('per_sam', 'self'));
		expect(resolveDuty({ qa: 'team' }, 'qa', 'per_olu')).toEqual({ kind: 'team' });
		expect(resolveDuty({ qa: 'unused', lead: 'per_amara' }, 'qa', 'per_olu')).toEqual({
			kind: 'unused'
		});
		expect(resolveDuty({ qa: '', lead: 'per_amara' }, 'qa', 'per_olu')).toEqual(
			person('per_amara', 'lead')
		);
		expect(resolveDuty({ lead: 'unused' }, 'qa', 'per_olu')).toEqual(person('per_olu', 'owner'));
		expect(resolveDuty({ lead: 'team' }, 'qa', 'per_olu')).toEqual({ kind: 'team' });
		expect(resolveDuty({}, 'lead', 'per_olu')).toEqual(person('per_olu', 'owner'));
		expect(resolveDuty({}, 'lead', '')).toEqual(person('', 'owner'));
	});
});

describe('where a project stands', () => {
	const order = (modules: string[], own = 'stg_requests'): string =>
		stageOfProject(own, modules, stages);
	it('GT-12 a project stands at the stage of its earliest open module', () => {
		expect(order(['stg_review', 'stg_build', 'stg_launch'])).toBe('stg_build');
		expect(order(['stg_launch', 'stg_review'])).toBe('stg_review');
		expect(order(['stg_launch', 'stg_launch'])).toBe('stg_launch');
		expect(order([], 'stg_design')).toBe('stg_design');
		expect(order([], 'stg_gone')).toBe('stg_requests');
		expect(order(['stg_gone', 'stg_build'])).toBe('stg_requests');
		expect(stageOfProject('stg_x', ['stg_y'], [])).toBe('stg_x');
	});
});
