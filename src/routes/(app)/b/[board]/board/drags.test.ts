import { describe, expect, it, vi } from 'vitest';

const library = vi.hoisted(() => ({ asked: 0, come: Promise.withResolvers<void>() }));
vi.mock('./mouse-drag.ts', async () => {
	library.asked++;
	await library.come.promise;
	return { name: 'drags' };
});
const { withDrags } = await import('./drags.ts');

describe('the library of mouse drags', () => {
	it('is fetched once for all cards, and put on those that are still there when it comes', async () => {
		const dragged: number[] = [];
		const attach = (card: number) =>
			withDrags(() => () => void dragged.push(card))({} as HTMLElement) as () => void;
		const [leave] = Array.from({ length: 50 }, (_, card) => attach(card));
		await vi.waitFor(() => expect(library.asked).toBe(1));
		expect(dragged).toEqual([]);
		leave!();
		library.come.resolve();
		await vi.waitFor(() => expect(dragged).toHaveLength(49));
		expect(dragged).not.toContain(0);
		attach(50);
		expect(dragged).toContain(50);
		expect(library.asked).toBe(1);
	});
});
