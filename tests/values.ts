// Values for property tests: for every field of the model, any value that may stand in a document.
import fc from 'fast-check';
import { dayOf } from '#lib/domain/days.ts';
import { conditionKeys } from '#lib/domain/condition-labels.ts';
import { dutyWords } from '#lib/domain/duties.ts';
import { isRank } from '#lib/domain/rank.ts';
import { entityOf, type CollectionName } from '#lib/model/board.ts';
import type { Field } from '#lib/model/field.ts';

const text = fc.oneof(
	fc.string({ maxLength: 60 }),
	fc.string({ unit: 'grapheme', maxLength: 40 }),
	fc.constantFrom('', ' ', '=1+1', 'a;b,c\td', '"quoted"', 'é', '中文', '-', 'null', '0')
);
const multiline = fc.array(text, { maxLength: 3 }).map((lines) => lines.join('\n'));
const id = fc.stringMatching(/^[a-z]{3}_[0-9a-z]{1,12}$/);
const day = fc.integer({ min: -25_567, max: 60_000 }).map(dayOf);
const rank = fc.stringMatching(/^[a-c][0-9A-Za-z]{2,6}$/).filter((value) => isRank(value));
const count = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
	fc.option(value, { nil: null });
const span = fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));
const pattern = fc.record({
	from: orNull(day),
	minutes: fc.array(count(1440), { minLength: 7, maxLength: 7 })
});
const dependency = fc.record({
	on: id,
	type: fc.constantFrom('FS', 'SS', 'FF', 'SF'),
	lagDays: fc.integer({ min: -20, max: 20 }).map((days) => days || 0)
});
const settings = (keys: readonly string[], word: fc.Arbitrary<string>): fc.Arbitrary<unknown> =>
	fc.dictionary(fc.constantFrom(...keys), word).map((given) => ({ ...given }));

const kinds: Record<string, (field: Field<unknown>) => fc.Arbitrary<unknown>> = {
	text: (field) => (field.multiline ? multiline : text),
	flag: () => fc.boolean(),
	whole: () => orNull(count(10_000)),
	hours: () => orNull(count(10_000_000)),
	day: () => orNull(day),
	choice: (field) => fc.constantFrom(...field.options!.map((option) => option.value)),
	ref: () => fc.oneof(fc.constant(''), id),
	rank: () => fc.oneof(fc.constant(''), rank),
	instant: () => fc.oneof(count(4_000_000_000_000), fc.constantFrom(0, 1, 8.64e15)),
	span: () => orNull(span),
	position: () => orNull(fc.record({ stage: id, rank })),
	load: () =>
		orNull(fc.record({ mode: fc.constantFrom('perDay', 'percent', 'total'), amount: count(1440) })),
	override: () => orNull(fc.record({ stage: id, reason: text, by: id })),
	duties: () =>
		settings(Object.keys(dutyWords), fc.oneof(id, fc.constantFrom('', 'team', 'unused'))),
	gate: () => settings(conditionKeys, fc.constantFrom('off', 'remind', 'require')),
	list: () =>
		fc.oneof(
			fc.array(text, { maxLength: 4 }),
			fc.array(pattern, { maxLength: 3 }),
			fc.array(dependency, { maxLength: 3 })
		)
};

/** Any value the field accepts. */
export function anyValueOf(field: Field<unknown>): fc.Arbitrary<unknown> {
	const kind = kinds[field.kind];
	if (!kind) throw new Error(`no values for fields of kind "${field.kind}": add them here`);
	return kind(field).filter((value) => field.check(value) === null);
}

/** Some fields of a row of the collection, each with a value it accepts. */
export function anyFieldsOf(collection: CollectionName): fc.Arbitrary<Record<string, unknown>> {
	const { fields } = entityOf(collection);
	const model = Object.fromEntries(
		Object.entries(fields).map(([name, field]) => [name, anyValueOf(field)])
	);
	return fc.record(model, { requiredKeys: [] }).map((given) => ({ ...given }));
}
