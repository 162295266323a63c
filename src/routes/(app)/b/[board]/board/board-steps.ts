// Places for cards in hand: which slot a pointer is over, what a slot lies between, and where the keyboard leads. Pure:
// knows no document, no DOM and no clock.

import type { ColumnIds } from './board-layout.ts';

/** The slot (0 is above the first card) nearest to a height inside the column's content. */
export function findSlot(yPx: number, count: number, rowPx: number): number {
	return Math.min(count, Math.max(0, Math.round(yPx / rowPx)));
}

/** The cards a slot lies between, the moving ones left out; null is an end of the column. */
export function findNeighbours(
	ids: readonly string[],
	slot: number,
	moving: readonly string[]
): { above: string | null; below: string | null } {
	let above: string | null = null;
	let below: string | null = null;
	for (let i = Math.min(slot, ids.length) - 1; i >= 0 && above === null; i--)
		if (!moving.includes(ids[i]!)) above = ids[i]!;
	for (let i = Math.max(0, slot); i < ids.length && below === null; i++)
		if (!moving.includes(ids[i]!)) below = ids[i]!;
	return { above, below };
}

/** True when the moving cards already stand together at this slot: dropping there writes nothing. */
export function standsThere(
	ids: readonly string[],
	slot: number,
	moving: readonly string[]
): boolean {
	const places = moving.map((id) => ids.indexOf(id)).sort((a, b) => a - b);
	if (places.length === 0 || places[0]! < 0) return false;
	const together = places.every((place, i) => place === places[0]! + i);
	return together && slot >= places[0]! && slot <= places.at(-1)! + 1;
}

/** A place on the board: a column and a slot in it. */
export interface Spot {
	stage: string;
	slot: number;
}

/** The card an arrow leads to, or undefined at the edge. Empty columns are passed over; the height is kept. */
export function findNextCard(
	columns: ColumnIds,
	from: { stage: string; id: string },
	step: { across?: 1 | -1; down?: 1 | -1 }
): { stage: string; id: string } | undefined {
	const at = columns.findIndex((column) => column.stage === from.stage);
	const column = columns[at];
	if (!column) return undefined;
	const index = column.ids.indexOf(from.id);
	if (step.down) {
		const id = column.ids[index + step.down];
		return id === undefined || index < 0 ? undefined : { stage: column.stage, id };
	}
	const across = step.across ?? 1;
	for (let i = at + across; i >= 0 && i < columns.length; i += across) {
		const next = columns[i]!;
		const id = next.ids[Math.min(Math.max(0, index), next.ids.length - 1)];
		if (id !== undefined) return { stage: next.stage, id };
	}
	return undefined;
}

/** The spot an arrow leads a lifted card to; it stays where there is no further. */
export function findNextSpot(
	columns: ColumnIds,
	from: Spot,
	step: { across?: 1 | -1; down?: 1 | -1 }
): Spot {
	const at = columns.findIndex((column) => column.stage === from.stage);
	const next = columns[at + (step.across ?? 0)];
	if (at < 0 || !next) return from;
	const slot = from.slot + (step.down ?? 0);
	return { stage: next.stage, slot: Math.min(next.ids.length, Math.max(0, slot)) };
}
