import { describe, expect, it } from 'vitest';
import { findNextIndex, type RovingShape } from './focus.ts';

const list: RovingShape = { orientation: 'vertical', count: 3, columns: 1, rtl: false };
const row: RovingShape = { ...list, orientation: 'horizontal' };
/** Seven cells in rows of three: the last row has one. */
const grid: RovingShape = { orientation: 'grid', count: 7, columns: 3, rtl: false };

describe('where an arrow leads', () => {
	it('goes down and up a list and stops at its ends', () => {
		expect(findNextIndex('ArrowDown', 0, list)).toBe(1);
		expect(findNextIndex('ArrowDown', 2, list)).toBeUndefined();
		expect(findNextIndex('ArrowUp', 0, list)).toBeUndefined();
		expect(findNextIndex('ArrowRight', 0, list)).toBeUndefined();
	});

	it('goes along a row, mirrored when the text is', () => {
		expect(findNextIndex('ArrowRight', 0, row)).toBe(1);
		expect(findNextIndex('ArrowRight', 1, { ...row, rtl: true })).toBe(0);
		expect(findNextIndex('ArrowDown', 0, row)).toBeUndefined();
	});

	it('keeps to its row and column in a grid', () => {
		expect(findNextIndex('ArrowRight', 2, grid)).toBeUndefined();
		expect(findNextIndex('ArrowDown', 1, grid)).toBe(4);
		expect(findNextIndex('ArrowDown', 4, grid)).toBeUndefined();
		expect(findNextIndex('ArrowUp', 6, grid)).toBe(3);
	});

	it('jumps to the ends', () => {
		expect(findNextIndex('End', 0, list)).toBe(2);
		expect(findNextIndex('Home', 2, list)).toBe(0);
		expect(findNextIndex('End', 3, grid)).toBe(5);
		expect(findNextIndex('Home', 5, grid)).toBe(3);
	});
});
