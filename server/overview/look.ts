// Individuals in the overview's heatmap, and the note that somebody looked at them: one for each reader, team and day.
import { addDays } from '#lib/domain/days.ts';
import { loadCell, type LoadCell } from '#lib/model/load-cell.ts';
import { noteLook, type Reader } from '../db/organisation.ts';
import type { CountedTeam } from './count.ts';
import type { DeskDeps } from './desk.ts';
import type { Facts } from './facts.ts';
import { stripWeeks } from './strips.ts';

export interface PersonRow {
	id: string;
	name: string;
	booked: LoadCell[];
}

/** Rows by team, people in the order of their names. The look is noted before anything is shown. */
export async function lookAtPeople(
	{ db, clock }: Pick<DeskDeps, 'db' | 'clock'>,
	{ organisation, user }: Reader,
	teams: readonly CountedTeam[],
	{ today, bounds }: Pick<Facts, 'today' | 'bounds'>
): Promise<Map<string, PersonRow[]>> {
	const at = new Date(clock.now());
	const rows = new Map<string, PersonRow[]>();
	for (const { key, people, load } of teams) {
		await noteLook(db.orm, { ...{ organisation, user, at }, team: key, day: today });
		rows.set(
			key,
			[...people]
				.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
				.map(({ id, name }) => ({
					...{ id, name },
					booked: stripWeeks(today).map(({ monday }) =>
						loadCell(load.between(id, monday, addDays(monday, 6)), 'booked', bounds)
					)
				}))
		);
	}
	return rows;
}
