/** Dragging as an attachment: d3-drag for the mouse, a held finger for touch, both read by the same
 * gesture. Esc, a lost window or a vanished element cancel. Writes nothing itself. */
import { drag, dragEnable, select, type D3DragEvent } from 'd3';
import type { Attachment } from 'svelte/attachments';
import { MOUSE_ZONE_PX, TOUCH_ZONE_PX, startAutoscroll } from './autoscroll.ts';
import type { Autoscroll, Insets } from './autoscroll.ts';
import { IDLE, MOUSE_THRESHOLD_PX, TOUCH_HOLD_MS, stepGesture } from './gesture.ts';
import type { Gesture, GestureInput, Point, PointerKind } from './gesture.ts';

export type DragPoint = {
	/** Pointer in the window. */
	clientXPx: number;
	clientYPx: number;
	/** How far it has been carried, with what the scroller moved meanwhile. */
	dxPx: number;
	dyPx: number;
	pointer: PointerKind;
	/** The platform's chord key is down: snapping is suspended. */
	isFree: boolean;
};

export type DragOptions = {
	isDisabled?: () => boolean;
	/** The element that scrolls when the pointer nears its edges. */
	scroller?: () => Element | null;
	/** What stands fixed over the edges of the scroller. */
	insets?: () => Insets;
	onLift: (point: DragPoint) => void;
	onMove: (point: DragPoint) => void;
	onDrop: (point: DragPoint) => void;
	/** Put everything back; nothing was dropped. */
	onCancel: () => void;
};

type Held = { ctrlKey: boolean; metaKey: boolean };

