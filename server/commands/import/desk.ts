// The room imports of all boards work in: who may, which file, which board. Everything an import does goes through here;
// problems have the codes `not-found`, `denied`, `invalid`, `file`, `gone`, `busy`.
import { err, ok, type Result } from '#lib/domain/result.ts';
import type { ImportCheck, ImportChoices } from '#lib/model/import.ts';
import { canCommand, type CommandName } from '#lib/policy/commands.ts';
import { findImportState } from '../../db/imports.ts';
import { findMembership, listMembers, type Membership } from '../../db/memberships.ts';
import { notFound, type CommandDeps } from '../command.ts';
import { copyRows, gatherFacts, type BoardFacts } from './board-facts.ts';
import { dryRun, type DryRun } from './dry-run.ts';
import { runInSlices } from './pace.ts';
import { readFile } from './read-file.ts';
import type { ReadFile } from './sheet.ts';
import { Uploads } from './uploads.ts';

/** Files read lately, so that changing one choice does not read the file again. */
const KEPT_FILES = 3;

export interface OpenBatch {
	actor: Membership;
	batch: {
		id: string;
		fileName: string;
		fileHash: string;
		state: string;
		counts: Record<string, number>;
	};
	file: ReadFile;
}

export class ImportDesk {
	readonly deps: CommandDeps;
	readonly uploads: Uploads;
	readonly #files = new Map<string, ReadFile>();

	constructor(deps: CommandDeps) {
		this.deps = deps;
		this.uploads = new Uploads(deps.settings.dataDir);
	}

	/** The login's standing on the board, when it may. */
	async admit(
		user: string,
		board: string,
		command: CommandName = 'import'
	): Promise<Result<Membership>> {
		const actor = await findMembership(this.deps.db.orm, user, board);
		if (!actor) return notFound('board');
		const verdict = canCommand(actor, command);
		return verdict.ok
			? ok(actor)
			: err({ code: 'denied', message: verdict.remedy, value: verdict.rule });
	}

	/** A batch with its file read again, or taken from memory when it was read lately. */
	async open(user: string, board: string, id: string, fresh = false): Promise<Result<OpenBatch>> {
		const actor = await this.admit(user, board);
		if (!actor.ok) return actor;
		const batch = await findImportState(this.deps.db.orm, board, id);
		if (!batch) return notFound('import');
		const known = fresh ? undefined : this.#files.get(batch.fileHash);
		if (known) return ok({ actor: actor.value, batch, file: known });
		const bytes = await this.uploads.read(batch.fileHash);
		if (!bytes.ok) return bytes;
		const file = await this.read(bytes.value, batch.fileHash);
		return file.ok ? ok({ actor: actor.value, batch, file: file.value }) : file;
	}

	/** Reads a file and keeps what was read for a while. */
	async read(bytes: Uint8Array, hash: string): Promise<Result<ReadFile>> {
		const file = await readFile(bytes);
		if (!file.ok) return file;
		this.#files.delete(hash);
		this.#files.set(hash, file.value);
		for (const old of [...this.#files.keys()].slice(0, -KEPT_FILES)) this.#files.delete(old);
		return file;
	}

	forget(hash: string): void {
		this.#files.delete(hash);
	}

	async facts(board: string): Promise<BoardFacts> {
		const members = await listMembers(this.deps.db.orm, board);
		const rows = await this.deps.collab.read(board, copyRows);
		return gatherFacts(board, rows, members);
	}

	async run(open: OpenBatch, choices: ImportChoices): Promise<DryRun> {
		const facts = await this.facts(open.actor.board);
		return runInSlices(dryRun(open.file, facts, choices, open.batch.fileName, open.actor));
	}
}

export type CheckAnswer = Result<ImportCheck>;
