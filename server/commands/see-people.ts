// Somebody on a board switches individuals on: the look is noted before a screen shows anything (P-31). The note is that
// of the overview, under the board in place of a team.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { noteLook } from '../db/organisation.ts';
import type { Command } from './command.ts';
import { id } from './input.ts';

const schema = v.object({ board: id('The board') });

export const seePeople: Command<v.InferOutput<typeof schema>, void> = {
	name: 'see-people',
	schema,
	findFacts: async (_deps, actor) => ok({ allowed: actor.leadersSeePeople }),
	async write({ tx, actor, deps, now }) {
		const { organisation, user, board, timeZone } = actor;
		const day = deps.clock.today(timeZone);
		await noteLook(tx, { organisation, user, team: board, day, at: now });
		return ok(undefined);
	}
};
