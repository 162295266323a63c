// The seven bins of utilisation, where they end, and the whole percent people read. 100 % is full, not over.

import { err, ok, type Result } from './result.ts';

/** C-15: where bins 1 to 5 end while nobody says otherwise; bin 0 is nothing, bin 6 has no end. */
export const defaultBounds: readonly number[] = [59, 84, 100, 120, 140];

/** C-24: no organisation's bands end beyond this per cent. */
const HIGHEST_BOUND = 300;

/** C-16: whole percent of basis points, half up, but never 0 for some work. */
export function percentOf(basisPoints: number): number {
	if (basisPoints > 0 && basisPoints < 100) return 1;
	return Math.floor((basisPoints + 50) / 100);
}

/** CA-6: five rising whole percentages, the first at least 1. */
export function isBounds(bounds: readonly number[]): boolean {
	return (
		bounds.length === 5 &&
		bounds.every((bound, i) => Number.isInteger(bound) && bound > (bounds[i - 1] ?? 0))
	);
}

export const sameBounds = (a: readonly number[], b: readonly number[]): boolean =>
	a.join('-') === b.join('-');

/** C-24: the bounds, where an organisation may set them; else `invalid`, the value being which of the five is wrong. */
export function checkBounds(bounds: readonly number[]): Result<readonly number[]> {
	const wrong = (message: string, at: number): Result<never> =>
		err({ code: 'invalid', message, value: at });
	if (bounds.length !== 5)
		return wrong(`Say where five bands end; ${bounds.length} were given.`, bounds.length);
	for (const [i, bound] of bounds.entries()) {
		const band = `Band ${i + 1} (${Number.isNaN(bound) ? 'no number' : `${bound} %`})`;
		const before = bounds[i - 1] ?? 0;
		if (!Number.isInteger(bound) || bound < 1 || bound > HIGHEST_BOUND)
			return wrong(`${band}: write a whole per cent from 1 to ${HIGHEST_BOUND}.`, i);
		if (bound <= before)
			return wrong(`${band}: write more than ${before} %, where band ${i} ends.`, i);
		if (i === 4 && bound <= 100)
			return wrong(`${band}: write more than 100 %, so that more than full shows.`, i);
	}
	return ok(bounds);
}

/** C-15: the bin of a percentage, 0 to 6; fractions are read as percentOf prints them. */
export function binOf(percent: number, bounds: readonly number[]): number {
	const whole = percentOf(percent * 100);
	if (whole <= 0) return 0;
	const bin = bounds.findIndex((bound) => whole <= bound);
	return bin < 0 ? 6 : bin + 1;
}

/** What each bin holds, in short: "0", "1–59", …, "141+". */
export function binRanges(bounds: readonly number[]): string[] {
	const from = [1, ...bounds.map((bound) => bound + 1)];
	return [
		'0',
		...bounds.map((bound, i) => (from[i] === bound ? String(bound) : `${from[i]}–${bound}`)),
		`${from[5]}+`
	];
}

/** S-7: the per cent at which the first band over full hours ends; 100 where none ends over them. */
export function firstEndOverFull(bounds: readonly number[]): number {
	return bounds.find((bound) => bound > 100) ?? 100;
}
