// What the parts of one board screen share, by Svelte context.

import { createContext } from 'svelte';
import type { BoardActions } from './board-actions.svelte.ts';
import type { BoardScreen } from './board-screen.svelte.ts';
import type { Hand } from './hand.svelte.ts';
import type { Moves } from './moves.svelte.ts';

export interface BoardParts {
	screen: BoardScreen;
	moves: Moves;
	hand: Hand;
	actions: BoardActions;
	/** The address of the board with a card open. */
	link: (id: string) => string;
}

export const [getBoardParts, setBoardParts] = createContext<BoardParts>();
