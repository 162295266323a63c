import { describe, expect, it } from 'vitest';
import { readMoney } from './read-money.server.ts';

describe('money as people type it', () => {
	it('reads amounts in the smallest unit of their currency', () => {
		expect(readMoney('65.50', 'EUR')).toBe(6550);
		expect(readMoney(' 65,5 ', 'eur')).toBe(6550);
		expect(readMoney('1.1', 'GBP')).toBe(110);
		expect(readMoney('9000', 'JPY')).toBe(9000);
	});

	it('tells nothing from no amount', () => {
		expect(readMoney(' ', 'EUR')).toBeNull();
		for (const [text, currency] of [
			['ten', 'EUR'],
			['-5', 'EUR'],
			['1,000.50', 'EUR'],
			['5', 'euro'],
			['65.505', 'EUR'],
			['0.5', 'JPY']
		] as const)
			expect(readMoney(text, currency), `${text} ${currency}`).toBeNaN();
	});
});
