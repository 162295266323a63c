// Says in which time zone the days of a board begin; who is on it keeps a zone of their own.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { changeBoard } from '../db/board-settings.ts';
import type { Command } from './command.ts';
import { showOnBoard } from './follow.ts';
import { id, timeZone } from './input.ts';

const schema = v.object({ board: id('The board'), timeZone });

export const setTimeZone: Command<v.InferOutput<typeof schema>, void> = {
	name: 'set-time-zone',
	schema,
	async write({ tx }, { board, timeZone }) {
		await changeBoard(tx, board, { timeZone });
		return ok(undefined);
	},
	async follow(deps, { board, timeZone }) {
		deps.collab.setTimeZone(board, timeZone);
		await showOnBoard(deps, board);
	}
};
