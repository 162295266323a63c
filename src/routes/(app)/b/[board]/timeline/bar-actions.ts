// What can be done with a booking besides moving it: the same list for the menu of its bar and for its editor.

import { sayDay, type Day } from '#lib/domain/days.ts';
import type { MenuItem } from '#lib/ui/Menu.svelte';
import type { TimelineParts } from './timeline-parts.ts';

/** The actions of a booking, what may not be done with the reason; `day` is where it would be split. */
export function listBarActions(
	{ screen, moves, actions }: Pick<TimelineParts, 'screen' | 'moves' | 'actions'>,
	id: string,
	day: Day = ''
): MenuItem[] {
	const row = screen.live.row('allocations', id);
	if (!row?.span) return [];
	const refusal = moves.whyNot(id, { span: row.span });
	const locks = moves.whyNot(id, { locked: !row.locked });
	const held = refusal === '' ? {} : { refusal };
	const isInside = day > row.span.from && day <= row.span.to;
	const at = isInside ? `Split at ${sayDay(day, screen.live.today)}` : 'Split…';
	return [
		{
			id: 'split',
			label: at,
			hint: 'S',
			...held,
			run: () => (isInside ? actions.split(id, day) : actions.openSplit(id))
		},
		{ id: 'copy', label: 'Duplicate', hint: 'D', run: () => actions.duplicate(id) },
		{ id: 'ties', label: 'What it waits for…', hint: 'W', run: () => actions.openTiesOf(id) },
		{
			id: 'lock',
			label: row.locked ? 'Unlock' : 'Lock',
			hint: 'L',
			...(locks === '' ? {} : { refusal: locks }),
			run: () => actions.toggleLock(id)
		},
		{ id: 'open', label: 'Open project', run: () => actions.openCard(row.project) },
		{ id: 'archive', label: 'Archive', hint: 'Del', ...held, run: () => actions.archive(id) }
	].filter((item) => row.project !== '' || item.id !== 'open');
}
