// What of the heatmap's view stands in its address. Pure; unknown values are dropped, parameters of others left alone.

import { isBounds } from '#lib/domain/bands.ts';
import { addDays, isDay, mondayOf, type Day } from '#lib/domain/days.ts';
import type { LoadBasis } from '#lib/model/load-cell.ts';
import { PIVOTS, type Pivot } from '#lib/model/load-groups.ts';

export const GRAINS = ['day', 'week', 'month'] as const;
export type Grain = (typeof GRAINS)[number];
export const UNITS = ['percent', 'hours', 'fte'] as const;
export type Unit = (typeof UNITS)[number];

/** How many weeks a view of each grain may cover; the second is the usual. */
export const RANGES: Record<Grain, readonly [number, number, number]> = {
	day: [2, 4, 8],
	week: [12, 24, 52],
	month: [26, 52, 104]
};

export interface HeatmapView {
	/** A Monday; null is this week. */
	from: Day | null;
	/** What the rows are; null leaves it to the role. */
	by: Pivot | null;
	per: Grain;
	/** One of the range of the grain. */
	weeks: number;
	basis: LoadBasis;
	unit: Unit;
	/** Where the bins end in this view (CA-6); null leaves it to the organisation. */
	bounds: readonly number[] | null;
	who: string;
	/** Whether projects without an estimate stand beside the grid. */
	showsTray: boolean;
	/** The cell that is open: key of the row and first day; null while none is. */
	cell: { key: string; from: Day } | null;
}

const pick = <T extends string>(all: readonly T[], text: string | null): T | undefined =>
	all.find((one) => one === text);

export function readView(params: URLSearchParams): HeatmapView {
	const from = params.get('from');
	const weeks = Number(params.get('weeks'));
	const per = pick(GRAINS, params.get('per')) ?? 'week';
	return {
		from: isDay(from) ? mondayOf(from) : null,
		by: pick(PIVOTS, params.get('by')) ?? null,
		per,
		weeks: RANGES[per].find((count) => count === weeks) ?? RANGES[per][1],
		basis: pick(['booked', 'expected', 'tentative'] as const, params.get('load')) ?? 'booked',
		unit: pick(UNITS, params.get('unit')) ?? 'percent',
		bounds: readBounds(params.get('bands')),
		who: params.get('who') ?? '',
		showsTray: params.get('tray') === 'on',
		cell: readCell(params.get('cell'))
	};
}

function readBounds(text: string | null): readonly number[] | null {
	const bounds = (text ?? '').split('-').map((part) => (/^\d{1,3}$/.test(part) ? +part : NaN));
	return isBounds(bounds) ? bounds : null;
}

/** "<first day>~<row>": a row's key may hold anything but is the rest of the text. */
function readCell(text: string | null): HeatmapView['cell'] {
	const from = (text ?? '').slice(0, 10);
	const key = (text ?? '').slice(11);
	return isDay(from) && text![10] === '~' && key !== '' ? { key, from } : null;
}

/** The same address with this view; what is as usual is left out. */
export function writeView(params: URLSearchParams, view: HeatmapView): URLSearchParams {
	const next = new URLSearchParams(params);
	const parts: Record<string, string> = {
		from: view.from ?? '',
		by: view.by ?? '',
		per: view.per === 'week' ? '' : view.per,
		weeks: view.weeks === RANGES[view.per][1] ? '' : String(view.weeks),
		load: view.basis === 'booked' ? '' : view.basis,
		unit: view.unit === 'percent' ? '' : view.unit,
		bands: view.bounds?.join('-') ?? '',
		who: view.who.trim(),
		tray: view.showsTray ? 'on' : '',
		cell: view.cell ? `${view.cell.from}~${view.cell.key}` : ''
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

/** The timeline of somebody, a week before the days in question. */
export function timelineAddress(url: URL, name: string, from: Day): string {
	const params = new URLSearchParams({ from: addDays(mondayOf(from), -7), who: name });
	return `${url.pathname.replace(/\/[^/]*$/, '')}/timeline?${String(params)}`;
}
