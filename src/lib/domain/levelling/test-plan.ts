// A small plan for the tests of suggestions: everybody works 7.5 hours on weekdays, weeks count from `today`.
import { addDays, type Day } from '../days.ts';
import { openRoleCalendar } from '../grid.ts';
import type { Plan, PlanBooking } from './plan.ts';
import { runToEnd } from './search.ts';
import { suggestChanges, type Suggestions, type SuggestOptions } from './suggest.ts';

export const today = '2026-11-23';
export const day = (offset: number): Day => addDays(today, offset);
const everybody = { ...openRoleCalendar, nonProjectBp: 0 };
export const person = (id: string, ...skills: string[]): Plan['people'][number] => ({
	id,
	calendar: everybody,
	skills: skills.map((skill) => ({ skill, level: null })),
	maxLoadBp: 10_000
});
/** So many per cent of somebody's weeks `from` to `to`, both included. */
export const booked = (
	id: string,
	who: string,
	[from, to, percent]: [number, number, number],
	more: Partial<PlanBooking> = {}
): PlanBooking => ({
	id,
	booking: {
		person: who,
		span: { from: day(from * 7), to: day(to * 7 + 4) },
		load: { mode: 'percent', amount: percent * 100 },
		certainty: 'confirmed',
		probabilityBp: null
	},
	project: '',
	due: null,
	isLoose: true,
	skill: '',
	level: null,
	...{ locale: '', authors: [] },
	...more
});
export const planOf = (given: Partial<Plan>): Plan => ({
	...{ today, from: day(-28), to: day(200) },
	...{ people: [person('ana', 'Rise')], bookings: [], projects: [] },
	...given
});
export const project = (id: string, more: Partial<Plan['projects'][number]> = {}) => ({
	...{ id, expert: '', isHard: false, weight: 1, priority: 0, after: [] },
	...more
});
/** What is suggested for a plan, after few schedules. */
export const suggest = (plan: Plan, options: Partial<SuggestOptions> = {}): Suggestions =>
	runToEnd(suggestChanges(plan, { schedules: 60, ...options }));
