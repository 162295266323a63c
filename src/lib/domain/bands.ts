// The seven bins of utilisation, and the whole percent people read. 100 % is full, not over.

export interface Band {
	bin: number;
	fromPercent: number;
	/** Inclusive; Infinity for the last. */
	toPercent: number;
	label: string;
}

/** C-15: 0, 1-59, 60-84, 85-100, 101-120, 121-140, 141 and more. */
export const bands: readonly Band[] = [
	{ bin: 0, fromPercent: 0, toPercent: 0, label: '0 %' },
	{ bin: 1, fromPercent: 1, toPercent: 59, label: '1 to 59 %' },
	{ bin: 2, fromPercent: 60, toPercent: 84, label: '60 to 84 %' },
	{ bin: 3, fromPercent: 85, toPercent: 100, label: '85 to 100 %' },
	{ bin: 4, fromPercent: 101, toPercent: 120, label: '101 to 120 %' },
	{ bin: 5, fromPercent: 121, toPercent: 140, label: '121 to 140 %' },
	{ bin: 6, fromPercent: 141, toPercent: Infinity, label: '141 % and more' }
];

/** C-16: whole percent of basis points, half up, but never 0 for some work. */
export function percentOf(basisPoints: number): number {
	if (basisPoints > 0 && basisPoints < 100) return 1;
	return Math.floor((basisPoints + 50) / 100);
}

/** CA-6: where bins 1 to 5 end unless a view says otherwise; bin 0 is nothing, bin 6 has no end. */
export const defaultBounds: readonly number[] = bands.slice(1, 6).map((band) => band.toPercent);

/** CA-6: five rising whole percentages, the first at least 1. */
export function isBounds(bounds: readonly number[]): boolean {
	return (
		bounds.length === 5 &&
		bounds.every((bound, i) => Number.isInteger(bound) && bound > (bounds[i - 1] ?? 0))
	);
}

/** C-15: the bin of a percentage; fractions are read as percentOf prints them. */
export function binOf(percent: number): number {
	return binIn(percent, defaultBounds);
}

/** CA-6: the same with bins that end elsewhere. */
export function binIn(percent: number, bounds: readonly number[]): number {
	const whole = percentOf(percent * 100);
	if (whole <= 0) return 0;
	const bin = bounds.findIndex((bound) => whole <= bound);
	return bin < 0 ? 6 : bin + 1;
}
