import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packUpdates, unpackUpdates } from './packed-updates.ts';

const lists = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 });

test('what was packed comes out the same', () => {
	fc.assert(
		fc.property(lists, (updates) => {
			const unpacked = unpackUpdates(packUpdates(updates).buffer);
			expect(unpacked).toEqual(updates);
			// Whoever stores a view of a large buffer stores all of it.
			for (const { buffer, byteLength } of unpacked) expect(buffer.byteLength).toBe(byteLength);
		})
	);
});

test('what was cut off is refused, wherever the cut is', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(), (update, cut) => {
			const packed = packUpdates([update]);
			const left = packed.slice(0, 1 + (cut % (packed.length - 1)));
			expect(() => unpackUpdates(left.buffer)).toThrow(RangeError);
		})
	);
});
