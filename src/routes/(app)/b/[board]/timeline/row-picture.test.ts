import { describe, expect, it } from 'vitest';
import type { BarView } from './bar-view.ts';
import { pictureOf } from './row-picture.ts';
import type { BarShape, RowScene } from './row-scene.ts';

const view: BarView = {
	...{ id: 'alc_1', project: 'prj_1', title: 'Safety: French', name: 'Safety', who: 'Ana' },
	...{ part: 'French', load: '60 %', words: 'long', state: '', more: 'confirmed', hue: 'teal' },
	...{ isTentative: true, isRequested: false, isLocked: false, isDone: false, blocked: 'waits' },
	...{ isUnknown: false, launch: null, isLate: false }
};
const bar = (id: string, leftPx: number, widthPx: number): BarShape => ({
	...{ id, view, label: 'Safety', note: '60 %', early: '', isAlarming: true, more: 'read aloud' },
	...{ leftPx, widthPx, topPx: 4, heightPx: 20 }
});
const box = { topPx: 0, heightPx: 50, widthPx: 20 };
const scene: RowScene = {
	heightPx: 50,
	shades: [
		{ ...box, leftPx: 0, kind: 'free', title: '' },
		{ ...box, leftPx: 95, kind: 'leave', title: 'Leave of Ana' }
	],
	cells: [{ ...box, leftPx: 110, kind: 'load', bin: 2, isFlagged: false, text: '60' }],
	bars: [bar('a', 0, 100), bar('b', 90, 20), bar('c', 200, 10)],
	launches: [{ ...box, leftPx: 190, isLate: true, isCommitted: false, title: 'Launch' }]
} as RowScene;
const paper = { leftPx: 100, widthPx: 100 };
const shown = { shownLeftPx: 120, shownRightPx: 190, rtl: false };

describe('the picture of a row', () => {
	const picture = pictureOf(scene, paper, shown, (id) => id === 'b');

	it('holds what touches the paper, and nothing that ends or begins at its edge', () => {
		expect(picture.bars.map(({ leftPx }) => leftPx)).toEqual([90]);
		expect(picture.shades.map(({ kind }) => kind)).toEqual(['leave']);
		expect(picture.cells).toHaveLength(1);
		expect(picture.launches).toHaveLength(1);
		expect(picture).toMatchObject(shown);
	});

	it('says what is painted of a bar, and who is in a hand', () => {
		expect(picture.bars[0]).toMatchObject({ isFaint: true, isBlocked: true, isTentative: true });
		const whole = pictureOf(scene, { leftPx: 0, widthPx: 300 }, shown, (id) => id === 'b');
		expect(whole.bars.map(({ isFaint }) => isFaint)).toEqual([false, true, false]);
	});

	it('can be sent to a worker as it is, without words that are only read', () => {
		expect(structuredClone(picture)).toEqual(picture);
		expect(JSON.stringify(picture)).not.toMatch(/read aloud|Leave of Ana|confirmed/);
	});
});
