// Mouse drags: cards as draggables, columns as drop targets, the moving picture with its count, and scrolling at the
// edges. Browser only. What a drag means is hand.svelte.ts.

import {
	draggable,
	dropTargetForElements,
	monitorForElements
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { preserveOffsetOnSource } from '@atlaskit/pragmatic-drag-and-drop/utils/preserve-offset-on-source';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import type { Attachment } from 'svelte/attachments';
import { whenIdle } from '#lib/ui/idle.ts';
import { findSlot } from './board-steps.ts';
import type { Hand } from './hand.svelte.ts';

/** Makes a card something one can drag. `count` says how many go with it. */
export function makeDraggable(hand: Hand, id: string): Attachment<HTMLElement> {
	return (element) =>
		draggable({
			element,
			getInitialData: () => ({ card: id }),
			onGenerateDragPreview: ({ nativeSetDragImage, location }) => {
				// Before the picture is drawn: it prints how many cards go along.
				hand.take('mouse', id);
				setCustomNativeDragPreview({
					nativeSetDragImage,
					getOffset: preserveOffsetOnSource({ element, input: location.current.input }),
					render: ({ container }) => drawPicture(container, element, hand.held?.ids.length ?? 1)
				});
			}
		});
}

function drawPicture(container: HTMLElement, element: HTMLElement, count: number): void {
	const copy = element.cloneNode(true) as HTMLElement;
	const { width, height } = element.getBoundingClientRect();
	Object.assign(copy.style, {
		position: 'static',
		margin: '6px 0 0',
		opacity: '1',
		inlineSize: `${width}px`,
		blockSize: `${height}px`,
		'--row-px': `${height + 10}px`
	});
	container.append(copy);
	if (count < 2) return;
	const badge = document.createElement('span');
	badge.textContent = String(count);
	Object.assign(badge.style, {
		position: 'absolute',
		insetBlockStart: '0',
		insetInlineEnd: '0',
		padding: '2px 8px',
		borderRadius: '4px',
		background: 'var(--accent)',
		color: 'var(--on-accent)',
		font: 'var(--text-strong)'
	});
	container.append(badge);
}

const FOCUS_WITHIN_MS = 300;

/**
 * A pressed card has the focus. One that leaves its column with it has the whole page styled and laid out on the spot, in
 * the frame of the drop: it is given up for the drag.
 */
function giveUpFocus(): void {
	const { activeElement } = document;
	if (activeElement instanceof HTMLElement && activeElement.closest('[data-card]'))
		activeElement.blur();
}

/** Gives it back to the card where that stands now, so that the keyboard goes on there, unless something else took it. */
function giveFocusBack(card: string): void {
	whenIdle(() => {
		if (document.activeElement !== document.body) return;
		const link = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(card)}"] a`);
		link?.focus({ preventScroll: true });
	}, FOCUS_WITHIN_MS);
}

/** Makes a column something one can drop on, and scrolls it while a card hovers near its ends. */
export function makeDropColumn(stage: string): Attachment<HTMLElement> {
	return (element) => {
		const stopTarget = dropTargetForElements({ element, getData: () => ({ stage, element }) });
		const list = element.querySelector<HTMLElement>('[data-scrolls]');
		const stopScroll = list
			? autoScrollForElements({ element: list, getAllowedAxis: () => 'vertical' })
			: undefined;
		return () => {
			stopTarget();
			stopScroll?.();
		};
	};
}

/** Watches every drag on the board. Put it on the element that scrolls sideways. */
export function watchDrags(hand: Hand, measure: () => { rowPx: number }): Attachment<HTMLElement> {
	return (element) => {
		const stopScroll = autoScrollForElements({ element, getAllowedAxis: () => 'horizontal' });
		const follow = (
			targets: readonly { data: Record<string | symbol, unknown> }[],
			clientY: number
		): void => {
			const column = targets.find((target) => typeof target.data.stage === 'string');
			const list = (column?.data.element as HTMLElement | undefined)?.querySelector('ul');
			if (!column || !list) return hand.leave();
			const { rowPx } = measure();
			const box = list.getBoundingClientRect();
			hand.hover(
				column.data.stage as string,
				findSlot(clientY - box.top, Math.round(box.height / rowPx), rowPx)
			);
		};
		const stopWatch = monitorForElements({
			canMonitor: ({ source }) => typeof source.data.card === 'string',
			onDragStart: giveUpFocus,
			onDrag: ({ location }) =>
				follow(location.current.dropTargets, location.current.input.clientY),
			onDropTargetChange: ({ location }) =>
				follow(location.current.dropTargets, location.current.input.clientY),
			onDrop: ({ location, source }) => {
				giveFocusBack(String(source.data.card));
				if (location.current.dropTargets.length === 0) return hand.cancel();
				follow(location.current.dropTargets, location.current.input.clientY);
				hand.drop();
			}
		});
		return () => {
			stopScroll();
			stopWatch();
		};
	};
}
