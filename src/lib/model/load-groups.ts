// Whose load a row of the heatmap is: one person's, or that of a home team, a skill or a region. A person stands in
// each row they belong to, and once in each.

import { addLoads, type LoadSums } from '#lib/domain/utilisation.ts';
import type { CapacityGrid } from '#lib/domain/grid.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Person } from './people.ts';

export const PIVOTS = ['person', 'team', 'skill', 'region'] as const;
export type Pivot = (typeof PIVOTS)[number];

export interface LoadGroup {
	/** Of a person their id; stays the same while the group is there. */
	key: string;
	name: string;
	/** Ids, each once. */
	people: readonly string[];
}

/** What the row of those is called who have no team, skill or region. */
const WITHOUT: Record<Exclude<Pivot, 'person'>, string> = {
	team: 'No team',
	skill: 'No skill named',
	region: 'No region'
};

/** CA-5: the rows of a pivot: people as they come, groups by name with those who belong to none last. */
export function groupPeople(people: readonly Person[], pivot: Pivot): LoadGroup[] {
	if (pivot === 'person')
		return people.map((person) => ({ key: person.id, name: person.name, people: [person.id] }));
	const groups = new Map<string, Set<string>>();
	for (const person of people)
		for (const name of namesOf(person, pivot)) {
			const members = groups.get(name);
			if (members) members.add(person.id);
			else groups.set(name, new Set([person.id]));
		}
	return [...groups]
		.sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'en'))
		.map(([name, members]) => ({
			key: `${pivot}:${name}`,
			name: name || WITHOUT[pivot],
			people: [...members]
		}));
}

function namesOf(person: Person, pivot: Exclude<Pivot, 'person'>): readonly string[] {
	if (pivot === 'team') return [person.unit];
	if (pivot === 'region') return [person.region];
	return person.skills.length > 0 ? person.skills : [''];
}

/** CA-5, C-12: the sums of some people over days, each person once. */
export function sumPeople(
	grid: CapacityGrid,
	people: readonly string[],
	from: Day,
	to: Day
): LoadSums {
	if (people.length === 1) return grid.sums(grid.rowOf(people[0]!), from, to);
	return addLoads(people.map((person) => grid.sums(grid.rowOf(person), from, to)));
}
