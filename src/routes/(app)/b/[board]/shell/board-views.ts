// The pages of a board as the shell lists them, and the one an address shows. Pure.

import type { ShortcutId, ShortcutPlace } from '#lib/ui/shortcuts.ts';

export interface BoardPage {
	path: string;
	label: string;
	/** Whose shortcuts work wherever the focus is on it. */
	keys?: ShortcutPlace;
	/** It can be read and searched before the board can be written, and keeps what writes away until then. */
	readsFirst?: true;
}

export interface BoardView extends BoardPage {
	shortcut: ShortcutId;
}

/** The views that are tabs. */
export const boardViews: readonly BoardView[] = [
	{ path: 'board', label: 'Board', shortcut: 'go-board', readsFirst: true },
	{ path: 'timeline', label: 'Timeline', shortcut: 'go-timeline', keys: 'timeline' },
	{ path: 'heatmap', label: 'Capacity', shortcut: 'go-heatmap' }
];

/** Pages about the board that are no tab. */
export const boardPages: readonly BoardPage[] = [
	{ path: 'supply', label: 'Demand by skill' },
	{ path: 'suggest', label: 'Suggestions' },
	{ path: 'problems', label: 'Problems' },
	{ path: 'stages', label: 'Stages and gates' },
	{ path: 'import', label: 'Import and export' }
];

/** The page a path of a board shows; the board itself where it names none. */
export function findBoardPage(pathname: string): BoardPage {
	const last = pathname.split('/').at(3) ?? '';
	return [...boardViews, ...boardPages].find((one) => one.path === last) ?? boardViews[0]!;
}
