// Takes a closing day away, or a whole calendar that was imported.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { deleteClosingDays, listClosingDays } from '../db/closing-days.ts';
import { notFound, type Command } from './command.ts';
import { id, line, optionalId } from './input.ts';
import { showEverywhere } from './show-everywhere.ts';

const schema = v.object({
	board: id('The board'),
	closingDay: v.optional(optionalId('The closing day'), ''),
	/** Every day of this calendar and region instead. */
	source: v.optional(line('The calendar', 80), ''),
	region: v.optional(line('The country', 12), '')
});

export const removeClosingDay: Command<v.InferOutput<typeof schema>, { removed: number }> = {
	name: 'remove-closing-day',
	schema,
	async write({ tx, actor }, { closingDay, source, region }) {
		const all = await listClosingDays(tx, actor.organisation);
		const gone = all.filter((one) =>
			source === '' ? one.id === closingDay : one.source === source && one.region === region
		);
		if (gone.length === 0) return notFound('closing day');
		await deleteClosingDays(
			tx,
			gone.map((one) => one.id)
		);
		return ok({ removed: gone.length });
	},
	follow: (deps, _input, _value, actor) => showEverywhere(deps, actor.organisation)
};
