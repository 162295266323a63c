// What there is to know of a cell beside its number, in sentences: alerts, why there are no hours, leave that is asked for.

import { sayNoHours } from '#lib/domain/calendar-account.ts';
import { addDays, isoWeek, shortDay, weekday, WEEKDAY_NAMES, type Day } from '#lib/domain/days.ts';
import type { Alert } from '#lib/domain/utilisation.ts';
import type { LoadAlerts } from '#lib/model/load-alerts.ts';
import type { CellCauses } from '#lib/model/load-causes.ts';
import { tenths } from './cause-words.ts';
import { percentIn } from './remedy-words.ts';

/** Why there are no hours, a sentence each; of several people with how many of them. */
export function sayWithout({ without }: Pick<CellCauses, 'without'>, people: number): string[] {
	return without.map(({ why, people: count }) => {
		const words = `${sayNoHours({ why })}.`;
		if (people === 1) return words;
		return `${count} of ${people} people: ${words[0]!.toLowerCase()}${words.slice(1)}`;
	});
}

/** C-30: the load if all the leave asked for is approved; empty where that changes nothing. */
export function sayIfApproved(causes: CellCauses): string {
	const { loadMinutes, netMinutes, lowMinutes } = causes;
	if (lowMinutes >= netMinutes || loadMinutes === 0) return '';
	const then =
		lowMinutes > 0
			? `${percentIn(loadMinutes, lowMinutes)} % of ${tenths(lowMinutes)}`
			: 'no hours to do it in';
	return `If the leave asked for is approved: ${then}.`;
}

const alertWords: Record<Alert, string> = {
	breach: 'Breach: confirmed work alone is over.',
	warning: 'Warning: over, should tentative work come as it is likely to.',
	risk: 'Risk: over, should all tentative work come.'
};
/** So many days are named. */
const MOST_DAYS = 5;

/** "3rd". */
function ordinal(place: number): string {
	const tens = place % 100;
	const end = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
	return `${place}${end}`;
}

/** C-14, C-22, C-23: the alerts of a period in sentences, the gravest first; none where all is well. */
export function sayAlerts(alerts: LoadAlerts, period: { from: Day; to: Day }): string[] {
	const { alert, monday, run, days } = alerts;
	const lines: string[] = [];
	const isItsWeek = monday === period.from && period.to === addDays(monday, 6);
	if (alert) lines.push(`${isItsWeek ? '' : `Week ${isoWeek(monday).week}: `}${alertWords[alert]}`);
	if (run && run.weeks > 1)
		lines.push(
			`The ${ordinal(run.place)} of ${run.weeks} weeks in a row over, ${tenths(run.overMinutes)} too much in all.`
		);
	const named = days.map(
		({ day, percent }) => `${WEEKDAY_NAMES[weekday(day) - 1]!} ${shortDay(day)} at ${percent} %`
	);
	const more = named.length - MOST_DAYS;
	if (named.length > 0)
		lines.push(
			`${named.slice(0, MOST_DAYS).join(', ')}${more > 0 ? ` and ${more} more days` : ''}.`
		);
	return lines;
}

/** C-23: what the mark at a row means. */
export const sayRun = ({ weeks, monday }: { weeks: number; monday: Day }): string =>
	`Over for ${weeks} weeks in a row from ${monday} on`;
