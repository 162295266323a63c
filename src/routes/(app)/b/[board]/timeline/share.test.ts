import { describe, expect, it } from 'vitest';
import { readShare } from './share.ts';

describe('a share of hours', () => {
	it('is read with either comma, and empty is not known', () => {
		expect(readShare('60 %')).toEqual({ mode: 'percent', amount: 6000 });
		expect(readShare('12,5')).toEqual({ mode: 'percent', amount: 1250 });
		expect(readShare('0')).toEqual({ mode: 'percent', amount: 0 });
		expect(readShare('  ')).toBe(null);
		for (const text of ['-1', 'half', '1001', '1e3']) expect(readShare(text)).toBe(undefined);
	});
});
