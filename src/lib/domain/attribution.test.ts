import { describe, expect, it } from 'vitest';
import { attribution } from './attribution.ts';

describe('attribution', () => {
	it('C-17 gives up tentative work first, then the lower ranked, then the latest confirmed', () => {
		const one = (
			id: string,
			minutes: number,
			tentative: boolean,
			rank: string,
			at: number
		): Parameters<typeof attribution>[0][number] => ({ id, minutes, tentative, rank, at });
		const all = [
			one('alc_first', 600, false, 'a1', 1),
			one('alc_late', 300, false, 'a5', 9),
			one('alc_early', 300, false, 'a5', 2),
			one('alc_maybe', 200, true, 'a0', 1),
			one('alc_zero', 0, true, 'a9', 1)
		];
		expect(attribution(all, 1000).map((c) => [c.id, c.overAfterMinutes])).toEqual([
			['alc_maybe', 200],
			['alc_late', 0],
			['alc_early', 0],
			['alc_first', 0]
		]);
		expect(attribution(all, 1400)).toEqual([]);
		expect(attribution([...all].reverse(), 1000)).toEqual(attribution(all, 1000));
	});
});
