// The board's keyboard: what the shortcuts of shortcuts.ts do to cards.

import { tick } from 'svelte';
import type { ShortcutHandlers } from '#lib/ui/shortcut-handlers.ts';
import type { BoardParts } from './board-parts.ts';
import { findNextCard } from './board-steps.ts';
import { CardWork } from './card-work.ts';
import type { Hand } from './hand.svelte.ts';
import type { Moves } from './moves.svelte.ts';

type Step = { across?: 1 | -1; down?: 1 | -1 };

/** Handlers to register. `focusSearch` puts the caret into the search and, if asked, unfolds the filters. */
export function makeBoardKeys(
	parts: BoardParts,
	{ hand, moves }: { hand: Hand; moves: Moves },
	focusSearch: (all: boolean) => void
): ShortcutHandlers {
	const { screen, actions } = parts;
	const work = new CardWork(parts);
	const onCard = (run: (id: string) => void) => (): void => {
		if (screen.cursor) run(screen.cursor.id);
	};

	function walk(step: Step): void {
		if (hand.held?.mode === 'keys') return hand.step(step);
		const next = screen.cursor && findNextCard(screen.columns(), screen.cursor, step);
		if (next) void work.focusCard(next.stage, next.id);
	}

	async function follow(id: string): Promise<void> {
		await tick();
		const stage = screen.stageOf(id);
		if (stage !== undefined) await work.focusCard(stage, id);
	}

	function liftOrDrop(): void {
		if (hand.held?.mode !== 'keys') {
			if (screen.cursor) hand.take('keys', screen.cursor.id);
			return;
		}
		const { grabbed } = hand.held;
		hand.drop();
		void follow(grabbed);
	}

	/** Moves without lifting: one place up or down, or to the next column at the same height. */
	function nudge(step: Step): void {
		if (!screen.cursor || hand.held) return;
		const { stage, id } = screen.cursor;
		const moving = screen.findActedOn(id);
		const columns = screen.columns();
		const at = columns.findIndex((column) => column.stage === stage);
		const index = columns[at]?.ids.indexOf(id) ?? -1;
		const to = columns[at + (step.across ?? 0)];
		if (index < 0 || !to) return;
		const rest = to.ids.filter((one) => !moving.includes(one));
		const slot = Math.min(Math.max(0, index + (step.down ?? 0)), rest.length);
		if (!step.across && slot === index) return;
		moves.move(screen.kind, moving, {
			stage: to.stage,
			above: rest[slot - 1] ?? null,
			below: rest[slot] ?? null
		});
		void follow(id);
	}

	function escape(): void {
		if (hand.held) {
			const { grabbed } = hand.held;
			hand.cancel();
			void follow(grabbed);
		} else screen.clearSelection();
	}

	return {
		next: () => walk({ down: 1 }),
		previous: () => walk({ down: -1 }),
		'column-before': () => walk({ across: -1 }),
		'column-after': () => walk({ across: 1 }),
		lift: liftOrDrop,
		open: onCard((id) => {
			if (hand.held?.mode === 'keys') liftOrDrop();
			else void actions.open(id);
		}),
		'nudge-up': () => nudge({ down: -1 }),
		'nudge-down': () => nudge({ down: 1 }),
		'nudge-before': () => nudge({ across: -1 }),
		'nudge-after': () => nudge({ across: 1 }),
		select: onCard((id) => screen.toggleSelected(id)),
		'select-range': onCard((id) => screen.selectRange(id)),
		'select-column': () => screen.cursor && screen.selectColumn(screen.cursor.stage),
		move: onCard((id) => actions.openMove(id)),
		stage: onCard((id) => actions.openMove(id)),
		assign: onCard((id) => actions.openField('lead', id)),
		'assign-me': onCard((id) => work.assignMe(id)),
		due: onCard((id) => actions.openField('launch', id)),
		estimate: onCard((id) => actions.openField('effortMinutes', id)),
		priority: onCard((id) => screen.kind === 'projects' && actions.openField('priority', id)),
		'copy-link': onCard((id) => void work.copyLink(id)),
		archive: onCard((id) => work.archive(id)),
		escape,
		create: () => actions.openCreate(),
		search: () => focusSearch(false),
		filters: () => focusSearch(true),
		'clear-filters': () => actions.clearFilter()
	};
}
