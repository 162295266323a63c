// Keeps how a screen is shown under a name: for oneself, or for everybody of the board.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { lockBoard } from '../../db/memberships.ts';
import { addView } from '../../db/saved-views.ts';
import { newRowId } from '../../row-id.ts';
import type { Command } from '../command.ts';
import { id } from '../input.ts';
import { checkRoom, followViews, namedQuery, trimQuery, type ViewAnswer } from './view-input.ts';

const schema = v.object({
	board: id('The board'),
	...namedQuery,
	shared: v.optional(v.boolean('Say whether it is shared.'), false)
});

export const saveView: Command<v.InferOutput<typeof schema>, ViewAnswer> = {
	name: 'save-view',
	schema,
	findFacts: async (_deps, _actor, { shared }) => ok({ own: !shared }),
	async write({ tx, actor }, { board, screen, name, query, shared }) {
		await lockBoard(tx, board);
		const user = shared ? null : actor.user;
		const room = await checkRoom(tx, board, user, { screen, name });
		if (!room.ok) return room;
		const view = newRowId('viw');
		const kept = { screen, name, query: trimQuery(screen, query) };
		await addView(tx, { id: view, board, user, ...kept, place: null });
		return ok({ view, shared });
	},
	follow: followViews
};
