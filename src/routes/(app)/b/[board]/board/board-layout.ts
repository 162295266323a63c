// The board as numbers: which cards of a column are on the screen, which slot a pointer is over, what a slot lies
// between, and where the keyboard leads. Pure: knows no document, no DOM and no clock.

/** Height in px of one card and the gap above it, by density; fixed, so that columns need no measuring. */
export const ROW_HEIGHT_PX = { compact: 76, usual: 100, roomy: 108 } as const;

/** Cards kept in the page beyond the edge of the screen. */
const OVERSCAN = 4;

/** The first card to draw and the one after the last. */
export function findWindow(
	scrollTopPx: number,
	viewportPx: number,
	count: number,
	rowPx: number
): { first: number; last: number } {
	const first = Math.max(0, Math.floor(scrollTopPx / rowPx) - OVERSCAN);
	const last = Math.min(count, Math.ceil((scrollTopPx + viewportPx) / rowPx) + OVERSCAN);
	return { first: Math.min(first, count), last: Math.max(last, Math.min(first, count)) };
}

/** Indexes to draw in order: the window and those that must not leave the page. */
export function listDrawn(
	window: { first: number; last: number },
	pinned: readonly number[]
): number[] {
	const { first, last } = window;
	const outside = [...new Set(pinned)].filter((at) => at >= 0 && (at < first || at >= last));
	const inside = Array.from({ length: last - first }, (_, i) => first + i);
	return [...outside, ...inside].sort((a, b) => a - b);
}

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

/** scrollTop that brings a card fully into the column's view; unchanged where it is in view. */
export function findScrollFor(
	index: number,
	scrollTopPx: number,
	viewportPx: number,
	rowPx: number
): number {
	const top = index * rowPx;
	if (top < scrollTopPx) return top;
	if (top + rowPx > scrollTopPx + viewportPx) return top + rowPx - viewportPx;
	return scrollTopPx;
}

/** Columns in phases: neighbours of one phase stand together; a stage without a phase stands alone. */
export interface PhaseGroup<S> {
	/** Empty where there is nothing to fold: no phase, or a phase of one stage. */
	phase: string;
	stages: S[];
}

export function groupByPhase<S extends { phase: string }>(stages: readonly S[]): PhaseGroup<S>[] {
	const groups: PhaseGroup<S>[] = [];
	for (const stage of stages) {
		const last = groups.at(-1);
		if (last && stage.phase !== '' && last.phase === stage.phase) last.stages.push(stage);
		else groups.push({ phase: stage.phase, stages: [stage] });
	}
	return groups.map((group) => (group.stages.length > 1 ? group : { ...group, phase: '' }));
}

/** A place on the board: a column and a slot in it. */
export interface Spot {
	stage: string;
	slot: number;
}

/** The columns as the keyboard meets them: folded ones left out. */
export type ColumnIds = readonly { stage: string; ids: readonly string[] }[];

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

/** The ids from one card to another of the same column, both included, in column order. */
export function findRange(ids: readonly string[], from: string, to: string): string[] {
	const a = ids.indexOf(from);
	const b = ids.indexOf(to);
	if (a < 0 || b < 0) return b < 0 ? [] : [to];
	return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}
