import { describe, expect, it } from 'vitest';
import { err, ok } from './result.ts';
import type { Result } from './result.ts';

describe('result', () => {
	it('is either a value or a problem', () => {
		const half = (n: number): Result<number> =>
			n % 2 === 0 ? ok(n / 2) : err({ code: 'odd', message: `${n} is odd. Give an even number.` });
		const good = half(4);
		const bad = half(3);
		expect(good.ok && good.value).toBe(2);
		expect(!bad.ok && bad.problem.code).toBe('odd');
	});
});
