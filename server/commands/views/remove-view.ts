// Takes a saved view away; a shared one from everybody.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { lockBoard } from '../../db/memberships.ts';
import { deleteView } from '../../db/saved-views.ts';
import type { Command } from '../command.ts';
import { findViewFacts, followViews, takeView, viewFields, type ViewAnswer } from './view-input.ts';

const schema = v.object(viewFields);

export const removeView: Command<v.InferOutput<typeof schema>, ViewAnswer> = {
	name: 'remove-view',
	schema,
	findFacts: findViewFacts,
	async write(context, input) {
		await lockBoard(context.tx, input.board);
		const found = await takeView(context, input);
		if (!found.ok) return found;
		await deleteView(context.tx, input.view);
		return ok({ view: input.view, shared: found.value.user === null });
	},
	follow: followViews
};
