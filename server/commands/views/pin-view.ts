// Lets a shared view stand on its screen for everybody of the board, at a place among the others, or no longer.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { viewLimits } from '#lib/model/saved-view.ts';
import { lockBoard } from '../../db/memberships.ts';
import { changeView, findView, listPinned, putPinned } from '../../db/saved-views.ts';
import { notFound, problem, type Command } from '../command.ts';
import { followViews, viewFields, type ViewAnswer } from './view-input.ts';

const schema = v.object({
	...viewFields,
	/** Its place among the pinned ones of its screen from 0, at the end where it is larger; null takes it down. */
	place: v.nullable(
		v.pipe(
			v.number('Say at which place it stands.'),
			v.integer('A place is a whole number.'),
			v.minValue(0, 'The first place is 0.')
		)
	)
});

export const pinView: Command<v.InferOutput<typeof schema>, ViewAnswer> = {
	name: 'pin-view',
	schema,
	async write({ tx, actor }, { board, view, place }) {
		await lockBoard(tx, board);
		const found = await findView(tx, board, actor.user, view);
		if (!found) return notFound('saved view');
		if (found.user !== null)
			return problem('own', 'Only you see this view. Share it with the board before you pin it.');
		const others = (await listPinned(tx, board, found.screen)).filter((one) => one !== view);
		if (place === null) await changeView(tx, view, { place: null });
		else if (others.length >= viewLimits.pinned)
			return problem(
				'limit',
				`A screen has room for ${viewLimits.pinned} pinned views. Take one down first.`
			);
		else others.splice(place, 0, view);
		await putPinned(tx, others);
		return ok({ view, shared: true });
	},
	follow: followViews
};
