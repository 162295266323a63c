// Makes a board in the organisation of an owner, with the stages of a workflow. The maker owns it.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { defaultWorkflow, workflows } from '#lib/domain/workflows.ts';
import { addBoard } from '../db/board-settings.ts';
import { putMembership } from '../db/memberships.ts';
import { putOnBoard } from '../db/people.ts';
import { newRowId } from '../row-id.ts';
import type { Command } from './command.ts';
import { showOnBoard } from './follow.ts';
import { filledLine, id, timeZone } from './input.ts';
import { layStages } from './lay-stages.ts';

const schema = v.object({
	/** A board the maker owns: the new one comes into the same organisation. */
	board: id('The board'),
	name: filledLine('The name', 80),
	workflow: v.optional(
		v.picklist(
			workflows.map((workflow) => workflow.key),
			'Choose how many stages.'
		),
		defaultWorkflow.key
	),
	preset: v.optional(v.picklist(['standard', 'small-team']), 'standard'),
	timeZone: v.optional(timeZone, '')
});

export const createBoard: Command<v.InferOutput<typeof schema>, { board: string }> = {
	name: 'create-board',
	schema,
	async write({ tx, actor }, input) {
		const board = newRowId('brd');
		const { name, preset } = input;
		await addBoard(tx, {
			...{ id: board, organisation: actor.organisation, name, preset, isDemo: false },
			timeZone: input.timeZone || actor.timeZone
		});
		await putMembership(tx, board, actor.user, 'owner');
		if (actor.person !== '') await putOnBoard(tx, board, actor.person);
		return ok({ board });
	},
	async follow(deps, input, { board }, actor) {
		await layStages(deps, board, actor.user, input.workflow);
		await showOnBoard(deps, board);
	}
};
