// What takes hold of cards and moves them, by mouse and by keyboard, and the dialogs. Fetched once the first cards are drawn.

import type { ShortcutHandlers } from '#lib/ui/shortcut-handlers.ts';
import { media } from '#lib/ui/media.svelte.ts';
import type { Attachment } from 'svelte/attachments';
import { makeBoardKeys } from './board-keys.ts';
import { ROW_HEIGHT_PX } from './board-layout.ts';
import type { BoardParts } from './board-parts.ts';
import BoardDialogs from './BoardDialogs.svelte';
import { Hand } from './hand.svelte.ts';
import { followChanges } from './follow-changes.ts';
import { letGlide } from './glide.ts';
import { Moves } from './moves.svelte.ts';

export interface Hands {
	hand: Hand;
	moves: Moves;
	Dialogs: typeof BoardDialogs;
	/** Follows what others do to cards: what is in hand and selected may go, and one sees who moves what. Returns the stop. */
	follow(): () => void;
	/** Lets cards glide within their column. */
	letGlide: Attachment<HTMLElement>;
	/** The keys of the cards; `focusSearch` puts the caret into the search and, if asked, unfolds the filters. */
	keys(focusSearch: (all: boolean) => void): ShortcutHandlers;
}

/** The hands of one board screen. */
export function openHands(parts: BoardParts): Hands {
	const moves = new Moves(parts.screen.live);
	const hand = new Hand(parts.screen, moves);
	return {
		hand,
		moves,
		Dialogs: BoardDialogs,
		follow: () => followChanges(parts.screen, hand),
		letGlide: letGlide(
			() => hand.held?.mode !== 'keys' && !media.reducedMotion,
			() => ROW_HEIGHT_PX[parts.screen.density]
		),
		keys: (focusSearch) => makeBoardKeys(parts, { hand, moves }, focusSearch)
	};
}
