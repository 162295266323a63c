// Gives a saved view another name, saves over it, shares it with the board or takes it back for oneself.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { lockBoard } from '../../db/memberships.ts';
import { changeView as changeRow } from '../../db/saved-views.ts';
import type { Command } from '../command.ts';
import {
	checkRoom,
	findViewFacts,
	followViews,
	takeView,
	trimQuery,
	viewFields,
	viewName,
	viewQuery,
	type ViewAnswer
} from './view-input.ts';

const schema = v.object({
	...viewFields,
	name: v.optional(viewName),
	query: v.optional(viewQuery),
	shared: v.optional(v.boolean('Say whether it is shared.'))
});

export const changeView: Command<v.InferOutput<typeof schema>, ViewAnswer> = {
	name: 'change-view',
	schema,
	async findFacts(deps, actor, input) {
		const facts = await findViewFacts(deps, actor, input);
		// To share one's own asks the right that a shared one asks.
		return facts.ok && input.shared === true ? ok({ own: false }) : facts;
	},
	async write(context, { board, view, name, query, shared }) {
		const { tx, actor } = context;
		await lockBoard(tx, board);
		const found = await takeView(context, { board, view });
		if (!found.ok) return found;
		const before = found.value;
		const wasShared = before.user === null;
		const user = (shared ?? wasShared) ? null : actor.user;
		const { screen } = before;
		if (name !== undefined || user !== before.user) {
			const named = { screen, name: name ?? before.name };
			const room = await checkRoom(tx, board, user, named, view);
			if (!room.ok) return room;
		}
		await changeRow(tx, view, {
			user,
			...(name === undefined ? {} : { name }),
			...(query === undefined ? {} : { query: trimQuery(screen, query) }),
			// What only one person sees stands on nobody's screen.
			...(user === null ? {} : { place: null })
		});
		return ok({ view, shared: wasShared || user === null });
	},
	follow: followViews
};
