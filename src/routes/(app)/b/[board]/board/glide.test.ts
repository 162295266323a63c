import { expect, test } from 'vitest';
import { placeIn } from './glide.ts';

test('reads the place a card says, and knows when it says none', () => {
	expect(placeIn('--k: red; inset-block-start: 300px')).toBe(300);
	expect(placeIn('inset-block-start:0px; --author: blue')).toBe(0);
	expect(placeIn('inset-block-start: -12.5px')).toBe(-12.5);
	expect(placeIn('--k: red')).toBeNaN();
	expect(placeIn(null)).toBeNaN();
});
