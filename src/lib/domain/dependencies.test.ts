import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, weekday } from './days.ts';
import {
	closesCircle,
	DEPENDENCY_TYPES,
	linkWorks,
	shiftWorkdays,
	type Dated,
	type Dependency
} from './dependencies.ts';

const span = (from: string, to: string) => ({ from, to });
const work = (id: string, dates: Dated['span'], ...after: Dependency[]): Dated => ({
	id,
	span: dates,
	after
});
const on = (id: string, type: Dependency['type'] = 'FS', lagDays = 0): Dependency => ({
	on: id,
	type,
	lagDays
});
// Monday 4 January 2027 to Friday 8 January.
const WEEK = span('2027-01-04', '2027-01-08');

function judge(type: Dependency['type'], lagDays: number, dates: Dated['span']) {
	const [link] = linkWorks([work('a', WEEK), work('b', dates, on('a', type, lagDays))]);
	return [link?.state, link?.earliest, link?.lateDays];
}

describe('dependencies', () => {
	it('DP-1 tie the ends their type names', () => {
		expect(judge('FS', 0, span('2027-01-11', '2027-01-15'))).toEqual(['kept', '2027-01-11', 0]);
		expect(judge('FS', 0, span('2027-01-08', '2027-01-15'))).toEqual(['violated', '2027-01-11', 1]);
		expect(judge('SS', 0, span('2027-01-04', '2027-01-04'))).toEqual(['kept', '2027-01-04', 0]);
		expect(judge('SS', 2, span('2027-01-05', '2027-01-20'))).toEqual(['violated', '2027-01-06', 1]);
		expect(judge('FF', 0, span('2027-01-01', '2027-01-07'))).toEqual(['violated', '2027-01-08', 1]);
		expect(judge('FF', 0, span('2027-01-01', '2027-01-08'))).toEqual(['kept', '2027-01-08', 0]);
		expect(judge('SF', 1, span('2026-12-01', '2027-01-04'))).toEqual(['kept', '2027-01-04', 0]);
		expect(judge('SF', 1, span('2026-12-01', '2027-01-01'))).toEqual(['violated', '2027-01-04', 1]);
	});

	it('DP-1 leave out what is not there, and say when a piece has no dates', () => {
		expect(linkWorks([work('b', WEEK, on('gone'))])).toEqual([]);
		expect(judge('FS', 0, null)).toEqual(['undated', '2027-01-11', 0]);
		const undated = linkWorks([work('a', null), work('b', WEEK, on('a'))]);
		expect(undated).toMatchObject([{ state: 'undated', earliest: null }]);
		const inverted = linkWorks([
			work('a', span('2027-01-08', '2027-01-04')),
			work('b', WEEK, on('a'))
		]);
		expect(inverted[0]?.state).toBe('undated');
	});

	it('DP-1 tie the same ends of the same two once', () => {
		const twice = work('b', WEEK, on('a', 'FS', 3), on('a', 'FS', 9), on('a', 'SS'));
		expect(linkWorks([work('a', WEEK), twice]).map((link) => link.lagDays)).toEqual([3, 0]);
	});

	it('DP-2 count lag over weekends, year ends and as a lead', () => {
		expect(judge('FS', 3, span('2027-01-13', '2027-01-15'))).toEqual(['violated', '2027-01-14', 1]);
		expect(judge('FS', -2, span('2027-01-07', '2027-01-15'))).toEqual(['kept', '2027-01-07', 0]);
		expect(shiftWorkdays('2026-12-31', 1)).toBe('2027-01-01');
		expect(shiftWorkdays('2027-01-09', 0)).toBe('2027-01-11');
		expect(shiftWorkdays('2027-01-04', -1)).toBe('2027-01-01');
		expect(shiftWorkdays('2026-12-28', 260)).toBe('2027-12-27');
	});

	it('DP-2 a work that ends on a weekend has ended on its Friday', () => {
		const links = linkWorks([
			work('a', span('2027-01-04', '2027-01-10')),
			work('b', span('2027-01-11', '2027-01-12'), on('a'))
		]);
		expect(links[0]?.state).toBe('kept');
		expect(judge('FS', 0, span('2027-01-09', '2027-01-12'))).toEqual(['kept', '2027-01-11', 0]);
	});

	it('DP-2 shifting by working days there and back is the day, and never a weekend', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -30000, max: 60000 }),
				fc.integer({ min: -2600, max: 2600 }),
				(number, count) => {
					const start = shiftWorkdays(dayOf(number), 0);
					const there = shiftWorkdays(start, count);
					expect(weekday(there)).toBeLessThan(6);
					expect(shiftWorkdays(there, -count)).toBe(start);
				}
			)
		);
	});

	it('DP-3 moving the waiting piece to the day named keeps the dependency', () => {
		const type = fc.constantFrom(...DEPENDENCY_TYPES);
		const lag = fc.integer({ min: -30, max: 30 });
		const start = fc.integer({ min: 20000, max: 22000 });
		const length = fc.integer({ min: 0, max: 40 });
		fc.assert(
			fc.property(type, lag, start, length, start, (kind, lagDays, from, days, other) => {
				const a = work('a', span(dayOf(from), dayOf(from + days)));
				const b = work('b', span(dayOf(other), dayOf(other + 3)), on('a', kind, lagDays));
				const { earliest } = linkWorks([a, b])[0]!;
				const moved = span(earliest!, earliest!);
				const [link] = linkWorks([a, { ...b, span: moved }]);
				expect(link).toMatchObject({ state: 'kept', lateDays: 0 });
			})
		);
	});

	it('DP-4 name what would close a circle, the same for every order of arrival', () => {
		const works = [
			work('a', WEEK, on('c')),
			work('b', WEEK, on('a')),
			work('c', WEEK, on('b')),
			work('d', WEEK, on('d'))
		];
		const say = (given: Dated[]) =>
			linkWorks(given).map((link) => `${link.of} after ${link.on}: ${link.state}`);
		expect(say(works)).toEqual([
			'a after c: violated',
			'b after a: violated',
			'c after b: circular',
			'd after d: circular'
		]);
		expect(say(works.toReversed())).toEqual(say(works));
		expect(closesCircle([work('a', null), work('b', null, on('a'))], 'a', 'b')).toBe(true);
		expect(closesCircle([work('a', null), work('b', null, on('a'))], 'b', 'a')).toBe(false);
	});

	it('DP-4 what is counted never closes a circle', () => {
		const ids = ['a', 'b', 'c', 'd', 'e'];
		const tie = fc.constantFrom(...ids).map((id) => on(id));
		const plan = fc.tuple(...ids.map(() => fc.array(tie, { maxLength: 3 })));
		fc.assert(
			fc.property(plan, (after) => {
				const counted = linkWorks(ids.map((id, i) => work(id, WEEK, ...after[i]!))).filter(
					(link) => link.state !== 'circular'
				);
				const rest = new Set(ids);
				const isFree = (id: string) =>
					counted.every((link) => link.of !== id || !rest.has(link.on));
				for (let free = ids.find(isFree); free; free = [...rest].find(isFree)) rest.delete(free);
				expect([...rest]).toEqual([]);
			})
		);
	});
});
