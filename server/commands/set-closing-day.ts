// Sets days on which the company closes, everywhere or in a region, or on which it works although they are holidays.
import * as v from 'valibot';
import { spanDays, spanFault } from '#lib/domain/days.ts';
import { ok } from '#lib/domain/result.ts';
import { listClosingDays, putClosingDays } from '../db/closing-days.ts';
import { isRegion } from '../holidays.ts';
import { newRowId } from '../row-id.ts';
import { absenceFields } from './absence-input.ts';
import { problem, type Command } from './command.ts';
import { day, filledLine, id, line } from './input.ts';
import { showEverywhere } from './show-everywhere.ts';

const MOST_DAYS = 60;
/** In all, imported ones too. */
export const MOST_CLOSING_DAYS = 4000;

const schema = v.object({
	board: id('The board'),
	from: day('The first day'),
	to: day('The last day'),
	name: filledLine('The name', 80),
	minutesPerDay: absenceFields.minutesPerDay,
	/** Empty for everywhere. */
	region: v.optional(line('The country', 12), ''),
	works: v.optional(v.boolean(), false)
});

export const setClosingDay: Command<v.InferOutput<typeof schema>, { closingDay: string }> = {
	name: 'set-closing-day',
	schema,
	async write({ tx, actor }, { board: _board, ...given }) {
		if (given.region !== '' && !isRegion(given.region))
			return problem('invalid', 'There is no such country or region.', 'region');
		const fault = spanFault(given);
		if (fault !== null) return problem('invalid', `It ${fault}.`, 'to');
		const days = spanDays(given);
		if (days > MOST_DAYS)
			return problem('invalid', `That is ${days} days; at most ${MOST_DAYS} at once.`, 'to');
		const { organisation } = actor;
		const same = (await listClosingDays(tx, organisation, given.from, given.to)).find(
			(one) =>
				one.from === given.from &&
				one.to === given.to &&
				one.region === given.region &&
				one.works === given.works &&
				one.source === ''
		);
		const all = await listClosingDays(tx, organisation);
		if (!same && all.length >= MOST_CLOSING_DAYS)
			return problem('too-many', 'There are too many closing days. Remove old ones first.');
		const closingDay = same?.id ?? newRowId('clo');
		const minutesPerDay = given.works ? null : given.minutesPerDay;
		await putClosingDays(tx, [
			{ ...given, minutesPerDay, id: closingDay, organisation, source: '' }
		]);
		return ok({ closingDay });
	},
	follow: (deps, _input, _value, actor) => showEverywhere(deps, actor.organisation)
};
