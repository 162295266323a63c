import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './days.ts';
import {
	flagsOfAllocation,
	flagsOfCard,
	flagsOfStage,
	isSuspended,
	normaliseSpan,
	normaliseStage,
	overLimit
} from './merge.ts';

const stages = [
	{ id: 'stg_build', rank: 'a1', name: 'Build' },
	{ id: 'stg_requests', rank: 'a0', name: 'Requests' }
];
const live = { archived: false };
const archived = { archived: true };
const span = { from: '2026-01-05', to: '2026-01-09' };

describe('merged boards', () => {
	it('M-22 a card whose stage was removed is shown in the first one, with a flag', () => {
		expect(normaliseStage('stg_build', stages)).toBe('stg_build');
		expect(normaliseStage('stg_gone', stages)).toBe('stg_requests');
		expect(normaliseStage('stg_gone', [])).toBe('');
		expect(flagsOfCard({ id: 'prj_1', stage: 'stg_gone' }, stages)).toEqual([
			{
				rule: 'M-22',
				subject: 'prj_1',
				text: 'Its stage was removed, so it is shown in Requests. Move it where it belongs.'
			}
		]);
		expect(flagsOfCard({ id: 'prj_1', stage: 'stg_build' }, stages)).toEqual([]);
	});

	it('M-22 looking twice changes nothing, and the arrival order does not matter', () => {
		const id = fc.constantFrom('stg_a', 'stg_b', 'stg_c');
		const some = fc.uniqueArray(fc.record({ id, rank: fc.constantFrom('a0', 'a1') }), {
			selector: (one) => one.id
		});
		fc.assert(
			fc.property(id, some, (stage, known) => {
				const once = normaliseStage(stage, known);
				expect(normaliseStage(once, known)).toBe(once);
				expect(normaliseStage(stage, [...known].reverse())).toBe(once);
			})
		);
	});

	it('M-6 an allocation to archived or missing work is suspended, and returns unchanged', () => {
		expect([live, archived, undefined].map(isSuspended)).toEqual([false, true, true]);
		const [flag] = flagsOfAllocation({ id: 'alc_1', span }, [archived]);
		expect(flag).toMatchObject({ rule: 'M-6', subject: 'alc_1' });
		expect(flagsOfAllocation({ id: 'alc_1', span }, [live])).toEqual([]);
	});

	it('M-7 an inverted span holds no day and is never swapped', () => {
		const inverted = { from: '2026-01-09', to: '2026-01-05' };
		expect(normaliseSpan(inverted)).toBe(null);
		expect(normaliseSpan(null)).toBe(null);
		expect(flagsOfAllocation({ id: 'alc_1', span: inverted }, [])[0]).toMatchObject({
			rule: 'M-7',
			text: 'It ends on 2026-01-05, before it starts on 2026-01-09. Set its dates again.'
		});
		expect(flagsOfAllocation({ id: 'alc_1', span: null }, [])).toEqual([]);
	});

	it('M-7 days outside employment do not count', () => {
		const employed = { starts: '2026-01-07', ends: null };
		expect(normaliseSpan(span, employed)).toEqual({ from: '2026-01-07', to: '2026-01-09' });
		expect(normaliseSpan(span, { starts: null, ends: '2026-01-04' })).toBe(null);
		expect(flagsOfAllocation({ id: 'alc_1', span }, [], employed)).toHaveLength(1);
		const offset = fc.integer({ min: -30, max: 30 });
		fc.assert(
			fc.property(offset, offset, fc.option(offset), fc.option(offset), (a, b, c, d) => {
				const day = (n: number | null): string | null =>
					n === null ? null : addDays(span.from, n);
				const whole = { from: addDays(span.from, a), to: addDays(span.from, b) };
				const within = { starts: day(c), ends: day(d) };
				const once = normaliseSpan(whole, within);
				expect(normaliseSpan(once, within)).toEqual(once);
			})
		);
	});

	it('M-3 both who took the last place stay; the latest to enter are over the limit', () => {
		const cards = [
			{ id: 'prj_c', enteredAt: 5 },
			{ id: 'prj_b', enteredAt: 5 },
			{ id: 'prj_a', enteredAt: 9 },
			{ id: 'prj_d', enteredAt: 1 }
		];
		expect(overLimit(cards, 2)).toEqual(['prj_c', 'prj_a']);
		expect(overLimit([...cards].reverse(), 2)).toEqual(['prj_c', 'prj_a']);
		expect([overLimit(cards, null), overLimit(cards, 4)]).toEqual([[], []]);
		const build = { id: 'stg_build', name: 'Build', softLimit: 3 };
		expect(flagsOfStage(build, 4)[0]!.text).toMatch(/^Build holds 4 of 3\./);
		expect(flagsOfStage(build, 3)).toEqual([]);
		expect(flagsOfStage({ ...build, softLimit: null }, 99)).toEqual([]);
	});
});
