import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idPrefixes, isId, newId } from './ids.ts';

describe('ids', () => {
	it('are made of the prefix, the time and at least 80 random bits', () => {
		const id = newId('prj', () => 0.999999, 1_767_225_600_000);
		expect(id).toMatch(/^prj_[0-9a-z]{9}z{17}$/);
		expect(17 * Math.log2(36)).toBeGreaterThan(80);
		expect(newId('chk', () => 0, 0)).toBe(`chk_${'0'.repeat(26)}`);
	});

	it('sort by the millisecond they were made in', () => {
		const time = fc.integer({ min: 0, max: 2 ** 45 });
		fc.assert(
			fc.property(time, time, fc.double({ min: 0, max: 0.999 }), (a, b, x) => {
				fc.pre(a < b);
				expect(newId('tsk', () => x, a) < newId('tsk', () => 1 - x - 0.0005, b)).toBe(true);
			})
		);
	});

	it('do not collide when many are made in one millisecond', () => {
		const made = new Set<string>();
		for (let i = 0; i < 20_000; i++) made.add(newId('alc', Math.random, 1_767_225_600_000));
		expect(made.size).toBe(20_000);
	});

	it('are recognised, with and without their kind', () => {
		for (const prefix of idPrefixes) {
			const id = newId(prefix, Math.random, 1_767_225_600_000);
			expect(isId(id)).toBe(true);
			expect(isId(id, prefix)).toBe(true);
			expect(isId(id, prefix === 'prj' ? 'mod' : 'prj')).toBe(false);
		}
		expect(isId('stg_build')).toBe(true);
		for (const bad of ['', 'prj_', 'xyz_1', 'prj_A', 'prj-1', 'prj_1/2', '__proto__', 7, null])
			expect(isId(bad), String(bad)).toBe(false);
		expect(isId(`prj_${'a'.repeat(37)}`)).toBe(false);
	});

	it('are refused for a time that is none', () => {
		expect(() => newId('prj', Math.random, -1)).toThrow(RangeError);
		expect(() => newId('prj', Math.random, NaN)).toThrow(RangeError);
	});
});
