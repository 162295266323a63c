// Imports as pages ask for them: look at a file, look again with other choices, import, watch, take back. Owners and
// planners only; who has lost that right meanwhile is refused at the next step.
import * as v from 'valibot';
import { err, ok, type Result } from '#lib/domain/result.ts';
import type { ImportChoices, ImportProgress } from '#lib/model/import.ts';
import {
	addImportBatch,
	findImportBatch,
	findImportState,
	listImportBatches
} from '../../db/imports.ts';
import { newRowId } from '../../row-id.ts';
import { notFound, type CommandDeps } from '../command.ts';
import { choicesSchema, guessChoices, guessRest } from './choices.ts';
import { ImportDesk, type CheckAnswer } from './desk.ts';
import { describeRun, dryRun } from './dry-run.ts';
import { ImportJobs } from './jobs.ts';
import { runInSlices } from './pace.ts';
import { describeState } from './progress.ts';
import { writeRemarks } from './remarks-csv.ts';

const LISTED = 20;

export interface Imports {
	/** Keeps the file and says what it seems to be. Nothing is written to the board. */
	upload(user: string, board: string, name: string, bytes: Uint8Array): Promise<CheckAnswer>;
	/** The same with choices made; `reguess` takes only shape, sheet and headings and guesses the rest anew. */
	check(
		user: string,
		board: string,
		batch: string,
		choices: unknown,
		reguess?: boolean
	): Promise<CheckAnswer>;
	/** Every remark of a dry run as CSV. */
	remarks(user: string, board: string, batch: string, choices: unknown): Promise<Result<string>>;
	/** Starts the import; it goes on when nobody watches. A batch that runs or is done is not started again. */
	start(
		user: string,
		board: string,
		batch: string,
		choices: unknown
	): Promise<Result<ImportProgress>>;
	progress(user: string, board: string, batch: string): Promise<Result<ImportProgress>>;
	/** Starts taking a batch back. */
	undo(user: string, board: string, batch: string): Promise<Result<ImportProgress>>;
	/** The last imports of a board, newest first. */
	list(user: string, board: string): Promise<Result<ImportProgress[]>>;
	/** Resolves when no import of this process runs any more; for a tidy stop and for tests. */
	settled(): Promise<void>;
}

export function createImports(deps: CommandDeps): Imports {
	const desk = new ImportDesk(deps);
	const jobs = new ImportJobs(desk);
	const { orm } = deps.db;
	return {
		async upload(user, board, name, bytes) {
			const actor = await desk.admit(user, board);
			if (!actor.ok) return actor;
			const read = await desk.read(bytes, 'new');
			desk.forget('new');
			if (!read.ok) return read;
			const fileHash = await desk.uploads.keep(bytes, Date.now());
			const fileName = cleanName(name);
			const id = newRowId('imp');
			const counts = { bytes: bytes.byteLength };
			await addImportBatch(orm, {
				id,
				board,
				user,
				fileName,
				fileHash,
				counts,
				report: {},
				state: 'checked'
			});
			const facts = await desk.facts(board);
			const choices = guessChoices(read.value, facts, fileName);
			const run = await runInSlices(dryRun(read.value, facts, choices, fileName, actor.value));
			return ok(describeRun(id, read.value, fileName, bytes.byteLength, run));
		},

		async check(user, board, batch, given, reguess = false) {
			const open = await desk.open(user, board, batch);
			if (!open.ok) return open;
			const choices = readChoices(given);
			if (!choices.ok) return choices;
			const { file, batch: of } = open.value;
			const settled = reguess
				? guessRest(file, await desk.facts(board), of.fileName, choices.value)
				: choices.value;
			const run = await desk.run(open.value, settled);
			return ok(describeRun(batch, file, of.fileName, of.counts['bytes'] ?? 0, run));
		},

		async remarks(user, board, batch, given) {
			const open = await desk.open(user, board, batch);
			if (!open.ok) return open;
			const choices = readChoices(given);
			if (!choices.ok) return choices;
			const run = await desk.run(open.value, choices.value);
			const rows = open.value.file.sheets[choices.value.sheet]?.rows ?? [];
			return ok(await runInSlices(writeRemarks(run.draft.remarks, rows)));
		},

		async start(user, board, batch, given) {
			const choices = readChoices(given);
			if (!choices.ok) return choices;
			return jobs.start(user, board, batch, choices.value);
		},

		async progress(user, board, batch) {
			const actor = await desk.admit(user, board);
			if (!actor.ok) return actor;
			const running = jobs.find(batch);
			if (running) return ok(running);
			const found = await findImportBatch(orm, board, batch);
			return found ? ok(describeState(found, found.report)) : notFound('import');
		},

		async undo(user, board, batch) {
			const actor = await desk.admit(user, board);
			if (!actor.ok) return actor;
			const found = await findImportState(orm, board, batch);
			return found ? jobs.undo(user, board, batch) : notFound('import');
		},

		async list(user, board) {
			const actor = await desk.admit(user, board);
			if (!actor.ok) return actor;
			const found = await listImportBatches(orm, board, LISTED);
			return ok(found.map((one) => jobs.find(one.id) ?? describeState(one, {})));
		},

		settled: () => jobs.settled()
	};
}

function readChoices(given: unknown): Result<ImportChoices> {
	const parsed = v.safeParse(choicesSchema, given);
	if (parsed.success) return ok(parsed.output as ImportChoices);
	const [issue] = parsed.issues;
	return err({ code: 'invalid', message: issue.message, value: v.getDotPath(issue) ?? '' });
}

/** A name for people: no folders, no control characters. */
function cleanName(name: string): string {
	const last = name.split(/[\\/]/).at(-1) ?? '';
	return (
		last
			.replace(/\p{Cc}/gu, ' ')
			.trim()
			.slice(0, 120) || 'Pasted text'
	);
}
