// What of the heatmap's view stands in its address. Pure; unknown values are dropped, parameters of others left alone.

import { addDays, isDay, mondayOf, type Day } from '#lib/domain/days.ts';
import type { LoadBasis } from '#lib/model/load-cell.ts';

export const WEEK_COUNTS = [12, 24, 52] as const;
export type WeekCount = (typeof WEEK_COUNTS)[number];

export interface HeatmapView {
	/** A Monday; null is this week. */
	from: Day | null;
	weeks: WeekCount;
	basis: LoadBasis;
	who: string;
}

export function readView(params: URLSearchParams): HeatmapView {
	const from = params.get('from');
	const weeks = Number(params.get('weeks'));
	return {
		from: isDay(from) ? mondayOf(from) : null,
		weeks: WEEK_COUNTS.find((count) => count === weeks) ?? 24,
		basis: params.get('load') === 'tentative' ? 'tentative' : 'booked',
		who: params.get('who') ?? ''
	};
}

/** The same address with this view; what is as usual is left out. */
export function writeView(params: URLSearchParams, view: HeatmapView): URLSearchParams {
	const next = new URLSearchParams(params);
	const parts: Record<string, string> = {
		from: view.from ?? '',
		weeks: view.weeks === 24 ? '' : String(view.weeks),
		load: view.basis === 'tentative' ? 'tentative' : '',
		who: view.who.trim()
	};
	for (const [name, value] of Object.entries(parts))
		if (value === '') next.delete(name);
		else next.set(name, value);
	return next;
}

/** Path and query of an address with this view. */
export function addressOf(url: URL, view: HeatmapView): string {
	const params = writeView(url.searchParams, view);
	return params.size > 0 ? `${url.pathname}?${String(params)}` : url.pathname;
}

/** The same address with a card open. */
export function cardAddress(url: URL, project: string): string {
	const params = new URLSearchParams(url.searchParams);
	params.set('card', project);
	return `${url.pathname}?${String(params)}`;
}

/** The timeline of somebody, a week before the one in question. */
export function timelineAddress(url: URL, name: string, monday: Day): string {
	const params = new URLSearchParams({ from: addDays(monday, -7), who: name });
	return `${url.pathname.replace(/\/[^/]*$/, '')}/timeline?${String(params)}`;
}
