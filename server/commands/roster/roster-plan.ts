// A whole roster judged against what is known: row by row, people before leave, so that leave finds people who come in
// the same file. Writes nothing; the same file and the same facts give the same plan.
import type { Day } from '#lib/domain/days.ts';
import type { AbsenceRow } from '../../db/absences.ts';
import type { PatternRow, PersonRow } from '../../db/people.ts';
import type { Region } from '../../holidays.ts';
import { Counter } from '../import/record-ids.ts';
import { cellAt, isBlank } from '../import/sheet.ts';
import { planLeave } from './plan-leave.ts';
import { planPerson } from './plan-people.ts';
import type { RosterKind, RosterTable } from './roster-headings.ts';

export interface RosterFacts {
	organisation: string;
	today: Day;
	people: readonly PersonRow[];
	patterns: ReadonlyMap<string, readonly PatternRow[]>;
	/** By id. */
	absences: ReadonlyMap<string, AbsenceRow>;
	/** An absence of the person on exactly these days, whoever recorded it. */
	findSame(person: string, from: Day, to: Day): AbsenceRow | undefined;
	/** Persons the board shows. */
	onBoard: ReadonlySet<string>;
	regions: readonly Region[];
	/** Whoever imports speaks for that team (P-25). */
	isHome(unit: string): boolean;
	/** In the order of day and month of this file. */
	readDay(cell: string): Day | undefined;
}

export interface PlannedRow {
	kind: RosterKind;
	sheet: string;
	/** Record number in the file, from 1. */
	row: number;
	number: string;
	name: string;
	state: 'new' | 'changed' | 'unchanged' | 'error';
	/** What changes, or why the row is left out. */
	notes: string[];
	person?: {
		row: PersonRow;
		change: Partial<PersonRow>;
		pattern: PatternRow | null;
		isNew: boolean;
	};
	absence?: { put?: AbsenceRow; remove?: string };
}

/** The cells of one row by what they mean. */
export interface Cells {
	/** Trimmed; '' where there is no such column. */
	text(target: string): string;
	heading(target: string): string;
}

export function planRoster(tables: readonly RosterTable[], facts: RosterFacts): PlannedRow[] {
	const byNumber = new Map(
		facts.people.flatMap((one) => (one.externalId ? [[one.externalId, one] as const] : []))
	);
	const nameless = new NameBook(facts.people);
	const rowsOf = new Map<string, number>();
	const seen = new Counter();
	const added = new Set<string>();
	const planned: PlannedRow[] = [];
	for (const table of tables)
		for (const [i, row] of table.rows.entries()) {
			if (isBlank(row)) continue;
			const cells = cellsOf(table, row);
			const number = cells.text('number');
			const at = { kind: table.kind, sheet: table.sheet, row: table.headerRow + 1 + i, number };
			const known = byNumber.get(number);
			const name = cells.text('name') || known?.name || '';
			const refuse = (note: string): unknown =>
				planned.push({ ...at, name, state: 'error', notes: [note] });
			if (number === '') refuse('The employee number is missing.');
			else if (table.kind === 'leave') {
				if (!known) refuse(`Nobody has the employee number ${number}. Import the person first.`);
				else if (!facts.onBoard.has(known.id) && !added.has(known.id))
					refuse(`${known.name} is not on this board. Import the person first.`);
				else {
					const leave = planLeave(cells, known.id, facts, seen);
					if (leave.absence && !facts.isHome(known.unit)) refuse(sayForeign(known.unit));
					else planned.push({ ...at, name: known.name, ...leave });
				}
			} else if (rowsOf.has(number))
				refuse(`The employee number ${number} stands in row ${rowsOf.get(number)} already.`);
			else {
				rowsOf.set(number, at.row);
				const found = known ?? nameless.take(name);
				const one = planPerson(cells, found, facts);
				const foreign = one.person && findForeign(found, one.person, facts);
				if (foreign !== undefined) {
					refuse(sayForeign(foreign));
					continue;
				}
				planned.push({ ...at, name: one.person?.row.name ?? name, ...one });
				if (!one.person) continue;
				byNumber.set(number, one.person.row);
				added.add(one.person.row.id);
			}
		}
	return planned;
}

/** The team whoever imports does not speak for, of those a row would change somebody of, or bring somebody into. */
function findForeign(
	found: PersonRow | undefined,
	{ row, change, pattern }: NonNullable<PlannedRow['person']>,
	{ isHome }: RosterFacts
): string | undefined {
	if (found && Object.keys(change).length === 0 && pattern === null) return undefined;
	return [...(found ? [found.unit] : []), row.unit].find((unit) => !isHome(unit));
}

const sayForeign = (unit: string): string =>
	`${unit} has a planner of its own. Ask them, or an owner, to import it.`;

/** People without an employee number by name, as long as only one is called so. */
class NameBook {
	readonly #people = new Map<string, PersonRow | null>();

	constructor(people: readonly PersonRow[]) {
		for (const one of people) {
			const key = one.name.toLowerCase();
			this.#people.set(key, this.#people.has(key) || one.externalId ? null : one);
		}
	}

	take(name: string): PersonRow | undefined {
		const key = name.toLowerCase();
		const found = this.#people.get(key) ?? undefined;
		this.#people.delete(key);
		return found;
	}
}

function cellsOf(table: RosterTable, row: readonly string[]): Cells {
	return {
		text: (target) => cellAt(row, table.targets.indexOf(target)).trim(),
		heading: (target) => table.headings[table.targets.indexOf(target)] ?? target
	};
}
