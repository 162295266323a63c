// What the parts of one board screen share, by Svelte context.

import { createContext } from 'svelte';
import type { BoardActions } from './board-actions.svelte.ts';
import type { BoardScreen } from './board-screen.svelte.ts';
import type { Hands } from './hands.ts';

export interface BoardParts {
	screen: BoardScreen;
	/** What takes hold of cards and moves them; null until it is fetched and the board can be written. */
	readonly hands: Hands | null;
	actions: BoardActions;
	/** Height in px of a column's cards until they are laid out. */
	guessedPx: number;
	/** The address of the board with a card open. */
	link: (id: string) => string;
}

export const [getBoardParts, setBoardParts] = createContext<BoardParts>();
