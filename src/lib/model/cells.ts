// How a field stands in the cells of a table (CSV, XLSX, a line of a form): by its kind alone, so that a field is said once.
// Apart from the fields, since a board is shown without it.

import { err, ok, type Err, type Problem, type Result } from '#lib/domain/result.ts';
import type { Field } from './field.ts';
import type { Load, Override, Position, Span } from './joint-fields.ts';

interface Form<T> {
	/** Cells to value, not checked yet; cells that are missing are empty. */
	parse(cells: readonly string[], field: Field<T>): Result<T>;
	/** Value to cells, one for each heading. */
	format(value: T, field: Field<T>): string[];
}

function refuse(message: string, value?: unknown): Err<Problem> {
	return err({ code: 'field', message, value });
}

const plain: Form<string> = {
	parse: ([cell = '']) => ok(cell.trim()),
	format: (value) => [value]
};

const forms = {
	text: {
		parse: ([cell = '']) => ok(cell.replaceAll('\r\n', '\n')),
		format: (value) => [value]
	} satisfies Form<string>,

	flag: {
		parse: ([cell = ''], { label }) => {
			const word = cell.trim().toLowerCase();
			if (['yes', 'y', 'true', '1', 'x'].includes(word)) return ok(true);
			if (['no', 'n', 'false', '0', ''].includes(word)) return ok(false);
			return refuse(`${label}: "${cell}" is neither yes nor no`, cell);
		},
		format: (value) => [value ? 'yes' : 'no']
	} satisfies Form<boolean>,

	whole: {
		parse: ([cell = '']) => ok(cell.trim() === '' ? null : Number(cell.trim())),
		format: (value) => [value === null ? '' : String(value)]
	} satisfies Form<number | null>,

	hours: {
		parse: ([cell = ''], { label }) => {
			const word = cell.trim().replace(',', '.').replace(/\s*h$/i, '');
			if (word === '') return ok(null);
			return /^-?\d+(\.\d+)?$/.test(word)
				? ok(Math.round(Number(word) * 60))
				: refuse(`${label}: "${cell}" is not a number of hours`, cell);
		},
		format: (value) => [value === null ? '' : String(Number((value / 60).toFixed(4)))]
	} satisfies Form<number | null>,

	day: {
		parse: ([cell = '']) => ok(cell.trim() === '' ? null : cell.trim()),
		format: (value) => [value ?? '']
	} satisfies Form<string | null>,

	choice: {
		parse: ([cell = ''], { label, empty, options = [] }) => {
			const word = cell.trim().toLowerCase();
			if (word === '') return ok(empty);
			const found = options.find(
				(one) => one.value.toLowerCase() === word || one.label.toLowerCase() === word
			);
			if (found) return ok(found.value);
			const allowed = options.map((one) => one.label).join(', ');
			return refuse(`${label}: "${cell}" is not one of ${allowed}`, cell);
		},
		format: (value) => [value]
	} satisfies Form<string>,

	ref: plain,
	rank: plain,

	instant: {
		parse: ([cell = '']) => {
			const word = cell.trim();
			if (/^\d+$/.test(word)) return ok(Number(word));
			return ok(word === '' ? 0 : Date.parse(cell));
		},
		format: (value) => [value === 0 ? '' : new Date(value).toISOString()]
	} satisfies Form<number>,

	span: {
		parse: ([first = '', last = '']) => {
			const from = first.trim();
			const to = last.trim();
			return ok(from === '' && to === '' ? null : { from: from || to, to: to || from });
		},
		format: (value) => [value?.from ?? '', value?.to ?? '']
	} satisfies Form<Span | null>,

	position: {
		parse: ([stage = '', place = '']) =>
			ok(stage.trim() === '' ? null : { stage: stage.trim(), rank: place.trim() }),
		format: (value) => [value?.stage ?? '', value?.rank ?? '']
	} satisfies Form<Position | null>,

	load: {
		parse: ([mode = '', amount = '']) => {
			if (mode.trim() === '') return ok(null);
			return ok({ mode: mode.trim() as Load['mode'], amount: Number(amount.trim() || NaN) });
		},
		format: (value) => [value?.mode ?? '', value === null ? '' : String(value.amount)]
	} satisfies Form<Load | null>,

	override: {
		parse: ([stage = '', reason = '', by = '']) =>
			ok(stage.trim() === '' ? null : { stage: stage.trim(), reason, by: by.trim() }),
		format: (value) => (value === null ? ['', '', ''] : [value.stage, value.reason, value.by])
	} satisfies Form<Override | null>,

	/** Written as `key=word; key=word`. */
	settings: {
		parse: ([cell = ''], { label, keys = [] }) => {
			const value: Record<string, string> = {};
			for (const part of cell.split(';').map((one) => one.trim())) {
				if (part === '') continue;
				const [key = '', word] = part.split('=').map((one) => one.trim());
				if (word === undefined || !keys.includes(key))
					return refuse(`${label}: "${part}" is not a setting`, cell);
				value[key] = word;
			}
			return ok(value);
		},
		format: (value, { keys = [] }) => [
			keys
				.filter((key) => Object.hasOwn(value, key))
				.map((key) => `${key}=${value[key]}`)
				.join('; ')
		]
	} satisfies Form<Record<string, string>>,

	/** Kept as JSON. */
	list: {
		parse: ([cell = ''], { label }) => {
			if (cell.trim() === '') return ok([]);
			try {
				return ok(JSON.parse(cell) as unknown[]);
			} catch {
				return refuse(`${label}: "${cell.slice(0, 40)}" is not a list`, cell);
			}
		},
		format: (value) => [value.length === 0 ? '' : JSON.stringify(value)]
	} satisfies Form<readonly unknown[]>
};

function formOf<T>({ kind, keys }: Field<T>): Form<T> {
	const name = keys ? 'settings' : kind;
	if (!Object.hasOwn(forms, name))
		throw new Error(`No cells are known for a field of kind "${kind}".`);
	return forms[name as keyof typeof forms] as unknown as Form<T>;
}

/** Cells to value. The inverse of `formatCells`: what that makes of a checked value reads as the value. */
export function parseCells<T>(field: Field<T>, cells: readonly string[]): Result<T> {
	const read = formOf(field).parse(cells, field);
	if (!read.ok) return read;
	const wrong = field.check(read.value);
	return wrong === null ? read : refuse(wrong, read.value);
}

/** Value to cells, one for each heading. */
export function formatCells<T>(field: Field<T>, value: T): string[] {
	return formOf(field).format(value, field);
}
