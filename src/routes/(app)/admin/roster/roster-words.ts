// How the page about rosters says what a file holds and what would become of it.

export interface RosterView {
	file: string;
	order: string;
	tables: { kind: string; sheet: string; columns: { heading: string; target: string }[] }[];
	counts: { new: number; changed: number; unchanged: number; error: number };
	rows: {
		kind: string;
		sheet: string;
		row: number;
		number: string;
		name: string;
		state: 'new' | 'changed' | 'unchanged' | 'error';
		notes: string[];
	}[];
}

export const orders = [
	{ value: 'dmy', label: 'Day first: 31/12/2026' },
	{ value: 'mdy', label: 'Month first: 12/31/2026' },
	{ value: 'ymd', label: 'Year first: 2026-12-31' }
];

export const states = {
	error: 'Left out',
	changed: 'Changes',
	new: 'New',
	unchanged: 'As it is'
} as const;

const targets: Record<string, string> = {
	number: 'employee number',
	name: 'name',
	firstName: 'name',
	lastName: 'name',
	title: 'job title',
	unit: 'team',
	region: 'country or region',
	timeZone: 'time zone',
	hours: 'hours',
	hoursFrom: 'hours from',
	fte: 'share of full time',
	nonProject: 'not for projects',
	maxLoad: 'most load',
	skills: 'skills',
	starts: 'employed from',
	ends: 'employed until',
	active: 'active',
	from: 'first day',
	to: 'last day',
	kind: 'kind of time off',
	status: 'approved or asked for',
	reference: 'reference'
};

/** Columns that were understood, and those that were not, of one table. */
export function sayColumns(columns: RosterView['tables'][number]['columns']): string {
	const known = columns
		.filter((column) => column.target !== '')
		.map(({ heading, target }) => `${heading} (${targets[target] ?? 'hours'})`);
	const unknown = columns.filter((column) => column.target === '' && column.heading !== '');
	const left = unknown.map((column) => column.heading).join(', ');
	return `Read: ${known.join(', ')}.${left === '' ? '' : ` Not read: ${left}.`}`;
}

/** `2 new, 1 changed, 3 as they are, 1 left out`; what is none is not said. */
export function sayCounts({ counts }: Pick<RosterView, 'counts'>): string {
	const parts = [
		[counts.new, 'new'],
		[counts.changed, 'to change'],
		[counts.unchanged, 'as they are'],
		[counts.error, 'left out']
	] as const;
	const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
	return said.length === 0 ? 'No rows' : said.join(', ');
}
