// Views with a name: what of a screen's address one of them keeps, and how many there may be. The place in time somebody
// is scrolled to, an open card and an open cell are no part of a view.

/** Screens that have views, each with the parameters of its address that make one up. */
export const viewScreens = {
	board: ['show', 'q', 'type', 'lead', 'mark'],
	timeline: ['zoom', 'load', 'who', 'strip', 'tray', 'as', 'rows'],
	heatmap: ['by', 'per', 'weeks', 'load', 'unit', 'bands', 'who', 'tray']
} as const;
export type ViewScreen = keyof typeof viewScreens;
export const viewScreenNames = Object.keys(viewScreens) as ViewScreen[];

/** Parameters that list choices: their order says nothing. */
const LISTS: ReadonlySet<string> = new Set(['type', 'lead', 'mark']);

/** P-51: lengths in characters, then how many a person has on a board, a board shares, and a screen pins. */
export const viewLimits = { name: 60, query: 2000, own: 100, shared: 100, pinned: 8 } as const;

export interface SavedView {
	id: string;
	screen: ViewScreen;
	/** 1 to 60 characters, once among its owner's or the shared ones of its screen. */
	name: string;
	/** Query of the address as `queryOf` writes it; empty for a view without any filter. */
	query: string;
	/** Everybody of the board sees it; else only whoever saved it. */
	shared: boolean;
	/** Place among the pinned ones of its screen, from 0; null while it is not pinned. Only a shared one is. */
	place: number | null;
}

/** A view that has no id yet. */
export type NamedQuery = Pick<SavedView, 'screen' | 'name' | 'query'>;

/** The part of an address's query that a view of the screen keeps, always written the same way. */
export function queryOf(screen: ViewScreen, params: URLSearchParams): string {
	const kept = new URLSearchParams();
	for (const name of [...viewScreens[screen]].sort()) {
		const given = (params.get(name) ?? '').trim();
		const value = LISTS.has(name) ? given.split(',').filter(Boolean).sort().join(',') : given;
		if (value !== '') kept.set(name, value);
	}
	return String(kept);
}

/**
 * The query of an address that shows a view from wherever one stands: its own parameters in place of those of the
 * address, the place in time as it is, card and cell closed, `view` naming it. An empty id names none.
 */
export function openedQuery(
	{ screen, query, id }: Pick<SavedView, 'screen' | 'query' | 'id'>,
	from: URLSearchParams
): URLSearchParams {
	const next = new URLSearchParams(queryOf(screen, new URLSearchParams(query)));
	const day = from.get('from');
	if (day && screen !== 'board') next.set('from', day);
	if (id !== '') next.set('view', id);
	return next;
}

/** The pinned views of a screen in their order. */
export function pinnedOn(views: readonly SavedView[], screen: ViewScreen): SavedView[] {
	return views
		.filter((one) => one.screen === screen && one.place !== null)
		.sort((a, b) => a.place! - b.place!);
}

/** The name, or with a number behind it the first that is not among those taken; case says nothing. */
export function freeName(name: string, taken: readonly string[]): string {
	const used = new Set(taken.map((one) => one.toLowerCase()));
	for (let n = 1; ; n++) {
		const end = n === 1 ? '' : ` (${n})`;
		const tried = `${name.slice(0, viewLimits.name - end.length).trimEnd()}${end}`;
		if (!used.has(tried.toLowerCase())) return tried;
	}
}
