// The order of the rows, and the heads above them: none, the home team, the skill somebody is best at, or the project. Pure.

import type { BoardReader, EntityIn } from '#lib/model/board.ts';
import type { Row } from './row-index.ts';
import type { RowKind } from './row-seed.ts';

export const GROUPINGS = ['person', 'team', 'skill', 'project', 'projects'] as const;
/** People alone; people under their team, skill or project; or a row a project. */
export type Grouping = (typeof GROUPINGS)[number];

export const GROUPING_WORDS: Record<Grouping, string> = {
	person: 'People',
	team: 'People by team',
	skill: 'People by skill',
	project: 'People by project',
	projects: 'Projects'
};

export interface Section {
	/** Above the rows; empty for none. */
	name: string;
	rows: Row[];
}

const OPEN_ROLES = 'Open roles';

/** Which rows a grouping is made of. */
export function rowKindOf(grouping: Grouping): RowKind {
	if (grouping === 'projects') return 'projects';
	return grouping === 'project' ? 'project-people' : 'people';
}

/** The skill with the highest level, ties to the first in the alphabet; else the first skill named. */
export function bestSkillOf(person: EntityIn<'people'> | undefined): string {
	const [best] = (person?.skillLevels ?? []).toSorted(
		(a, b) => b.level - a.level || compare(a.skill, b.skill)
	);
	return best?.skill ?? person?.skills.toSorted(compare)[0] ?? '';
}

/** Rows by section; open roles come last, what has no team or skill before them. */
export function groupRows(board: BoardReader, rows: readonly Row[], grouping: Grouping): Section[] {
	const nameOf = (row: Row): string => {
		if (grouping === 'projects') return '';
		if (grouping === 'project')
			return board.get('projects', row.project)?.title ?? 'Non-project work';
		if (row.person === '') return OPEN_ROLES;
		if (grouping === 'person') return '';
		const person = board.get('people', row.person);
		if (grouping === 'team') return person?.unit || 'No team';
		return bestSkillOf(person) || 'No skill named';
	};
	const sections = [...Map.groupBy(rows, nameOf)].map(([name, own]) => ({ name, rows: own }));
	const rank = ({ name }: Section): number => {
		if (name === OPEN_ROLES) return 2;
		return name === 'No team' || name === 'No skill named' ? 1 : 0;
	};
	return sections.sort((a, b) => rank(a) - rank(b) || compare(a.name, b.name));
}

const { compare } = new Intl.Collator('en');
