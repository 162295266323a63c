import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packUpdate, unpackUpdate } from './packed-update.ts';

const updates = fc.uint8Array({ minLength: 1, maxLength: 300 });

test('what was packed comes out the same', () => {
	fc.assert(
		fc.property(updates, (update) => {
			expect(unpackUpdate(packUpdate(update).buffer)).toEqual(update);
		})
	);
});

test('what was cut off is refused, wherever the cut is', () => {
	fc.assert(
		fc.property(updates, fc.nat(), (update, cut) => {
			const packed = packUpdate(update);
			const left = packed.slice(0, cut % packed.length);
			expect(() => unpackUpdate(left.buffer)).toThrow(RangeError);
		})
	);
});
