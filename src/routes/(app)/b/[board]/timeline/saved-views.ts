// Views with a name, kept on this device: what of the address the timeline shows, without the place it is scrolled to.
// What cannot be read is dropped.

import { readView, writeView, type TimelineView } from './timeline-view.ts';

export interface SavedView {
	name: string;
	/** Query of the address, sorted. */
	query: string;
}

/** The query that shows a view from wherever one stands. */
export function queryOf(view: TimelineView): string {
	const params = writeView(new URLSearchParams(), { ...view, from: null });
	params.sort();
	return String(params);
}

/** The view of a saved query; it stays where it is scrolled to. */
export function viewOf(query: string, from: TimelineView['from']): TimelineView {
	return { ...readView(new URLSearchParams(query)), from };
}

const keyOf = (board: string): string => `plimsoll.timeline-views.${board}`;

export function readSaved(board: string, storage: Pick<Storage, 'getItem'>): SavedView[] {
	try {
		const kept: unknown = JSON.parse(storage.getItem(keyOf(board)) ?? '[]');
		if (!Array.isArray(kept)) return [];
		return kept.filter(
			(one): one is SavedView =>
				typeof one === 'object' &&
				one !== null &&
				typeof (one as SavedView).name === 'string' &&
				typeof (one as SavedView).query === 'string'
		);
	} catch {
		return [];
	}
}

export function writeSaved(
	board: string,
	views: readonly SavedView[],
	storage: Pick<Storage, 'setItem'>
): void {
	storage.setItem(keyOf(board), JSON.stringify(views));
}

/** The views with one more; the same name takes the place of the one before. */
export function putView(views: readonly SavedView[], added: SavedView): SavedView[] {
	return [...views.filter((one) => one.name !== added.name), added].sort((a, b) =>
		a.name.localeCompare(b.name, 'en')
	);
}
