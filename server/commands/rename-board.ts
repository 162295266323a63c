// Gives a board another name.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { changeBoard } from '../db/board-settings.ts';
import type { Command } from './command.ts';
import { showElsewhere } from './follow.ts';
import { filledLine, id } from './input.ts';

const schema = v.object({ board: id('The board'), name: filledLine('The name', 80) });

export const renameBoard: Command<v.InferOutput<typeof schema>, void> = {
	name: 'rename-board',
	schema,
	async write({ tx }, { board, name }) {
		await changeBoard(tx, board, { name });
		return ok(undefined);
	},
	follow: (deps, { board }) => showElsewhere(deps, board)
};
