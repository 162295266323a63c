// Sentences of the import page: counts, kinds of remarks, how far an import is. Pure.
import { entityOf, isCollection } from '#lib/model/board.ts';
import type { ImportCheck, ImportProgress, RemarkLevel } from '#lib/model/import.ts';

const plural = (count: number, one: string, many: string): string =>
	`${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const SHOWN = ['projects', 'modules', 'tasks', 'checkItems', 'comments', 'allocations', 'stages'];

/** "1 project, 11 modules, 55 tasks, 79 allocations". */
export function sayCounts(counts: Record<string, number>): string {
	const parts = SHOWN.flatMap((name) => {
		const count = counts[name] ?? 0;
		if (count === 0 || !isCollection(name)) return [];
		const { label, plural: many } = entityOf(name);
		return [plural(count, label.toLowerCase(), many.toLowerCase())];
	});
	return parts.length > 0 ? parts.join(', ') : 'Nothing yet';
}

/** "All of it is new" or what is brought up to date. */
export function sayDifference({
	created = 0,
	updated = 0,
	unchanged = 0
}: Record<string, number>): string {
	if (updated === 0 && unchanged === 0) return 'All of it is new.';
	const parts = [
		`${created.toLocaleString('en')} new`,
		`${updated.toLocaleString('en')} brought up to date`
	];
	return `${parts.join(', ')}, ${unchanged.toLocaleString('en')} as they are. Nothing is doubled.`;
}

export const levelWords: Record<
	RemarkLevel,
	{ label: string; tone: 'alarm' | 'neutral'; say: string }
> = {
	error: { label: 'Errors', tone: 'alarm', say: 'These rows are left out.' },
	warning: { label: 'Warnings', tone: 'neutral', say: 'Odd, and what was done about it.' },
	note: { label: 'Notes', tone: 'neutral', say: 'Worth knowing; nothing was changed.' }
};

const kindWords: Record<string, string> = {
	'no-name': 'Row without a name',
	'no-date': 'Not a date',
	'ends-before-start': 'Ends before it starts',
	'too-long': 'Goes on for more than 100 years',
	value: 'Value that does not fit',
	twice: 'Stands there twice',
	denied: 'Not yours to do',
	'no-rows': 'No rows',
	'no-id': 'No id',
	'finish-on-weekend': 'Finishes on a weekend',
	'start-on-weekend': 'Starts on a weekend',
	'duration-differs': 'Duration and dates differ',
	'spans-holidays': 'Spans public holidays',
	'no-finish': 'No finish',
	'no-start': 'No start',
	'day-first-date': 'Date read day first',
	'month-first-date': 'Date read month first',
	'year-first-date': 'Date read year first',
	'weekday-differs': 'Weekday and date differ',
	'weekday-settles-date': 'Date settled by its weekday',
	'outside-group': 'Outside the dates of its group',
	'no-dates': 'Nobody booked without dates',
	'column-unused': 'Column not imported',
	'same-heading': 'Two columns of one name',
	'person-unknown': 'Unknown person',
	'stage-unknown': 'Unknown stage',
	'type-unknown': 'Unknown content type',
	'priority-unknown': 'Unknown priority',
	archived: 'Archived on the board',
	kept: 'Kept',
	stopped: 'Stopped',
	'changed-meanwhile': 'Changed by somebody meanwhile'
};

export function sayKind(kind: string): string {
	const words = kindWords[kind] ?? kind.replaceAll('-', ' ');
	return words[0]!.toUpperCase() + words.slice(1);
}

export function sayProgress({ state, done, of, counts }: ImportProgress): string {
	const kept = counts['kept'] ?? 0;
	const many = (count: number): string => count.toLocaleString('en');
	if (state === 'running') return `${many(done)} of ${many(of)} written`;
	if (state === 'undoing') return `${many(done)} of ${many(of)} taken back`;
	if (state === 'done')
		return of === 0 ? 'Nothing was new: the board has it all.' : `${sayCounts(counts)} imported.`;
	if (state === 'undone')
		return kept === 0
			? 'Taken back.'
			: `Taken back, except ${plural(kept, 'thing', 'things')} that changed since.`;
	return `Stopped after ${many(done)} of ${many(of)}.`;
}

const delimiterWords: Record<string, string> = {
	',': 'commas',
	';': 'semicolons',
	'\t': 'tabs',
	'|': 'bars'
};

/** "cells between commas"; '' for a file without separators. */
export function sayDelimiter(delimiter: string): string {
	const words = delimiterWords[delimiter];
	return words === undefined ? '' : `cells between ${words}`;
}

export function countLevel(check: ImportCheck, level: RemarkLevel): number {
	return check.remarkCounts
		.filter((one) => one.level === level)
		.reduce((sum, one) => sum + one.count, 0);
}
