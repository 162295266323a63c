import { describe, expect, it } from 'vitest';
import { noAssumptions } from '#lib/domain/options.ts';
import { listQuarters } from '#lib/model/quarters.ts';
import type { NamedNeed, SkillDemand } from '#lib/model/skill-demand.ts';
import { judge, laySupply, listOptions } from './supply-layout.ts';
import {
	joinNames,
	listAsks,
	sayHours,
	sayMoney,
	sayShortage,
	saySupply,
	sayUncounted,
	sayUnknown,
	sayVerdict,
	sayWhen
} from './supply-words.ts';

const TODAY = '2027-01-04';
const { quarters, weeks } = listQuarters(TODAY, 2);
const figures = (booked: number, open: number, net: number, free: number, unsized = 0) => ({
	...{ booked, open, net, free, unsized }
});
const need = (id: string, skill: string, minutes: number, from: number, to: number): NamedNeed => ({
	...{ id, skill, level: 0, minutes, from, to },
	...{ title: id, project: `prj_${id}` }
});
/** Ana has Storyline and Rise, ten hours a week, all of them free. */
const free = new Float64Array(weeks.length).fill(600);
const demand = {
	...{ quarters, weeks, unnamedMinutes: 180, undated: 1 },
	needs: [need('a', 'storyline', 3000, 4, 6), need('b', 'rise', 600, 5, 5)],
	suppliers: [
		{
			id: 'per_a',
			skills: new Map([
				['storyline', 3],
				['rise', 0]
			]),
			...{ free, net: free, taken: new Float64Array(weeks.length) }
		}
	],
	skills: [
		{
			...{ key: 'rise', name: 'Rise', people: 1, withoutLevel: 1 },
			quarters: [figures(0, 600, 7200, 7200), figures(0, 0, 7800, 7800)]
		},
		{
			...{ key: 'storyline', name: 'Storyline', people: 1, withoutLevel: 0 },
			quarters: [figures(1200, 3000, 7200, 6000, 2), figures(0, 0, 7800, 7800)]
		},
		{
			...{ key: 'mime', name: 'Mime', people: 0, withoutLevel: 0 },
			quarters: [figures(0, 0, 0, 0), figures(0, 0, 0, 0)]
		}
	]
} as unknown as SkillDemand;
const verdict = judge(demand);

describe('skills by quarters', () => {
	const rows = laySupply(demand, verdict);

	it('puts what is short first and says what is asked of how many hours', () => {
		expect(rows.map((row) => row.name)).toEqual(['Rise', 'Storyline', 'Mime']);
		const [first, later] = rows[1]!.cells;
		expect(first).toMatchObject({
			text: '70 h of 120 h',
			percent: 58,
			detail: '20 h booked, 100 h free, 2 unsized',
			short: 'short 30 h with Rise'
		});
		expect(later).toMatchObject({ text: '', short: '' });
		expect(rows[0]!.people).toBe('1 person, level of 1 not set');
		expect(rows[2]).toMatchObject({ people: 'nobody', isAsked: false });
	});

	it('P-31 keeps hours of one or two people from leaders, and what is open and short is still said', () => {
		const few = laySupply(demand, verdict, true);
		const [first, later] = few[1]!.cells;
		expect(first).toMatchObject({
			...{ text: '50 h open, few people', percent: null, detail: '2 unsized' },
			...{ short: 'short 30 h with Rise', bars: { hoursPercent: 0, bookedPercent: 0 } }
		});
		expect(later).toMatchObject({ text: 'few people', detail: '' });
		const three = demand.skills.map((skill) => ({ ...skill, people: 3 }));
		expect(laySupply({ ...demand, skills: three }, verdict, true)[1]!.cells[0]!.text).toBe(
			'70 h of 120 h'
		);
	});

	it('draws bars on one scale a skill, and never past what is asked', () => {
		for (const row of rows)
			for (const { bars } of row.cells) {
				const asked = bars.bookedPercent + bars.openPercent + bars.shortPercent;
				expect(asked).toBeLessThanOrEqual(100.2);
				expect(bars.hoursPercent).toBeLessThanOrEqual(100);
				for (const width of Object.values(bars)) expect(width).toBeGreaterThanOrEqual(0);
			}
	});
});

