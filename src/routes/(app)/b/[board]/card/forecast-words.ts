// A launch forecast in words. Pure; a range has no percentage to say, and a date the calendar does not reach is said so.

import { longDay, type Day } from '#lib/domain/days.ts';
import type { ForecastWarning, LaunchForecast } from '#lib/domain/forecast-launch.ts';

export type Dated = Extract<LaunchForecast, { kind: 'dates' }>;
type Estimate = NonNullable<Dated['stages']>;

/** The dates to go by: from the time in stages, from throughput where that says nothing. */
export const bestOf = ({ stages, throughput }: Dated): Estimate => (stages ?? throughput)!;

/** "3 Feb 2027"; null is past the calendar's end. */
export function sayDay(day: Day | null): string {
	if (day === null) return 'more than three years from now';
	return longDay(day);
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Why there is no forecast. */
export const reasons: Readonly<
	Record<Extract<LaunchForecast, { kind: 'none' }>['reason'], string>
> = {
	launched: 'It is in the last stage: there is nothing left to forecast.',
	'no-history':
		'No project has gone through the stages that are left yet. The first launch gives a range.',
	'no-working-days': 'Nobody on this board has a working day in the next three years.',
	'not-placed': 'It stands in no stage of this board.'
};

export const warningWords: Readonly<Record<ForecastWarning, string>> = {
	changed: 'Newer projects take otherwise than older ones: the past may not repeat itself.',
	tail: 'One past project took more than ten times as long as most. A forecast cannot rule that out.',
	mixed: 'Fewer than eleven of this kind of content are finished, so all kinds are counted.',
	apart: 'The two ways of counting are far apart: trust the later dates.'
};

/** "Between 5 Jan 2027 and 12 Mar 2027", as short and as long as past projects took. */
export function sayRange(range: Extract<LaunchForecast, { kind: 'range' }>): string {
	return range.to === null
		? `${sayDay(range.from)} or later`
		: `Between ${sayDay(range.from)} and ${sayDay(range.to)}`;
}

/** Why it is only a range. */
export function sayTooFew(used: number): string {
	return `Only ${count(used, 'finished project')} to go by: too few for a likely and a safe date. From eleven on they are shown.`;
}

/** "64 % of the trials are launched by 1 Feb 2027."; empty without a launch date. */
export function sayChance({ byLaunchBp }: Estimate, launch: Day | null): string {
	if (byLaunchBp === null || launch === null) return '';
	const percent = Math.round(byLaunchBp / 100);
	// Trials never prove a certainty.
	const share = percent >= 100 ? 'Over 99' : percent <= 0 ? 'Under 1' : String(percent);
	return `${share} % of the trials are launched by ${sayDay(launch)}.`;
}

/** "Likely 3 Feb 2027, safe 12 Mar 2027, nearly sure 2 Apr 2027". */
export function sayEstimate({ likely, safe, latest }: Estimate): string {
	return `Likely ${sayDay(likely)}, safe ${sayDay(safe)}, nearly sure ${sayDay(latest)}`;
}

/** What each way of counting rests on. */
export function sayGround({ stages, throughput }: Dated): { stages: string; throughput: string } {
	return {
		stages: stages
			? `Time in stages of ${count(stages.used, 'finished project')}`
			: 'No finished project has passed every stage that is left',
		throughput: throughput
			? `${count(throughput.used, 'launch', 'launches')} in ${count(throughput.windowDays, 'working day')}, ${
					throughput.ahead === 1 ? 'this one next' : `${throughput.ahead - 1} before this one`
				}`
			: 'Fewer than eleven launches in the last year'
	};
}

/** How past forecasts did; counts rather than a share while there are few. */
export function sayCalibration({ calibration: { inside, of } }: Dated): string {
	if (of === 0)
		return 'No past launch could have been forecast yet, so nobody knows how good this is.';
	const share = of >= 11 ? ` (${Math.round((inside * 100) / of)} %, 85 % is right)` : '';
	return `${inside} of ${count(of, 'past launch', 'past launches')} came by the safe date${share}.`;
}
