// Fields of one plain value: text, numbers, days, choices, references, ranks. Refuse what is not of their kind.

import { isDay, type Day } from '#lib/domain/days.ts';
import { isRank } from '#lib/domain/rank.ts';
import { field, show, type Field, type FieldSpec } from './field.ts';

// Tab and line feed are text; other control characters are not, and a lone surrogate does not survive the wire.
const CONTROL = /[^\P{Cc}\t\n]/u;

export function text(spec: FieldSpec & { max?: number; multiline?: boolean }): Field<string> {
	const max = spec.max ?? 200;
	const check = (value: unknown): string | null => {
		if (typeof value !== 'string') return `${spec.label} must be text`;
		if (value.length > max)
			return `${spec.label} is ${value.length} characters, at most ${max} are kept`;
		if (!value.isWellFormed() || CONTROL.test(value))
			return `${spec.label} contains characters that are not text`;
		if (!spec.multiline && value.includes('\n')) return `${spec.label} must be one line`;
		return null;
	};
	return field('text', spec, {
		empty: '',
		multiline: spec.multiline ?? false,
		check
	});
}

export function flag(spec: FieldSpec): Field<boolean> {
	return field('flag', spec, {
		empty: false,
		check: (value) => (typeof value === 'boolean' ? null : `${spec.label} must be yes or no`)
	});
}

export interface NumberSpec extends FieldSpec {
	min?: number;
	max?: number;
}

function checkWhole(spec: NumberSpec, value: unknown): string | null {
	const { min = 0, max = 10_000_000 } = spec;
	if (value === null) return null;
	if (typeof value !== 'number' || !Number.isInteger(value) || Object.is(value, -0))
		return `${spec.label} must be a whole number`;
	if (value < min || value > max)
		return `${spec.label} is ${value}, it must be from ${min} to ${max}`;
	return null;
}

/** A whole number; null is unknown, never zero. */
export function whole(spec: NumberSpec): Field<number | null> {
	return field('whole', spec, {
		empty: null,
		check: (value) => checkWhole(spec, value)
	});
}

/** Effort in whole minutes, written as hours in tables; null is unknown, never zero. */
export function hours(spec: NumberSpec): Field<number | null> {
	return field(
		'hours',
		{ unit: 'h', ...spec },
		{
			empty: null,
			check: (value) => checkWhole(spec, value)
		}
	);
}

/** A plain calendar day; null is none. */
export function day(spec: FieldSpec): Field<Day | null> {
	const check = (value: unknown): string | null =>
		value === null || (typeof value === 'string' && isDay(value))
			? null
			: `${spec.label}: "${show(value)}" is not a day (YYYY-MM-DD)`;
	return field('day', spec, {
		empty: null,
		check
	});
}

export function choice<const V extends string>(
	spec: FieldSpec & { options: Record<V, string>; empty: NoInfer<V> }
): Field<V> {
	const values = Object.keys(spec.options) as V[];
	const options = values.map((value) => ({ value, label: spec.options[value] }));
	const allowed = options.map((option) => option.label).join(', ');
	return field('choice', spec, {
		empty: spec.empty,
		options,
		check: (value) =>
			values.includes(value as V)
				? null
				: `${spec.label}: "${show(value)}" is not one of ${allowed}`
	});
}

/** The id of a record of another collection; empty is none. Whether it exists is a question for the board. */
export function ref(spec: FieldSpec & { to: string; optional?: boolean }): Field<string> {
	const check = (value: unknown): string | null =>
		typeof value === 'string' && /^[0-9a-z_-]{0,40}$/.test(value)
			? null
			: `${spec.label}: "${show(value)}" is not an id`;
	return field('ref', spec, {
		empty: '',
		refersTo: spec.to,
		check
	});
}

/** A place in an order: a fractional rank, ties settled by id. */
export function rank(spec: FieldSpec): Field<string> {
	const check = (value: unknown): string | null =>
		value === '' || (typeof value === 'string' && isRank(value))
			? null
			: `${spec.label}: "${show(value)}" is not a rank`;
	return field('rank', spec, {
		empty: '',
		check
	});
}

/** The last instant a Date can hold. */
const LAST_INSTANT = 8.64e15;

/** An instant in milliseconds since 1970, UTC. */
export function instant(spec: FieldSpec): Field<number> {
	const check = (value: unknown): string | null =>
		typeof value === 'number' &&
		Number.isInteger(value) &&
		value >= 0 &&
		value <= LAST_INSTANT &&
		!Object.is(value, -0)
			? null
			: `${spec.label} must be a time in milliseconds`;
	return field('instant', spec, {
		empty: 0,
		check
	});
}
