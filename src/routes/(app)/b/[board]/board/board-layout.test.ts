import { describe, expect, it } from 'vitest';
import {
	countSkipped,
	findRange,
	findRoom,
	findScrollFor,
	findWindow,
	groupByPhase,
	guessHeight,
	listDrawn,
	type ColumnIds
} from './board-layout.ts';
import {
	findNeighbours,
	findNextCard,
	findNextSpot,
	findSlot,
	standsThere
} from './board-steps.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const columns: ColumnIds = [
	{ stage: 'one', ids: ['a', 'b', 'c'] },
	{ stage: 'two', ids: [] },
	{ stage: 'three', ids: ['d'] }
];

describe('which cards are drawn', () => {
	it('draws what is on the screen and a few more', () => {
		expect(findWindow(0, 600, 10_000, 100, true)).toEqual({ first: 0, last: 8 });
		expect(findWindow(50_000, 600, 10_000, 100, true)).toEqual({ first: 498, last: 508 });
	});

	it('draws no more than is on the screen of a column nobody is at', () => {
		expect(findWindow(0, 600, 10_000, 100, false)).toEqual({ first: 0, last: 6 });
		expect(findWindow(50, 600, 10_000, 100, false)).toEqual({ first: 0, last: 7 });
	});

	it('guesses a height before there is one to measure', () => {
		expect(guessHeight(900)).toBe(689);
		expect(guessHeight(200)).toBe(200);
	});

	it('knows the room of columns from what they share', () => {
		expect(findRoom(1600, [1, 1, 3, 2])).toBe('narrow');
		expect(findRoom(7 * 237 - 1, [1, 1, 3, 2])).toBe('narrow');
		expect(findRoom(7 * 237, [1, 1, 3, 2])).toBe('usual');
		// Three columns are folded into 40 px.
		expect(findRoom(4 * 281 + 39, [1, 1, 0, 2])).toBe('usual');
		expect(findRoom(4 * 281 + 40, [1, 1, 0, 2])).toBe('wide');
		expect(findRoom(390, [1])).toBe('wide');
		expect(findRoom(0, [])).toBe('narrow');
	});

	it('stays inside a column that got shorter than its scroll', () => {
		expect(findWindow(50_000, 600, 3, 100, true)).toEqual({ first: 3, last: 3 });
		expect(findWindow(0, 600, 0, 100, true)).toEqual({ first: 0, last: 0 });
	});

	it('keeps what is held in the page', () => {
		expect(listDrawn({ first: 4, last: 7 }, [90, 5, -1, 1])).toEqual([1, 4, 5, 6, 90]);
	});

	it('leaves the room of what is not drawn above the next that is', () => {
		const drawn = [1, 4, 5, 6, 90];
		expect(drawn.map((_, place) => countSkipped(drawn, place))).toEqual([1, 2, 0, 0, 83]);
		// Whatever is drawn, a card stands where its index says.
		const rowsAbove = drawn.map((_, place) =>
			drawn.slice(0, place + 1).reduce((sum, _one, at) => sum + countSkipped(drawn, at), place)
		);
		expect(rowsAbove).toEqual(drawn);
	});

	it('scrolls only as far as needed', () => {
		expect(findScrollFor(3, 0, 600, 100)).toBe(0);
		expect(findScrollFor(9, 0, 600, 100)).toBe(400);
		expect(findScrollFor(2, 500, 600, 100)).toBe(200);
	});
});

describe('where a drop goes', () => {
	it('finds the nearest gap', () => {
		expect([0, 49, 51, 149, 151, 9_999].map((y) => findSlot(y, 5, 100))).toEqual([
			0, 0, 1, 1, 2, 5
		]);
		expect(findSlot(-20, 5, 100)).toBe(0);
	});

	it('names the neighbours that do not move', () => {
		expect(findNeighbours(ids, 2, [])).toEqual({ above: 'b', below: 'c' });
		expect(findNeighbours(ids, 2, ['b', 'c'])).toEqual({ above: 'a', below: 'd' });
		expect(findNeighbours(ids, 0, ['a'])).toEqual({ above: null, below: 'b' });
		expect(findNeighbours([], 0, [])).toEqual({ above: null, below: null });
		expect(findNeighbours(ids, 99, [])).toEqual({ above: 'e', below: null });
	});

	it('knows the same spot', () => {
		expect(standsThere(ids, 1, ['b'])).toBe(true);
		expect(standsThere(ids, 2, ['b'])).toBe(true);
		expect(standsThere(ids, 3, ['b'])).toBe(false);
		expect(standsThere(ids, 2, ['b', 'c'])).toBe(true);
		expect(standsThere(ids, 2, ['b', 'd'])).toBe(false);
		expect(standsThere(ids, 0, ['elsewhere'])).toBe(false);
	});
});

describe('where an arrow leads', () => {
	it('walks a column and stops at its ends', () => {
		expect(findNextCard(columns, { stage: 'one', id: 'a' }, { down: 1 })?.id).toBe('b');
		expect(findNextCard(columns, { stage: 'one', id: 'a' }, { down: -1 })).toBeUndefined();
		expect(findNextCard(columns, { stage: 'one', id: 'gone' }, { down: 1 })).toBeUndefined();
	});

	it('passes over empty columns and keeps its height where it can', () => {
		const to = findNextCard(columns, { stage: 'one', id: 'c' }, { across: 1 });
		expect(to).toEqual({ stage: 'three', id: 'd' });
		expect(findNextCard(columns, { stage: 'three', id: 'd' }, { across: 1 })).toBeUndefined();
	});

	it('carries a lifted card into empty columns too', () => {
		expect(findNextSpot(columns, { stage: 'one', slot: 2 }, { across: 1 })).toEqual({
			stage: 'two',
			slot: 0
		});
		expect(findNextSpot(columns, { stage: 'one', slot: 3 }, { down: 1 }).slot).toBe(3);
		expect(findNextSpot(columns, { stage: 'one', slot: 0 }, { across: -1 }).stage).toBe('one');
	});

	it('takes a range in either direction', () => {
		expect(findRange(ids, 'd', 'b')).toEqual(['b', 'c', 'd']);
		expect(findRange(ids, 'elsewhere', 'b')).toEqual(['b']);
	});
});

describe('phases', () => {
	it('folds neighbours of one phase and leaves single stages alone', () => {
		const stages = ['P', 'P', '', 'Q', 'P'].map((phase, i) => ({ phase, id: i }));
		expect(groupByPhase(stages).map((group) => [group.phase, group.stages.length])).toEqual([
			['P', 2],
			['', 1],
			['', 1],
			['', 1]
		]);
	});
});
