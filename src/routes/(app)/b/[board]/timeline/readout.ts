// The sentence under the pointer while a booking is dragged: "12 Jan to 20 Jan, 7 working days, Priya 118 %". Pure.

import { addDays, isoWeek, mondayOf, sayDay, type Day, type Span } from '#lib/domain/days.ts';
import { loadCell, type LoadBasis } from '#lib/model/load-cell.ts';
import type { LoadState } from '#lib/domain/utilisation.ts';

/** The calendar day an instant has where the reader is. */
export function sayOwnDay(now: Date): Day {
	const two = (number: number): string => String(number).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** "12 Jan to 20 Jan"; one day is one day. */
export function saySpan({ from, to }: Span, today: Day): string {
	return from === to ? sayDay(from, today) : `${sayDay(from, today)} to ${sayDay(to, today)}`;
}

export interface Peak {
	/** As printed: "118 %", "load unknown", "no capacity". */
	words: string;
	percent: number | null;
	monday: Day;
}

/** The fullest week a span touches; a week nobody knows counts as fuller than any number. */
export function findPeak(
	week: (monday: Day) => LoadState,
	span: Span,
	basis: LoadBasis
): Peak | null {
	let peak: Peak | null = null;
	let most = -1;
	for (let monday = mondayOf(span.from); monday <= span.to; monday = addDays(monday, 7)) {
		const cell = loadCell(week(monday), basis);
		const weight = cell.percent ?? (cell.flagged ? 0.5 : 0);
		if (weight <= most) continue;
		most = weight;
		peak = { words: cell.words, percent: cell.percent, monday };
	}
	return peak;
}

export interface DragFacts {
	span: Span;
	workingDays: number;
	/** Whoever's load changes: the one it goes to first. */
	people: readonly { name: string; peak: Peak | null }[];
	today: Day;
}

/** The whole sentence; the week of the peak is named where the span touches several. */
export function sayDrag({ span, workingDays, people, today }: DragFacts): string {
	const days = workingDays === 1 ? '1 working day' : `${workingDays} working days`;
	const isLong = mondayOf(span.from) !== mondayOf(span.to);
	const loads = people.map(({ name, peak }) => {
		if (!peak) return name;
		const week = isLong ? ` in W${isoWeek(peak.monday).week}` : '';
		return `${name} ${peak.words}${week}`;
	});
	return [saySpan(span, today), days, ...loads].join(', ');
}

/** First names where they tell people apart, whole names where they do not. */
export function shortName(name: string, others: Iterable<string>): string {
	const end = name.indexOf(' ');
	const first = end < 0 ? name : name.slice(0, end);
	const isFirstOf = (other: string): boolean =>
		other.startsWith(first) && (other.length === first.length || other[first.length] === ' ');
	for (const other of others) if (other !== name && isFirstOf(other)) return name;
	return first;
}
