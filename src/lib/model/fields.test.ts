import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyValueOf } from '../../../tests/values.ts';
import { collectionNames, entityOf } from './board.ts';
import { formatCells, parseCells } from './cells.ts';
import type { Field } from './field.ts';

const everyField: [string, Field<unknown>][] = collectionNames.flatMap((name) =>
	Object.entries(entityOf(name).fields).map(([field, own]): [string, Field<unknown>] => [
		`${name}.${field}`,
		own
	])
);
const planted = JSON.parse('{"__proto__": {"polluted": 1}}') as object;
const inherited: object = Object.create({ from: '2026-01-05', to: '2026-01-06' }) as object;

/** Nothing of this may stand in any field. */
const hostile: [string, unknown][] = [
	['undefined', undefined],
	['NaN', NaN],
	['-0', -0],
	['Infinity', Infinity],
	['a huge number', 1e300],
	['a negative number', -1],
	['a fraction', 0.5],
	['a bigint', 1n],
	['a lone surrogate', 'a\ud800'],
	['a control character', 'a\u0000b'],
	['a text without end', 'x'.repeat(100_000)],
	['an object with a planted prototype', planted],
	['an object that inherits its keys', inherited],
	['a class instance', new Date(0)],
	['a function', () => 1],
	['half a span', { from: '2026-01-05' }],
	['a span with more', { from: '2026-01-05', to: '2026-01-06', extra: 1 }],
	['a span the wrong way round', { from: '2026-01-06', to: '2026-01-05' }],
	['a span of 180 years', { from: '2026-01-05', to: '2206-01-05' }],
	['a load without end', { mode: 'total', amount: 1e300 }],
	['a load of -0', { mode: 'perDay', amount: -0 }],
	['a load of a planted mode', { mode: 'constructor', amount: 1 }],
	['a list of functions', [() => 1]],
	['a list too long', Array<string>(5000).fill('a')],
	['an array with the keys of a span', Object.assign([], { from: '2026-01-05', to: '2026-01-06' })]
];

describe.each(everyField)('%s', (_name, field) => {
	it('comes back from its table cells as it was', () => {
		fc.assert(
			fc.property(anyValueOf(field), (value) => {
				const cells = formatCells(field, value);
				expect(cells).toHaveLength(field.headings.length);
				expect(parseCells(field, cells)).toEqual({ ok: true, value });
			}),
			{ numRuns: 60 }
		);
	});

	it('reads empty cells as its empty value', () => {
		expect(
			parseCells(
				field,
				field.headings.map(() => '')
			)
		).toEqual({ ok: true, value: field.empty });
	});

	it('refuses what is not of its kind, with a sentence', () => {
		for (const [what, value] of hostile) {
			const wrong = field.check(value);
			expect(wrong, what).toEqual(expect.any(String));
		}
	});

	it('never throws, whatever stands in a cell or comes as a value', () => {
		fc.assert(
			fc.property(fc.anything(), fc.array(fc.string()), (value, cells) => {
				const wrong = field.check(value);
				expect(wrong === null || wrong.length > 0).toBe(true);
				const read = parseCells(field, cells);
				if (read.ok) expect(field.check(read.value)).toBeNull();
			}),
			{ numRuns: 60 }
		);
	});
});
