// The save state in words. "Saved" is said only when the server has confirmed everything; the text begins with Saved,
// Saving, Offline or Not allowed, which people and programs rely on.

import type { SaveState } from './live-types.ts';

export type Link = 'connecting' | 'online' | 'offline' | 'closed';

export interface SaveFacts {
	link: Link;
	/** Edits the server has not confirmed. */
	kept: number;
	/** True until the first sync of this page, and while changes are on their way. */
	isPending: boolean;
	/** When everything was last confirmed. */
	at: number | null;
	/** Remedy of the last refusal, while it is news. */
	refusal: string;
	isEvaluation: boolean;
}

export function describeSave(facts: SaveFacts): SaveState {
	const { link, kept, at } = facts;
	const hint = facts.isEvaluation ? 'evaluation storage' : '';
	const state = (kind: SaveState['kind'], text: string): SaveState => ({
		kind,
		text,
		kept,
		at,
		hint
	});
	if (link === 'closed')
		return state('offline', kept > 0 ? `Offline, ${kept} kept here` : 'Offline');
	if (link === 'offline')
		return state('offline', kept > 0 ? `Offline, ${kept} kept here` : 'Offline');
	if (link === 'connecting')
		return state(
			'reconnecting',
			kept > 0 ? `Offline, ${kept} kept here, reconnecting…` : 'Offline, connecting…'
		);
	if (facts.refusal !== '') return state('not-allowed', `Not allowed: ${facts.refusal}`);
	if (kept > 0 || facts.isPending) return state('saving', 'Saving…');
	return state('saved', at === null ? 'Saved' : `Saved ${clockTime(at)}`);
}

/** Hours and minutes on this device's clock. */
function clockTime(at: number): string {
	const date = new Date(at);
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${two(date.getHours())}:${two(date.getMinutes())}`;
}
