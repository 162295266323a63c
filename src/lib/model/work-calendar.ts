// The working time of a board's people: their own hours and leave, the closed days of their region and of the company.
// Says as well whose hours a changed absence concerns.

import type { WorkCalendar } from '#lib/domain/calendar.ts';
import type { BoardReader, EntityIn } from './board.ts';

type Person = EntityIn<'people'>;
type Absence = EntityIn<'absences'>;

/** A person's working time as the calendar wants it. */
export function calendarOf(board: BoardReader, person: Person): WorkCalendar {
	return readCalendars(board)(person);
}

/** The same for many people of a board as it stands now: closed days are gathered once for each region. */
export function readCalendars(board: BoardReader): (person: Person) => WorkCalendar {
	const closures = [...board.where('absences', 'closure', true)];
	const byRegion = new Map<string, WorkCalendar['holidays']>();
	const closedIn = (region: string): WorkCalendar['holidays'] => {
		const known = byRegion.get(region);
		if (known) return known;
		const ofRegion = region === '' ? [] : board.where('absences', 'region', region);
		const ofCompany = closures.filter((row) => !isOfRegion(row, region) && closes(row, region));
		const spans = spansOf([...ofRegion, ...ofCompany].filter((row) => row.person === ''));
		byRegion.set(region, spans);
		return spans;
	};
	return (person) => {
		const own = [...board.where('absences', 'person', person.id)];
		return {
			patterns: person.patterns,
			holidays: closedIn(person.region),
			absences: spansOf(own.filter((row) => !row.requested)),
			requested: spansOf(own.filter((row) => row.requested)),
			exceptions: new Map(person.ownDays.map(({ day, minutes }) => [day, minutes])),
			starts: person.starts,
			ends: person.ends,
			nonProjectBp: person.nonProjectBp,
			nonProjectFrom: person.nonProjectFrom
		};
	};
}

const isOfRegion = (row: Absence, region: string): boolean =>
	region !== '' && row.region === region;

/** C-33: the closed days of a region are its own, and the company's everywhere or in the country it lies in. */
const closes = (row: Absence, region: string): boolean =>
	isOfRegion(row, region) ||
	(row.closure && (row.region === '' || region.startsWith(`${row.region}-`)));

const spansOf = (rows: readonly Absence[]): WorkCalendar['absences'] =>
	rows.flatMap(({ span, minutesPerDay }) => (span ? [{ span, minutesPerDay }] : []));

/** Knows absences as they were, so that one that is changed or gone still says whose it has been. */
export class AbsenceWatch {
	readonly #board: BoardReader;
	readonly #rows = new Map<string, Absence>();

	constructor(board: BoardReader) {
		this.#board = board;
		for (const row of board.all('absences')) this.#rows.set(row.id, row);
	}

	/** People whose hours may be others since the last call, where these absences are touched. */
	findConcerned(touched: Iterable<string>): Person[] {
		const rows: Absence[] = [];
		for (const id of touched) {
			const [before, after] = [this.#rows.get(id), this.#board.get('absences', id)];
			if (before) rows.push(before);
			if (after) rows.push(after);
			if (after) this.#rows.set(id, after);
			else this.#rows.delete(id);
		}
		const people = new Set(rows.map((row) => row.person));
		const closed = rows.filter((row) => row.person === '');
		const isConcerned = ({ id, region }: Person): boolean =>
			people.has(id) || closed.some((row) => closes(row, region));
		return rows.length === 0 ? [] : [...this.#board.all('people')].filter(isConcerned);
	}
}
