// A remedy in words: what to do, what it costs, and what it would change, week by week. Pure.

import { percentOf } from '#lib/domain/bands.ts';
import { isoWeek, partsOf, shortDay, type Day, type Span } from '#lib/domain/days.ts';
import { endsOverload, type Remedy } from '#lib/domain/remedies.ts';
import { tenths } from './cause-words.ts';

export interface Names {
	/** Of the booking's work. */
	title: string;
	/** Of a person; "a colleague" where people are not named. */
	nameOf: (person: string) => string;
	/** What its launch is now; null where none is set. */
	launch: Day | null;
	/** True where somebody of another home team is asked first (P-23). */
	isAsked: boolean;
}

export interface RemedyWords {
	what: string;
	cost: string;
	/** "140 % to 98 %", of the cell. */
	effect: string;
}

/** "4 Jan", "4 to 8 Jan", "28 Dec to 8 Jan". */
export function shortSpan({ from, to }: Span): string {
	if (from === to) return shortDay(from);
	const sameMonth = from.slice(0, 7) === to.slice(0, 7);
	return `${sameMonth ? partsOf(from).date : shortDay(from)} to ${shortDay(to)}`;
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What a remedy is, in words. */
export function sayRemedy(remedy: Remedy, names: Names): RemedyWords {
	return { ...sayChange(remedy, names), effect: sayEffect(remedy) };
}

function sayChange(remedy: Remedy, names: Names): Pick<RemedyWords, 'what' | 'cost'> {
	const { kind, minutes, days, steps, launch } = remedy;
	const piece = steps.at(-1)!.after.span!;
	const part = steps.length > 1 ? `${tenths(minutes)} of ` : '';
	const work = `${part}“${names.title}”`;
	const where = shortSpan(piece);
	const slack = names.launch
		? `inside the slack before the launch on ${shortDay(names.launch)}`
		: 'no launch is set';
	if (kind === 'move')
		return { what: `Move ${work} to ${where}`, cost: `Costs nothing but the wait: ${slack}.` };
	if (kind === 'split')
		return {
			what: `Split “${names.title}”: ${tenths(minutes)} of it on ${where}`,
			cost: `Costs a second start, ${plural(days, 'day')} later; ${slack}.`
		};
	if (kind === 'person') {
		const name = names.nameOf(remedy.person);
		const asked = names.isAsked ? ' It is asked of their team and counts once they confirm.' : '';
		return {
			what: `Give ${work} to ${name}, ${where}`,
			cost: `Costs ${name} the time to get into it; ${tenths(minutes)} change hands.${asked}`
		};
	}
	if (kind === 'vendor')
		return {
			what: `Ask a vendor for ${work}, ${where}`,
			cost: `Costs money nobody has quoted yet, and 10 to 15 % of ${tenths(minutes)} for coordination.`
		};
	return {
		what: `Launch “${names.title}” on ${launch ?? ''}: ${part === '' ? 'all of it' : `${tenths(minutes)} of it`} on ${where}`,
		cost: `Costs the launch ${plural(days, 'day')}.`
	};
}

function sayEffect(remedy: Remedy): string {
	const { beforeMinutes, afterMinutes, netMinutes } = remedy;
	const of = (minutes: number): string =>
		netMinutes > 0 ? `${percentIn(minutes, netMinutes)} %` : tenths(minutes);
	const still = endsOverload(remedy) ? '' : ', still over';
	return `${of(beforeMinutes)} to ${of(afterMinutes)}${still}`;
}

/** Whole per cent, as cells print it. */
export function percentIn(minutes: number, netMinutes: number): number {
	return percentOf(Math.floor((minutes * 20_000 + netMinutes) / (2 * netMinutes)));
}

export interface WeekLine {
	monday: Day;
	/** "W2". */
	label: string;
	before: number | null;
	after: number | null;
}

/** Everybody touched, each with their weeks; null where a week has no hours. */
export function listTouched(remedy: Remedy): { person: string; weeks: WeekLine[] }[] {
	const people = [...new Set(remedy.weeks.map(({ person }) => person))];
	const share = (minutes: number, net: number): number | null =>
		net > 0 ? percentIn(minutes, net) : null;
	return people.map((person) => ({
		person,
		weeks: remedy.weeks
			.filter((week) => week.person === person)
			.map(({ monday, netMinutes, beforeMinutes, afterMinutes }) => ({
				monday,
				label: `W${isoWeek(monday).week}`,
				before: share(beforeMinutes, netMinutes),
				after: share(afterMinutes, netMinutes)
			}))
	}));
}

/**
 * The remedy as a comment to those who plan: everything needed to judge it, and where to find it. P-31: `touched` is empty
 * where the sender is not shown individuals, who would otherwise read there what the screen keeps from them.
 */
export function sayProposal(
	cell: string,
	words: RemedyWords,
	touched: string,
	address: string
): string {
	const proposal = `Proposal for ${cell}: ${words.what}. ${words.effect}. ${words.cost}`;
	return [proposal, touched, address].filter(Boolean).join('\n');
}

/** "Priya Kaur W2 140 % to 98 %; Lena Vogt W2 60 % to 92 %." */
export function sayTouched(remedy: Remedy, nameOf: (person: string) => string): string {
	const say = (value: number | null): string => (value === null ? 'no hours' : `${value} %`);
	const lines = listTouched(remedy).map(
		({ person, weeks }) =>
			`${nameOf(person)} ${weeks.map(({ label, before, after }) => `${label} ${say(before)} to ${say(after)}`).join(', ')}`
	);
	return `${lines.join('; ')}.`;
}
