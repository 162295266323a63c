// Facts of an overview by hand: two boards, two home teams, a Monday. Tests change what they are about.
import { defaultBounds } from '#lib/domain/bands.ts';
import type { Day } from '#lib/domain/days.ts';
import { emptyRows, makeRow, type EntityIn } from '#lib/model/board.ts';
import type { Facts } from '#server/overview/facts.ts';
import { keyOf, splitKey } from '#server/overview/keys.ts';
import { indexRows } from '#server/overview/row-reader.ts';

export const MONDAY: Day = '2026-11-23';
const WEEK = [{ from: null, minutes: [480, 480, 480, 480, 480, 0, 0] }];

export function aFacts(given: Partial<Omit<Facts, 'reader'>> = {}) {
	const rows = emptyRows();
	const facts: Facts = {
		today: MONDAY,
		boards: [
			{ id: 'brd_a', name: 'Compliance', timeZone: 'Europe/London', preset: 'standard' },
			{ id: 'brd_b', name: 'Sales academy', timeZone: 'Europe/London', preset: 'standard' }
		],
		reader: indexRows(rows),
		places: {
			boards: [
				{ id: 'brd_a', name: 'Compliance' },
				{ id: 'brd_b', name: 'Sales academy' }
			],
			shows: () => true,
			boardOf: (project) => splitKey(project).board
		},
		rankOf: (project) => project,
		launches: [],
		bounds: defaultBounds,
		...given
	};
	return {
		facts,
		person(id: string, more: Partial<EntityIn<'people'>> = {}): string {
			const usual = { name: id, active: true, nonProjectBp: 0, patterns: WEEK, unit: 'Studio' };
			rows.people.set(id, makeRow('people', id, { ...usual, ...more }));
			return id;
		},
		project(board: string, id: string, more: Partial<EntityIn<'projects'>> = {}): string {
			const key = keyOf(board, id);
			const row = makeRow('projects', key, { title: id, effortMinutes: 600, ...more });
			rows.projects.set(key, row);
			return key;
		},
		/** Hours in all over the week of `MONDAY`, or what is given. */
		book(project: string, hours: number, more: Partial<EntityIn<'allocations'>> = {}): void {
			const id = keyOf(splitKey(project).board, `alc_${rows.allocations.size}`);
			const usual = {
				...{ project, certainty: 'confirmed' as const },
				span: { from: MONDAY, to: '2026-11-27' },
				load: { mode: 'total' as const, amount: hours * 60 }
			};
			rows.allocations.set(id, makeRow('allocations', id, { ...usual, ...more }));
		},
		absence(id: string, more: Partial<EntityIn<'absences'>>): void {
			rows.absences.set(id, makeRow('absences', id, more));
		},
		approval(board: string, id: string, more: Partial<EntityIn<'approvals'>>): void {
			const key = keyOf(board, id);
			rows.approvals.set(key, makeRow('approvals', key, more));
		}
	};
}
