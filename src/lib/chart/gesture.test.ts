import { describe, expect, it } from 'vitest';
import { IDLE, stepGesture, type Gesture, type GestureInput } from './gesture.ts';

const at = (xPx: number, yPx = 0) => ({ xPx, yPx });

function play(...inputs: GestureInput[]): string[] {
	let gesture: Gesture = IDLE;
	return inputs.map((input) => {
		const step = stepGesture(gesture, input);
		gesture = step.gesture;
		return step.outcome;
	});
}

describe('a press with the mouse', () => {
	const press: GestureInput = { kind: 'press', pointer: 'mouse', at: at(0) };

	it('is a tap below 4 px', () => {
		expect(play(press, { kind: 'move', at: at(3) }, { kind: 'release', at: at(3) })).toEqual([
			'none',
			'none',
			'tap'
		]);
	});

	it('lifts at 4 px, moves and drops', () => {
		expect(
			play(
				press,
				{ kind: 'move', at: at(4) },
				{ kind: 'move', at: at(9) },
				{ kind: 'release', at: at(9) }
			)
		).toEqual(['none', 'lift', 'move', 'drop']);
	});

	it('is taken back by Esc, and the release after it means nothing', () => {
		expect(
			play(press, { kind: 'move', at: at(9) }, { kind: 'cancel' }, { kind: 'release', at: at(9) })
		).toEqual(['none', 'lift', 'cancel', 'none']);
	});

	it('does not lift by resting', () => {
		expect(play(press, { kind: 'hold' })).toEqual(['none', 'none']);
	});
});

describe('a press with a finger', () => {
	const press: GestureInput = { kind: 'press', pointer: 'touch', at: at(0) };

	it('scrolls when it travels before the hold', () => {
		expect(play(press, { kind: 'move', at: at(0, 11) }, { kind: 'hold' })).toEqual([
			'none',
			'give-up',
			'none'
		]);
	});

	it('lifts after resting and then follows', () => {
		expect(
			play(press, { kind: 'move', at: at(5) }, { kind: 'hold' }, { kind: 'move', at: at(50) })
		).toEqual(['none', 'none', 'lift', 'move']);
	});

	it('gives up quietly when the system takes the touch before the hold', () => {
		expect(play(press, { kind: 'cancel' })).toEqual(['none', 'give-up']);
	});
});
