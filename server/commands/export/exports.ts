// The plan as files: a collection as CSV, the whole board as a workbook. Everybody on a board may.
import { err, ok, type Result } from '#lib/domain/result.ts';
import { entityOf, isCollection } from '#lib/model/board.ts';
import { canCommand } from '#lib/policy/commands.ts';
import { findMembership } from '../../db/memberships.ts';
import { notFound, type CommandDeps } from '../command.ts';
import { copyRows } from '../import/board-facts.ts';
import { runInSlices } from '../import/pace.ts';
import { writeCsv } from './tables.ts';
import { layWorkbook, packWorkbook } from './workbook.ts';

export interface Exports {
	/** One collection; `name` is for the file. Problems: `not-found`, `denied`. */
	csv(
		user: string,
		board: string,
		collection: string,
		options: { bom: boolean }
	): Promise<Result<{ text: string; name: string }>>;
	workbook(user: string, board: string): Promise<Result<Uint8Array>>;
}

export function createExports(deps: CommandDeps): Exports {
	const admit = async (user: string, board: string): Promise<Result<null>> => {
		const actor = await findMembership(deps.db.orm, user, board);
		if (!actor) return notFound('board');
		const verdict = canCommand(actor, 'export');
		return verdict.ok
			? ok(null)
			: err({ code: 'denied', message: verdict.remedy, value: verdict.rule });
	};
	return {
		async csv(user, board, collection, options) {
			const admitted = await admit(user, board);
			if (!admitted.ok) return admitted;
			if (!isCollection(collection)) return notFound('table');
			const rows = await deps.collab.read(board, copyRows);
			const text = await runInSlices(writeCsv(rows, collection, options));
			return ok({ text, name: entityOf(collection).plural });
		},
		async workbook(user, board) {
			const admitted = await admit(user, board);
			if (!admitted.ok) return admitted;
			const rows = await deps.collab.read(board, copyRows);
			return ok(await packWorkbook(await runInSlices(layWorkbook(rows))));
		}
	};
}
