import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { holidaysOf, isRegion, listRegions } from './holidays.ts';

const official = new URL('../../shared/data/holidays/bank-holidays.json', import.meta.url);
const have = existsSync(official);
if (!have) console.warn('skipped: the official UK bank holidays are not on this machine');

interface Official {
	divisions: Record<string, Record<string, { date: string }[] | string>>;
}

describe('C-2 public holidays by region', () => {
	it.skipIf(!have)('equal the official bank holidays of the United Kingdom', () => {
		const { divisions } = JSON.parse(readFileSync(official, 'utf8')) as Official;
		const codes: Record<string, string[]> = {
			'england-and-wales': ['GB-ENG', 'GB-WLS'],
			scotland: ['GB-SCT'],
			'northern-ireland': ['GB-NIR']
		};
		let compared = 0;
		for (const [division, years] of Object.entries(divisions))
			for (const [year, list] of Object.entries(years)) {
				if (typeof list === 'string') continue;
				const days = list.map(({ date }) => date.split('/').reverse().join('-')).sort();
				for (const code of codes[division] ?? ['']) {
					const ours = holidaysOf(code, Number(year), Number(year));
					expect(
						ours.map((holiday) => holiday.from),
						`${code} ${year}`
					).toEqual(days);
					compared++;
				}
			}
		expect(compared).toBeGreaterThan(20);
	});

	it('knows states, and says nothing of regions it does not know', () => {
		expect(isRegion('GB-ENG')).toBe(true);
		expect(isRegion('US')).toBe(true);
		expect(isRegion('GB-XXX')).toBe(false);
		expect(isRegion('__proto__')).toBe(false);
		expect(holidaysOf('Atlantis', 2026, 2027)).toEqual([]);
		expect(holidaysOf('DE-BY', 2026, 2026).map((one) => one.from)).toContain('2026-01-06');
		expect(listRegions().find((region) => region.code === 'GB-SCT')?.name).toBe(
			'United Kingdom: Scotland'
		);
	});

	it('keeps a holiday of several days as one span, and a weekend one that is not moved', () => {
		const eid = holidaysOf('SA', 2026, 2026).find((one) => one.from === '2026-03-19');
		expect(eid?.to).toBe('2026-03-22');
		expect(holidaysOf('DE', 2026, 2026).map((one) => one.from)).toContain('2026-10-03');
	});
});
