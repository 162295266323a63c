// A dependency being drawn from an end of one bar to an end of another: whose two handles show, the line in hand, which
// end it has found and what that would mean. Written only when it is dropped on one.

import type { Attachment } from 'svelte/attachments';
import { draggable, type DragPoint } from '#lib/chart/drag.ts';
import { dayNumber } from '#lib/domain/days.ts';
import { announce } from '#lib/ui/announce.svelte.ts';
import { media } from '#lib/ui/media.svelte.ts';
import { findBarsInBox } from './bar-box.ts';
import { sayRefusal } from './bar-moves.ts';
import {
	ENDS,
	findBarNear,
	HANDLE_PX,
	layHandle,
	looseEnd,
	nearestEnd,
	type End,
	type Handle,
	type Square
} from './link-layout.ts';
import { readLink, type Meaning } from './link-meaning.ts';
import { readPlace } from './pointer.ts';
import { layElbow, type Box, type Point } from './tie-layout.ts';
import { worksOf } from './ties.ts';
import { findBarId } from './timeline-keys.ts';
import { BAR_PX, laneTopPx } from './timeline-layout.ts';
import type { TimelineParts } from './timeline-parts.ts';

/** Handles come when the pointer rests on a bar, and stay while it crosses what lies between. */
const REST_MS = 150;
const LINGER_MS = 300;
/** A line finds the end of a bar from so far beside it. */
const SNAP_PX = 10;

export interface EndHandle extends Handle {
	end: End;
}

interface Held {
	bar: string;
	end: End;
	/** As they hung when one was taken: what is held must not vanish. */
	handles: readonly EndHandle[];
}

interface Target {
	bar: string;
	end: End;
	meaning: Meaning;
}

export class LinkHand {
	readonly #on: Pick<TimelineParts, 'screen' | 'hand' | 'actions' | 'ties' | 'tieScene'>;
	#hovered = $state('');
	#focused = $state('');
	#turning: ReturnType<typeof setTimeout> | undefined;
	/** Where the pointer went down, in pixels of the drawing. */
	#origin: Point = [0, 0];
	#held = $state.raw<Held | null>(null);
	#at = $state.raw<Point>([0, 0]);
	#target = $state.raw<Target | null>(null);

	constructor(parts: Pick<TimelineParts, 'screen' | 'hand' | 'actions' | 'ties' | 'tieScene'>) {
		this.#on = parts;
	}

