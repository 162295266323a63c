// Who on a board has which skill, and how many minutes of theirs are free week by week. Counts nobody twice; the figures
// a skill has beside the exact verdict are upper bounds.

import type { Span } from '#lib/domain/days.ts';
import type { Supplier } from '#lib/domain/supply.ts';
import type { BoardReader, EntityIn } from './board.ts';
import type { LoadBasis } from './load-cell.ts';
import type { Quarter } from './quarters.ts';
import { activePeople, type TeamLoad } from './team-load.ts';

/** Skills are told apart by their words, not by their case. */
export const skillKey = (name: string): string => name.trim().toLowerCase();

export interface SkillFigures {
	key: string;
	name: string;
	people: number;
	/** People whose level in it nobody has set. */
	withoutLevel: number;
	/** By quarter. */
	quarters: {
		/** Booked on people for this skill, as far as bookings say so. */
		booked: number;
		/** Asked for and nobody's yet. */
		open: number;
		/** Net minutes of everybody who has it, and what is free of them: upper bounds, people with several count in each. */
		net: number;
		free: number;
		/** Pieces of work whose effort nobody knows. */
		unsized: number;
	}[];
}

export interface SkilledPerson extends Supplier {
	name: string;
	person: EntityIn<'people'>;
	net: Float64Array;
	/** What is booked, more than `net` where it is too much. */
	taken: Float64Array;
	free: Float64Array;
}

/** Skill keys with levels; 0 where nobody has set one. */
function levelsOf(person: EntityIn<'people'>): Map<string, number> {
	const levels = new Map(person.skillLevels.map((one) => [skillKey(one.skill), one.level]));
	for (const name of person.skills) if (!levels.has(skillKey(name))) levels.set(skillKey(name), 0);
	levels.delete('');
	return levels;
}

/** Everybody active on the board, with net and free minutes of each week; tentative bookings count where they are shown. */
export function readSuppliers(
	board: BoardReader,
	load: TeamLoad,
	weeks: readonly Span[],
	basis: LoadBasis
): SkilledPerson[] {
	const { grid } = load;
	return activePeople(board).map((person) => {
		const row = grid.rowOf(person.id);
		const net = new Float64Array(weeks.length);
		const taken = new Float64Array(weeks.length);
		const free = new Float64Array(weeks.length);
		for (const [i, week] of weeks.entries()) {
			const sums = grid.sums(row, week.from, week.to);
			net[i] = sums.net;
			taken[i] = sums.confirmed + (basis === 'booked' ? 0 : sums.tentative);
			free[i] = Math.max(0, sums.net - taken[i]!);
		}
		return { id: person.id, name: person.name, skills: levelsOf(person), person, net, taken, free };
	});
}

/** Keeps one figure a skill, under the name it was first met with. */
export class SkillTable {
	readonly #byKey = new Map<string, SkillFigures>();
	readonly #quarters: number;

	constructor(quarters: number) {
		this.#quarters = quarters;
	}

	of(name: string): SkillFigures {
		const key = skillKey(name);
		const known = this.#byKey.get(key);
		if (known) return known;
		const empty = () => ({ booked: 0, open: 0, net: 0, free: 0, unsized: 0 });
		const quarters = Array.from({ length: this.#quarters }, empty);
		const made = { key, name: name.trim(), people: 0, withoutLevel: 0, quarters };
		this.#byKey.set(key, made);
		return made;
	}

	/** Notes what somebody can do. */
	have(person: EntityIn<'people'>): void {
		const levels = levelsOf(person);
		const names = [...person.skillLevels.map((one) => one.skill), ...person.skills];
		for (const [key, level] of levels) {
			const figure = this.of(names.find((name) => skillKey(name) === key)!);
			figure.people++;
			if (level === 0) figure.withoutLevel++;
		}
	}

	/** Adds up net and free minutes of everybody who has each skill, quarter by quarter. */
	count(people: readonly SkilledPerson[], quarters: readonly Quarter[]): void {
		for (const one of people)
			for (const key of one.skills.keys())
				for (const [i, { firstWeek, lastWeek }] of quarters.entries()) {
					const into = this.#byKey.get(key)!.quarters[i]!;
					for (let week = firstWeek; week <= lastWeek; week++) {
						into.net += one.net[week]!;
						into.free += one.free[week]!;
					}
				}
	}

	list(): SkillFigures[] {
		return [...this.#byKey.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
	}
}
