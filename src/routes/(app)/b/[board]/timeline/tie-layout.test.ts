import { describe, expect, it } from 'vitest';
import { DEPENDENCY_TYPES } from '#lib/domain/dependencies.ts';
import { drawElbow, drawnBox, isOnElbow, layElbow } from './tie-layout.ts';

const early = { leftPx: 0, widthPx: 100, yPx: 12 };
const late = { leftPx: 200, widthPx: 50, yPx: 60 };

describe('the line of a dependency', () => {
	it('leaves the end and enters the start that its type names', () => {
		const ends = DEPENDENCY_TYPES.map((type) => {
			const points = layElbow(early, late, type);
			return [points[0], points.at(-1)];
		});
		expect(ends).toEqual([
			[
				[100, 12],
				[200, 60]
			],
			[
				[0, 12],
				[200, 60]
			],
			[
				[100, 12],
				[250, 60]
			],
			[
				[0, 12],
				[250, 60]
			]
		]);
	});

	it('runs in right angles, and goes around between the lanes when it must go back', () => {
		for (const type of DEPENDENCY_TYPES)
			for (const [from, to] of [
				[early, late],
				[late, early]
			] as const)
				for (const isMirrored of [false, true]) {
					const points = layElbow(from, to, type, isMirrored);
					for (const [i, [x, y]] of points.entries()) {
						const next = points[i + 1];
						if (next) expect(x === next[0] || y === next[1]).toBe(true);
					}
				}
		expect(layElbow(early, late, 'FS')).toHaveLength(4);
		expect(layElbow(late, early, 'FS')).toHaveLength(6);
		expect(layElbow(late, early, 'FS')[2]).toEqual([257, 48]);
	});

	it('mirrors with the page', () => {
		const [from, to] = [late, early];
		expect(layElbow(from, to, 'FS', true)[0]).toEqual([200, 60]);
		expect(layElbow(from, to, 'FS', true).at(-1)).toEqual([100, 12]);
	});

	it('is found under the pointer and nowhere else', () => {
		const points = layElbow(early, late, 'FS');
		expect(isOnElbow(points, [109, 40], 5)).toBe(true);
		expect(isOnElbow(points, [150, 40], 5)).toBe(false);
		expect(drawnBox(points)).toEqual({ left: 100, right: 200, top: 12, bottom: 60 });
		expect(drawElbow(points)).toBe('M100 12L107 12L107 60L200 60M196 57L200 60L196 63');
	});
});
