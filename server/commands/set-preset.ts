// Chooses how rights work on a board: by role, or as a small team in which everybody plans.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { changeBoard } from '../db/board-settings.ts';
import type { Command } from './command.ts';
import { applyAccess } from './follow.ts';
import { id } from './input.ts';

const schema = v.object({
	board: id('The board'),
	preset: v.picklist(['standard', 'small-team'], 'Choose how rights work.')
});

export const setPreset: Command<v.InferOutput<typeof schema>, void> = {
	name: 'set-preset',
	schema,
	async write({ tx }, { board, preset }) {
		await changeBoard(tx, board, { preset });
		return ok(undefined);
	},
	follow: (deps, { board }) => applyAccess(deps, { board })
};
