/** Roving tabindex: one Tab stop for a list or grid, arrows move inside it. The attachment owns
 * tabindex only; what a move means beyond focus is the caller's. */
import type { Attachment } from 'svelte/attachments';

export type RovingOptions = {
	/** CSS selector of the items. */
	items: string;
	orientation: 'vertical' | 'horizontal' | 'grid';
	/** Items in a row; grids only. */
	columns?: () => number;
	/** Called after the focus moved by key. */
	onMove?: (item: HTMLElement, index: number) => void;
};

export type RovingShape = {
	orientation: RovingOptions['orientation'];
	count: number;
	columns: number;
	rtl: boolean;
};

/** Gives the items under an element one Tab stop and arrow, Home and End keys. */
export function roving(options: RovingOptions): Attachment<HTMLElement> {
	return (root) => {
		let current: HTMLElement | null = null;
		const findItems = () => [...root.querySelectorAll<HTMLElement>(options.items)];

		function settle(): void {
			const items = findItems();
			if (!current || !items.includes(current)) current = items[0] ?? null;
			for (const item of items) {
				const stop = item === current ? 0 : -1;
				if (item.tabIndex !== stop || !item.hasAttribute('tabindex')) item.tabIndex = stop;
			}
		}

		function onFocusIn(event: FocusEvent): void {
			const item = (event.target as HTMLElement).closest<HTMLElement>(options.items);
			if (!item || item === current) return;
			current = item;
			settle();
		}

		function onKeyDown(event: KeyboardEvent): void {
			if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
			if (event.defaultPrevented) return;
			const items = findItems();
			const index = items.indexOf(event.target as HTMLElement);
			if (index < 0) return;
			const next = findNextIndex(event.key, index, {
				orientation: options.orientation,
				count: items.length,
				columns: options.columns?.() ?? 1,
				rtl: getComputedStyle(root).direction === 'rtl'
			});
			const item = next === undefined ? undefined : items[next];
			if (!item || next === undefined) return;
			event.preventDefault();
			item.focus();
			options.onMove?.(item, next);
		}

		const observer = new MutationObserver(settle);
		observer.observe(root, { childList: true, subtree: true });
		root.addEventListener('focusin', onFocusIn);
		root.addEventListener('keydown', onKeyDown);
		settle();
		return () => {
			observer.disconnect();
			root.removeEventListener('focusin', onFocusIn);
			root.removeEventListener('keydown', onKeyDown);
		};
	};
}

/** The index a key leads to, or undefined when the key does not move or there is nowhere to go. */
export function findNextIndex(key: string, index: number, shape: RovingShape): number | undefined {
	const { count, columns, rtl } = shape;
	const grid = shape.orientation === 'grid';
	const inline = grid || shape.orientation === 'horizontal';
	const block = grid || shape.orientation === 'vertical';
	const column = grid ? index % columns : 0;
	const rowStart = grid ? index - column : 0;
	const rowEnd = grid ? Math.min(rowStart + columns, count) - 1 : count - 1;

	const step = (by: number, low: number, high: number) => {
		const to = index + by;
		return to < low || to > high ? undefined : to;
	};
	if (key === 'Home') return index === rowStart ? undefined : rowStart;
	if (key === 'End') return index === rowEnd ? undefined : rowEnd;
	if (inline && key === 'ArrowRight') return step(rtl ? -1 : 1, rowStart, rowEnd);
	if (inline && key === 'ArrowLeft') return step(rtl ? 1 : -1, rowStart, rowEnd);
	if (block && key === 'ArrowDown') return step(grid ? columns : 1, 0, count - 1);
	if (block && key === 'ArrowUp') return step(grid ? -columns : -1, 0, count - 1);
	return undefined;
}
