// The views of a board as the shell lists them, and the one an address shows. Pure.

import type { ShortcutId } from '#lib/ui/shortcuts.ts';

export interface BoardView {
	path: string;
	label: string;
	shortcut: ShortcutId;
}

export const boardViews: readonly BoardView[] = [
	{ path: 'board', label: 'Board', shortcut: 'go-board' },
	{ path: 'timeline', label: 'Timeline', shortcut: 'go-timeline' },
	{ path: 'heatmap', label: 'Capacity', shortcut: 'go-heatmap' }
];

/** The view a path of a board shows; the board itself where it names none. */
export function findView(pathname: string): BoardView {
	const last = pathname.split('/').at(3) ?? '';
	return boardViews.find((view) => view.path === last) ?? boardViews[0]!;
}