/** Makes an element draggable. Read current values inside the callbacks: they are kept. */
export function draggable(options: DragOptions): Attachment<HTMLElement | SVGElement> {
	return (element) => {
		const view = element.ownerDocument.defaultView ?? window;
		let gesture: Gesture = IDLE;
		let scrolled: Point = { xPx: 0, yPx: 0 };
		let autoscroll: Autoscroll | null = null;
		let hold: ReturnType<typeof setTimeout> | undefined;
		let keys: Held = { ctrlKey: false, metaKey: false };

		const findScroll = (): Point => {
			const box = options.scroller?.();
			return { xPx: box?.scrollLeft ?? 0, yPx: box?.scrollTop ?? 0 };
		};

		function describe(from: Point, at: Point, pointer: PointerKind): DragPoint {
			const now = findScroll();
			return {
				clientXPx: at.xPx,
				clientYPx: at.yPx,
				dxPx: at.xPx - from.xPx + now.xPx - scrolled.xPx,
				dyPx: at.yPx - from.yPx + now.yPx - scrolled.yPx,
				pointer,
				isFree: keys.ctrlKey || keys.metaKey
			};
		}

		function feed(input: GestureInput): void {
			const before = gesture;
			const step = stepGesture(before, input);
			gesture = step.gesture;
			const last = gesture.phase === 'idle' ? before : gesture;
			if (last.phase === 'idle') return;
			const at = input.kind === 'release' ? input.at : last.at;
			const point = describe(last.from, at, last.pointer);
			if (step.outcome === 'lift') {
				begin(last.pointer);
				autoscroll?.follow(at.xPx, at.yPx);
				options.onLift(describe(last.from, last.from, last.pointer));
				options.onMove(point);
			} else if (step.outcome === 'move') {
				autoscroll?.follow(at.xPx, at.yPx);
				options.onMove(point);
			} else if (step.outcome === 'drop') {
				end();
				options.onDrop(point);
			} else if (step.outcome === 'cancel') {
				end();
				options.onCancel();
			}
			if (gesture.phase === 'idle') clearTimeout(hold);
		}

		function begin(pointer: PointerKind): void {
			view.addEventListener('keydown', onKeyDown, true);
			view.addEventListener('blur', cancel);
			const box = options.scroller?.();
			if (!box) return;
			const zonePx = pointer === 'touch' ? TOUCH_ZONE_PX : MOUSE_ZONE_PX;
			const follow = (): void => {
				if (gesture.phase === 'lifted') feed({ kind: 'move', at: gesture.at });
			};
			autoscroll = startAutoscroll(box, zonePx, follow, options.insets);
		}

		function end(): void {
			view.removeEventListener('keydown', onKeyDown, true);
			view.removeEventListener('blur', cancel);
			autoscroll?.stop();
			autoscroll = null;
		}

		const cancel = () => feed({ kind: 'cancel' });

		function onKeyDown(event: KeyboardEvent): void {
			if (event.key !== 'Escape') return;
			event.preventDefault();
			event.stopPropagation();
			cancel();
		}

		type MouseDrag = D3DragEvent<Element, unknown, unknown>;
		const readMouse = ({ sourceEvent }: MouseDrag): Point => {
			const event = sourceEvent as MouseEvent;
			keys = event;
			return { xPx: event.clientX, yPx: event.clientY };
		};
		const mouse = drag<Element, unknown>()
			.touchable(false)
			.clickDistance(MOUSE_THRESHOLD_PX)
			// On a Mac, Ctrl click is the context menu; the chord key may be pressed later.
			.filter((event: MouseEvent) => !event.button && !event.ctrlKey && !options.isDisabled?.())
			.on('start', (event: MouseDrag) => {
				scrolled = findScroll();
				feed({ kind: 'press', pointer: 'mouse', at: readMouse(event) });
			})
			.on('drag', (event: MouseDrag) => feed({ kind: 'move', at: readMouse(event) }))
			.on('end', (event: MouseDrag) => feed({ kind: 'release', at: readMouse(event) }));

		function onTouchStart(event: TouchEvent): void {
			const touch = event.touches[0];
			if (event.touches.length !== 1 || !touch) return cancel();
			if (options.isDisabled?.()) return;
			scrolled = findScroll();
			feed({ kind: 'press', pointer: 'touch', at: readTouch(touch) });
			clearTimeout(hold);
			hold = setTimeout(() => feed({ kind: 'hold' }), TOUCH_HOLD_MS);
		}

		function onTouchMove(event: TouchEvent): void {
			const touch = event.touches[0];
			if (!touch) return;
			if (gesture.phase === 'lifted') event.preventDefault();
			feed({ kind: 'move', at: readTouch(touch) });
		}

		function onTouchEnd(event: TouchEvent): void {
			const touch = event.changedTouches[0];
			// A drop must not become the tap that opens the thing.
			if (gesture.phase === 'lifted') event.preventDefault();
			if (touch) feed({ kind: 'release', at: readTouch(touch) });
		}

		const onContextMenu = (event: Event) => {
			if (gesture.phase !== 'idle' && gesture.pointer === 'touch') event.preventDefault();
		};

		const target: HTMLElement | SVGElement = element;
		select<Element, unknown>(target).call(mouse);
		const listeners: [string, (event: never) => void, AddEventListenerOptions?][] = [
			['touchstart', onTouchStart, { passive: true }],
			['touchmove', onTouchMove, { passive: false }],
			['touchend', onTouchEnd, { passive: false }],
			['touchcancel', cancel],
			['contextmenu', onContextMenu]
		];
		for (const [type, run, how] of listeners) {
			target.addEventListener(type, run as EventListener, how);
		}

		return () => {
			if (gesture.phase !== 'idle' && gesture.pointer === 'mouse') {
				select(view).on('mousemove.drag mouseup.drag', null);
				dragEnable(view, true);
			}
			cancel();
			clearTimeout(hold);
			select<Element, unknown>(target).on('.drag', null);
			for (const [type, run] of listeners) target.removeEventListener(type, run as EventListener);
		};
	};
}

function readTouch(touch: Touch): Point {
	return { xPx: touch.clientX, yPx: touch.clientY };
}
