// What a dry run needs to know of the board: a picture that stays as it is while people go on editing.
import { collectionNames, readRows, type BoardReader, type BoardRows } from '#lib/model/board.ts';
import type { BoardDoc } from '#lib/doc/board-doc.ts';
import { stagesOf } from '#lib/policy/stages.ts';
import { listRegions, type Region } from '../../holidays.ts';
import { nameKey } from './resources.ts';

export interface BoardFacts {
	board: string;
	rows: BoardRows;
	reader: BoardReader;
	/** In board order. */
	stages: { id: string; name: string }[];
	people: { id: string; name: string }[];
	/** Person ids by name and by mail address, as `nameKey` writes them; a name two people share is missing. */
	personOf: ReadonlyMap<string, string>;
}

/** A picture of the rows; rows are never changed in place, so only the maps are copied. */
export function copyRows(board: BoardDoc): BoardRows {
	return Object.fromEntries(
		collectionNames.map((name) => [name, new Map(board.rows(name))])
	) as unknown as BoardRows;
}

export function gatherFacts(
	board: string,
	rows: BoardRows,
	mails: readonly { email: string; person: string }[] = []
): BoardFacts {
	const reader = readRows(rows);
	const people = [...rows.people.values()].filter((person) => person.active);
	const personOf = new Map<string, string>();
	const shared = new Set<string>();
	for (const { id, name } of people) {
		const key = nameKey(name);
		if (personOf.has(key)) shared.add(key);
		personOf.set(key, id);
	}
	for (const key of shared) personOf.delete(key);
	for (const { email, person } of mails) if (person !== '') personOf.set(nameKey(email), person);
	return {
		...{ board, rows, reader, personOf },
		stages: stagesOf(reader).map(({ id, name }) => ({ id, name })),
		people: people
			.map(({ id, name }) => ({ id, name }))
			.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
	};
}

/** Where most of the people work; England for the United Kingdom as a whole; England when nobody has said. */
export function guessRegion(rows: BoardRows): string {
	const counts = new Map<string, number>();
	for (const { region, active } of rows.people.values())
		if (active && region !== '') counts.set(region, (counts.get(region) ?? 0) + 1);
	const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
	const region = most?.[0] ?? 'GB';
	return region === 'GB' ? 'GB-ENG' : region;
}

/** Every country, and the parts of those where somebody works or that were chosen. */
export function listChoosable(rows: BoardRows, chosen: string): Region[] {
	const countries = new Set(
		[chosen, 'GB', ...[...rows.people.values()].map((person) => person.region)].map(countryOf)
	);
	return listRegions().filter(({ code }) => !code.includes('-') || countries.has(countryOf(code)));
}

const countryOf = (region: string): string => region.split('-')[0] ?? '';
