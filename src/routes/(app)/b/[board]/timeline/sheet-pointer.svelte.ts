// What a pointer does on the drawing: takes a bar or an edge of it, draws a booking on an empty stretch, a marquee with
// Shift, and clicks. Reads the layout once when it goes down; moves are sums from there.

import type { DragOptions, DragPoint } from '#lib/chart/drag.ts';
import type { Day } from '#lib/domain/days.ts';
import { media } from '#lib/ui/media.svelte.ts';
import type { BarHand } from './bar-hand.svelte.ts';
import type { Grip } from './carry.ts';
import { findGrip } from './grip.ts';
import type { Marquee } from './marquee.svelte.ts';
import { readPlace } from './pointer.ts';
import type { Row } from './row-index.ts';
import type { TieScene } from './tie-scene.svelte.ts';
import type { TimelineActions } from './timeline-actions.svelte.ts';
import { findBarId } from './timeline-keys.ts';
import type { TimelineScreen } from './timeline-screen.svelte.ts';

type Grabbed =
	| { kind: 'bar'; id: string; grip: Grip }
	| { kind: 'empty'; row: Row; day: Day }
	| { kind: 'marquee' };

interface Others {
	screen: TimelineScreen;
	hand: BarHand;
	actions: TimelineActions;
	marquee: Marquee;
	tieScene: TieScene;
}

export class SheetPointer {
	readonly #on: Others;
	readonly #sheet: () => HTMLElement | null;
	#grabbed: Grabbed | null = null;
	/** Where it went down, in pixels of the drawing. */
	#origin = { xPx: 0, yPx: 0 };

	constructor(others: Others, sheet: () => HTMLElement | null) {
		this.#on = others;
		this.#sheet = sheet;
	}

	readonly drag: DragOptions = {
		isDisabled: () => this.#grabbed === null,
		scroller: () => this.#on.screen.scroller,
		insets: () => this.#on.screen.insets,
		onLift: () => this.#lift(),
		onMove: (point) => this.#move(point),
		onDrop: () => this.#drop(),
		onCancel: () => {
			this.#on.marquee.cancel();
			this.#on.hand.cancel();
		}
	};

	onDown = (event: PointerEvent): void => {
		const id = findBarId(event);
		this.#origin = this.#placeOf(event);
		this.#grabbed = id
			? { kind: 'bar', id, grip: this.#readGrip(event) }
			: event.shiftKey
				? { kind: 'marquee' }
				: this.#readEmpty(event);
	};

	onHover = (event: PointerEvent): void => {
		if (this.#on.hand.held || event.pointerType === 'touch') return;
		const bar = (event.target as Element).closest<HTMLElement>('[data-bar]');
		const grip = this.#readGrip(event);
		// On the bar itself: said of the sheet, it would have every bar styled anew.
		if (bar && bar.dataset.grip !== grip) bar.dataset.grip = grip;
	};

	onClick = (event: MouseEvent): void => {
		const { screen, actions } = this.#on;
		const id = findBarId(event);
		if (!id) return this.#clickEmpty(event);
		if (event.shiftKey) screen.selection.addRange(id);
		else if (event.ctrlKey || event.metaKey) screen.selection.toggle(id);
		// A finger, or a click that no pointer made: assistive technology has no other way in.
		else if (media.coarsePointer || event.detail === 0) actions.openEditor(id);
		else if (!screen.selection.has(id)) screen.selection.clear();
		screen.cursor = id;
	};

	onDoubleClick = (event: MouseEvent): void => {
		const id = findBarId(event);
		if (id) this.#on.actions.openEditor(id);
	};

	onContextMenu = (event: MouseEvent): void => {
		const id = findBarId(event);
		if (!id || media.coarsePointer) return;
		event.preventDefault();
		const { xPx, yPx } = this.#placeOf(event);
		const { day } = readPlace(this.#on.screen, xPx, yPx);
		this.#on.screen.cursor = id;
		// The menu key has no place of its own: the bar has.
		const isKey = event.clientX === 0 && event.clientY === 0;
		const box = isKey ? (event.target as Element).getBoundingClientRect() : null;
		this.#on.actions.menu = {
			id,
			xPx: box?.left ?? event.clientX,
			yPx: box?.bottom ?? event.clientY,
			day
		};
	};

	#lift(): void {
		const { hand, marquee } = this.#on;
		const grabbed = this.#grabbed;
		if (grabbed?.kind === 'bar') hand.takeBar(grabbed.id, grabbed.grip);
		else if (grabbed?.kind === 'empty') hand.takeNew(grabbed.row.key, grabbed.day);
		else if (grabbed) marquee.begin(this.#origin.xPx, this.#origin.yPx);
	}

	#move(point: DragPoint): void {
		const { screen, hand, marquee } = this.#on;
		const xPx = this.#origin.xPx + point.dxPx;
		const yPx = this.#origin.yPx + point.dyPx;
		if (marquee.box) return marquee.stretch(xPx, yPx);
		hand.hover({ ...readPlace(screen, xPx, yPx), dxPx: point.dxPx, isFree: point.isFree });
	}

	#drop(): void {
		const { screen, hand, actions, marquee } = this.#on;
		if (marquee.box) return marquee.finish();
		const { held } = hand;
		if (held?.kind === 'new') {
			const drawn = hand.finishNew();
			if (drawn) actions.openNew(drawn);
			return;
		}
		hand.drop();
		if (held?.kind === 'bars') void screen.focusBar(held.ids[0]!);
	}

	/** A click beside the bars: on a line it opens what waits, elsewhere it lets the selection go. */
	#clickEmpty(event: MouseEvent): void {
		const { screen, actions, tieScene } = this.#on;
		// What ends a marquee is no click.
		if (event.shiftKey) return;
		const { xPx, yPx } = this.#placeOf(event);
		const tie = tieScene.findAt(xPx, yPx);
		if (tie) actions.openTies([{ kind: tie.kind, id: tie.of }]);
		else screen.selection.clear();
	}

	#readEmpty(event: PointerEvent): Grabbed | null {
		if ((event.target as Element).closest('button, a, [role="rowheader"]')) return null;
		const { row, day } = readPlace(this.#on.screen, this.#origin.xPx, this.#origin.yPx);
		return row ? { kind: 'empty', row, day } : null;
	}

	#readGrip(event: PointerEvent): Grip {
		const bar = (event.target as Element).closest<HTMLElement>('[data-bar]');
		if (!bar || event.pointerType === 'touch') return 'whole';
		const { left, right, width } = bar.getBoundingClientRect();
		const xPx = this.#on.screen.scale.rtl ? right - event.clientX : event.clientX - left;
		return findGrip(xPx, width);
	}

	#placeOf({ clientX, clientY }: MouseEvent): { xPx: number; yPx: number } {
		const box = this.#sheet()?.getBoundingClientRect();
		if (!box) return { xPx: 0, yPx: 0 };
		return {
			xPx: clientX - box.left - this.#on.screen.originPx,
			yPx: clientY - box.top
		};
	}
}
