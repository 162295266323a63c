// Takes the demo away: its boards and the people nobody else shows. Logins stay, and so do boards of one's own.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { deleteBoards, listDemoBoards } from '../db/board-settings.ts';
import { problem, type Command } from './command.ts';
import { closeQuietly } from './follow.ts';
import { id } from './input.ts';

const schema = v.object({ board: id('The board') });

export const deleteDemo: Command<v.InferOutput<typeof schema>, { boards: string[] }> = {
	name: 'delete-demo',
	schema,
	async write({ tx, actor }) {
		if (!actor.isDemo) return problem('not-demo', 'This is not a demo board; archive it instead.');
		const boards = await listDemoBoards(tx, actor.organisation);
		await deleteBoards(tx, boards);
		return ok({ boards });
	},
	async follow(deps, _input, { boards }) {
		for (const board of boards) await closeQuietly(deps, board);
	}
};
