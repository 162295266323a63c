// The teams an overview shows: home teams where people have one, else boards. Everybody counts once in a home team. Work
// nobody holds and work nobody has sized counts where whoever leads its project is at home. Pure.
import type { BoardReader, EntityIn } from '#lib/model/board.ts';
import { everybodyIn, foldSmall } from '#lib/policy/individuals.ts';
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

type Person = EntityIn<'people'>;
type Project = EntityIn<'projects'>;

interface Group {
	key: string;
	name: string;
	/** Ids. */
	people: readonly string[];
	isOurs(project: Project): boolean;
}

/** In the order of their names. P-31: teams so small that their load is an individual's stand together unless `alone`. */
export function findTeams(
	reader: BoardReader,
	places: Places,
	small: 'alone' | 'together'
): Team[] {
	const active = [...reader.all('people')].filter((person) => person.active);
	const groups = active.every((person) => person.unit === '')
		? listBoards(places, active)
		: listUnits(reader, active);
	return (small === 'alone' ? groups : putTogether(groups)).map((group) =>
		makeTeam(reader, active, group)
	);
}

function listBoards({ boards, shows, boardOf }: Places, active: readonly Person[]): Group[] {
	return boards.map(({ id, name }) => ({
		...{ key: id, name },
		people: active.filter((person) => shows(id, person.id)).map((person) => person.id),
		isOurs: (project) => boardOf(project.id) === id
	}));
}

/** A home team that everybody has left is none. */
function listUnits(reader: BoardReader, active: readonly Person[]): Group[] {
	const units = new Set(active.map(({ unit }) => unit));
	const nameOf = (unit: string): string => (unit !== '' && units.has(unit) ? unit : NO_UNIT);
	const teamOf = (project: Project): string =>
		nameOf(reader.get('people', project.lead)?.unit ?? '');
	const live = [...reader.all('projects')].filter((project) => !project.archived);
	const names = new Set([...active.map((person) => nameOf(person.unit)), ...live.map(teamOf)]);
	return [...names].sort(compareNames).map((name) => ({
		...{ key: `unit ${name}`, name },
		people: active.filter((person) => nameOf(person.unit) === name).map((person) => person.id),
		isOurs: (project) => teamOf(project) === name
	}));
}

function putTogether(groups: readonly Group[]): Group[] {
	const { alone, together } = foldSmall(groups);
	if (together.length === 0) return alone;
	const smaller: Group = {
		...{ key: 'smaller teams', name: SMALL, people: everybodyIn(together) },
		isOurs: (project) => together.some((group) => group.isOurs(project))
	};
	const place = alone.findIndex(({ name }) => name === NO_UNIT);
	return alone.toSpliced(place < 0 ? alone.length : place, 0, smaller);
}

const compareNames = (a: string, b: string): number =>
	Number(a === NO_UNIT) - Number(b === NO_UNIT) || a.localeCompare(b, 'en');

function makeTeam(
	reader: BoardReader,
	active: readonly Person[],
	{ key, name, people, isOurs }: Group
): Team {
	const ours = new Set(people);
	const isHeld = (person: string): boolean => reader.get('people', person)?.active ?? false;
	const projects = [...reader.all('projects')].filter(isOurs);
	const led = new Set(projects.map((project) => project.id));
	const allocations = [...reader.all('allocations')].filter((row) =>
		isHeld(row.person) ? ours.has(row.person) : led.has(row.project)
	);
	const members = active.filter((person) => ours.has(person.id));
	return {
		...{ key, name, people: members },
		reader: listOnly(reader, { people: members, allocations, projects })
	};
}
