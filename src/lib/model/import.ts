// What the page and the server say to each other about an import: what a file is taken for, what its columns and values
// mean, and what a dry run found. Says nothing about how files are read.

/** What a file can be taken for. */
export const importShapes = {
	plan: 'The plan of one project',
	projects: 'A list of projects',
	own: 'An export of Plimsoll'
} as const;
export type ImportShape = keyof typeof importShapes;

/** What a column can mean, by shape; an empty word leaves it out. */
export const planTargets = {
	'': 'Not imported',
	name: 'Task name',
	start: 'Start',
	finish: 'Finish',
	duration: 'Duration',
	resource: 'Who (person or role)',
	complete: '% complete',
	notes: 'Notes'
} as const;
export const projectTargets = {
	'': 'Not imported',
	title: 'Title',
	code: 'Code',
	stage: 'Stage',
	lead: 'Lead',
	effort: 'Effort in hours',
	launch: 'Launch',
	contentType: 'Content type',
	priority: 'Priority type',
	mandatory: 'Mandatory training',
	audience: 'Audience',
	seatMinutes: 'Seat time in minutes',
	brief: 'Brief',
	blocked: 'Blocked',
	notes: 'Notes'
} as const;
/** Several columns may mean these; each of the others stands in one. */
export const repeatableTargets: readonly string[] = ['', 'resource', 'notes'];

/** How a date of numbers alone is read. Named months and years in front are never in doubt. */
export const dateOrders = {
	ymd: 'Year, month, day',
	dmy: 'Day, month, year',
	mdy: 'Month, day, year'
} as const;
export type DateOrder = keyof typeof dateOrders;

/** Kinds of cells whose values are mapped one by one. */
export const valueKinds = {
	person: 'People and roles',
	stage: 'Stages',
	contentType: 'Content types',
	priority: 'Priority types'
} as const;
export type ValueKind = keyof typeof valueKinds;
/** As the meaning of a person value: nobody yet, an open role of that name. */
export const OPEN_ROLE = 'open-role';

/** One value of the file and what it stands for on the board: an id, an option, `open-role`, or '' for nothing. */
export interface ValueMeaning {
	kind: ValueKind;
	value: string;
	to: string;
}

/** What the person at the page settled; everything has a guess. */
export interface ImportChoices {
	shape: ImportShape;
	/** Place of the sheet in the file, from 0. */
	sheet: number;
	/** Record number of the headings, from 1. */
	headerRow: number;
	/** A target for each column, in order. */
	columns: string[];
	dateOrder: DateOrder;
	/** Whose public holidays the dry run looks at; empty for none. */
	region: string;
	values: ValueMeaning[];
	/** Of a plan: the project it becomes, where it stands now and when it launches. */
	title: string;
	stage: string;
	launch: string;
	/** Assumed load of every imported booking; null leaves it unknown. */
	minutesPerWeek: number | null;
}

/** `error`: the row is left out. `warning`: something odd, and what was done. `note`: nothing was changed. */
export type RemarkLevel = 'error' | 'warning' | 'note';
export interface Remark {
	level: RemarkLevel;
	/** Record number in the file, from 1; 0 for the file as a whole. */
	row: number;
	/** Stable name of what was found. */
	kind: string;
	text: string;
	/** What was done about it. */
	done: string;
}

export interface ImportColumn {
	heading: string;
	/** First few different cells below the heading. */
	samples: string[];
}

/** What a dry run says. */
export interface ImportCheck {
	batch: string;
	file: {
		name: string;
		bytes: number;
		kind: 'text' | 'xlsx' | 'json';
		encoding: string;
		delimiter: string;
	};
	sheets: { name: string; rows: number }[];
	/** First records of the sheet, for choosing the headings. */
	head: string[][];
	columns: ImportColumn[];
	choices: ImportChoices;
	/** Countries, and the parts of those the team works in. */
	regions: readonly { code: string; name: string }[];
	/** Values to be mapped, most frequent first. */
	values: { kind: ValueKind; value: string; count: number; isGuess: boolean }[];
	/** A cell of the file and the day it is read as; null where no column holds dates. */
	dateExample: { cell: string; day: string } | null;
	/** How many cells fit each order of a date. */
	dateFit: Record<DateOrder, number>;
	counts: Record<string, number>;
	/** The earliest day of imported work; '' where none has dates. */
	firstDay: string;
	/** At most a few hundred; `remarkCounts` counts them all. */
	remarks: Remark[];
	remarkCounts: { level: RemarkLevel; kind: string; count: number }[];
	/** Why it cannot be imported as it stands; empty when it can. */
	obstacle: string;
}

export interface ImportProgress {
	batch: string;
	fileName: string;
	state: 'checked' | 'running' | 'done' | 'undoing' | 'undone' | 'stopped';
	/** Records written or taken back, of how many. */
	done: number;
	of: number;
	counts: Record<string, number>;
	/** Why it stopped, or what an undo kept and why. */
	remarks: Remark[];
	/** Milliseconds since 1970. */
	at: number;
}

/** Most an upload may hold. */
export const importLimits = { bytes: 8 * 1024 * 1024, rows: 50_000, columns: 200 } as const;
