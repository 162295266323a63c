import { describe, expect, it } from 'vitest';
import { teamTotal } from './team.ts';
import { NO_LOAD } from './utilisation.ts';

const sums = (net: number, confirmed: number, tentative: number, unknown = 0): typeof NO_LOAD => ({
	net,
	confirmed,
	tentative,
	weighted: tentative * 5000,
	unknown
});

describe('team', () => {
	it('C-19 says what is booked, what it is with unstaffed work, and that unsized work is missing', () => {
		const total = teamTotal(
			[sums(1000, 900, 0), sums(1000, 940, 0)],
			{ ...sums(5000, 780, 0) },
			11,
			40
		);
		expect(total.booked).toMatchObject({ kind: 'load', confirmedBp: 9200, net: 2000 });
		expect(total.withUnstaffed).toMatchObject({ kind: 'load', confirmedBp: 13100 });
		expect(total).toMatchObject({ unsized: 11, of: 40, complete: false });
		expect(teamTotal([sums(1000, 1, 0)], NO_LOAD, 0, 4).complete).toBe(true);
		expect(teamTotal([sums(1000, 1, 0, 3)], NO_LOAD, 0, 4).complete).toBe(false);
		expect(teamTotal([], sums(0, 60, 0), 0, 1).withUnstaffed.kind).toBe('no-capacity');
	});
});
