// What owners set for the whole organisation: whether leaders may switch individuals on, and what an hour costs.
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import { changeOrganisation } from '../db/organisation.ts';
import { problem, type Command } from './command.ts';
import { id } from './input.ts';

/** A million an hour in most currencies: more is a slip of the keyboard. */
const HIGHEST_RATE_MINOR = 100_000_000;

const schema = v.object({
	board: id('The board'),
	leadersSeePeople: v.optional(v.boolean('Say whether leaders may see individuals.')),
	/** For an hour, in the currency's smallest unit; null takes it back. */
	blendedRateMinor: v.optional(
		v.nullable(
			v.pipe(
				v.number('The rate must be a number.'),
				v.integer('The rate must be a number with as many decimals as its currency has.'),
				v.minValue(0, 'The rate cannot be less than nothing.'),
				v.maxValue(HIGHEST_RATE_MINOR, 'The rate is too high.')
			)
		)
	),
	currency: v.optional(
		v.pipe(
			v.string('The currency is missing.'),
			v.trim(),
			v.toUpperCase(),
			v.regex(/^([A-Z]{3})?$/, 'Write the currency with three letters, like EUR.')
		)
	)
});

export const setOrganisation: Command<v.InferOutput<typeof schema>, void> = {
	name: 'set-organisation',
	schema,
	async write({ tx, actor }, { board: _board, ...change }) {
		const { blendedRateMinor, currency } = change;
		// Both or neither, so that no rate is ever left without its currency.
		if ((blendedRateMinor === undefined) !== (currency === undefined))
			return problem('invalid', 'Say the rate together with its currency.', 'currency');
		if (typeof blendedRateMinor === 'number' && currency === '')
			return problem('invalid', 'Say in which currency, with three letters.', 'currency');
		const given = Object.fromEntries(
			Object.entries(change).filter(([, value]) => value !== undefined)
		);
		if (Object.keys(given).length > 0) await changeOrganisation(tx, actor.organisation, given);
		return ok(undefined);
	}
};
