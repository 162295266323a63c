// Takes the demo away: its boards and the people nobody else shows. Logins stay, and so do boards of one's own; who
// has none gets an empty one.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { defaultWorkflow } from '#lib/domain/workflows.ts';
import { addBoard, countLiveBoards, deleteBoards, listDemoBoards } from '../db/board-settings.ts';
import { deleteDemoClosingDays } from '../db/closing-days.ts';
import { putMembership, type Membership } from '../db/memberships.ts';
import { putOnBoard } from '../db/people.ts';
import type { Reach } from '../db/reach.ts';
import { newRowId } from '../row-id.ts';
import { problem, type Command } from './command.ts';
import { closeQuietly, showOnBoard } from './follow.ts';
import { id } from './input.ts';
import { layStages } from './lay-stages.ts';

const schema = v.object({ board: id('The board') });

interface Removed {
	boards: string[];
	/** The empty board that was made, or null. */
	fresh: string | null;
}

export const deleteDemo: Command<v.InferOutput<typeof schema>, Removed> = {
	name: 'delete-demo',
	schema,
	async write({ tx, actor }) {
		if (!actor.isDemo) return problem('not-demo', 'This is not a demo board; archive it instead.');
		const boards = await listDemoBoards(tx, actor.organisation);
		const left = (await countLiveBoards(tx, actor.organisation)) - boards.length;
		const fresh = left > 0 ? null : newRowId('brd');
		if (fresh !== null) await addEmptyBoard(tx, actor, fresh);
		await deleteBoards(tx, boards);
		await deleteDemoClosingDays(tx, actor.organisation);
		return ok({ boards, fresh });
	},
	async follow(deps, _input, { boards, fresh }, actor) {
		for (const board of boards) await closeQuietly(deps, board);
		if (fresh === null) return;
		await layStages(deps, fresh, actor.user, defaultWorkflow.key);
		await showOnBoard(deps, fresh);
	}
};

async function addEmptyBoard(tx: Reach, actor: Membership, id: string): Promise<void> {
	const { organisation, timeZone, user, person } = actor;
	const board = { id, organisation, timeZone, name: 'Our plan', isDemo: false };
	await addBoard(tx, { ...board, preset: 'standard' });
	await putMembership(tx, id, user, 'owner');
	// Before the demo's people go: whoever is on another board stays.
	if (person !== '') await putOnBoard(tx, id, person);
}
