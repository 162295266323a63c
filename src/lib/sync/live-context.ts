// The live board of the page, handed down by Svelte context: the board's layout sets it, its screens get it.

import { createContext } from 'svelte';
import type { LiveBoard } from './live-board.svelte.ts';

export const [getLiveBoard, setLiveBoard] = createContext<LiveBoard>();
