// The board as numbers: which cards of a column are on the screen, and which columns stand together. Pure: knows no document, no DOM and no clock.

/** Height in px of one card and the gap above it, by density; fixed, so that columns need no measuring. */
export const ROW_HEIGHT_PX = { compact: 76, usual: 100, roomy: 108 } as const;

/** Cards kept in the page beyond the edge of the screen while somebody is there: more than two turns of a wheel. */
const OVERSCAN = 2;

/** Height in px of what stands above and below the cards on a wide screen. */
const AROUND_PX = 211;

/** Height in px that a column's cards will have in a window, before it is laid out: right enough to draw what will be seen, once. */
export function guessHeight(windowPx: number): number {
	return windowPx > AROUND_PX ? windowPx - AROUND_PX : windowPx;
}

/** Least width in px of a column, and that of a folded phase; Board.svelte lays them out by the same. */
const COLUMN_PX = 196;
const FOLDED_PX = 40;
/** Columns below the one and from the other are narrow and wide. */
const NARROW_PX = 237;
const WIDE_PX = 281;

/**
 * How much room the columns leave a card: where it is narrow some things are left out, where it is wide the gate stands
 * beside the name.
 */
export type Room = 'narrow' | 'usual' | 'wide';

/**
 * The room in columns that share a board of `boardPx`; `columns` says how many stand in each phase, 0 where it is folded.
 * To have the style sheet ask for each column's width would have cards styled late, one column after the other.
 */
export function findRoom(boardPx: number, columns: readonly number[]): Room {
	const count = columns.reduce((sum, one) => sum + one, 0);
	const folded = columns.filter((one) => one === 0).length;
	const columnPx = Math.max(COLUMN_PX, (boardPx - folded * FOLDED_PX) / Math.max(count, 1));
	if (columnPx < NARROW_PX) return 'narrow';
	return columnPx < WIDE_PX ? 'usual' : 'wide';
}

/** The first card to draw and the one after the last; a few more `beyond` the edges where one may scroll to them. */
export function findWindow(
	scrollTopPx: number,
	viewportPx: number,
	count: number,
	rowPx: number,
	beyond: boolean
): { first: number; last: number } {
	const more = beyond ? OVERSCAN : 0;
	const first = Math.max(0, Math.floor(scrollTopPx / rowPx) - more);
	const last = Math.min(count, Math.ceil((scrollTopPx + viewportPx) / rowPx) + more);
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

/** How many cards that are not drawn stand between the one at `place` in the drawn and the one drawn before it. */
export function countSkipped(drawn: readonly number[], place: number): number {
	return (drawn[place] ?? 0) - 1 - (drawn[place - 1] ?? -1);
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

/** The columns as the keyboard meets them: folded ones left out. */
export type ColumnIds = readonly { stage: string; ids: readonly string[] }[];

/** The ids from one card to another of the same column, both included, in column order. */
export function findRange(ids: readonly string[], from: string, to: string): string[] {
	const a = ids.indexOf(from);
	const b = ids.indexOf(to);
	if (a < 0 || b < 0) return b < 0 ? [] : [to];
	return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}
