// The picture of a forecast: a bar a bin, marks at the likely, the safe, the latest and the launch date. Pure; lengths are shares of
// the picture's own width and height, in per cent.

import { daysBetween, type Day } from '#lib/domain/days.ts';
import type { Bin } from '#lib/domain/forecast-launch.ts';

type Mark = 'likely' | 'safe' | 'latest' | 'launch';

export interface ForecastPicture {
	bars: { startPercent: number; widthPercent: number; heightPercent: number }[];
	marks: { kind: Mark; atPercent: number }[];
}

/** Null where there is no bin to draw. A mark outside the bins is left out. */
export function layForecast(
	bins: readonly Bin[],
	days: Readonly<Record<Mark, Day | null>>
): ForecastPicture | null {
	const [first, last] = [bins[0]?.from, bins.at(-1)?.to];
	if (first === undefined || last === undefined) return null;
	const whole = daysBetween(first, last) + 1;
	const percent = (count: number): number => Math.round((count * 10_000) / whole) / 100;
	const highest = Math.max(...bins.map((bin) => bin.trials));
	const kinds = ['likely', 'safe', 'latest', 'launch'] as const;
	return {
		bars: bins.map(({ from, to, trials }) => ({
			startPercent: percent(daysBetween(first, from)),
			widthPercent: percent(daysBetween(from, to) + 1),
			heightPercent: Math.round((trials * 10_000) / highest) / 100
		})),
		marks: kinds.flatMap((kind) => {
			const day = days[kind];
			return day !== null && day >= first && day <= last
				? [{ kind, atPercent: percent(daysBetween(first, day) + 0.5) }]
				: [];
		})
	};
}
