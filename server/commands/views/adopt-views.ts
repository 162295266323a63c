// Takes over views that were kept on a device. What is there already under the same name and shows the same is left as it
// is, so doing it twice does no harm; another one of that name gets a number.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { freeName, viewLimits } from '#lib/model/saved-view.ts';
import { lockBoard } from '../../db/memberships.ts';
import { addView, listViewsOf } from '../../db/saved-views.ts';
import { newRowId } from '../../row-id.ts';
import type { Command } from '../command.ts';
import { id } from '../input.ts';
import { followViews, namedQuery, trimQuery } from './view-input.ts';

const schema = v.object({
	board: id('The board'),
	views: v.pipe(
		v.array(v.object(namedQuery), 'Send a list of views.'),
		v.maxLength(viewLimits.own, `At most ${viewLimits.own} views at once.`)
	)
});

/** How many of the list, from its start, are on the server now: the rest found no room. */
export const adoptViews: Command<v.InferOutput<typeof schema>, { taken: number; shared: false }> = {
	name: 'adopt-views',
	schema,
	async write({ tx, actor }, { board, views }) {
		await lockBoard(tx, board);
		const own = await listViewsOf(tx, board, actor.user);
		let taken = 0;
		for (const { screen, name, query } of views) {
			const kept = trimQuery(screen, query);
			const here = own.filter((one) => one.screen === screen);
			if (!here.some((one) => one.query === kept && one.name === name)) {
				if (own.length >= viewLimits.own) break;
				const row = {
					...{ id: newRowId('viw'), board, user: actor.user, screen, query: kept, place: null },
					name: freeName(
						name,
						here.map((one) => one.name)
					)
				};
				await addView(tx, row);
				own.push(row);
			}
			taken++;
		}
		return ok({ taken, shared: false });
	},
	follow: followViews
};
