import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeSupply } from '#lib/domain/supply.ts';
import { addDays, spanDays, type Day } from '#lib/domain/days.ts';
import { emptyRows, makeRow, readRows, type CollectionName, type EntityIn } from './board.ts';
import { listQuarters, shareOut } from './quarters.ts';
import { readSkillDemand, type SkillDemand } from './skill-demand.ts';
import { TeamLoad } from './team-load.ts';
import type { LoadBasis } from './load-cell.ts';

/** A Monday. */
const TODAY = '2027-01-04';
type Rows = { [C in CollectionName]?: Record<string, Partial<EntityIn<C>>> };

function demandOf(given: Rows, basis: LoadBasis = 'booked'): SkillDemand {
	const rows = emptyRows();
	const put = <C extends CollectionName>(c: C, id: string, row: Partial<EntityIn<C>>): void => {
		rows[c].set(id, makeRow(c, id, row as never));
	};
	put('projects', 'prj_a', { title: 'A' });
	for (const [name, list] of Object.entries(given))
		for (const [id, row] of Object.entries(list)) put(name as 'tasks', id, row as never);
	const board = readRows(rows);
	const load = new TeamLoad(board, addDays(TODAY, -30), addDays(TODAY, 400));
	return readSkillDemand(board, load, TODAY, basis);
}
const person = (...skills: string[]): Partial<EntityIn<'people'>> => ({
	name: 'Ana',
	active: true,
	nonProjectBp: 0,
	patterns: [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }],
	skills
});
const task = (given: Partial<EntityIn<'tasks'>>): Partial<EntityIn<'tasks'>> => ({
	...{ project: 'prj_a', title: 'Build', skill: 'Storyline', effortMinutes: 600 },
	span: { from: '2027-01-11', to: '2027-01-15' },
	...given
});
const open = { project: 'prj_a', role: 'Storyline', load: { mode: 'total', amount: 900 } } as const;
const january = { from: '2027-01-11', to: '2027-01-22' };
const firstOf = (demand: SkillDemand, key = 'storyline') =>
	demand.skills.find((one) => one.key === key)!.quarters[0]!;

describe('quarters from today on', () => {
	it('begin today, hold whole weeks cut at their ends, and leave no day out', () => {
		for (const today of ['2027-01-04', '2026-12-31', '2027-03-31', '2028-02-29']) {
			const { quarters, weeks } = listQuarters(today, 4);
			expect(quarters[0]!.from).toBe(today);
			const days = weeks.reduce((sum, week) => sum + spanDays(week), 0);
			expect(days).toBe(spanDays({ from: today, to: quarters[3]!.to }));
			for (const [i, { firstWeek, lastWeek, from, to }] of quarters.entries()) {
				expect([weeks[firstWeek]!.from, weeks[lastWeek]!.to]).toEqual([from, to]);
				if (i > 0) expect(firstWeek).toBe(quarters[i - 1]!.lastWeek + 1);
			}
		}
		expect(listQuarters('2027-02-10', 2).quarters.map((one) => one.label)).toEqual([
			'Q1 2027',
			'Q2 2027'
		]);
	});

	it('share effort out without losing a minute inside them', () => {
		const { quarters } = listQuarters(TODAY, 4);
		const last = quarters[3]!.to;
		fc.assert(
			fc.property(fc.nat(350), fc.nat(60), fc.nat(100_000), (start, length, minutes) => {
				const from: Day = addDays(TODAY, start);
				const to = addDays(from, length) < last ? addDays(from, length) : last;
				if (to < from) return;
				const parts = shareOut(minutes, { from, to }, quarters);
				expect(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)).toBe(minutes);
			})
		);
	});
});

describe('what a board asks for by skill (S-6)', () => {
	it('S-6 counts open roles and tasks nobody is booked for', () => {
		const demand = demandOf({
			people: { per_a: person('Storyline', 'Rise') },
			tasks: { tsk_a: task({ module: '' }), tsk_done: task({ status: 'done' }) },
			allocations: { alc_a: { ...open, role: 'Actors', span: january } }
		});
		expect(firstOf(demand).open).toBe(600);
		expect(firstOf(demand, 'actors')).toMatchObject({ open: 900, net: 0, free: 0 });
		expect(demand.skills.map((one) => one.name)).toEqual(['Actors', 'Rise', 'Storyline']);
		const { shortages } = judgeSupply(demand.needs, demand.suppliers, demand.weeks.length);
		expect(shortages).toMatchObject([{ minutes: 900, skills: ['actors'] }]);
	});

	it('S-6 counts work once: the booking stands for its task', () => {
		const booked = {
			...{ person: 'per_a', project: 'prj_a', certainty: 'confirmed' as const },
			...{ load: { mode: 'total' as const, amount: 600 }, span: january }
		} as const;
		const people = { per_a: person('Storyline') };
		const named = demandOf({
			people,
			tasks: { tsk_a: task({}) },
			allocations: { alc_a: { ...booked, task: 'tsk_a' } }
		});
		expect(firstOf(named)).toMatchObject({ open: 0, booked: 600 });
		const assigned = demandOf({
			people,
			tasks: { tsk_a: task({ assignee: 'per_a' }) },
			allocations: { alc_a: booked }
		});
		expect(firstOf(assigned).open).toBe(0);
		const role = demandOf({
			people,
			tasks: { tsk_a: task({}) },
			allocations: { alc_a: { ...open, span: january } }
		});
		expect(firstOf(role).open).toBe(900);
	});

	it('S-6 takes what is booked off the free minutes, tentative work only where it is shown', () => {
		const rows: Rows = {
			people: { per_a: person('Storyline') },
			allocations: {
				alc_a: {
					...{ person: 'per_a', project: 'prj_a', span: january },
					load: { mode: 'total', amount: 1000 }
				}
			}
		};
		const { net, free } = firstOf(demandOf(rows));
		expect(free).toBe(net);
		expect(firstOf(demandOf(rows, 'tentative')).free).toBe(net - 1000);
	});

	it('S-6 says what it cannot count: no effort, no skill, no dates', () => {
		const demand = demandOf({
			people: { per_a: person('Storyline') },
			tasks: {
				tsk_a: task({ effortMinutes: null }),
				tsk_b: task({ skill: '' }),
				tsk_c: task({ span: null })
			}
		});
		expect(firstOf(demand)).toMatchObject({ open: 0, unsized: 1 });
		expect(demand).toMatchObject({ unnamedMinutes: 600, undated: 1, needs: [] });
	});

	it('S-6 needs overdue work within the week, and undated work by the launch', () => {
		const demand = demandOf({
			projects: { prj_a: { title: 'A', launch: '2027-02-07' } },
			tasks: {
				tsk_a: task({ span: { from: '2026-12-01', to: '2026-12-09' } }),
				tsk_b: task({ span: null })
			}
		});
		expect(demand.needs.map(({ from, to }) => [from, to])).toEqual([
			[0, 0],
			[0, 4]
		]);
	});

	it('S-3 knows whose level nobody has set', () => {
		const demand = demandOf({
			people: {
				per_a: { ...person('Storyline'), skillLevels: [{ skill: 'Storyline', level: 2 }] },
				per_b: person('storyline')
			},
			tasks: { tsk_a: task({ level: 3 }) }
		});
		expect(demand.skills[0]).toMatchObject({ people: 2, withoutLevel: 1 });
		expect(judgeSupply(demand.needs, demand.suppliers, demand.weeks.length).shortages).toEqual([]);
	});
});
