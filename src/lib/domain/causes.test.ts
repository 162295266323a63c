import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupCauses, weekdaysWaited, type CausePart } from './causes.ts';

const part = (id: string, minutes: number, more: Partial<CausePart> = {}): CausePart => ({
	id,
	minutes,
	countedMinutes: minutes,
	tentative: false,
	rank: 'a0',
	at: 0,
	waits: false,
	grew: false,
	unstaffed: false,
	elsewhere: false,
	...more
});

describe('causes', () => {
	it('CA-1 stands each piece of work under the first cause that holds, causes in their order', () => {
		const groups = groupCauses(
			[
				part('plain', 60),
				part('other board', 50, { elsewhere: true, waits: true }),
				part('maybe', 40, { tentative: true }),
				part('open', 30, { unstaffed: true, tentative: true }),
				part('longer', 20, { grew: true, unstaffed: true }),
				part('waiting', 10, { waits: true, grew: true, tentative: true }),
				part('nothing', 0, { waits: true })
			],
			90
		);
		expect(groups.map(({ kind, minutes, parts }) => [kind, minutes, parts[0]?.id])).toEqual([
			['late-sign-off', 10, 'waiting'],
			['extended', 20, 'longer'],
			['away', 90, undefined],
			['unstaffed', 30, 'open'],
			['tentative', 40, 'maybe'],
			['elsewhere', 50, 'other board'],
			['planned', 60, 'plain']
		]);
	});

	it('CA-2 loses no minute and counts none twice, whatever is known against the work', () => {
		const parts = fc.array(
			fc.record({
				minutes: fc.integer({ min: 0, max: 2400 }),
				tentative: fc.boolean(),
				waits: fc.boolean(),
				grew: fc.boolean(),
				unstaffed: fc.boolean(),
				elsewhere: fc.boolean(),
				counts: fc.boolean()
			})
		);
		fc.assert(
			fc.property(parts, fc.integer({ min: 0, max: 900 }), (given, away) => {
				const all = given.map(({ counts, ...one }, i) =>
					part(`alc_${i}`, one.minutes, { ...one, countedMinutes: counts ? one.minutes : 0 })
				);
				const load = all.reduce((sum, one) => sum + one.countedMinutes, 0);
				const groups = groupCauses(all, away).filter((group) => group.kind !== 'away');
				expect(groups.reduce((sum, group) => sum + group.minutes, 0)).toBe(load);
				const ids = groups.flatMap((group) => group.parts.map((one) => one.id));
				expect(ids.length).toBe(new Set(ids).size);
			})
		);
	});

	it('CA-3 counts the weekdays a sign-off has been waited for', () => {
		expect(weekdaysWaited('2027-01-08', '2027-01-08')).toBe(0);
		expect(weekdaysWaited('2027-01-08', '2027-01-11')).toBe(1);
		expect(weekdaysWaited('2027-01-04', '2027-01-15')).toBe(9);
		expect(weekdaysWaited('2027-01-15', '2027-01-04')).toBe(0);
	});
});
