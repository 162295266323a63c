// What one can do on the timeline besides dragging: keys that move and stretch bars, the editor, links to the card.
// Every step says what it did.

import { goto } from '$app/navigation';
import { addDays, daysBetween, type Day, type Span } from '#lib/domain/days.ts';
import { findSnapUnit, snapEdge, snapMove, stepDays } from '#lib/chart/snap.ts';
import { direction } from '#lib/ui/direction.svelte.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import type { BarMoves } from './bar-moves.ts';
import { readDrag } from './hand-facts.ts';
import { stepTable } from './table-days.ts';
import { worksOf, type WorkKind } from './ties.ts';
import type { TimelineScreen } from './timeline-screen.svelte.ts';
import { cardAddress } from './timeline-view.ts';
import type { Work } from './unbooked.ts';

/** What the editor is about: a booking, or work that gets its first one. */
export type Editing = { kind: 'booking'; id: string } | { kind: 'work'; work: Work };

export interface NewBooking {
	person: string;
	role: string;
	/** Already chosen, or empty. */
	project: string;
	span: Span;
}

export class TimelineActions {
	readonly #screen: TimelineScreen;
	readonly #moves: BarMoves;
	readonly #url: () => URL;
	editing = $state.raw<Editing | null>(null);
	/** What the dialog of dependencies is about: the task, module or project of a booking. */
	tying = $state.raw<{ choices: readonly { kind: WorkKind; id: string }[]; on?: string } | null>(
		null
	);

	/** The booking being split, and where. */
	splitting = $state.raw<{ id: string; day: Day } | null>(null);
	/** Who gets a new booking, and when. */
	creating = $state.raw<NewBooking | null>(null);
	/** The bar whose menu is open, and where. */
	menu = $state.raw<{ id: string; xPx: number; yPx: number; day: Day } | null>(null);

	constructor(screen: TimelineScreen, moves: BarMoves, url: () => URL) {
		this.#screen = screen;
		this.#moves = moves;
		this.#url = url;
	}

