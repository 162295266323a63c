// What the parts of one timeline share, by Svelte context.

import { createContext } from 'svelte';
import type { BarHand } from './bar-hand.svelte.ts';
import type { BarMoves } from './bar-moves.ts';
import type { ProblemMarks } from './problem-marks.svelte.ts';
import type { TieMoves } from './tie-moves.ts';
import type { TieScene } from './tie-scene.svelte.ts';
import type { TilePapers } from './tile-papers.svelte.ts';
import type { TimelineActions } from './timeline-actions.svelte.ts';
import type { TimelineScreen } from './timeline-screen.svelte.ts';

export interface TimelineParts {
	screen: TimelineScreen;
	moves: BarMoves;
	hand: BarHand;
	actions: TimelineActions;
	ties: TieMoves;
	tieScene: TieScene;
	marks: ProblemMarks;
	papers: TilePapers;
}

export const [getTimelineParts, setTimelineParts] = createContext<TimelineParts>();
