// What a load looks like as a cell: its number, its bin and its name. Unknown and no capacity are words of their own,
// never zero. Three bases: what is booked (confirmed), what is expected, and that with all that is only pencilled in.

import { binOf, defaultBounds, percentOf } from '#lib/domain/bands.ts';
import type { LoadState, LoadSums, Ratios } from '#lib/domain/utilisation.ts';

/** `booked` counts confirmed bookings, `expected` pencilled ones by their probability as well, `tentative` in full. */
export type LoadBasis = 'booked' | 'expected' | 'tentative';

export interface LoadCell {
	kind: 'load' | 'unknown' | 'off';
	/** Whole per cent; null where there is no number. */
	percent: number | null;
	/** Of the seven; null where there is no number. */
	bin: number | null;
	/** As printed. */
	text: string;
	/** As read aloud, after the person and the week: "118 %", "no capacity". */
	words: string;
	/** There is work of unknown effort beside the number, or work on days without hours. */
	flagged: boolean;
	/** The flag in words, for whoever cannot see its mark; empty where the cell's own words say it all. */
	beside: '' | 'with work' | 'with work of unknown load';
}

/** Whole per cent on a basis; null without capacity or where nothing is known. */
export function percentIn(state: LoadState, basis: LoadBasis): number | null {
	if (state.kind !== 'load') return null;
	return percentOf(basisPoints(state, basis));
}

/** Basis points of a ratio on a basis. */
export function basisPoints(ratios: Ratios, basis: LoadBasis): number {
	if (basis === 'booked') return ratios.confirmedBp;
	return basis === 'expected' ? ratios.expectedBp : ratios.maximumBp;
}

/** The minutes that a basis counts of sums. */
export function countedMinutes(sums: LoadSums, basis: LoadBasis): number {
	if (basis === 'booked') return sums.confirmed;
	return sums.confirmed + (basis === 'expected' ? sums.weighted / 10_000 : sums.tentative);
}

/**
 * The cell of a load, its bin by `bounds` (C-15, C-24). Work of unknown effort beside a number shows as a plus: the number
 * is at least that.
 */
export function loadCell(
	state: LoadState,
	basis: LoadBasis,
	bounds: readonly number[] = defaultBounds
): LoadCell {
	if (state.kind === 'no-capacity') {
		const flagged = state.maximumMinutes > 0 || state.unknown > 0;
		const text = flagged ? 'off !' : 'off';
		const work = state.maximumMinutes > 0 ? 'with work' : 'with work of unknown load';
		const beside = flagged ? work : '';
		return { kind: 'off', percent: null, bin: null, text, words: 'no capacity', flagged, beside };
	}
	if (state.kind === 'unknown')
		return {
			kind: 'unknown',
			percent: null,
			bin: null,
			text: '?',
			words: 'load unknown',
			flagged: true,
			beside: ''
		};
	const percent = percentIn(state, basis)!;
	const flagged = state.unknown > 0;
	return {
		kind: 'load',
		percent,
		bin: binOf(percent, bounds),
		text: `${percent}${flagged ? '+' : ''}`,
		words: `${percent} %`,
		flagged,
		beside: flagged ? 'with work of unknown load' : ''
	};
}
