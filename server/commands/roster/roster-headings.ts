// Which sheets of a file hold people or leave, and what their columns mean. Guesses by the words HR systems use; a sheet
// without employee numbers is none of ours.
import { isBlank, type Sheet } from '../import/sheet.ts';

export type RosterKind = 'people' | 'leave';

export interface RosterTable {
	kind: RosterKind;
	sheet: string;
	/** Record number of the headings, from 1. */
	headerRow: number;
	headings: string[];
	/** Meaning of each column, '' for none. */
	targets: string[];
	rows: string[][];
}

type Rule = [target: string, words: RegExp];

const numberRule: Rule = [
	'number',
	/^((employee|staff|personnel|person|payroll|worker|hr|emp|external) ?)?(number|num|no|id|code|nr|#)$/
];
const nameRules: Rule[] = [
	['name', /^((full|employee|display|person|staff) )?name$/],
	['firstName', /^(first|given) name$|^forename$/],
	['lastName', /^(last|family) name$|^surname$/]
];
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const peopleRules: Rule[] = [
	numberRule,
	...nameRules,
	['title', /^((job|position) )?(title|role|position)$|^job$/],
	['unit', /^(home )?(team|unit|department|dept|org unit|business unit|group)$/],
	['region', /^(country|region|location|country or region|holiday calendar|site)$/],
	['timeZone', /^time ?zone$/],
	['hours', /^(weekly hours|hours ?(per|a)? ?week|contract(ed)? hours|hours)$/],
	['hoursFrom', /^(hours|pattern|contract) (from|since|valid from)$/],
	['fte', /^fte$|^full time equivalent$/],
	['nonProject', /^(non project( share)?|not for projects)( %)?$/],
	['maxLoad', /^(max(imum)?|most) load( %)?$/],
	['skills', /^(skills?|competenc(y|ies))$/],
	['starts', /^(employed from|start( date)?|hire date|joined|entry date|employment start)$/],
	['ends', /^(employed until|end( date)?|leaving date|left|exit date|employment end)$/],
	['active', /^(active|employment status)$/],
	...days.map((day): Rule => [day, new RegExp(`^${day.slice(0, 3)}(${day.slice(3)})?( hours)?$`)])
];

const leaveRules: Rule[] = [
	['reference', /^(reference|ref|request( id| number| no)?|(leave|absence|booking) (id|number))$/],
	numberRule,
	...nameRules,
	['from', /^(from|start( date)?|first day|leave (start|from)|begins?)$/],
	['to', /^(to|until|end( date)?|last day|leave (end|to)|ends)$/],
	['hours', /^hours (per|a) day$|^part day hours$/],
	['kind', /^(kind|type|(leave|absence) type|reason|category)$/],
	['status', /^(status|state|approval( status)?)$/]
];

/** Words only people's lists have, so that "start date" alone does not decide. */
const ofPeople = new Set([
	'title',
	'unit',
	'region',
	'timeZone',
	'hours',
	'fte',
	'skills',
	...days
]);
const HEADINGS_WITHIN = 20;

/** The sheets with employee numbers, lists of people first; none where no sheet has them. */
export function findTables(sheets: readonly Sheet[]): RosterTable[] {
	return sheets
		.flatMap((sheet) => findTable(sheet) ?? [])
		.sort((a, b) => Number(a.kind === 'leave') - Number(b.kind === 'leave'));
}

function findTable({ name, rows }: Sheet): RosterTable | undefined {
	let best: RosterTable | undefined;
	let most = 0;
	for (const [i, row] of rows.slice(0, HEADINGS_WITHIN).entries()) {
		const kind = kindOf(row);
		if (!kind) continue;
		const targets = guessTargets(row, kind === 'people' ? peopleRules : leaveRules);
		const found = targets.filter(Boolean).length;
		if (found <= most) continue;
		most = found;
		const headings = row.map((cell) => cell.trim());
		best = { kind, sheet: name, headerRow: i + 1, headings, targets, rows: rows.slice(i + 1) };
	}
	return best && { ...best, rows: dropTrailingBlanks(best.rows) };
}

function kindOf(row: readonly string[]): RosterKind | undefined {
	const people = new Set(guessTargets(row, peopleRules));
	const leave = new Set(guessTargets(row, leaveRules));
	if (!people.has('number') && !leave.has('number')) return undefined;
	if ([...ofPeople].some((target) => people.has(target))) return 'people';
	if (leave.has('from')) return 'leave';
	return people.has('name') || people.has('lastName') ? 'people' : undefined;
}

function guessTargets(row: readonly string[], rules: readonly Rule[]): string[] {
	const taken = new Set<string>();
	return row.map((heading) => {
		const words = wordsOf(heading);
		const target = rules.find(([name, rule]) => !taken.has(name) && rule.test(words))?.[0] ?? '';
		if (target !== '') taken.add(target);
		return target;
	});
}

/** Lower case; brackets, dots, dashes and underscores are spaces. */
function wordsOf(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[([{].*$/, '')
		.replace(/[_./-]+/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

function dropTrailingBlanks(rows: string[][]): string[][] {
	const last = rows.findLastIndex((row) => !isBlank(row));
	return rows.slice(0, last + 1);
}