	/** The address with a card open. */
	link(project: string): string {
		return cardAddress(this.#url(), project);
	}

	openCard(project: string): void {
		this.editing = null;
		void goto(this.link(project), { keepFocus: true, noScroll: true });
	}

	/** Later or earlier by a third of what is shown. */
	pan(step: 1 | -1): void {
		const screen = this.#screen;
		if (screen.view.shape !== 'table') return screen.pan(step);
		screen.show({ from: stepTable(screen.scale, screen.level, screen.startDay(), step) });
	}

	goToday(): void {
		const screen = this.#screen;
		if (screen.view.shape === 'table') screen.show({ from: null });
		else screen.goToday();
	}

	openEditor(id: string): void {
		this.editing = { kind: 'booking', id };
	}

	openAssign(work: Work): void {
		this.editing = { kind: 'work', work };
	}

	/** Closes the editor and gives the focus back to the bar. */
	closeEditor(): void {
		const { editing } = this;
		this.editing = null;
		if (editing?.kind === 'booking') void this.#screen.focusBar(editing.id);
	}

	/** Opens what a piece of work waits for; the first choice is shown. */
	openTies(choices: readonly { kind: WorkKind; id: string }[], on = ''): void {
		if (choices.length > 0) this.tying = { choices, on };
	}

	/** The same for the work of a booking, the most particular first. */
	openTiesOf(id: string, on = ''): void {
		this.openTies(worksOf(this.#screen.live.doc, id), on);
	}

	closeTies(): void {
		this.tying = null;
		if (this.#screen.cursor !== '') void this.#screen.focusBar(this.#screen.cursor);
	}

	/** Moves a bar by keys, with the selection it belongs to. */
	nudge(id: string, size: 'one' | 'large', step: 1 | -1): void {
		const { level } = this.#screen.view;
		const days = step * stepDays(level, size);
		const ids = this.#screen.selection.actedOn(id);
		const span = this.#spanOf(id);
		if (!span) return;
		const target = snapMove(span, days, findSnapUnit(level, false), (day) => this.#works(id, day));
		const deltaDays = daysBetween(span.from, target.from);
		this.#after(id, this.#moves.move(ids, { deltaDays }));
	}

	/** Pulls one end of a bar by keys. */
	pull(id: string, edge: 'start' | 'end', step: 1 | -1): void {
		const { level } = this.#screen.view;
		const span = this.#spanOf(id);
		if (!span) return;
		const days = step * stepDays(level, 'one');
		const unit = findSnapUnit(level, false);
		const target = snapEdge(span, edge, days, unit, (day) => this.#works(id, day));
		this.#after(id, this.#moves.setSpan(id, target));
	}

	/** Gives a bar to the row above or below, with the selection it belongs to. */
	hand(id: string, step: 1 | -1): void {
		const own = this.#screen.rowOf(id);
		const rows = this.#screen.inOrder.filter((row) => row.project === (own?.project ?? ''));
		const row = rows[rows.findIndex(({ key }) => key === own?.key) + step];
		if (!own || !row || rows.indexOf(own) < 0) return;
		if (row.person === '' && row.role === '')
			return announce('Rows are projects here: press Enter to give it to somebody else.');
		const who = row.person !== '' ? { person: row.person } : { person: '', role: row.role };
		this.#after(id, this.#moves.move(this.#screen.selection.actedOn(id), who));
	}

	/** Books the same again after itself, and selects the copies. */
	duplicate(id: string): void {
		const copies = this.#moves.duplicate(this.#screen.selection.actedOn(id));
		if (!copies[0]) return;
		this.#screen.selection.replace(copies);
		void this.#screen.reveal(copies[0]);
	}

	/** Asks for the day at which a booking is split; `day` is what is proposed. */
	openSplit(id: string, day?: Day): void {
		const span = this.#spanOf(id);
		if (!span) return;
		const middle = addDays(span.from, Math.ceil(daysBetween(span.from, span.to) / 2));
		this.splitting = { id, day: day ?? middle };
	}

	split(id: string, day: Day): void {
		const second = this.#moves.split(id, day);
		if (second === undefined) return;
		this.splitting = null;
		void this.#screen.reveal(second);
	}

	closeSplit(): void {
		const { splitting } = this;
		this.splitting = null;
		if (splitting) void this.#screen.focusBar(splitting.id);
	}

	toggleLock(id: string): void {
		this.#moves.toggleLock(this.#screen.selection.actedOn(id));
	}

	/** Opens the form for a booking of work still to be chosen. */
	openNew(given: Partial<NewBooking> = {}): void {
		const from = given.span?.from ?? this.#screen.live.today;
		this.creating = {
			person: '',
			role: '',
			project: '',
			...given,
			span: given.span ?? { from, to: addDays(from, 4) }
		};
	}

	archive(id: string): void {
		const ids = this.#screen.selection.actedOn(id);
		if (this.#moves.archive(ids)) for (const one of ids) this.#screen.selection.delete(one);
	}

	/** Focuses the bar beside, above or below the one in focus. */
	walk(id: string, key: string): boolean {
		const row = this.#screen.rowOf(id);
		const index = row?.bars.findIndex((bar) => bar.id === id) ?? -1;
		const bar = row?.bars[index];
		if (!row || !bar) return false;
		if (key === 'ArrowLeft' || key === 'ArrowRight') {
			const later = direction.isRtl ? 'ArrowLeft' : 'ArrowRight';
			const beside = row.bars[index + (key === later ? 1 : -1)];
			if (beside) void this.#screen.reveal(beside.id);
			return true;
		}
		const step = key === 'ArrowDown' || key === 'j' ? 1 : -1;
		const rows = this.#screen.inOrder;
		for (let i = rows.indexOf(row) + step; rows[i]; i += step) {
			const near = rows[i]!.bars.toSorted(
				(a, b) => Math.abs(a.from - bar.from) - Math.abs(b.from - bar.from)
			)[0];
			if (!near) continue;
			void this.#screen.reveal(near.id);
			return true;
		}
		return true;
	}

	#spanOf(id: string): Span | undefined {
		return this.#screen.live.doc.get('allocations', id)?.span ?? undefined;
	}

	#works(id: string, day: Day): boolean {
		const person = this.#screen.rowOf(id)?.person ?? '';
		const { grid } = this.#screen.load.of(person);
		if (day < grid.from || day > addDays(grid.to, -1)) return true;
		return grid.workingDays(grid.rowOf(person), day, day) > 0;
	}

	#after(id: string, isDone: boolean): void {
		const row = this.#screen.rowOf(id);
		const span = this.#spanOf(id);
		if (isDone && row && span)
			announce(
				`${row.name}: ${readDrag({
					span,
					row,
					from: undefined,
					basis: this.#screen.basis,
					names: this.#screen.names,
					today: this.#screen.live.today,
					loadOf: (person) => this.#screen.load.of(person),
					showsLoad: this.#screen.individuals.areShown
				})}`
			);
		void this.#screen.reveal(id);
	}
}
