// What of the timeline's view stands in its address, so that a link shows the same picture. Pure; unknown values are
// dropped, parameters of others are left alone.

import { ZOOM_LEVELS, type ZoomLevel } from '#lib/chart/scales.ts';
import { isDay, type Day } from '#lib/domain/days.ts';
import type { LoadBasis } from '#lib/model/load-cell.ts';
import { GROUPINGS, type Grouping } from './row-groups.ts';

export const SHAPES = ['bars', 'list', 'table'] as const;
export type Shape = (typeof SHAPES)[number];

export interface TimelineView {
	level: ZoomLevel;
	/** First day at the leading edge; null is a little before today. */
	from: Day | null;
	basis: LoadBasis;
	/** Words of the people's names, job titles and of the work. */
	who: string;
	showsStrip: boolean;
	showsTray: boolean;
	shape: Shape;
	grouping: Grouping;
}

/** The view an address asks for. */
export function readView(params: URLSearchParams): TimelineView {
	const level = params.get('zoom');
	const from = params.get('from');
	return {
		level: ZOOM_LEVELS.find((one) => one === level) ?? 'week',
		from: isDay(from) ? from : null,
		basis: params.get('load') === 'tentative' ? 'tentative' : 'booked',
		who: params.get('who') ?? '',
		showsStrip: params.get('strip') !== 'off',
		showsTray: params.get('tray') === 'on',
		shape: SHAPES.find((one) => one === params.get('as')) ?? 'bars',
		grouping: GROUPINGS.find((one) => one === params.get('rows')) ?? 'person'
	};
}

/** The same address with this view; what is as usual is left out. */
export function writeView(params: URLSearchParams, view: TimelineView): URLSearchParams {
	const next = new URLSearchParams(params);
	const parts: Record<string, string> = {
		zoom: view.level === 'week' ? '' : view.level,
		from: view.from ?? '',
		load: view.basis === 'tentative' ? 'tentative' : '',
		who: view.who.trim(),
		strip: view.showsStrip ? '' : 'off',
		tray: view.showsTray ? 'on' : '',
		as: view.shape === 'bars' ? '' : view.shape,
		rows: view.grouping === 'person' ? '' : view.grouping
	};
	for (const [name, value] of Object.entries(parts))
		if (value === '') next.delete(name);
		else next.set(name, value);
	return next;
}

/** Path and query of an address with this view. */
export function addressOf(url: URL, view: TimelineView): string {
	const params = writeView(url.searchParams, view);
	return params.size > 0 ? `${url.pathname}?${String(params)}` : url.pathname;
}

/** The same address with a card open. */
export function cardAddress(url: URL, project: string): string {
	const params = new URLSearchParams(url.searchParams);
	params.set('card', project);
	return `${url.pathname}?${String(params)}`;
}

/** Does a row show? Every word must be in its name, the person's job title or the title of some work on it. */
export function passesWho(words: string, texts: Iterable<string>): boolean {
	const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
	if (wanted.length === 0) return true;
	const hay = [...texts].join(' ').toLowerCase();
	return wanted.every((word) => hay.includes(word));
}
