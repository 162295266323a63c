// Views of the timeline that were kept on this device before the server kept them, until they are taken over. What cannot
// be read is no view.

import { queryOf, viewLimits, type NamedQuery } from '#lib/model/saved-view.ts';

const keyOf = (board: string): string => `plimsoll.timeline-views.${board}`;

/** The name as the server takes one. */
function cleanName(text: string): string {
	const line = text.toWellFormed().replace(/\p{Cc}/gu, ' ');
	return line.trim().slice(0, viewLimits.name).trim().toWellFormed() || 'View';
}

/** What this device keeps of a board, in its order. */
export function readDeviceViews(board: string, storage: Pick<Storage, 'getItem'>): NamedQuery[] {
	try {
		const kept: unknown = JSON.parse(storage.getItem(keyOf(board)) ?? '[]');
		if (!Array.isArray(kept)) return [];
		return kept
			.filter(
				(one): one is { name: string; query: string } =>
					typeof one === 'object' &&
					one !== null &&
					typeof (one as NamedQuery).name === 'string' &&
					typeof (one as NamedQuery).query === 'string'
			)
			.map(({ name, query }) => ({
				screen: 'timeline' as const,
				name: cleanName(name),
				query: queryOf('timeline', new URLSearchParams(query))
			}));
	} catch {
		return [];
	}
}

/** Keeps what is left to be taken over; nothing once that is none. */
export function keepDeviceViews(
	board: string,
	left: readonly NamedQuery[],
	storage: Pick<Storage, 'setItem' | 'removeItem'>
): void {
	if (left.length === 0) storage.removeItem(keyOf(board));
	else storage.setItem(keyOf(board), JSON.stringify(left));
}