describe('a shortage', () => {
	const [shortage] = verdict.shortages;

	it('S-2 is said with skills, hours and weeks, and who asks', () => {
		expect(sayShortage(demand, shortage!)).toBe(
			'Short 30 h of Storyline and Rise in weeks 5 to 7, which the same people do'
		);
		expect(saySupply(demand, verdict.shortages)).toBe(
			'The next four quarters are short 30 h of 2 skills.'
		);
		expect(saySupply(demand, [])).toMatch(/^Everything/);
		expect(saySupply({ ...demand, needs: [] }, [])).toMatch(/^Nothing/);
		expect(listAsks(demand, shortage!, (id) => id.toUpperCase())).toEqual([
			'PRJ_A 50 h',
			'PRJ_B 10 h'
		]);
	});

	it('S-6 is said beside what could not be counted', () => {
		expect(sayUncounted(demand)).toBe(
			'Not counted, because it is not known: 3 h of work that names no skill, 2 pieces without effort and 1 task without dates.'
		);
		expect(sayUncounted({ ...demand, unnamedMinutes: 0, undated: 0, skills: [] })).toBe('');
	});

	it('S-4, S-5 lists options with what is unknown', () => {
		const { options, gap } = listOptions(demand, shortage!, TODAY, noAssumptions, 120);
		expect(gap).toMatchObject({ from: '2027-02-01', by: '2027-02-21', weeksLater: 3 });
		const move = options.find((one) => one.kind === 'move')!;
		expect(sayVerdict(move, 120)).toBe('Fits 3 weeks later');
		expect(sayMoney(move.cost)).toBe('unknown');
		expect(sayUnknown(move)).toBe('Not known: what a week costs');
		expect(sayWhen(move)).toBe('by 14 Mar 2027');
		const vendor = options.find((one) => one.kind === 'vendor')!;
		expect([sayVerdict(vendor, 120), sayWhen(vendor)]).toEqual(['Cannot be told yet', 'unknown']);
	});

	it('S-7 counts overtime as far as the first band over full hours of whoever has the skill', () => {
		// Three weeks of ten hours: two hours each, less what is over already.
		const at = (taken: number, mostPercent = 120) => {
			const [one] = demand.suppliers;
			const full = { ...one!, taken: new Float64Array(weeks.length).fill(taken) };
			const short = { ...demand, suppliers: [full] };
			return listOptions(short, shortage!, TODAY, noAssumptions, mostPercent);
		};
		expect(at(600).gap.overtimeMinutes).toBe(3 * 120);
		expect(at(690).gap.overtimeMinutes).toBe(3 * 30);
		expect(at(600, 110).gap.overtimeMinutes).toBe(3 * 60);
		const { options } = at(690);
		expect(
			sayVerdict(
				options.find((one) => one.kind === 'overtime')!,
				120
			)
		).toBe('Covers 1.5 h of it in time, within 120 % of people’s hours');
		const none = at(900).options.find((one) => one.kind === 'overtime')!;
		expect(sayVerdict(none, 120)).toBe('Whoever could is full to 120 %');
	});
});

describe('P-31 what people have left', () => {
	it('is no option for leaders where one or two could do it, and is one for more', () => {
		const kinds = (suppliers: SkillDemand['suppliers'], hidesFew: boolean) =>
			listOptions(
				{ ...demand, suppliers },
				shortage,
				TODAY,
				noAssumptions,
				120,
				hidesFew
			).options.map(({ kind }) => kind);
		const shortage = verdict.shortages[0]!;
		const [one] = demand.suppliers;
		expect(kinds([one!], true)).not.toContain('overtime');
		expect(kinds([one!], true)).toContain('move');
		expect(kinds([one!], false)).toContain('overtime');
		expect(kinds([one!, one!, one!], true)).toContain('overtime');
	});
});

describe('words', () => {
	it('join names and hours as people read them', () => {
		expect(joinNames(['A', 'B', 'C'])).toBe('A, B and C');
		expect(joinNames([])).toBe('');
		expect(sayHours(90)).toBe('1.5 h');
		expect(sayHours(90_000)).toBe('1,500 h');
		expect(sayMoney(123_456_00)).toBe('123,456');
	});
});
