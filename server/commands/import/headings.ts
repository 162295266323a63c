// Guesses what a table is: where its headings stand, what each column means, whether it is a plan or a list of projects.
// Only guesses: the person at the page has the last word.
import type { ImportShape } from '#lib/model/import.ts';
import { repeatableTargets } from '#lib/model/import.ts';
import { findCollection } from './own-headings.ts';
import { isBlank, type Sheet } from './sheet.ts';

type Rule = [target: string, words: RegExp];

const planRules: Rule[] = [
	[
		'name',
		/^(task|activity|milestone|item|deliverable|work package|step|name|title|subject)( name| title)?$/
	],
	['complete', /complete|progress|% done|percent done/],
	['duration', /^duration/],
	['start', /^(planned |actual )?(start|begin)/],
	['finish', /^(planned |actual )?(finish|end|due)\b/],
	['resource', /^(resource|assigned|assignee|owner|who|responsible|person|team member|role)/],
	['notes', /^(notes?|comments?|remarks?|description)$/]
];

const projectRules: Rule[] = [
	[
		'title',
		/^(project|course|programme|program|initiative|training|product|title|name|summary|task)( name| title)?$/
	],
	['code', /^((project|course) )?(code|id|ref|reference|key|number|no)$/],
	['stage', /^(current )?(stage|status|phase|state|column|list|list name)$/],
	[
		'lead',
		/^((project |course )?(lead|leader|manager|owner)|pm|designer|lead designer|assignee|assigned to|responsible|learning designer)$/
	],
	[
		'effort',
		/^(effort|hours|estimate|estimated hours|estimated effort|size|budget|workload|development hours)( hours| h| hrs)?$/
	],
	['launch', /^(launch|go ?live|due|deadline|release|target|delivery|end|finish)( date)?$/],
	['contentType', /^(content |project |course |media )?(type|format|modality|kind)$/],
	['priority', /^priority/],
	['mandatory', /^(mandatory|compulsory|required|compliance)/],
	['audience', /^(target )?(audience|learners)/],
	['seatMinutes', /^(seat time|running time|course length|length)/],
	['blocked', /^blocked/],
	['brief', /^(brief|description|goals?|objectives?|scope)/],
	['notes', /^(notes?|comments?|remarks?)$/]
];

/** Words of a heading: lower case, what stands in brackets and behind a dash left out. */
function wordsOf(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[([{].*$/, '')
		.replace(/\s[-–—:].*$/, '')
		.replace(/[_*]+/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** A target for each heading; a target that stands in one column only goes to the first that fits. */
export function guessColumns(headings: readonly string[], shape: ImportShape): string[] {
	if (shape === 'own') return headings.map(() => '');
	const taken = new Set<string>();
	return headings.map((heading) => {
		const target = findTarget(wordsOf(heading), shape === 'plan' ? planRules : projectRules);
		if (target === '' || (taken.has(target) && !repeatableTargets.includes(target))) return '';
		taken.add(target);
		return target;
	});
}

function findTarget(words: string, rules: readonly Rule[]): string {
	return words === '' ? '' : (rules.find(([, rule]) => rule.test(words))?.[0] ?? '');
}

const HEADINGS_WITHIN = 40;

/** Record number of the headings, from 1: the row among the first with the most words that headings are made of. */
export function guessHeaderRow(rows: readonly string[][]): number {
	let best = 0;
	let bestScore = 0;
	for (const [i, row] of rows.slice(0, HEADINGS_WITHIN).entries()) {
		if (findCollection(row)) return i + 1;
		const score = Math.max(
			...(['plan', 'projects'] as const).map(
				(shape) => guessColumns(row, shape).filter((target) => target !== '').length
			)
		);
		if (score > bestScore) [best, bestScore] = [i, score];
	}
	if (bestScore > 0) return best + 1;
	const first = rows.findIndex((row) => row.filter((cell) => cell.trim() !== '').length > 1);
	return (first < 0 ? rows.findIndex((row) => !isBlank(row)) : first) + 1 || 1;
}

/** A plan has tasks with dates; an export of ours has our headings; anything else is taken for a list of projects. */
export function guessShape(sheets: readonly Sheet[], headings: readonly string[]): ImportShape {
	if (sheets.some(({ rows }) => rows[0] && findCollection(rows[0]))) return 'own';
	const plan = guessColumns(headings, 'plan');
	const list = guessColumns(headings, 'projects').filter((target) => target !== '');
	const has = (target: string): boolean => plan.includes(target);
	const isPlan =
		has('name') && has('start') && (has('finish') || has('duration') || has('resource'));
	return isPlan && !list.includes('stage') ? 'plan' : 'projects';
}
