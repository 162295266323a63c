// The live board of the page and whether individuals are shown on it, handed down by Svelte context: the board's layout
// sets them, its screens get them.

import { createContext } from 'svelte';
import type { Individuals } from './individuals.svelte.ts';
import type { LiveBoard } from './live-board.svelte.ts';

export const [getLiveBoard, setLiveBoard] = createContext<LiveBoard>();
export const [getIndividuals, setIndividuals] = createContext<Individuals>();
