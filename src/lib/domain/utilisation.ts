// Booked minutes against net minutes: confirmed, expected, maximum. Sums first, ratio last, so a week
// is never the mean of its days. No capacity and unknown effort are states, not numbers.

/** Sums over any days, and over one person or many. All minutes. */
export interface LoadSums {
	net: number;
	confirmed: number;
	tentative: number;
	/** Tentative minutes times their probability in basis points. */
	weighted: number;
	/** How many day cells hold work of unknown effort, or work no day could take. */
	unknown: number;
}

/** Basis points of net time, rounded half up. */
export interface Ratios {
	confirmedBp: number;
	expectedBp: number;
	maximumBp: number;
}

export type LoadState =
	| { kind: 'no-capacity'; maximumMinutes: number; unknown: number }
	| { kind: 'unknown'; net: number; unknown: number }
	| ({ kind: 'load'; net: number; maximumMinutes: number; unknown: number } & Ratios);

/** A tentative booking counts half in what is expected, unless it says otherwise. */
export const DEFAULT_PROBABILITY_BP = 5000;

/** All of something, in basis points. */
export const WHOLE_BP = 10_000;

export const NO_LOAD: Readonly<LoadSums> = {
	net: 0,
	confirmed: 0,
	tentative: 0,
	weighted: 0,
	unknown: 0
};

/** C-12: sums add up; ratios are taken once, at the end. */
export function addLoads(loads: Iterable<LoadSums>): LoadSums {
	const sum = { ...NO_LOAD };
	for (const load of loads) {
		sum.net += load.net;
		sum.confirmed += load.confirmed;
		sum.tentative += load.tentative;
		sum.weighted += load.weighted;
		sum.unknown += load.unknown;
	}
	return sum;
}

/** C-11: confirmed, expected and maximum utilisation in basis points, half up. `net` must be above 0. */
export function ratiosOf(load: LoadSums): Ratios {
	const { net, confirmed, tentative, weighted } = load;
	if (net <= 0) throw new RangeError('No ratio without net minutes. Ask loadState first.');
	return {
		confirmedBp: Math.floor((confirmed * 20000 + net) / (2 * net)),
		expectedBp: Math.floor((2 * (confirmed * 10000 + weighted) + net) / (2 * net)),
		maximumBp: Math.floor(((confirmed + tentative) * 20000 + net) / (2 * net))
	};
}

/** C-13: what to show for these sums: no capacity, unknown, or a load (with unknown work beside it). */
export function loadState(load: LoadSums): LoadState {
	const maximumMinutes = load.confirmed + load.tentative;
	const { net, unknown } = load;
	if (net <= 0) return { kind: 'no-capacity', maximumMinutes, unknown };
	if (unknown > 0 && maximumMinutes === 0) return { kind: 'unknown', net, unknown };
	return { kind: 'load', net, maximumMinutes, unknown, ...ratiosOf(load) };
}

export type Alert = 'breach' | 'warning' | 'risk';

/** C-14: over 100 % of a week confirmed is a breach, expected a warning, at most a risk. */
export function alertOf(ratios: Ratios): Alert | null {
	if (ratios.confirmedBp > 10000) return 'breach';
	if (ratios.expectedBp > 10000) return 'warning';
	return ratios.maximumBp > 10000 ? 'risk' : null;
}