	/** The booking whose handles show; empty while anything else is in hand. */
	readonly #shown = $derived.by(() => {
		if (this.#held) return this.#held.bar;
		return this.#on.hand.held || media.coarsePointer ? '' : this.#hovered || this.#focused;
	});

	readonly handles = $derived.by((): readonly EndHandle[] => {
		const { screen, tieScene } = this.#on;
		const bar = this.#shown;
		const box = tieScene.placeOf(bar);
		if (!box || worksOf(screen.live.doc, bar).length === 0) return [];
		if (this.#held) return this.#held.handles;
		const isFree = (square: Square): boolean => this.#isFree(square, bar);
		return ENDS.flatMap((end) => {
			const handle = layHandle(box, end, screen.scale.rtl, isFree);
			return handle ? [{ ...handle, end }] : [];
		});
	});

	/** The line in hand, the bar it has found, and what is said about that; null while nothing is drawn. */
	readonly picture = $derived.by(() => {
		const held = this.#held;
		const from = held && this.#on.tieScene.placeOf(held.bar);
		if (!held || !from) return null;
		const { rtl } = this.#on.screen.scale;
		const [xPx, yPx] = this.#at;
		const found = this.#target;
		const box = found && this.#on.tieScene.placeOf(found.bar);
		const loose: Box = { leftPx: xPx, widthPx: 0, yPx };
		const [to, end] =
			found && box && found.bar !== held.bar
				? [box, found.end]
				: [loose, looseEnd(from, held.end, xPx, rtl)];
		return {
			at: { xPx, yPx },
			points: layElbow(from, to, `${held.end}${end}`, rtl),
			target: box,
			meaning: found?.meaning ?? null
		};
	});

	/** Dragging from the handle of each end; the same attachments always, so that a press survives a change of the board. */
	readonly drags: Record<End, Attachment<HTMLElement>> = {
		S: this.#dragFrom('S'),
		F: this.#dragFrom('F')
	};

	/** A handle is pressed, so many pixels from its corner. */
	press(handle: EndHandle, xPx: number, yPx: number): void {
		clearTimeout(this.#turning);
		this.#origin = [handle.leftPx + xPx, handle.topPx + yPx];
	}

	/** The way without dragging. */
	openDialog(): void {
		this.#on.actions.openTiesOf(this.#shown);
	}

	/** Watches which bar the pointer rests on and which has the focus. */
	readonly follow: Attachment<HTMLElement> = (sheet) => {
		const onOver = (event: PointerEvent): void => {
			if (event.pointerType === 'touch' || event.buttons !== 0) return;
			if (isOnHandle(event)) clearTimeout(this.#turning);
			else this.#turnTo(findBarId(event) ?? '');
		};
		// Later: a bar that is taken off the page loses the focus while the page is drawn, when nothing may be noted.
		const onFocus = (): void => queueMicrotask(() => (this.#focused = readFocus(sheet)));
		const listeners: [string, (event: never) => void, boolean?][] = [
			['pointerover', onOver],
			['pointerleave', () => this.#turnTo('')],
			['pointerdown', (event: Event) => isOnHandle(event) || this.#hide(), true],
			['focusin', onFocus],
			['focusout', onFocus]
		];
		for (const [type, run, isEarly] of listeners)
			sheet.addEventListener(type, run as EventListener, isEarly);
		return () => {
			clearTimeout(this.#turning);
			for (const [type, run, isEarly] of listeners)
				sheet.removeEventListener(type, run as EventListener, isEarly);
		};
	};

	#turnTo(bar: string): void {
		clearTimeout(this.#turning);
		if (this.#held || bar === this.#hovered) return;
		const turn = (): string => (this.#hovered = bar);
		this.#turning = setTimeout(turn, bar === '' ? LINGER_MS : REST_MS);
	}

	#hide(): void {
		clearTimeout(this.#turning);
		this.#hovered = '';
	}

	#isFree({ leftPx, topPx }: Square, but: string): boolean {
		const { layout, look, scale } = this.#on.screen;
		const days = [leftPx, leftPx + HANDLE_PX].map((px) => dayNumber(scale.toDay(px)));
		// Bars next to it may be touched, and are.
		const box = {
			topPx: topPx + 1,
			bottomPx: topPx + HANDLE_PX - 1,
			from: Math.min(...days),
			to: Math.max(...days)
		};
		const covered = findBarsInBox(layout.lines, box, (line, bar) => {
			const top = line.topPx + laneTopPx(bar.lane, look);
			return { topPx: top, bottomPx: top + BAR_PX };
		});
		return covered.every((id) => id === but);
	}

	#dragFrom(end: End): Attachment<HTMLElement> {
		return draggable({
			scroller: () => this.#on.screen.scroller,
			insets: () => this.#on.screen.insets,
			onLift: () => (this.#held = { bar: this.#shown, end, handles: this.handles }),
			onMove: (point) => this.#move(point),
			onDrop: () => this.#drop(),
			onCancel: () => this.#end()
		});
	}

	#move({ dxPx, dyPx }: DragPoint): void {
		const held = this.#held;
		if (!held) return;
		const at: Point = [this.#origin[0] + dxPx, this.#origin[1] + dyPx];
		this.#at = at;
		const bar = this.#findBar(at, held.bar);
		const { screen, ties, tieScene } = this.#on;
		const box = bar === undefined ? null : tieScene.placeOf(bar);
		if (bar === undefined || !box) {
			this.#target = null;
			return;
		}
		const shown = { leftPx: screen.physicalLeftPx, widthPx: screen.widthPx };
		const end = nearestEnd(box, at[0], shown, screen.scale.rtl);
		if (this.#target?.bar === bar && this.#target.end === end) return;
		const asked = { of: bar, on: held.bar, type: `${held.end}${end}` } as const;
		this.#target = { bar, end, meaning: readLink(screen.live.doc, asked, ties) };
	}

	/** The bar of a row that the pointer means; its own only when it lies on it. */
	#findBar(at: Point, own: string): string | undefined {
		const { row } = readPlace(this.#on.screen, ...at);
		const near = (row?.bars ?? []).flatMap(({ id }) => {
			const box = this.#on.tieScene.placeOf(id);
			return box ? [{ id, box, slackPx: id === own ? 0 : SNAP_PX }] : [];
		});
		return findBarNear(near, at)?.id;
	}

	#drop(): void {
		const [held, target] = [this.#held, this.#target];
		this.#end();
		if (!held || !target) return;
		const { pair, text, refusal } = target.meaning;
		if (refusal !== '' || !pair) return sayRefusal(refusal);
		const tie = { on: pair.on, type: `${held.end}${target.end}`, lagDays: 0 } as const;
		if (this.#on.ties.add(pair.kind, pair.of, tie)) announce(text);
	}

	#end(): void {
		this.#held = null;
		this.#target = null;
		this.#hide();
	}
}

const readFocus = (sheet: HTMLElement): string => {
	const { activeElement } = sheet.ownerDocument;
	return (activeElement instanceof HTMLElement && activeElement.dataset['bar']) || '';
};

const isOnHandle = (event: Event): boolean =>
	event.target instanceof Element && event.target.closest('[data-link]') !== null;
