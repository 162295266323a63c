import { describe, expect, it } from 'vitest';
import { createDayScale } from '#lib/chart/scales.ts';
import { addDays, dayNumber } from '#lib/domain/days.ts';
import type { LoadCell } from '#lib/model/load-cell.ts';
import type { BarView } from './bar-view.ts';
import { listStripUnits } from './load-strip.ts';
import { layBars, layCells, layLaunches, layShades, titleAt, type BarWords } from './row-scene.ts';
import { BAR_PX, laneTopPx, lookOf, STRIP_PX } from './timeline-layout.ts';

const MONDAY = '2026-01-05';
const FIRST = dayNumber(MONDAY);
const span = { from: MONDAY, to: addDays(MONDAY, 27) };
const scale = createDayScale(span, 10);
const look = { strip: true, ...lookOf('usual', false) };
const view = (given: Partial<BarView> = {}): BarView => ({
	...{ id: 'alc_1', project: 'prj_1', title: 'Safety: French', name: 'Safety', who: 'Ana' },
	...{ part: 'French', load: '60 %', words: '', state: '', more: 'confirmed', hue: 'teal' },
	...{ isTentative: false, isRequested: false, isLocked: false, isDone: false, blocked: '' },
	...{ isUnknown: false, launch: null, isLate: false, ...given }
});
const words = (given: Partial<BarWords> = {}): BarWords => ({
	view: view(),
	...{ early: '', problem: '', ties: '', ...given }
});
const bar = { id: 'alc_1', from: FIRST + 1, to: FIRST + 3, lane: 1 };

describe('the scene of a row', () => {
	it('places a bar on its days and in its lane, with what it says', () => {
		const [shape] = layBars([bar], scale, look, false, () =>
			words({ ties: 'waits', problem: 'away' })
		);
		expect(shape).toMatchObject({
			...{ leftPx: 10, widthPx: 29, topPx: laneTopPx(1, look), heightPx: BAR_PX },
			...{ label: 'Safety', note: 'French 60 %', more: 'confirmed, waits, away', isAlarming: true }
		});
		const [who] = layBars([bar], scale, look, true, () =>
			words({ view: view({ isUnknown: true }) })
		);
		expect(who).toMatchObject({ label: 'Ana', note: 'French', isAlarming: false });
		expect(layBars([bar], scale, look, false, () => undefined)).toEqual([]);
	});

	it('mirrors where the page reads right to left', () => {
		const mirrored = createDayScale(span, 10, true);
		const [shape] = layBars([bar], mirrored, look, false, () => words());
		expect(shape).toMatchObject({ leftPx: 280 - 40, widthPx: 29 });
	});

	it('puts a launch in the middle of its day and of its lane', () => {
		const mark = {
			of: 'prj_1',
			day: FIRST,
			lane: 0,
			isLate: true,
			isCommitted: false,
			title: ''
		};
		const [shape] = layLaunches([mark], scale, look);
		expect(shape!.leftPx + shape!.widthPx / 2).toBe(5);
		expect(shape!.topPx + shape!.heightPx / 2).toBe(laneTopPx(0, look) + BAR_PX / 2);
	});

	it('shades free weekdays in every week, a part of the day by half and what is asked for at the foot', () => {
		const window = { from: FIRST + 2, to: FIRST + 20 };
		const leave = (kind: 'leave' | 'part-leave' | 'asked-leave') => ({
			...{ kind, from: FIRST + 3, to: FIRST + 4, label: kind }
		});
		const shapes = layShades(
			[leave('leave'), leave('part-leave'), leave('asked-leave')],
			[[4, 1]],
			window,
			scale,
			40
		);
		const free = shapes.filter(({ kind }) => kind === 'free');
		expect(free.map(({ leftPx, widthPx }) => [leftPx, widthPx])).toEqual([
			[40, 10],
			[110, 10],
			[180, 10]
		]);
		expect(shapes.slice(3).map(({ topPx, heightPx }) => [topPx, heightPx])).toEqual([
			[0, 40],
			[20, 20],
			[34, 6]
		]);
	});

	it('gives a week a cell along the foot; nothing is printed for nought', () => {
		const units = listStripUnits(scale, 'week', { from: FIRST, to: FIRST + 13 });
		const cell = (percent: number): LoadCell => ({
			...{
				kind: 'load',
				percent,
				bin: percent > 100 ? 4 : 0,
				text: String(percent),
				words: '',
				flagged: false,
				beside: ''
			}
		});
		const cells = layCells(units, 60, ({ from }) => cell(from === MONDAY ? 118 : 0));
		expect(cells.map(({ text, bin }) => [text, bin])).toEqual([
			['118', 4],
			['', 0]
		]);
		expect(cells[0]).toMatchObject({ topPx: 60 - STRIP_PX + 1, widthPx: 69 });
	});

	it('says what lies at a point, the uppermost first', () => {
		const bars = layBars([bar], scale, look, false, () => words());
		const launches = layLaunches(
			[{ of: 'p', day: FIRST + 2, lane: 1, isLate: false, isCommitted: true, title: 'Launch' }],
			scale,
			look
		);
		const shades = layShades(
			[{ kind: 'holiday', from: FIRST, to: FIRST + 9, label: 'New Year' }],
			[],
			{ from: FIRST, to: FIRST + 27 },
			scale,
			60
		);
		const scene = { heightPx: 60, shades, cells: [], bars, launches };
		const y = laneTopPx(1, look) + BAR_PX / 2;
		expect(titleAt(scene, 25, y)).toBe('Launch');
		expect(titleAt(scene, 12, y)).toBe('Safety: French, confirmed');
		expect(titleAt(scene, 80, y)).toBe('New Year');
		expect(titleAt(scene, 150, y)).toBe('');
	});
});
