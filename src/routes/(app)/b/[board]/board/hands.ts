// What takes hold of cards and moves them, by mouse and by keyboard. Fetched once the first cards are drawn.

import type { ShortcutHandlers } from '#lib/ui/shortcut-handlers.ts';
import { makeBoardKeys } from './board-keys.ts';
import type { BoardParts } from './board-parts.ts';
import { Hand } from './hand.svelte.ts';
import { Moves } from './moves.svelte.ts';

export interface Hands {
	hand: Hand;
	moves: Moves;
	/** The keys of the cards; `focusSearch` puts the caret into the search and, if asked, unfolds the filters. */
	keys(focusSearch: (all: boolean) => void): ShortcutHandlers;
}

/** The hands of one board screen. */
export function openHands(parts: BoardParts): Hands {
	const moves = new Moves(parts.screen.live);
	const hand = new Hand(parts.screen, moves);
	return { hand, moves, keys: (focusSearch) => makeBoardKeys(parts, { hand, moves }, focusSearch) };
}
