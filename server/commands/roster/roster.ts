// People and leave out of a file, by employee number: what it would change, then the change. The file is kept between
// the two by its hash. Problems: `not-found`, `denied`, `invalid`, `file`, `gone`.
import * as v from 'valibot';
import { err, ok, type Result } from '#lib/domain/result.ts';
import type { DateOrder } from '#lib/model/import.ts';
import { canCommand } from '#lib/policy/commands.ts';
import { findMembership, type Membership } from '../../db/memberships.ts';
import type { Reach } from '../../db/reach.ts';
import { fitDates, guessOrder } from '../import/date-cells.ts';
import { readFile } from '../import/read-file.ts';
import { Uploads } from '../import/uploads.ts';
import { notFound, problem, runCommand, type Command, type CommandDeps } from '../command.ts';
import { id } from '../input.ts';
import { showEverywhere } from '../show-everywhere.ts';
import { gatherRosterFacts } from './roster-facts.ts';
import { findTables, type RosterKind, type RosterTable } from './roster-headings.ts';
import { planRoster, type PlannedRow } from './roster-plan.ts';
import { writeRoster } from './write-roster.ts';

const MOST_ROWS = 5000;
const SHOWN_ROWS = 400;

const schema = v.object({
	board: id('The board'),
	/** sha256 of the file that was looked at. */
	file: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Choose the file again.')),
	/** Order of day and month; empty guesses. */
	order: v.optional(v.picklist(['', 'ymd', 'dmy', 'mdy'], 'Choose how dates are written.'), '')
});
type Input = v.InferOutput<typeof schema>;

export interface RosterCheck {
	file: string;
	order: DateOrder;
	tables: { kind: RosterKind; sheet: string; columns: { heading: string; target: string }[] }[];
	counts: Record<PlannedRow['state'], number>;
	/** Errors first, then what changes; not more than a page can show. */
	rows: Pick<PlannedRow, 'kind' | 'sheet' | 'row' | 'number' | 'name' | 'state' | 'notes'>[];
}

export interface Rosters {
	/** Keeps the file and says what importing it would change. */
	upload(user: string, board: string, bytes: Uint8Array): Promise<Result<RosterCheck>>;
	/** The same of a file looked at before, its dates read another way: `{board, file, order}`. */
	check(user: string, input: unknown): Promise<Result<RosterCheck>>;
	/** Imports the rows without errors: `{board, file, order}`. */
	apply(user: string, input: unknown): Promise<Result<RosterCheck>>;
}

export function createRosters(deps: CommandDeps): Rosters {
	const uploads = new Uploads(deps.settings.dataDir);

	async function admit(user: string, board: string): Promise<Result<Membership>> {
		const actor = await findMembership(deps.db.orm, user, board);
		if (!actor) return notFound('board');
		const verdict = canCommand(actor, 'import-roster');
		return verdict.ok ? ok(actor) : problem('denied', verdict.remedy, verdict.rule);
	}

	async function open(user: string, given: unknown) {
		const parsed = v.safeParse(schema, given);
		if (!parsed.success)
			return err({ code: 'invalid', message: parsed.issues[0].message, value: '' });
		const input = parsed.output;
		const actor = await admit(user, input.board);
		if (!actor.ok) return actor;
		const bytes = await uploads.read(input.file);
		if (!bytes.ok) return bytes;
		const tables = await readTables(bytes.value);
		if (!tables.ok) return tables;
		return ok({ input, actor: actor.value, tables: tables.value });
	}

	return {
		async upload(user, board, bytes) {
			const actor = await admit(user, board);
			if (!actor.ok) return actor;
			const tables = await readTables(bytes);
			if (!tables.ok) return tables;
			const file = await uploads.keep(bytes, Date.now());
			const input: Input = { board, file, order: '' };
			return ok(await judge(deps, deps.db.orm, actor.value, tables.value, input));
		},

		async check(user, given) {
			const opened = await open(user, given);
			if (!opened.ok) return opened;
			const { actor, tables, input } = opened.value;
			return ok(await judge(deps, deps.db.orm, actor, tables, input));
		},

		async apply(user, given) {
			const opened = await open(user, given);
			if (!opened.ok) return opened;
			return runCommand(deps, importRoster(opened.value.tables), user, opened.value.input);
		}
	};
}

function importRoster(tables: readonly RosterTable[]): Command<Input, RosterCheck> {
	return {
		name: 'import-roster',
		schema,
		async write({ tx, actor, deps }, input) {
			const { planned, check } = await plan(deps, tx, actor, tables, input);
			await writeRoster(tx, input.board, planned);
			return ok(check);
		},
		follow: (deps, _input, _value, actor) => showEverywhere(deps, actor.organisation)
	};
}

async function judge(...given: Parameters<typeof plan>): Promise<RosterCheck> {
	return (await plan(...given)).check;
}

async function plan(
	deps: CommandDeps,
	db: Reach,
	actor: Membership,
	tables: readonly RosterTable[],
	{ board, file, order }: Input
): Promise<{ planned: PlannedRow[]; check: RosterCheck }> {
	const today = deps.clock.today(actor.timeZone || undefined);
	const settled = order === '' ? guessOrder(fitDates(dateCells(tables)), '') : order;
	const facts = await gatherRosterFacts(db, actor, board, today, settled);
	const planned = planRoster(tables, facts);
	const counts = { new: 0, changed: 0, unchanged: 0, error: 0 };
	for (const row of planned) counts[row.state]++;
	const first = (['error', 'changed', 'new', 'unchanged'] as const).flatMap((state) =>
		planned.filter((row) => row.state === state)
	);
	const rows = first.slice(0, SHOWN_ROWS).map(({ person: _p, absence: _a, ...row }) => row);
	const described = tables.map(({ kind, sheet, headings, targets }) => ({
		...{ kind, sheet },
		columns: headings.map((heading, i) => ({ heading, target: targets[i] ?? '' }))
	}));
	return { planned, check: { file, order: settled, tables: described, counts, rows } };
}

async function readTables(bytes: Uint8Array): Promise<Result<RosterTable[]>> {
	const file = await readFile(bytes);
	if (!file.ok) return file;
	const tables = findTables(file.value.sheets);
	if (tables.length === 0)
		return problem(
			'file',
			'No column with employee numbers was found. Call one "Employee number" and have it beside names, or beside first and last days of leave.'
		);
	const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
	return rows > MOST_ROWS
		? problem('file', `The file has ${rows} rows; at most ${MOST_ROWS} are imported at once.`)
		: ok(tables);
}

const dateTargets = new Set(['starts', 'ends', 'hoursFrom', 'from', 'to']);

function* dateCells(tables: readonly RosterTable[]): Generator<string> {
	for (const { targets, rows } of tables)
		for (const row of rows)
			for (const [i, target] of targets.entries()) if (dateTargets.has(target)) yield row[i] ?? '';
}
