/** When a press becomes a drag: a mouse past 4 px, a finger that rests 350 ms. Until then it is a
 * click or a scroll and nothing has been lifted. Pure: the caller brings positions and the timer. */

export const MOUSE_THRESHOLD_PX = 4;
export const TOUCH_HOLD_MS = 350;
/** A finger that travels this far before the hold is scrolling. */
export const TOUCH_SLOP_PX = 10;

export type Point = { xPx: number; yPx: number };
export type PointerKind = 'mouse' | 'touch';

export type Gesture =
	| { phase: 'idle' }
	| { phase: 'pressed'; pointer: PointerKind; from: Point; at: Point }
	| { phase: 'lifted'; pointer: PointerKind; from: Point; at: Point };

export type GestureInput =
	| { kind: 'press'; pointer: PointerKind; at: Point }
	| { kind: 'move'; at: Point }
	| { kind: 'hold' }
	| { kind: 'release'; at: Point }
	| { kind: 'cancel' };

export type GestureOutcome = 'none' | 'lift' | 'move' | 'drop' | 'cancel' | 'tap' | 'give-up';

export type GestureStep = { gesture: Gesture; outcome: GestureOutcome };

export const IDLE: Gesture = { phase: 'idle' };

/** The next state and what it means. `give-up` leaves the press to the browser, as a scroll. */
export function stepGesture(gesture: Gesture, input: GestureInput): GestureStep {
	if (input.kind === 'press') {
		const { pointer, at } = input;
		return { gesture: { phase: 'pressed', pointer, from: at, at }, outcome: 'none' };
	}
	if (gesture.phase === 'idle') return { gesture, outcome: 'none' };
	if (input.kind === 'cancel') {
		return { gesture: IDLE, outcome: gesture.phase === 'lifted' ? 'cancel' : 'give-up' };
	}
	if (input.kind === 'release') {
		return { gesture: IDLE, outcome: gesture.phase === 'lifted' ? 'drop' : 'tap' };
	}
	if (input.kind === 'hold') {
		const waiting = gesture.phase === 'pressed' && gesture.pointer === 'touch';
		return waiting
			? { gesture: { ...gesture, phase: 'lifted' }, outcome: 'lift' }
			: { gesture, outcome: 'none' };
	}
	const at = input.at;
	if (gesture.phase === 'lifted') return { gesture: { ...gesture, at }, outcome: 'move' };
	const travelPx = Math.hypot(at.xPx - gesture.from.xPx, at.yPx - gesture.from.yPx);
	if (gesture.pointer === 'mouse' && travelPx >= MOUSE_THRESHOLD_PX) {
		return { gesture: { ...gesture, phase: 'lifted', at }, outcome: 'lift' };
	}
	if (gesture.pointer === 'touch' && travelPx > TOUCH_SLOP_PX) {
		return { gesture: IDLE, outcome: 'give-up' };
	}
	return { gesture: { ...gesture, at }, outcome: 'none' };
}
