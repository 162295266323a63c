// Fields whose parts must change together, and so are ONE value in the document: a span, a position, a load, a
// reason for passing a gate, duties, a gate. Refuse half of a value.

import { conditionKeys } from '#lib/domain/condition-labels.ts';
import type { Duties, DutyKey, Gate, ConditionMode } from '#lib/domain/gates.ts';
import { isDay, spanFault, type Day } from '#lib/domain/days.ts';
import { isRank } from '#lib/domain/rank.ts';
import { field, show, type Field, type FieldSpec } from './field.ts';
import { hasExactly, isPlainObject } from './value.ts';

export interface Span {
	from: Day;
	to: Day;
}
export interface Position {
	/** Stage id. */
	stage: string;
	rank: string;
}
/**
 * How much an allocation takes: minutes a working day, basis points of the person's hours, or minutes in all.
 * A null load is unknown effort, never zero.
 */
export interface Load {
	mode: 'perDay' | 'percent' | 'total';
	amount: number;
}
/** Why a card stands past a gate that was not met; stays visible. */
export interface Override {
	stage: string;
	reason: string;
	/** Person id of whoever gave the reason; the referee holds it to the author. */
	by: string;
}

const ID = /^[0-9a-z_-]{1,40}$/;

/** Inclusive days; null is none. */
export function span(spec: FieldSpec): Field<Span | null> {
	const check = (value: unknown): string | null => {
		if (value === null) return null;
		if (!hasExactly(value, ['from', 'to'])) return `${spec.label} must have a first and a last day`;
		const { from, to } = value;
		if (typeof from !== 'string' || !isDay(from))
			return `${spec.label}: "${show(from)}" is not a day`;
		if (typeof to !== 'string' || !isDay(to)) return `${spec.label}: "${show(to)}" is not a day`;
		const fault = spanFault({ from, to });
		return fault && `${spec.label}: it ${fault}`;
	};
	return field('span', spec, {
		empty: null,
		headings: [`${spec.label}: from`, `${spec.label}: to`],
		check
	});
}

/** Column and place in it; null on a card that has not been placed. */
export function position(spec: FieldSpec): Field<Position | null> {
	const check = (value: unknown): string | null => {
		if (value === null) return null;
		if (!hasExactly(value, ['stage', 'rank'])) return `${spec.label} must have a stage and a rank`;
		if (typeof value.stage !== 'string' || !ID.test(value.stage))
			return `${spec.label}: "${show(value.stage)}" is not a stage`;
		return typeof value.rank === 'string' && isRank(value.rank)
			? null
			: `${spec.label}: "${show(value.rank)}" is not a rank`;
	};
	return field('position', spec, {
		empty: null,
		headings: ['Stage', 'Rank'],
		check
	});
}

const isCount = (value: unknown): value is number =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 && !Object.is(value, -0);

const LOAD_LIMITS = { perDay: 24 * 60, percent: 100_000, total: 10_000_000 } as const;

export function load(spec: FieldSpec): Field<Load | null> {
	const check = (value: unknown): string | null => {
		if (value === null) return null;
		if (!hasExactly(value, ['mode', 'amount']))
			return `${spec.label} must have a mode and an amount`;
		const { mode, amount } = value;
		if (typeof mode !== 'string' || !Object.hasOwn(LOAD_LIMITS, mode))
			return `${spec.label}: "${show(mode)}" is not per day, percent or total`;
		const limit = LOAD_LIMITS[mode as Load['mode']];
		return isCount(amount) && amount <= limit
			? null
			: `${spec.label}: ${show(amount)} must be a whole number from 0 to ${limit}`;
	};
	return field('load', spec, {
		empty: null,
		headings: [`${spec.label}: mode`, `${spec.label}: amount`],
		check
	});
}

export function override(spec: FieldSpec): Field<Override | null> {
	const check = (value: unknown): string | null => {
		if (value === null) return null;
		if (!hasExactly(value, ['stage', 'reason', 'by']))
			return `${spec.label} must have a stage, a reason and a person`;
		if (typeof value.stage !== 'string' || !ID.test(value.stage))
			return `${spec.label} names no stage`;
		if (typeof value.by !== 'string' || !ID.test(value.by)) return `${spec.label} names no person`;
		const { reason } = value;
		if (typeof reason !== 'string' || reason.trim() === '')
			return `${spec.label} needs a reason in one line`;
		return reason.length <= 200 && !reason.includes('\n') && reason.isWellFormed()
			? null
			: `${spec.label}: the reason must be one line of at most 200 characters`;
	};
	return field('override', spec, {
		empty: null,
		headings: [`${spec.label}: stage`, `${spec.label}: reason`, `${spec.label}: by`],
		check
	});
}

const DUTIES: readonly DutyKey[] = [
	'lead',
	'sponsor',
	'sme',
	'qa',
	'accessibility',
	'legal',
	'lms',
	'localisation'
];
const MODES: readonly ConditionMode[] = ['off', 'remind', 'require'];

/** A small object from known keys to words. */
function words<T extends object>(
	kind: string,
	spec: FieldSpec,
	keys: readonly string[],
	isWord: (word: unknown) => boolean
): Field<T> {
	const check = (value: unknown): string | null => {
		if (!isPlainObject(value)) return `${spec.label} must be a list of settings`;
		for (const [key, word] of Object.entries(value)) {
			if (!keys.includes(key)) return `${spec.label}: "${key}" is unknown`;
			if (!isWord(word)) return `${spec.label}: "${show(word)}" cannot stand for ${key}`;
		}
		return null;
	};
	return field<T>(kind, spec, {
		empty: {} as T,
		keys,
		check
	});
}

/** Whom the gates ask: a person id, `team` or `unused` for each duty. */
export const duties = (spec: FieldSpec): Field<Duties> =>
	words<Duties>(
		'duties',
		spec,
		DUTIES,
		(word) => typeof word === 'string' && (word === '' || ID.test(word))
	);

/** Conditions for entering a stage: off, remind or require. */
export const gate = (spec: FieldSpec): Field<Gate> =>
	words<Gate>('gate', spec, conditionKeys, (word) => MODES.includes(word as ConditionMode));

/** A list of plain values, written as a whole. */
export function list<T>(
	spec: FieldSpec & { item: (value: unknown) => value is T; max: number }
): Field<readonly T[]> {
	const check = (value: unknown): string | null =>
		Array.isArray(value) &&
		value.length <= spec.max &&
		Object.keys(value).length === value.length &&
		value.every(spec.item)
			? null
			: `${spec.label} must be a list of at most ${spec.max} values of its kind`;
	return field('list', spec, {
		empty: [],
		check
	});
}
