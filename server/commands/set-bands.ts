// Says where the bands of load end on all screens of the organisation; open boards show it at once (C-24).
import * as v from 'valibot';
import { checkBounds, defaultBounds, sameBounds } from '#lib/domain/bands.ts';
import { err, ok } from '#lib/domain/result.ts';
import { changeOrganisation } from '../db/organisation.ts';
import type { Command } from './command.ts';
import { applyAccess } from './follow.ts';
import { id } from './input.ts';

const schema = v.object({
	/** A board the owner owns: it says which organisation. */
	board: id('The board'),
	/** Where bands 1 to 5 end, in per cent; null for the usual. */
	bounds: v.nullable(
		v.array(v.number('Say where each band ends, in per cent.'), 'Say where the bands end.')
	)
});

export const setBands: Command<v.InferOutput<typeof schema>, void> = {
	name: 'set-bands',
	schema,
	async write({ tx, actor }, { bounds }) {
		const checked = checkBounds(bounds ?? defaultBounds);
		if (!checked.ok) return err(checked.problem);
		const isUsual = sameBounds(checked.value, defaultBounds);
		await changeOrganisation(tx, actor.organisation, {
			loadBounds: isUsual ? null : [...checked.value]
		});
		return ok(undefined);
	},
	// What a socket's organisation has set is looked up with its rights, for all of its boards at once.
	follow: (deps) => applyAccess(deps, {})
};
