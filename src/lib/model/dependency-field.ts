// What a project, module or task waits for: a list of others of its kind, each with the ends it ties and a lag. Refuses
// what is not such a list; whether the others exist, and whether the list closes a circle, are questions for the board.

import { DEPENDENCY_TYPES, MAX_LAG_DAYS, type Dependency } from '#lib/domain/dependency.ts';
import type { Field, FieldSpec } from './field.ts';
import { list } from './joint-fields.ts';
import { hasExactly } from './value.ts';

const ID = /^[0-9a-z_-]{1,40}$/;

function isDependency(value: unknown): value is Dependency {
	if (!hasExactly(value, ['on', 'type', 'lagDays'])) return false;
	const { on, type, lagDays } = value;
	return (
		typeof on === 'string' &&
		ID.test(on) &&
		DEPENDENCY_TYPES.some((one) => one === type) &&
		typeof lagDays === 'number' &&
		Number.isInteger(lagDays) &&
		!Object.is(lagDays, -0) &&
		Math.abs(lagDays) <= MAX_LAG_DAYS
	);
}

/** At most 60 of them; written as JSON in a table. */
export const dependencies = (spec: FieldSpec): Field<readonly Dependency[]> =>
	list({ ...spec, item: isDependency, max: 60 });
