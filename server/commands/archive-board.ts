// Puts a board away: nobody opens it any more, nothing is deleted. The organisation's last board stays.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { changeBoard, countLiveBoards } from '../db/board-settings.ts';
import { problem, type Command } from './command.ts';
import { closeQuietly } from './follow.ts';
import { id } from './input.ts';
import { showEverywhere } from './show-everywhere.ts';

const schema = v.object({ board: id('The board') });

export const archiveBoard: Command<v.InferOutput<typeof schema>, void> = {
	name: 'archive-board',
	schema,
	async write({ tx, actor, now }, { board }) {
		if ((await countLiveBoards(tx, actor.organisation)) < 2)
			return problem('last', 'It is the only board. Make another one first.');
		await changeBoard(tx, board, { archivedAt: now });
		return ok(undefined);
	},
	async follow(deps, { board }, _value, { organisation }) {
		await closeQuietly(deps, board);
		// Who planned only there speaks for no team any more.
		await showEverywhere(deps, organisation);
	}
};
