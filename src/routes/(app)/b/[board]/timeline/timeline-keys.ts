// The timeline's shortcuts: what each does. Which keys they are stands in ui/shortcuts.ts.

import { stepLevel } from '#lib/chart/scales.ts';
import { direction } from '#lib/ui/direction.svelte.ts';
import type { ShortcutHandlers } from '#lib/ui/shortcut-handlers.ts';
import type { TimelineActions } from './timeline-actions.svelte.ts';
import type { TimelineScreen } from './timeline-screen.svelte.ts';

/** The bar an event happened on. */
export function findBarId(event: Event): string | undefined {
	if (!(event.target instanceof Element)) return undefined;
	return event.target.closest<HTMLElement>('[data-bar]')?.dataset.bar;
}

/** Handlers of the whole screen; those of bars act on the bar in focus. */
export function listTimelineKeys(
	screen: TimelineScreen,
	actions: TimelineActions,
	focusSearch: () => void
): ShortcutHandlers {
	const onBar = (act: (id: string) => void) => (event: KeyboardEvent) => {
		const id = findBarId(event);
		if (id) act(id);
	};
	/** Keys go where they point: with a mirrored page, left is later. */
	const way = (step: 1 | -1): 1 | -1 => (direction.isRtl ? (-step as 1 | -1) : step);
	const zoom = (step: 1 | -1) => () => void screen.zoomTo(stepLevel(screen.view.level, step));
	return {
		'bar-earlier': onBar((id) => actions.nudge(id, 'one', way(-1))),
		'bar-later': onBar((id) => actions.nudge(id, 'one', way(1))),
		'bar-much-earlier': onBar((id) => actions.nudge(id, 'large', way(-1))),
		'bar-much-later': onBar((id) => actions.nudge(id, 'large', way(1))),
		'bar-person-before': onBar((id) => actions.hand(id, -1)),
		'bar-person-after': onBar((id) => actions.hand(id, 1)),
		'bar-end-earlier': onBar((id) => actions.pull(id, 'end', way(-1))),
		'bar-end-later': onBar((id) => actions.pull(id, 'end', way(1))),
		'bar-start-earlier': onBar((id) => actions.pull(id, 'start', way(-1))),
		'bar-start-later': onBar((id) => actions.pull(id, 'start', way(1))),
		'bar-edit': onBar((id) => actions.openEditor(id)),
		'bar-split': onBar((id) => actions.openSplit(id)),
		'bar-duplicate': onBar((id) => actions.duplicate(id)),
		'bar-lock': onBar((id) => actions.toggleLock(id)),
		'bar-select': onBar((id) => screen.selection.toggle(id)),
		'bar-select-range': onBar((id) => screen.selection.addRange(id)),
		'bar-archive': onBar((id) => actions.archive(id)),
		'bar-new': () => actions.openNew(),
		'bar-ties': onBar((id) => actions.openTiesOf(id)),
		'zoom-in': zoom(1),
		'zoom-out': zoom(-1),
		'zoom-day': () => void screen.zoomTo('day'),
		'zoom-week': () => void screen.zoomTo('week'),
		'zoom-month': () => void screen.zoomTo('month'),
		'zoom-quarter': () => void screen.zoomTo('quarter'),
		today: () => actions.goToday(),
		'pan-before': () => actions.pan(way(-1)),
		'pan-after': () => actions.pan(way(1)),
		search: focusSearch,
		filters: focusSearch,
		escape: () => screen.selection.clear(),
		'clear-filters': () => screen.show({ who: '' })
	};
}

const WALKS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'j', 'k']);

/** Keys on a bar that are no shortcuts: walking. */
export function onBarKey(event: KeyboardEvent, actions: TimelineActions): void {
	const id = findBarId(event);
	if (!id || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
	if (WALKS.has(event.key) && actions.walk(id, event.key)) event.preventDefault();
}
