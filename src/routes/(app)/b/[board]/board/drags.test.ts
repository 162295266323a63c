import { afterEach, describe, expect, it, vi } from 'vitest';

const library = vi.hoisted(() => ({ isAway: true, asked: 0 }));
vi.mock('./mouse-drag.ts', () => {
	library.asked++;
	if (library.isAway) throw new TypeError('Failed to fetch dynamically imported module');
	return { name: 'drags' };
});
const { withDrags } = await import('./drags.ts');

describe('the library of mouse drags', () => {
	const rejected = vi.fn();
	process.on('unhandledRejection', rejected);
	afterEach(() => void process.off('unhandledRejection', rejected));

	it('is fetched once for all cards, and once again a while after the network was away', async () => {
		const dragged: number[] = [];
		const attach = (card: number) =>
			withDrags(() => () => void dragged.push(card))({} as HTMLElement) as () => void;
		const [leave] = Array.from({ length: 50 }, (_, card) => attach(card));
		await vi.waitFor(() => expect(library.asked).toBe(1));
		expect(dragged).toEqual([]);
		leave!();
		library.isAway = false;
		await vi.waitFor(() => expect(dragged).toHaveLength(49), { timeout: 8_000 });
		expect(dragged).not.toContain(0);
		expect(library.asked).toBe(2);
		expect(rejected).not.toHaveBeenCalled();
	});
});
