// The teams an overview shows: home teams where people have one, else boards. Everybody counts once in a home team. Work
// nobody holds and work nobody has sized counts where whoever leads its project is at home. Pure.
import type { BoardReader, EntityIn } from '#lib/model/board.ts';
import { listOnly } from './row-reader.ts';

export interface Team {
	/** Stands in addresses, and in the note of a look. */
	key: string;
	name: string;
	people: EntityIn<'people'>[];
	reader: BoardReader;
}

/** Which boards show a person, and on which a project is: asked where nobody has a home team. */
export interface Places {
	boards: readonly { id: string; name: string }[];
	shows(board: string, person: string): boolean;
	boardOf(project: string): string;
}

/** Those without a home team where others have one, and the work no home team leads. */
const NO_UNIT = 'No home team';
const SMALL = 'Smaller teams';
const LAST = [SMALL, NO_UNIT];

type Person = EntityIn<'people'>;
type Project = EntityIn<'projects'>;

/**
 * In the order of their names. P-31: home teams of fewer than `fewest` people are shown together, since the load of one
 * or two is an individual's.
 */
export function findTeams(reader: BoardReader, places: Places, fewest: number): Team[] {
	const active = [...reader.all('people')].filter((person) => person.active);
	const sizes = new Map<string, number>();
	for (const { unit } of active) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
	const nameOf = (unit: string): string =>
		unit === '' ? NO_UNIT : (sizes.get(unit) ?? 0) < fewest ? SMALL : unit;
	if (active.every((person) => person.unit === ''))
		return places.boards.map(({ id, name }) =>
			makeTeam(
				reader,
				{ key: id, name },
				active.filter((person) => places.shows(id, person.id)),
				(project) => places.boardOf(project.id) === id
			)
		);
	const teamOf = (project: Project): string =>
		nameOf(reader.get('people', project.lead)?.unit ?? '');
	const live = [...reader.all('projects')].filter((project) => !project.archived);
	const names = new Set([...active.map((person) => nameOf(person.unit)), ...live.map(teamOf)]);
	return [...names]
		.sort((a, b) => LAST.indexOf(a) - LAST.indexOf(b) || a.localeCompare(b, 'en'))
		.map((name) =>
			makeTeam(
				reader,
				{ key: `unit ${name}`, name },
				active.filter((person) => nameOf(person.unit) === name),
				(project) => teamOf(project) === name
			)
		);
}

function makeTeam(
	reader: BoardReader,
	{ key, name }: { key: string; name: string },
	people: Person[],
	isOurs: (project: Project) => boolean
): Team {
	const ours = new Set(people.map((person) => person.id));
	const isHeld = (person: string): boolean => reader.get('people', person)?.active ?? false;
	const projects = [...reader.all('projects')].filter(isOurs);
	const led = new Set(projects.map((project) => project.id));
	const allocations = [...reader.all('allocations')].filter((row) =>
		isHeld(row.person) ? ours.has(row.person) : led.has(row.project)
	);
	return { key, name, people, reader: listOnly(reader, { people, allocations, projects }) };
}
