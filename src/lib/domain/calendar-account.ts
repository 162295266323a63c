// Where the hours of some days go, from the weekly pattern down to what projects can have, and why nothing is left
// where nothing is. Adds up to the minute; knows nothing of bookings.
import { availability, type WorkCalendar } from './calendar.ts';
import type { Day } from './days.ts';

/** Why there are no hours for projects; `none` where there are some, or no days to ask about. */
export type NoHours =
	'none' | 'not-employed' | 'no-hours' | 'days-off' | 'closed' | 'away' | 'other-work';

/** Minutes; pattern - closed + added = gross, and gross - timeOff - nonProject = net. */
export interface HoursAccount {
	pattern: number;
	/** Taken by public holidays and closing days. */
	closed: number;
	/** Worked beyond the pattern: days of their own. */
	added: number;
	gross: number;
	timeOff: number;
	nonProject: number;
	net: number;
	/** Net if all that is asked for were approved. */
	low: number;
	why: NoHours;
}

/** C-32: the account of the days from `from` to `to`, both included. */
export function accountFor(calendar: WorkCalendar, from: Day, to: Day): HoursAccount {
	const real = availability(calendar, from, to);
	const plain = availability({ ...calendar, holidays: [], exceptions: new Map() }, from, to).gross;
	let closed = 0;
	let added = 0;
	for (let i = 0; i < real.days; i++) {
		const taken = plain[i]! - real.gross[i]!;
		if (taken > 0) closed += taken;
		else added -= taken;
	}
	const [gross, timeOff, nonProject] = [sum(real.gross), sum(real.timeOff), sum(real.nonProject)];
	const [net, low] = [real.netSums[real.days]!, real.lowSums[real.days]!];
	const account = { pattern: sum(plain), closed, added, gross, timeOff, nonProject, net, low };
	const none = real.days === 0 || net > 0;
	return { ...account, why: none ? 'none' : findReason(calendar, account, from, to) };
}

/** The account in one clause for people, without a full stop; empty where there are hours. */
export function sayNoHours({ why }: Pick<HoursAccount, 'why'>): string {
	return {
		none: '',
		'not-employed': 'Not employed on these days',
		'no-hours': 'No weekly hours are known',
		'days-off': 'The weekly pattern has no hours on these days',
		closed: 'Closed on every working day',
		away: 'Away on every working day',
		'other-work': 'All hours go to other work'
	}[why];
}

function findReason(
	calendar: WorkCalendar,
	account: Omit<HoursAccount, 'why'>,
	from: Day,
	to: Day
): NoHours {
	if (calendar.patterns.length === 0 && account.added === 0) return 'no-hours';
	if (account.gross > account.timeOff) return 'other-work';
	if (account.gross > 0) return 'away';
	if (account.pattern > 0) return 'closed';
	const outside =
		(calendar.starts !== null && calendar.starts > to) ||
		(calendar.ends !== null && calendar.ends < from) ||
		(calendar.starts !== null && calendar.ends !== null && calendar.ends < calendar.starts);
	return outside ? 'not-employed' : 'days-off';
}

function sum(minutes: Int32Array): number {
	let total = 0;
	for (const one of minutes) total += one;
	return total;
}
